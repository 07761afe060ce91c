import { useCallback } from 'preact/hooks';
import type { AskBackground, FromPanel } from '@/utils/messages/protocol';

/** What the user asks for to see somebody else. */
const turns: ReadonlySet<keyof FromPanel> = new Set<keyof FromPanel>([
  'lookup.text',
  'lookup.party',
  'lookup.person',
  'lookup.back',
  'match.pick',
]);

/** Who asks in the panel for somebody is shown them: nothing half-typed holds against it (it is kept), no page. */
export function useTurning(ask: AskBackground, ...letGo: readonly (() => void)[]): AskBackground {
  const asking: AskBackground = (name, question) => {
    if (turns.has(name)) for (const go of letGo) go();
    return ask(name, question);
  };
  return useCallback(asking, [ask, ...letGo]);
}
