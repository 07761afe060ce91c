/** Bytes of a file that one message carries: 256 kB once written as base64. */
export const PIECE = 192 * 1024;
