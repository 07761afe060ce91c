import { ProblemError } from '@/utils/problem';

/** Fails with `invalid` for what is not base64; `call` is what the piece was for. */
export function fromBase64(base64: string, call: string): Uint8Array<ArrayBuffer> {
  try {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  } catch (cause) {
    throw new ProblemError({ kind: 'invalid', call, detail: 'a piece is not base64' }, { cause });
  }
}
