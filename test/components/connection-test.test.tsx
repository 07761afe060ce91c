import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { connectionRow, connectionTest, ownRow, rtKind } from '@/test/support/connections';
import { drawConnections } from '@/test/support/draw-connections';
import type { ConnectionTest } from '@/utils/messages/protocol';

const all = [ownRow, connectionRow()];
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

/** The box of a test that is told so, and its lines. */
async function tested(told: ConnectionTest) {
  drawConnections(all, { answers: { 'connection.test': () => told } });
  await press('Test RT Support');
  await screen.findByText('Agent');
  const box = within(screen.getByRole('region', { name: 'Test of RT Support' }));
  return { box, lines: box.getAllByRole('listitem').map((line) => line.textContent) };
}

describe('The test of a connection', () => {
  it('says who is signed in, what they may do, and what not with the right that is missing', async () => {
    drawConnections(all);
    await press('Test RT Support');
    const box = within(await screen.findByRole('region', { name: 'Test of RT Support' }));
    expect(await box.findByText('Mira Okafor')).toBeTruthy();
    expect(box.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      'Signed in as Mira Okafor (lead)',
      'Find and read people',
      'Read tickets in 4 queues',
      'Edit people, disable, enable',
      'Switched off without “AdminUsers”Set passwords',
      'Switched off for this loginSee groups',
    ]);
    expect(box.getByText(/· 4 calls, 0.81 s$/)).toBeTruthy();
    expect(box.getByText('Test of RT Support: signed in as Mira Okafor. 2 things it may not do.')).toBeTruthy();
  });

  it('says nothing of what the server does not have, and what may be done in part', async () => {
    const login = { name: 'Agent', role: null, version: null, denied: ['person.set', 'tickets'] } as const;
    const told = connectionTest({ has: ['tickets', 'person.set', 'email.set'], login });
    drawConnections(all, { answers: { 'connection.test': () => told } });
    await press('Test RT Support');
    await screen.findByText('Agent');
    const box = within(screen.getByRole('region', { name: 'Test of RT Support' }));
    expect(box.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      'Signed in as Agent',
      'Find and read people',
      'Switched off for this loginRead tickets · Edit people, only in part',
    ]);
  });

  it('tells for each missing right all that it switches off, those without a name last', async () => {
    const told = connectionTest({
      has: ['tickets', 'sees', 'account.unlock', 'factor.remove', 'person.erase', 'billing'],
      login: {
        name: 'Agent',
        role: null,
        version: null,
        denied: ['billing', 'account.unlock', 'factor.remove', 'sees', 'person.erase'],
        missing: {
          'account.unlock': 'admin.user',
          'factor.remove': 'admin.user',
          sees: 'admin.user',
          'person.erase': 'admin.data_privacy',
        },
      },
    });
    const { box, lines } = await tested(told);
    expect(lines.slice(3)).toEqual([
      'Switched off without “admin.data_privacy”Delete people',
      'Switched off without “admin.user”Unlock people · Remove sign-in methods · See what somebody can see',
      'Switched off for this loginSee time and billing',
    ]);
    expect(box.getByText(/5 things it may not do/)).toBeTruthy();
  });

  it('tells whether the token or whoever it belongs to lacks a right, where the server tells that apart', async () => {
    const told = connectionTest({
      has: ['account.unlock', 'person.erase'],
      login: {
        name: 'Agent',
        role: null,
        version: null,
        denied: ['account.unlock', 'person.erase'],
        missing: { 'account.unlock': 'admin.user', 'person.erase': 'admin.data_privacy' },
        lacks: { 'admin.user': 'token', 'admin.data_privacy': 'owner' },
      },
    });
    const { lines } = await tested(told);
    expect(lines.slice(2)).toEqual([
      'Switched off: whoever the token belongs to lacks “admin.data_privacy”Delete people',
      'Switched off: the token lacks “admin.user”Unlock people',
    ]);
  });

  it('tells what is offered though nobody tried it there yet, and takes nothing of that for granted', async () => {
    const told = connectionTest({
      has: ['tickets', 'person.set', 'email.set', 'group.set', 'notes', 'note.add'],
      unproven: ['group.set', 'note.add', 'email.set'],
      login: { name: 'Agent', role: null, version: null, denied: [] },
    });
    const { lines } = await tested(told);
    expect(lines.slice(2)).toEqual([
      'Read tickets',
      'Edit people',
      'Read notes',
      'Offered, and not tried there yet: the first use tellsWrite notes · Change groups',
    ]);
  });

  it('that went well says what is good to know of such a server, and one that failed does not', async () => {
    const note = 'Find and read people';
    const told = { now: connectionTest({ has: [], login: null, problem: { kind: 'closed', status: 423 } }) };
    drawConnections(all, {
      answers: {
        'connection.kinds': () => [{ ...rtKind, connected: 'notes_none' as const }],
        'connection.test': () => told.now,
      },
    });
    await press('Test RT Support');
    const box = within(await screen.findByRole('region', { name: 'Test of RT Support' }));
    expect(await box.findByText('Closed for maintenance')).toBeTruthy();
    expect(box.queryByText('No notes.')).toBeNull();
    told.now = connectionTest();
    fireEvent.click(box.getByRole('button', { name: 'Retry' }));
    expect(await box.findByText(note)).toBeTruthy();
    expect(box.getByText('No notes.')).toBeTruthy();
  });

  it('tells the field of an answer that is not understood, and the words with which a login was refused', async () => {
    const told = { now: connectionTest({ login: null, problem: { kind: 'server', field: 'data.person.id' } }) };
    drawConnections(all, { answers: { 'connection.test': () => told.now } });
    await press('Test RT Support');
    const box = within(await screen.findByRole('region', { name: 'Test of RT Support' }));
    expect(await box.findByText('RT Support answered something new: ⁨data.person.id⁩.')).toBeTruthy();
    const said = 'API token access disabled!';
    told.now = connectionTest({ login: null, problem: { kind: 'forbidden', status: 403, said } });
    fireEvent.click(box.getByRole('button', { name: 'Retry' }));
    expect(await box.findByText('The server says: “⁨API token access disabled!⁩”')).toBeTruthy();
  });

  it('says to a key that was refused what else may be missing beside it', async () => {
    const problem = { kind: 'signed-out', status: 401, because: 'no-agent' } as const;
    const told = connectionTest({ login: null, problem });
    drawConnections(all, { answers: { 'connection.test': () => told } });
    await press('Test RT Support');
    const box = within(await screen.findByRole('region', { name: 'Test of RT Support' }));
    const words = /the key of a super-user also needs an agent/;
    expect((await box.findAllByText(words)).map(({ tagName }) => tagName)).toEqual(['P', 'P']);
    expect(box.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });

  it('that fails says why, and what can be done about it', async () => {
    const told = connectionTest({ login: null, problem: { kind: 'signed-out', status: 401 } });
    drawConnections(all, { answers: { 'connection.test': () => told } });
    await press('Test RT Support');
    const box = within(await screen.findByRole('region', { name: 'Test of RT Support' }));
    expect(await box.findByText('Sign-in refused')).toBeTruthy();
    expect(
      box.getByText('The server did not accept the token. Make a new one there and replace it here.'),
    ).toBeTruthy();
    fireEvent.click(box.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Authentication token')));
  });

  it('of a server that is tested while another answers late shows the one that was asked last', async () => {
    const late: { tell: (told: ConnectionTest) => void } = { tell: () => {} };
    const waits = new Promise<ConnectionTest>((tell) => {
      late.tell = tell;
    });
    const other = connectionRow({ id: 'two', name: 'Second' });
    drawConnections([ownRow, connectionRow(), other], {
      answers: { 'connection.test': ({ id }) => (id === 'rt' ? waits : connectionTest()) },
    });
    await press('Test RT Support');
    await press('Test Second');
    const box = within(await screen.findByRole('region', { name: 'Test of Second' }));
    expect(await box.findByText('Mira Okafor')).toBeTruthy();
    late.tell(connectionTest());
    await waits;
    expect(screen.getByRole('region', { name: 'Test of Second' })).toBeTruthy();
  });
});
