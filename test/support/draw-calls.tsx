import { fireEvent, screen, within } from '@testing-library/preact';
import type { Answers } from '@/test/support/asking';
import { connectionRow, deskKind, ownRow, rtKind } from '@/test/support/connections';
import { drawConnections, press } from '@/test/support/draw-connections';
import type { KeptCall } from '@/utils/connectors/types';
import type { CallRow, ConnectionRow } from '@/utils/messages/protocol';

/** One with calls that its administrator may describe. */
export const desk = connectionRow({ id: 'desk', connector: 'desk', name: 'Old desk', mark: deskKind.mark });
export const merge: KeptCall = {
  method: 'put',
  path: 'people/{id}/join/{source}',
  body: '',
  codes: [200, 204],
  on: true,
};
export const mergeRow: CallRow = {
  place: {
    id: 'merge',
    label: 'action_merge',
    hint: 'notes_none',
    places: ['id', 'source'],
    preset: { method: 'post', path: '/api/people/{id}/merge/{source}', body: '', codes: [200], from: 'retry' },
  },
  kept: null,
};
export const chatsRow: CallRow = {
  place: { id: 'chats', label: 'deskpro_call_chats', hint: 'notes_none', places: ['id'] },
  kept: null,
};

/** The settings with the section of these calls open. */
export async function drawCalls(
  rows: readonly CallRow[] = [mergeRow, chatsRow],
  more: Answers = {},
  row: ConnectionRow = desk,
) {
  const drawn = drawConnections([ownRow, connectionRow(), row], {
    answers: {
      'connection.kinds': () => [rtKind, deskKind],
      'connection.calls': () => rows,
      'connection.call.save': () => null,
      'connection.call.probe': () => ({ at: Date.now(), ms: 210, problem: null }),
      ...more,
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'More for Old desk' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Further calls…' }));
  const box = within(await screen.findByRole('region', { name: 'What Old desk may have' }));
  await box.findAllByRole('switch');
  return { ...drawn, box };
}
export const CHATS = 'Read the chats of a person';
export const saved = (questions: (name: 'connection.call.save') => readonly unknown[]) =>
  questions('connection.call.save');
export const turn = (name: string) => fireEvent.click(screen.getByRole('switch', { name }));
export const isOn = (name: string) => screen.getByRole('switch', { name }).getAttribute('aria-checked');
export const describeIt = async (name: string) => {
  press(`Describe: ${name}`);
  await screen.findByRole('form', { name: `How it is called: ${name}` });
};
