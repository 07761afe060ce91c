// Header texts outside ASCII, as RFC 2047 writes them.

/**
 * An encoded word in Base64.
 * @param {string} text
 */
export const base64Word = (text) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/**
 * An encoded word in "Q", in UTF-8 or ISO 8859-1.
 * @param {string} text
 * @param {'utf-8' | 'latin1'} [charset]
 */
export function quotedWord(text, charset = 'utf-8') {
  const bytes = [...Buffer.from(text, charset)].map((byte) => {
    const letter = String.fromCharCode(byte);
    if (/[A-Za-z0-9]/.test(letter)) return letter;
    return letter === ' ' ? '_' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `=?${charset === 'latin1' ? 'ISO-8859-1' : 'UTF-8'}?Q?${bytes.join('')}?=`;
}
