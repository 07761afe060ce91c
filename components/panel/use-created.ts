import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { AskBackground } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import { isolate } from './person-words';
import { hitsOf } from './states';
import { freshClock, type Notices, STAYS } from './use-notices';

/** Somebody was just made: the view says so, and it is told like anything else that was done. */
export function useCreated(view: PanelView | null, notices: Notices, ask: AskBackground, now: () => number): void {
  const shown = useRef(new Map<number, string>());
  const created = view?.created ?? null;
  const tab = view?.tab ?? -1;
  const at = created?.at ?? '';
  const name =
    created === null
      ? undefined
      : hitsOf(view?.answers ?? []).find(({ match }) => sameRef(match.person.ref, created.ref))?.match.person.name;
  useEffect(() => {
    if (view === null) return;
    const before = shown.current.get(tab) ?? '';
    const key = `created ${at}`;
    if (before !== '' && before !== key) notices.close(tab, before);
    if (created === null) return void shown.current.delete(tab);
    const known = before === key;
    // A mark from before this panel was opened is no news; nor is one that was seen and is gone.
    const drawn = notices.find(tab, key);
    if (known ? drawn === null : now() - Date.parse(at) > STAYS) return;
    shown.current.set(tab, key);
    const source = view.sources.find(({ id }) => id === created.ref.connection)?.name ?? '';
    const undo = () => ask('person.uncreate', { tab });
    notices.show(tab, {
      key,
      title: name === undefined ? t('created') : t('created_named', [isolate(name)]),
      detail: [source],
      source,
      undo,
      clock: drawn?.clock ?? freshClock(undo),
      problem: drawn?.problem ?? null,
    });
  }, [tab, at, name]);
}
