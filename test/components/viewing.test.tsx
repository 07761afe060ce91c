import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { answer, match, view } from '@/test/support/views';
import type { Viewing } from '@/utils/messages/viewing';
import { ProblemError } from '@/utils/problem';

const anna: Viewing = {
  connection: 'z',
  source: 'Zammad West',
  name: 'Anna Keller',
  hidden: false,
  window: 1,
  tab: 20,
  state: 'open',
  back: 'https://help.example.com/back',
};
const draw = (viewings: readonly Viewing[], answers: Answers = {}) =>
  drawPanel(view({ answers: [answer([match()])] }), { 'view.back': () => null, ...answers }, {}, undefined, viewings);
const banner = () => within(screen.getByRole('region', { name: 'Viewing as somebody else' }));

describe('While this browser is signed in as somebody else', () => {
  it('every panel says as whom and where, and has the one way back', async () => {
    const { questions, viewings } = draw([anna]);
    expect(banner().getByText(/^You are .*Anna Keller.* at Zammad West in this browser\.$/)).toBeTruthy();
    fireEvent.click(banner().getByRole('button', { name: 'Back to my view' }));
    await waitFor(() => expect(questions('view.back')).toEqual([{ tab: 1, connection: 'z', hidden: false }]));
    viewings([]);
    expect(screen.queryByRole('region', { name: 'Viewing as somebody else' })).toBeNull();
  });

  it('it is said that this goes on though the tab is closed', () => {
    draw([{ ...anna, tab: null }]);
    expect(banner().getByText(/The tab is closed, and Zammad West still takes you for them\./)).toBeTruthy();
  });

  it('what holds for private windows alone, or for one tab, is said to do so', () => {
    const { back: _back, ...inTab } = { ...anna, connection: 'd', source: 'Desk' };
    draw([{ ...anna, hidden: true }, inTab]);
    expect(banner().getByText(/^You are .*Anna Keller.* at Zammad West in private windows\.$/)).toBeTruthy();
    expect(banner().getByText(/^You see Desk as .*Anna Keller.*, in a tab of its own\.$/)).toBeTruthy();
    expect(banner().getByRole('button', { name: 'Close that tab' })).toBeTruthy();
  });

  it('a session that the server has not begun is not said to be one', async () => {
    const { questions } = draw([{ ...anna, state: 'refused' }]);
    expect(
      banner().getByText(/^Zammad West has not taken you for .*Anna Keller.*: you have to be signed in there/),
    ).toBeTruthy();
    fireEvent.click(banner().getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(questions('view.back')).toHaveLength(1));
  });

  it('it is there while people are searched, and what could not be ended is told', async () => {
    const panel = draw([anna], {
      'view.back': () => {
        throw new ProblemError({ kind: 'bug' });
      },
    });
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'ben' } });
    fireEvent.click(banner().getByRole('button', { name: 'Back to my view' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^Not done at Zammad West\./));
    expect(panel.questions('view.back')).toHaveLength(1);
  });

  it('nothing stands there otherwise', () => {
    draw([]);
    expect(screen.queryByRole('region', { name: 'Viewing as somebody else' })).toBeNull();
  });
});
