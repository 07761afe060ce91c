import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { CHATS, chatsRow, describeIt, drawCalls, saved } from '@/test/support/draw-calls';
import { press, type } from '@/test/support/draw-connections';

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
