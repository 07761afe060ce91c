/**
 * The address of a server as it was typed → as it is kept: 'rt.example.com/support/' → 'https://rt.example.com/support'.
 * Host, port and path, without the slash at its end. Null for what no server can be called by: another scheme than
 * http(s), a name and password in it, a question or a place within a page.
 */
export function serverAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /[\s\\]/u.test(text)) return null;
  const url = parsed(/^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  // The parser forgets that there was an empty one.
  if (url.username !== '' || url.password !== '' || /[?#]/u.test(text) || hasSignIn(text)) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
}

const hasSignIn = (text: string): boolean => /^(?:[a-z][a-z\d+.-]*:\/\/)?[^/]*@/iu.test(text);

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
