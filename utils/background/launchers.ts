import { sendToTab } from '@/utils/browser/tabs';
import type { LauncherFace } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';

/** What kind of answer there is, and never whose: the launcher stands in somebody else's page. */
export function faceOf(view: PanelView): LauncherFace {
  const { subject, never, answers, shown } = view;
  if (!subject || never || subject.origin !== 'page') return { kind: 'none' };
  const matches = answers.flatMap((answer) => answer.matches);
  if (shown && matches.some(({ person }) => sameRef(person.ref, shown))) return { kind: 'known' };
  if (matches.length > 1) return { kind: 'several', count: matches.length };
  if (answers.some(({ state }) => state === 'looking')) return { kind: 'looking' };
  // A server that failed may know the sender: "new" would be a guess.
  return answers.some(({ state }) => state === 'failed') ? { kind: 'none' } : { kind: 'new' };
}

/** Tells the launcher of a tab its face, when it has another one. */
export function makeLaunchers(): (tab: number, view: PanelView) => void {
  const told = new Map<number, string>();
  return (tab, view) => {
    if (view.page.host === null) return;
    const face = faceOf(view);
    const text = JSON.stringify(face);
    if (told.get(tab) === text) return;
    told.set(tab, text);
    void sendToTab(tab, { name: 'launcher.show', question: { face } }, 0);
  };
}
