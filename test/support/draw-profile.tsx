import type { Capability } from '@/utils/connectors/types';
import type { Match, SourceAnswer } from '@/utils/messages/view';
import type { Answers } from './asking';
import { drawPanel } from './draw-panel';
import type { person } from './people';
import { allCapabilities, answer, match, view } from './views';

/** What a run of an action answers in tests of the profile. */
export const ran = { entry: 'e1', made: [] };

/** All but these. */
export const without = (...absent: readonly Capability[]): readonly Capability[] =>
  allCapabilities.filter((one) => !absent.includes(one));

/** As `denied` stands: this login may not. */
export const denying = (...denied: readonly Capability[]): Partial<SourceAnswer> => ({
  can: without(...denied),
  denied,
});

/** Draws somebody's profile over a background that does what it is told; `become` gives another state of the record. */
export function drawProfile(
  some: Parameters<typeof person>[0],
  answers: Answers = {},
  source: Partial<SourceAnswer> = {},
  more: Partial<Match> = {},
) {
  const shown = (now: typeof some, then: Partial<Match> = more) =>
    view({ answers: [answer([match(now, then)], source)] });
  const panel = drawPanel(shown(some), {
    'action.run': () => ran,
    'action.undo': () => ran,
    'typed.get': () => ({}),
    'typed.keep': () => null,
    definitions: () => [],
    groups: () => [],
    labels: () => ({ items: [], total: 0 }),
    ...answers,
  });
  return { ...panel, become: (now: typeof some, then?: Partial<Match>) => panel.show(shown(now, then)) };
}
