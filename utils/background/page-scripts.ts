import type { PageScript, ScriptPlaces } from '@/utils/browser/scripts';
import { GMAIL_HOSTS, OUTLOOK_HOSTS } from '@/utils/sites/hosts';

const KNOWN: Readonly<Record<Exclude<PageScript, 'hosted'>, readonly string[]>> = {
  gmail: GMAIL_HOSTS,
  outlook: OUTLOOK_HOSTS,
};
const hostIn = (pattern: string): string => pattern.split('/')[2] ?? '';
const patternFor = (host: string): string => `https://${host}/*`;

/** Which script reads pages of a host. */
export function scriptFor(host: string): PageScript {
  if (KNOWN.gmail.includes(host)) return 'gmail';
  return KNOWN.outlook.includes(host) ? 'outlook' : 'hosted';
}

/**
 * Where each script is to run, given the sites that the user allowed. Somebody may have allowed all sites at once in
 * the browser's own settings: then a pattern with a star covers the known hosts too.
 */
export function scriptPlaces(patterns: readonly string[]): Readonly<Record<PageScript, ScriptPlaces>> {
  const hosts = patterns.map(hostIn);
  const wide = hosts.some((host) => host.includes('*'));
  const known = (script: 'gmail' | 'outlook'): ScriptPlaces => ({
    matches: KNOWN[script].filter((host) => wide || hosts.includes(host)).map(patternFor),
    excludeMatches: [],
  });
  return {
    gmail: known('gmail'),
    outlook: known('outlook'),
    hosted: {
      matches: patterns.filter((pattern) => scriptFor(hostIn(pattern)) === 'hosted'),
      excludeMatches: wide ? [...KNOWN.gmail, ...KNOWN.outlook].map(patternFor) : [],
    },
  };
}
