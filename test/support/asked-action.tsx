import { fireEvent, screen, within } from '@testing-library/preact';
import type { Capability } from '@/utils/connectors/types';
import type { Match, SourceAnswer } from '@/utils/messages/view';
import type { Answers } from './asking';
import { drawPanel } from './draw-panel';
import { ran } from './draw-profile';
import { address, type person } from './people';
import { allCapabilities, answer, match, sources, view } from './views';

/** What a helpdesk with sign-ins has beside a book. */
export const withSignIn: readonly Capability[] = [
  ...allCapabilities,
  'security',
  'account.unlock',
  'login.password',
  'login.reset',
  'login.view',
  'factor.remove',
];

export const holdings = {
  tickets: { count: 14, open: 3 },
  notes: { count: 4, files: 2 },
  charges: { count: 17, seconds: 18 * 3600 + 40 * 60 },
};

export const security = {
  locked: false,
  factors: [
    { id: 'f1', name: 'Authenticator app' },
    { id: 'f2', name: 'Security key' },
  ],
  resetTo: address('anna@example.com'),
  mailsPasswordTo: null,
  shortestPassword: 10,
};

/** Draws somebody of a helpdesk and chooses a row of their menu; gives the dialog that is over everything then. */
export function askFor(
  name: string,
  some: Parameters<typeof person>[0] = {},
  answers: Answers = {},
  others: readonly SourceAnswer[] = [],
  more: Partial<Match> = {},
) {
  const ref = { connection: 'rt', id: '4821' };
  const shown = answer([match({ ref, version: 'v7', ...some }, more)], { source: sources.rt, can: withSignIn });
  const panel = drawPanel(view({ answers: [shown, ...others], shown: ref, sources: Object.values(sources) }), {
    'action.run': () => ran,
    'action.undo': () => ran,
    'typed.get': () => ({}),
    'typed.keep': () => null,
    definitions: () => [],
    groups: () => [],
    labels: () => ({ items: [], total: 0 }),
    holdings: () => holdings,
    security: () => security,
    ...answers,
  });
  fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
  fireEvent.click(screen.getByRole('menuitem', { name }));
  return { ...panel, dialog: screen.getByRole('dialog') };
}
