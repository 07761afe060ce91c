// How much one action takes, for whoever types it and whoever decodes it. Apart from the schemas, which no page loads.

/** Characters. */
export const LONGEST = { line: 500, value: 4_000, text: 50_000 } as const;
/** Files handed over with one note or at once. */
export const MOST_FILES = 20;
/** Bytes of a file that one message carries: 256 kB once written as base64. */
export const PIECE = 192 * 1024;
