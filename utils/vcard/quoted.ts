// Quoted-printable (RFC 2045 §6.7), as vCard 2.1 uses it.

/** Bytes of the text. What is no pair of hex digits stays as it is. */
export const unquote = (text: string): string =>
  text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const hexOf = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** UTF-8, quoted; what stands for itself in a line of ASCII is left. A last space is quoted, too. */
export const quote = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => (byte >= 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : hexOf(byte)))
    .join('')
    .replace(/ $/, '=20');
