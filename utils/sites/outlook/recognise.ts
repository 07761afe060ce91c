/**
 * Outlook on the web under a company's own host: the client is loaded from Microsoft's, whatever the host. Apart from
 * the reader, so that the script of other sites can recognise the page without carrying it.
 */
export function isOutlook(doc: Document, url: URL): boolean {
  if (!/^\/(?:mail|owa|calendar)(?:\/|$)/u.test(url.pathname) || doc.head === null) return false;
  return ['script[src', 'link[href'].some((part) =>
    ['cdn.office.net', 'owamail'].some((mark) => doc.head.querySelector(`${part}*="${mark}"]`) !== null),
  );
}
