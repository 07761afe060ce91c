import { useState } from 'preact/hooks';
import type { AskBackground, PageActs, SiteAccess } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { originName } from './site-address';
import { type Asked, useAsked } from './use-asked';

/** What the last click led to, for the line of words under the buttons. */
export type SiteOutcome =
  | { readonly kind: 'allowed' | 'refused' | 'taken-back' | 'kept'; readonly name: string }
  | { readonly kind: 'unsaved'; readonly problem: Problem };

export interface Sites {
  readonly asked: Asked<readonly SiteAccess[]>;
  readonly outcome: SiteOutcome | null;
  /** The browser is asking the person right now. */
  readonly asking: boolean;
  /** Call it straight from a click: the browser asks only then. Tells whether the person said yes. */
  allow(origins: readonly [string, ...string[]]): Promise<boolean>;
  revoke(origin: string): Promise<void>;
  setLauncher(origin: string, hidden: boolean): Promise<void>;
}

/** Which sites may be read, and how to change that. The browser is the one who knows; we ask again after each change. */
export function useSites(ask: AskBackground, page: PageActs): Sites {
  const asked = useAsked(() => ask('site.list', {}));
  const [outcome, setOutcome] = useState<SiteOutcome | null>(null);
  const [asking, setAsking] = useState(false);
  return {
    asked,
    outcome,
    asking,
    async allow([origin, ...more]) {
      setAsking(true);
      const answer = page.allowSite(origin, ...more);
      const allowed = await answer.catch(() => false);
      setAsking(false);
      setOutcome({ kind: allowed ? 'allowed' : 'refused', name: originName(origin) });
      asked.again();
      return allowed;
    },
    async revoke(origin) {
      const gone = await page.revokeSite(origin).catch(() => false);
      setOutcome({ kind: gone ? 'taken-back' : 'kept', name: originName(origin) });
      asked.again();
    },
    async setLauncher(origin, hidden) {
      const answer = await ask('site.launcher', { origin, hidden });
      setOutcome(answer.ok ? null : { kind: 'unsaved', problem: answer.problem });
      asked.again();
    },
  };
}
