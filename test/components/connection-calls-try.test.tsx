import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { connectionRow, deskKind, ownRow } from '@/test/support/connections';
import { CHATS, chatsRow, describeIt, desk, drawCalls, mergeRow, saved } from '@/test/support/draw-calls';
import { field, press, type } from '@/test/support/draw-connections';
import { gate } from '@/test/support/places';
import type { CallTried } from '@/utils/messages/protocol';

describe('Trying a call', () => {
  const toGet = async () => {
    fireEvent.click(screen.getByRole('combobox', { name: /^Method/ }));
    fireEvent.click(screen.getByRole('option', { name: 'GET' }));
    await screen.findByRole('button', { name: 'Try reading' });
  };

  it('is offered only for one that reads', async () => {
    const { questions } = await drawCalls();
    await describeIt(CHATS);
    expect(screen.queryByRole('button', { name: 'Try reading' })).toBeNull();
    expect(screen.getByText(/Only a call with GET can be tried beforehand/)).toBeTruthy();
    await toGet();
    type('Path', 'people/{id}/chats');
    press('Try reading');
    await waitFor(() =>
      expect(questions('connection.call.probe')).toEqual([
        {
          id: 'desk',
          call: 'chats',
          value: { on: true, method: 'get', path: 'people/{id}/chats', body: '', codes: [200] },
        },
      ]),
    );
    expect((await screen.findAllByText('The server has this call. It answered in 0.21 s.')).length).toBeGreaterThan(0);
    expect(saved(questions)).toEqual([]);
  });

  it.each([
    [{ kind: 'missing', status: 404 }, 'The server has no such call: it answered 404.'],
    [{ kind: 'invalid', status: 405 }, 'The server has no such call: it answered 405.'],
    [{ kind: 'invalid', status: 400 }, 'The server refused it and answered 400.'],
    [{ kind: 'forbidden', status: 403 }, /this login may not make it/],
    [{ kind: 'server', field: 'token' }, /not with what this call is read for/],
    [{ kind: 'closed', status: 423 }, /It could not be tried. The helpdesk says that it is closed/],
  ] as const)('tells what %o means', async (problem, words) => {
    await drawCalls([chatsRow], { 'connection.call.probe': () => ({ at: 0, ms: 9, problem }) });
    await describeIt(CHATS);
    await toGet();
    type('Path', 'people/{id}/chats');
    press('Try reading');
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
    // Of what is typed since then nothing is known.
    type('Path', 'people/{id}/talks');
    await waitFor(() => expect(screen.queryAllByText(words)).toEqual([]));
  });

  it('tells nothing of what was typed since, however late its answer comes', async () => {
    const held = gate<CallTried>();
    await drawCalls([chatsRow], { 'connection.call.probe': () => held.promise });
    await describeIt(CHATS);
    await toGet();
    type('Path', 'people/{id}/chats');
    press('Try reading');
    await screen.findByText('Reading');
    type('Path', 'people/{id}/talks');
    held.open({ at: 0, ms: 9, problem: null });
    await screen.findByRole('button', { name: 'Try reading' });
    expect(screen.queryByText(/The server has this call/)).toBeNull();
  });

  it('is not done with what could not be made', async () => {
    const { questions } = await drawCalls();
    await describeIt(CHATS);
    await toGet();
    type('Path', 'people/{who}');
    press('Try reading');
    expect(await screen.findByText(/is not filled in here/)).toBeTruthy();
    expect(questions('connection.call.probe')).toEqual([]);
  });
});

describe('What is typed while a call is saved', () => {
  it('stays, and is still to be saved', async () => {
    const held = gate<null>();
    const { questions } = await drawCalls([mergeRow], { 'connection.call.save': () => held.promise });
    await describeIt('Merge');
    type('Path', 'people/{id}/join/{source}');
    press('Save');
    await waitFor(() => expect(saved(questions)).toHaveLength(1));
    type('Path', 'people/{id}/unite/{source}');
    held.open(null);
    await screen.findByText('Saved: Merge');
    expect(field('Path').value).toBe('people/{id}/unite/{source}');
    press('Save');
    await waitFor(() => expect(saved(questions)).toHaveLength(2));
  });

  it('is not taken for the call of the same name of another server', async () => {
    const held = gate<null>();
    const other = connectionRow({ id: 'new', connector: 'desk', name: 'New desk', mark: deskKind.mark });
    const { questions } = await drawCalls([mergeRow], {
      'connection.list': () => [ownRow, desk, other],
      'connection.call.save': () => held.promise,
    });
    await describeIt('Merge');
    type('Path', 'people/{id}/join/{source}');
    press('Save');
    await waitFor(() => expect(saved(questions)).toHaveLength(1));
    press('More for New desk');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Further calls…' }));
    press('Discard');
    await screen.findByRole('region', { name: 'What New desk may have' });
    await describeIt('Merge');
    type('Path', 'people/{id}/unite/{source}');
    await act(async () => {
      held.open(null);
      await new Promise(requestAnimationFrame);
    });
    await waitFor(() => expect(field('Path').value).toBe('people/{id}/unite/{source}'));
    expect(screen.queryByText('Saved: Merge')).toBeNull();
  });
});
