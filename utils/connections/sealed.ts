// Secrets behind a passphrase: PBKDF2-SHA-256 makes a key of it, AES-GCM seals with that (Web Cryptography, W3C 2025).
import * as v from 'valibot';

/** As OWASP's cheat sheet on storing passwords asks for PBKDF2-SHA-256 in 2025. A vault of fewer is sealed anew. */
export const ROUNDS = 600_000;

const base64 = v.pipe(v.string(), v.base64());
const box = v.object({ iv: base64, data: base64 });

export const sealedSchema = v.object({
  kind: v.literal('sealed'),
  salt: base64,
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** A word that is known: the key is the right one if it opens this, whatever became of the rest. */
  check: box,
  secrets: box,
});

export type Sealed = Readonly<v.InferOutput<typeof sealedSchema>>;
type Head = Pick<Sealed, 'salt' | 'rounds'>;
type Box = Sealed['secrets'];

const CHECK = 'right';

/** In pieces: a long one is more than a call takes as arguments. */
function toText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** A new salt for each passphrase. */
export const freshHead = (rounds = ROUNDS): Head => ({ salt: toText(random(16)), rounds });

/** The key of a passphrase, in base64. It takes some tenths of a second: that is what guessing costs. */
export async function keyOf(passphrase: string, { salt, rounds }: Head): Promise<string> {
  // Keyboards differ in how they put an accent on a letter.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: toBytes(salt), iterations: rounds };
  return toText(new Uint8Array(await crypto.subtle.deriveBits(how, material, 256)));
}

const cipherKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', toBytes(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** What is sealed belongs to its head and its place, and opens nowhere else. */
const how = ({ salt, rounds }: Head, place: 'check' | 'secrets', iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${place}|${salt}|${rounds}`),
});

/** Each time with a fresh iv: one that is used twice would tell what was sealed. */
export async function seal(text: string, key: string, head: Head): Promise<Sealed> {
  const cipher = await cipherKey(key);
  const put = async (place: 'check' | 'secrets', plain: string): Promise<Box> => {
    const iv = random(12);
    const data = await crypto.subtle.encrypt(how(head, place, iv), cipher, new TextEncoder().encode(plain));
    return { iv: toText(iv), data: toText(new Uint8Array(data)) };
  };
  const { salt, rounds } = head;
  return { kind: 'sealed', salt, rounds, check: await put('check', CHECK), secrets: await put('secrets', text) };
}

async function opened(sealed: Sealed, place: 'check' | 'secrets', key: string): Promise<string | null> {
  const { iv, data } = sealed[place];
  try {
    const cipher = await cipherKey(key);
    const plain = await crypto.subtle.decrypt(how(sealed, place, toBytes(iv)), cipher, toBytes(data));
    return new TextDecoder().decode(plain);
  } catch {
    return null;
  }
}

export const fits = async (sealed: Sealed, key: string): Promise<boolean> =>
  (await opened(sealed, 'check', key)) === CHECK;

/** What was sealed; null: the key is another one, or something has been done to the text. */
export const open = (sealed: Sealed, key: string): Promise<string | null> => opened(sealed, 'secrets', key);
