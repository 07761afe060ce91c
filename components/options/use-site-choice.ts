import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { knownSites } from './known-sites';
import { readSiteAddress, type SiteAddress } from './site-address';

export const TYPED = 'typed';

export interface SiteChoice {
  /** Id of a known site, or `TYPED`. */
  readonly id: string;
  readonly text: string;
  readonly reading: SiteAddress;
  /** What is wrong with the typed address is told after the first try, not while it is typed. */
  readonly tried: boolean;
  readonly confirmed: boolean;
  /** Where the address is typed: it takes the focus when it has to be mended. */
  readonly field: RefObject<HTMLInputElement | null>;
  choose(id: string): void;
  type(text: string): void;
  confirm(confirmed: boolean): void;
  /** The origins to ask for; null (and the reason is shown) if there is something to mend first. */
  take(): readonly [string, ...string[]] | null;
  clear(): void;
}

/** Which site a person is about to allow: half-typed, not asked for yet. */
export function useSiteChoice(): SiteChoice {
  const [id, setId] = useState('gmail');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const reading = readSiteAddress(text);
  const type = (next: string): void => {
    setText(next);
    setTried(false);
    setConfirmed(false);
  };
  return {
    id,
    text,
    reading,
    tried,
    confirmed,
    field,
    choose(next) {
      setId(next);
      setTried(false);
    },
    type,
    confirm: setConfirmed,
    take() {
      const known = knownSites.find((site) => site.id === id);
      if (known) return known.origins;
      setTried(true);
      if (reading.state === 'ready' && (!reading.plain || confirmed)) return [reading.origin];
      if (reading.state !== 'ready') field.current?.focus();
      return null;
    },
    clear: () => type(''),
  };
}
