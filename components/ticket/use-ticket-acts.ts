import { useCallback, useMemo } from 'preact/hooks';
import type { Acts } from '@/components/panel/acts';
import { typedTexts } from '@/components/panel/typed-texts';
import { useFolds } from '@/components/panel/use-folds';
import { useNotices } from '@/components/panel/use-notices';
import { useRun } from '@/components/panel/use-run';
import { useSaid } from '@/components/panel/use-said';
import { useUndo } from '@/components/panel/use-undo';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';

/** Nobody's tab: this page is about a ticket, whatever else is open. */
const NO_TAB = -1;
const nothing = (): void => undefined;

interface TicketActsProps {
  readonly ask: AskBackground;
  readonly page: PageActs;
  readonly now: () => number;
}

/** What the parts of the panel can do on a page without a panel. */
export function useTicketActs({ ask, page, now }: TicketActsProps, source: Source | null) {
  const said = useSaid(null, null, null);
  const folds = useFolds(ask);
  const notices = useNotices(NO_TAB);
  const sourceOf = useCallback((id: string) => (id === source?.id ? source : undefined), [source]);
  const sourceName = useCallback((id: string) => sourceOf(id)?.name ?? '', [sourceOf]);
  const run = useRun(null, ask, notices, said.say, sourceName);
  const typed = useMemo(() => typedTexts(ask), [ask]);
  const acts: Acts = {
    tab: NO_TAB,
    ask,
    page,
    now,
    say: said.say,
    warn: said.warn,
    ...folds,
    hold: nothing,
    run,
    open: nothing,
    leave: nothing,
    notice: nothing,
    over: nothing,
    palette: false,
    sourceName,
    sourceOf,
    several: false,
    typed,
  };
  const undo = useUndo({ keys: false, tab: NO_TAB, hit: null, ask, notices, say: said.say, warn: said.warn });
  return { acts, notices, said, undo };
}
