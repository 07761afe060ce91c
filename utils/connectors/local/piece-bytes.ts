import { fromBase64 } from '@/utils/people/base64';
import { ProblemError } from '@/utils/problem';

/** Fails with `invalid` for what is not base64; `call` is what the piece was for. */
export function pieceBytes(base64: string, call: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(base64);
  } catch (cause) {
    throw new ProblemError({ kind: 'invalid', call, detail: 'a piece is not base64' }, { cause });
  }
}
