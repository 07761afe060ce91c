// Bytes as text, for the messages between pages and background, which carry no bytes.

// In runs, since a call takes only so many arguments.
export function toBase64(bytes: Uint8Array): string {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) texts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(texts.join(''));
}

/** Throws what the browser throws for a text that is not base64. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
