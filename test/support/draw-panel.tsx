import { render } from '@testing-library/preact';
import { vi } from 'vitest';
import { loadParts } from '@/components/panel/later';
import { Panel } from '@/components/panel/Panel';
import { NO_QUEUE, type PageActs, type QueueState } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import type { Viewing } from '@/utils/messages/viewing';
import { makeSearching } from '@/utils/panel/searching';
import { type Answers, answering, pageActs } from './asking';

// As in a panel that has stood there for a moment: what comes in files of its own has come.
await loadParts();

/** Tuesday, 13:32 UTC: what tests of the panel count from. */
export const NOW = Date.parse('2026-11-17T13:32:00.000Z');

/** Then all sources are asked through the background. */
const noWorker = (): never => {
  throw new Error('no workers in a test');
};

/** Draws the panel over a background that answers what it is told to; `show` gives it another view. */
export function drawPanel(
  view: PanelView | null,
  answers: Answers = {},
  acts: Partial<PageActs> = {},
  queue: QueueState = NO_QUEUE,
  viewings: readonly Viewing[] = [],
) {
  const background = answering({
    'preferences.get': () => ({ ownAddresses: [], neverLookUp: [], theme: 'system', singleKeys: true, folded: {} }),
    'preferences.set': ({ folded = {} }) => ({
      ownAddresses: [],
      neverLookUp: [],
      theme: 'system',
      singleKeys: true,
      folded,
    }),
    search: () => ({ items: [], total: 0 }),
    organisations: () => ({ items: [], total: 0 }),
    ...answers,
  });
  const page = {
    ...pageActs(),
    ...makeSearching(noWorker, background.ask),
    copy: vi.fn(async () => true),
    ...acts,
  };
  const clock = { now: NOW };
  const drawn = { view, queue, viewings };
  const panel = () => <Panel {...drawn} ask={background.ask} page={page} now={() => clock.now} />;
  const { rerender, container, unmount } = render(panel());
  return {
    ...background,
    page,
    clock,
    container,
    unmount,
    show: (next: PanelView | null) => {
      drawn.view = next;
      rerender(panel());
    },
    viewings: (next: readonly Viewing[]) => {
      drawn.viewings = next;
      rerender(panel());
    },
    queue: (next: QueueState) => {
      drawn.queue = next;
      rerender(panel());
    },
  };
}
