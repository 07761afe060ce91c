import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Over, useActs } from '@/components/panel/acts';
import { Keys } from '@/components/panel/Keys';
import type { Hit } from '@/components/panel/states';
import type { PanelView } from '@/utils/messages/view';
import { ActionDialog } from './ActionDialog';
import { MoveTicketDialog } from './MoveTicketDialog';
import { Palette } from './Palette';
import { Refused } from './Refused';
import { ResetPageDialog } from './ResetPageDialog';
import { SeesDialog } from './SeesDialog';

export interface CommandsProps {
  readonly over: Over;
  readonly view: PanelView | null;
  /** Who is shown now. */
  readonly hit: Hit | null;
  readonly find: RefObject<HTMLInputElement | null>;
  readonly onFind: (text: string) => void;
  readonly onClose: () => void;
}

const HELD = 'over';

/** What stands over everything. Meanwhile the panel stays with its person: a question is never put about another. */
export function Commands({ over, view, hit, find, onFind, onClose }: CommandsProps) {
  const { hold, tab } = useActs();
  useEffect(() => {
    hold(HELD, true);
    return () => hold(HELD, false);
  }, [hold]);
  // Another tab came to the front: its panel has its own. Never when it is taken away itself: that is told late, when
  // what was chosen in it may stand there already.
  const opened = useRef(tab);
  useEffect(() => {
    if (opened.current !== tab) onClose();
  }, [tab]);
  switch (over.kind) {
    case 'palette':
      return (
        <Palette
          view={view}
          hit={hit}
          reach={{ toSearch: () => find.current?.focus(), endSearch: () => onFind('') }}
          onClose={onClose}
        />
      );
    case 'keys':
      return <Keys onClose={onClose} />;
    case 'action':
      return <ActionDialog action={over.action} view={view} hit={over.hit} onClose={onClose} />;
    case 'sees':
      return <SeesDialog hit={over.hit} onClose={onClose} />;
    case 'reset-page':
      return <ResetPageDialog hit={over.hit} onClose={onClose} />;
    case 'move-ticket':
      return <MoveTicketDialog hit={over.hit} ticket={over.ticket} onClose={onClose} />;
    default:
      return <Refused {...over} onClose={onClose} />;
  }
}
