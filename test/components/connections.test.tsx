import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { connectionRow, ownRow } from '@/test/support/connections';
import { drawConnections, refusing } from '@/test/support/draw-connections';
import type { ConnectionRow } from '@/utils/messages/protocol';

const MINUTE = 60_000;
const old = connectionRow({
  id: 'old',
  name: 'Old desk',
  mark: { shape: 'circle', letter: 'D' },
  settings: { address: 'https://desk.example.test/agent' },
  state: 'paused',
  pausedAt: '2020-11-03T10:00:00Z',
  people: 412,
  unsent: 3,
});
const all = [ownRow, connectionRow(), old];

const list = () => screen.findByRole('list', { name: 'Servers and books' });
const names = async () =>
  within(await list())
    .getAllByRole('listitem')
    .map((row) => row.querySelector('strong')?.textContent);
const rowOf = async (name: string) => {
  const rows = within(await list()).getAllByRole('listitem');
  return within(rows.find((row) => row.textContent.includes(name)) ?? document.body);
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const pick = async (of: string, name: RegExp) => {
  await press(`More for ${of}`);
  fireEvent.click(screen.getByRole('menuitem', { name }));
};

describe('The list of connections', () => {
  it('is what the settings open with', async () => {
    drawConnections(all);
    location.hash = '';
    expect(screen.getByRole('heading', { level: 1, name: 'Connections' })).toBeTruthy();
    expect(await names()).toEqual(['My book', 'RT Support', 'Old desk']);
  });

  it('names the kind, the address and the last contact with its age and how long it took', async () => {
    drawConnections([ownRow, connectionRow({ contact: { at: Date.now() - 2 * MINUTE - 5000, ms: 213 } })]);
    const rt = await rowOf('RT Support');
    expect(rt.getByText(/Request Tracker/)).toBeTruthy();
    expect((await list()).textContent).toContain('https://tickets.example.org:8443/rt');
    expect(rt.getByText('Ready')).toBeTruthy();
    expect(rt.getByText('Last contact 2 min ago · 0.21 s')).toBeTruthy();
    const own = await rowOf('My book');
    expect(own.getByText('in this browser only')).toBeTruthy();
    expect(own.getByText('1,204 people')).toBeTruthy();
    expect(own.getByRole('button', { name: 'Open My book' })).toBeTruthy();
  });

  it('alarms of a server that is away, not of one that asks to wait or is closed for a while', async () => {
    const failed = (name: string, kind: 'rate-limited' | 'closed' | 'offline') =>
      connectionRow({ id: name, name, state: 'failed', problem: { kind } });
    drawConnections([failed('Busy', 'rate-limited'), failed('Shut', 'closed'), failed('Away', 'offline')]);
    await list();
    const alarmed = [...document.querySelectorAll('.connection-row')].filter(
      (row) => row.querySelector('.connection-failed') !== null,
    );
    expect(alarmed.map((row) => row.querySelector('strong')?.textContent)).toEqual(['Away']);
  });

  it.each<readonly [string, Partial<ConnectionRow>, RegExp, string]>([
    [
      'Sign-in refused',
      { state: 'failed', problem: { kind: 'signed-out' }, since: Date.now() },
      /^Since .* not accepted$/,
      'Sign in to RT Support',
    ],
    ['No answer', { state: 'failed', problem: { kind: 'timeout' } }, /too slow/, 'Test RT Support'],
    ['Closed for maintenance', { state: 'failed', problem: { kind: 'closed' } }, /^down for/, 'Test RT Support'],
    ['Not tested', { state: 'unknown' }, /Not asked since it was saved/, 'Test RT Support'],
    ['No access', { state: 'no-access' }, /Your browser may not call it/, 'Allow access to RT Support'],
    ['Locked', { state: 'locked', filled: [] }, /opens with your passphrase/, 'Unlock RT Support'],
    [
      'Paused',
      { state: 'paused', pausedAt: '2020-11-03T10:00:00Z', people: 412, unsent: 3 },
      /^By you, .*2020 · kept 412 cards · 3 changes not sent$/,
      'Resume RT Support',
    ],
  ])('says “%s” in words, what more is known, and offers the one thing to do', async (word, state, second, act) => {
    drawConnections([ownRow, connectionRow(state)]);
    const rt = await rowOf('RT Support');
    expect(rt.getByText(word)).toBeTruthy();
    expect(rt.getByText(second)).toBeTruthy();
    expect(rt.getByRole('button', { name: act })).toBeTruthy();
  });

  it('says in one line that there is no server yet', async () => {
    drawConnections([ownRow]);
    expect(await screen.findByText('No server yet. Senders are looked up in your own book.')).toBeTruthy();
  });

  it('offers to ask again when the extension gives no answer', async () => {
    drawConnections([], { answers: { 'connection.list': refusing({ kind: 'bug' }) } });
    expect(await screen.findByText('The extension gave no answer.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
  });
});

describe('The order of connections', () => {
  it('is changed with the arrow keys on a handle, which keeps the focus, and told', async () => {
    const { questions } = drawConnections(all);
    const handle = await screen.findByRole('button', { name: 'Move RT Support' });
    handle.focus();
    fireEvent.keyDown(handle, { key: 'ArrowUp' });
    expect(await names()).toEqual(['RT Support', 'My book', 'Old desk']);
    expect(document.activeElement).toBe(handle);
    expect(screen.getByText('RT Support is number 1 of 3.')).toBeTruthy();
    await waitFor(() => expect(questions('connection.order')).toEqual([{ ids: ['rt', 'book', 'old'] }]));
    fireEvent.keyDown(handle, { key: 'ArrowUp' });
    expect(questions('connection.order')).toHaveLength(1);
  });

  it('is changed by the menu too, which offers no way beyond an end', async () => {
    const { questions } = drawConnections(all);
    await press('More for Old desk');
    expect(screen.queryByRole('menuitem', { name: 'Move down' })).toBeNull();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Move up' }));
    expect(await names()).toEqual(['My book', 'Old desk', 'RT Support']);
    await waitFor(() => expect(questions('connection.order')).toEqual([{ ids: ['book', 'old', 'rt'] }]));
  });

  it('is changed by dragging a handle, and left alone with Escape', async () => {
    const { questions } = drawConnections(all);
    const handle = await screen.findByRole('button', { name: 'Move RT Support' });
    fireEvent.pointerDown(handle, { button: 0 });
    // Every row stands at 0 here: whoever is below them all has passed them all.
    fireEvent.pointerMove(document, { clientY: 500 });
    expect(await names()).toEqual(['My book', 'Old desk', 'RT Support']);
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(await names()).toEqual(['My book', 'RT Support', 'Old desk']);
    fireEvent.pointerDown(handle, { button: 0 });
    fireEvent.pointerMove(document, { clientY: 500 });
    fireEvent.pointerUp(document);
    await waitFor(() => expect(questions('connection.order')).toEqual([{ ids: ['book', 'old', 'rt'] }]));
  });

  it('goes back to what it was, and says so, when it could not be saved', async () => {
    drawConnections(all, { answers: { 'connection.order': refusing({ kind: 'bug' }) } });
    fireEvent.keyDown(await screen.findByRole('button', { name: 'Move RT Support' }), { key: 'ArrowUp' });
    expect(await screen.findByText('The order was not saved.')).toBeTruthy();
    await waitFor(async () => expect(await names()).toEqual(['My book', 'RT Support', 'Old desk']));
  });
});

describe('One connection', () => {
  it('is paused and resumed, and the button keeps its place', async () => {
    const { questions } = drawConnections(all);
    await pick('RT Support', /Pause/);
    const resume = await screen.findByRole('button', { name: 'Resume RT Support' });
    expect(screen.getByText('RT Support is paused. Nothing is asked there.')).toBeTruthy();
    resume.focus();
    fireEvent.click(resume);
    expect(await screen.findByRole('button', { name: 'Test RT Support' })).toBe(document.activeElement);
    expect(questions('connection.pause')).toEqual([
      { id: 'rt', paused: true },
      { id: 'rt', paused: false },
    ]);
  });

  it('without access asks the browser within the click, and is tested then', async () => {
    const { page, questions } = drawConnections([ownRow, connectionRow({ state: 'no-access' })]);
    const allow = await screen.findByRole('button', { name: 'Allow access to RT Support' });
    fireEvent.click(allow);
    expect(page.allowSite).toHaveBeenCalledWith('https://tickets.example.org:8443');
    await waitFor(() => expect(questions('connection.test')).toEqual([{ id: 'rt' }]));
  });

  it('is not tested when the browser was told no', async () => {
    const { questions } = drawConnections([ownRow, connectionRow({ state: 'no-access' })], {
      page: { allowSite: async () => false },
    });
    await press('Allow access to RT Support');
    expect(await screen.findByText(/The browser was told no/)).toBeTruthy();
    expect(questions('connection.test')).toEqual([]);
  });

  it('forgets what is kept of its answers, which is counted before', async () => {
    const { questions } = drawConnections([ownRow, connectionRow({ people: 31 })]);
    await press('More for RT Support');
    fireEvent.click(screen.getByRole('menuitem', { name: /Forget kept answers.*31 cards on this computer/ }));
    expect(await screen.findByText('Nothing of RT Support is kept on this computer any more.')).toBeTruthy();
    expect(questions('connection.forget')).toEqual([{ id: 'rt' }]);
  });

  it('is removed only after a question that counts what goes and says what stays; then the title has the focus', async () => {
    const { questions } = drawConnections(all);
    await pick('Old desk', /Remove/);
    const dialog = within(screen.getByRole('dialog', { name: 'Remove Old desk?', hidden: true }));
    expect(dialog.getByText('412')).toBeTruthy();
    expect(dialog.getByText(/changes that were not sent yet/)).toBeTruthy();
    expect(dialog.getByText(/Your browser’s access to desk.example.test/)).toBeTruthy();
    expect(dialog.getByText('Everything at the server: nothing is deleted at Old desk')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel', hidden: true }));
    expect(questions('connection.remove')).toEqual([]);
    await pick('Old desk', /Remove/);
    fireEvent.click(screen.getByRole('button', { name: 'Remove server', hidden: true }));
    expect(await screen.findByText('Old desk is removed from Sidecard.')).toBeTruthy();
    expect(questions('connection.remove')).toEqual([{ id: 'old' }]);
    await waitFor(async () => expect(await names()).toEqual(['My book', 'RT Support']));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
  });

  it('that shares its host with another leaves that one the access', async () => {
    drawConnections([ownRow, connectionRow(), connectionRow({ id: 'lab', name: 'Lab' })]);
    await pick('Lab', /Remove/);
    expect(screen.getByText(/another connection calls it too/)).toBeTruthy();
    expect(screen.queryByText(/open pages there are no longer read/)).toBeNull();
  });

  it('stays in the list, with the reason, when it cannot be removed', async () => {
    drawConnections(all, { answers: { 'connection.remove': vi.fn(refusing({ kind: 'locked' })) } });
    await pick('Old desk', /Remove/);
    fireEvent.click(screen.getByRole('button', { name: 'Remove server', hidden: true }));
    expect(await screen.findByText(/^Not done. The tokens are locked/)).toBeTruthy();
    expect(await names()).toContain('Old desk');
  });
});
