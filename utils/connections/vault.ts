// Where the secrets are: one value on disk that only the background and our own pages can read. It is written whole,
// so that a stop in the middle leaves the one before. Behind a passphrase it is sealed; the key that the passphrase
// gives is kept in session storage while it is unlocked: a background that is started again needs no passphrase.
import * as v from 'valibot';
import { readStored, removeStored, writeStored } from '@/utils/browser/storage';
import { ProblemError } from '@/utils/problem';
import { fits, freshHead, keyOf, open, ROUNDS, type Sealed, seal, sealedSchema } from './sealed';

const secretsSchema = v.record(v.string(), v.record(v.string(), v.string()));

/** Connection → field of its form → what was typed there. */
export type Secrets = Readonly<v.InferOutput<typeof secretsSchema>>;

const KEY = 'vault';
/** In session storage: the key, and of which salt it is. */
const OPENER = 'vault-key';

const vaultSchema = v.variant('kind', [v.object({ kind: v.literal('open'), secrets: secretsSchema }), sealedSchema]);
const openerSchema = v.object({ salt: v.string(), key: v.string() });

/** What stands there cannot be read, with whatever passphrase. It is never overwritten, only erased by who wants that. */
const broken = (): ProblemError => new ProblemError({ kind: 'locked', detail: 'broken' });
const isBroken = (error: unknown): boolean => error instanceof ProblemError && error.problem.detail === 'broken';
const wrong = (): ProblemError => new ProblemError({ kind: 'forbidden', call: 'vault' });

const turns: { last: Promise<unknown> } = { last: Promise.resolve() };

/** One after the other: a vault is read and written as a whole. */
function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const turn = turns.last.then(act);
  turns.last = turn.catch(() => undefined);
  return turn;
}

async function readVault(): Promise<v.InferOutput<typeof vaultSchema>> {
  const stored = await readStored('local', KEY);
  if (stored === undefined) return { kind: 'open', secrets: {} };
  const read = v.safeParse(vaultSchema, stored);
  if (!read.success) throw broken();
  return read.output;
}

/** The key while it is unlocked, null while it is locked. */
async function openerOf({ salt }: Sealed): Promise<string | null> {
  const opener = v.safeParse(openerSchema, await readStored('session', OPENER));
  return opener.success && opener.output.salt === salt ? opener.output.key : null;
}

async function secretsIn(vault: Sealed, key: string): Promise<Secrets> {
  const text = await open(vault, key);
  if (text === null) throw broken();
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), secretsSchema), text);
  if (!parsed.success) throw broken();
  return parsed.output;
}

/** The key that a passphrase gives. Fails with `forbidden` if it is not the one that sealed. */
async function fittingKey(vault: Sealed, passphrase: string): Promise<string> {
  const key = await keyOf(passphrase, vault);
  if (!(await fits(vault, key))) throw wrong();
  return key;
}

/** With the key beside it while it is sealed. Fails with `locked`. */
async function unlocked(): Promise<{ readonly secrets: Secrets; readonly vault: Sealed | null; readonly key: string }> {
  const vault = await readVault();
  if (vault.kind === 'open') return { secrets: vault.secrets, vault: null, key: '' };
  const key = await openerOf(vault);
  if (key === null) throw new ProblemError({ kind: 'locked' });
  return { secrets: await secretsIn(vault, key), vault, key };
}

/** On disk first: with only one of the two written, the passphrase opens it all the same. */
async function sealAnew(secrets: Secrets, passphrase: string): Promise<void> {
  const head = freshHead();
  const key = await keyOf(passphrase, head);
  await writeStored('local', KEY, await seal(JSON.stringify(secrets), key, head));
  await writeStored('session', OPENER, { salt: head.salt, key });
}

/** All secrets. Fails with `locked` while a passphrase is wanted; then also (`detail: 'broken'`) if none would help. */
export async function readSecrets(): Promise<Secrets> {
  await turns.last;
  return (await unlocked()).secrets;
}

/** Puts or takes away (null) the secrets of one connection. Fails with `locked`. */
export function keepSecrets(connection: string, kept: Readonly<Record<string, string>> | null): Promise<void> {
  return inTurn(async () => {
    const { secrets, vault, key } = await unlocked();
    const { [connection]: _before, ...others } = secrets;
    const next: Secrets = kept === null ? others : { ...others, [connection]: kept };
    await writeStored(
      'local',
      KEY,
      vault === null ? { kind: 'open', secrets: next } : await seal(JSON.stringify(next), key, vault),
    );
  });
}

export interface VaultStatus {
  /** There is a passphrase. */
  readonly sealed: boolean;
  readonly locked: boolean;
  /** It cannot be read at all. */
  readonly broken: boolean;
}

export async function vaultStatus(): Promise<VaultStatus> {
  await turns.last;
  try {
    const vault = await readVault();
    if (vault.kind === 'open') return { sealed: false, locked: false, broken: false };
    const key = await openerOf(vault);
    if (key !== null) await secretsIn(vault, key);
    return { sealed: true, locked: key === null, broken: false };
  } catch (error) {
    if (isBroken(error)) return { sealed: true, locked: true, broken: true };
    throw error;
  }
}

/** Sets, changes or takes away (null) the passphrase. Fails with `forbidden` unless `before` is the one until now. */
export function sealVault(passphrase: string | null, before = ''): Promise<void> {
  return inTurn(async () => {
    const vault = await readVault();
    const secrets = vault.kind === 'open' ? vault.secrets : await secretsIn(vault, await fittingKey(vault, before));
    if (passphrase !== null) return sealAnew(secrets, passphrase);
    await writeStored('local', KEY, { kind: 'open', secrets });
    await removeStored('session', [OPENER]);
  });
}

/** Fails with `forbidden` for a wrong passphrase, with `locked` (`detail: 'broken'`) where none would help. */
export function unlockVault(passphrase: string): Promise<void> {
  return inTurn(async () => {
    const vault = await readVault();
    if (vault.kind === 'open') return;
    const key = await fittingKey(vault, passphrase);
    const secrets = await secretsIn(vault, key);
    // Sealed by a version that took fewer rounds: this is the moment at which the passphrase is known.
    if (vault.rounds < ROUNDS) await sealAnew(secrets, passphrase);
    else await writeStored('session', OPENER, { salt: vault.salt, key });
  });
}

/** The key goes. Without a passphrase nothing is locked. */
export function lockVault(): Promise<void> {
  return inTurn(() => removeStored('session', [OPENER]));
}

/** All secrets are gone, and the passphrase with them. */
export function eraseVault(): Promise<void> {
  return inTurn(async () => {
    await removeStored('local', [KEY]);
    await removeStored('session', [OPENER]);
  });
}
