const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;

/**
 * Text as a link to the web, or null. `example.org/kontakt` gets `https:`; everything but http and https is no link
 * (`javascript:` would run in our page), nor is an address with a name before the host, which hides where it leads.
 */
export function webLink(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/u.test(trimmed)) return null;
  const hasScheme = SCHEME.test(trimmed) && !/^[^/:]+:\d+(\/|$)/u.test(trimmed);
  const whole = hasScheme ? trimmed : `https://${trimmed.replace(/^\/\//u, '')}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return /^[^.]+(\.[^.]+)+\.?$|^localhost$|^\[.+\]$/u.test(url.hostname) ? url.href : null;
}

/** A link to a profile at one of the service's own hosts; what is no address there is a name, put after `start`. */
export function profileLink(text: string, hosts: readonly string[], start: string): string | null {
  const value = text.trim();
  const name = value.replace(/^@/u, '');
  if (
    /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u.test(name) &&
    !hosts.some((host) => name.startsWith(`${host}/`) || name === host)
  ) {
    return `${start}${encodeURIComponent(name)}`;
  }
  const link = webLink(value);
  if (link === null) return null;
  const host = new URL(link).hostname;
  return hosts.some((own) => host === own || host.endsWith(`.${own}`)) ? link : null;
}
