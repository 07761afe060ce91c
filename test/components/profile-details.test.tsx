import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import type { person } from '@/test/support/people';
import { sources } from '@/test/support/views';
import type { Details } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';

const signIn = (index: number) => ({
  id: String(index),
  at: `2026-11-${String(16 - index).padStart(2, '0')}T08:05:00.000Z`,
  browser: 'Firefox 146',
  ip: '192.0.2.7',
  ok: index !== 1,
});
const signIns = Array.from({ length: 7 }, (_, index) => signIn(index));
const details: Details = {
  createdAt: '2024-03-03T09:00:00.000Z',
  creationSystem: 'web',
  confirmed: true,
  lastLoginAt: '2026-11-16T08:05:00.000Z',
  lastSeenAt: '2026-11-17T08:00:00.000Z',
  browser: 'Firefox 146 on Linux',
  signIns: { items: signIns.slice(0, 5), total: 7 },
};
const upTo = ({ limit }: { readonly limit: number }): Details => ({
  ...details,
  signIns: { items: signIns.slice(0, limit), total: signIns.length },
});

const section = () => screen.getByRole('region', { name: 'Details' });
const inside = () => within(section());
const open = () => fireEvent.click(inside().getByRole('button', { name: 'Details' }));
const draw = (some: Parameters<typeof person>[0] = {}, answers: Answers = {}, source = {}) =>
  drawProfile(some, { details: upTo, ...answers }, source);
const value = (label: string) => inside().getByText(label).nextElementSibling?.textContent;

describe('Details', () => {
  it('are read only when they are opened', async () => {
    const { questions } = draw();
    expect(inside().getByRole('button', { name: 'Details' }).getAttribute('aria-expanded')).toBe('false');
    expect(questions('details')).toEqual([]);
    open();
    await inside().findByText('On the website');
    expect(questions('details')).toEqual([{ ref: { connection: 'book', id: '1' }, limit: 5 }]);
    expect(value('Created')).toMatch(/2024/);
    expect(value('Made')).toBe('On the website');
    expect(value('Address')).toBe('Confirmed');
    expect(value('Last sign-in')).toMatch(/16/);
    expect(value('Last seen')).toMatch(/17/);
    expect(value('Browser')).toBe('Firefox 146 on Linux');
  });

  it('leave out what the server does not know, and keep its own words where we have none', async () => {
    draw(
      {},
      {
        details: () => ({
          ...details,
          creationSystem: 'legacy.sso',
          confirmed: null,
          lastLoginAt: null,
          browser: null,
          signIns: { items: [], total: 0 },
        }),
      },
    );
    open();
    await inside().findByText('legacy.sso');
    expect([...section().querySelectorAll('dt')].map((term) => term.textContent)).toEqual([
      'Created',
      'Made',
      'Last seen',
    ]);
    expect(inside().queryByText('Sign-ins')).toBeNull();
  });

  it('list five sign-ins, say in a word which failed, and all of them on a press', async () => {
    const { questions } = draw();
    open();
    await inside().findByText('Sign-ins');
    expect(inside().getAllByText('192.0.2.7')).toHaveLength(5);
    expect(inside().getAllByText('failed')).toHaveLength(1);
    fireEvent.click(inside().getByRole('button', { name: 'Show all 7 sign-ins' }));
    await waitFor(() => expect(inside().getAllByText('192.0.2.7')).toHaveLength(7));
    expect(questions('details')).toMatchObject([{ limit: 5 }, { limit: 7 }]);
    expect(inside().queryByRole('button', { name: /Show all/ })).toBeNull();
  });

  it('are read anew after a change from here', async () => {
    const { questions, become } = draw();
    open();
    await inside().findByText('On the website');
    become({}, { touched: 1 });
    await waitFor(() => expect(questions('details')).toHaveLength(2));
  });

  it('fail in their own place, and can be read again', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 502 })), () => details];
    draw({}, { details: () => answers.shift()?.() ?? details });
    open();
    await inside().findByText('Details could not be read from My book.');
    fireEvent.click(inside().getByRole('button', { name: 'Retry' }));
    expect(await inside().findByText('On the website')).toBeTruthy();
  });

  it('are what stands in the record where the server tells no more', () => {
    const source = { can: without('details', 'person.set') };
    const { questions } = draw({ createdAt: '2024-03-03T09:00:00.000Z' }, {}, source);
    open();
    expect(value('Created')).toMatch(/2024/);
    expect(questions('details')).toEqual([]);
  });

  it('are absent where nothing is known at all', () => {
    draw({}, {}, { can: without('details', 'person.set') });
    expect(screen.queryByRole('region', { name: 'Details' })).toBeNull();
  });
});

describe('The switch of automatic replies', () => {
  const flip = () => inside().getByRole('switch', { name: /Stop automatic replies to this person/ });

  it('is absent at a server that has no such thing', () => {
    const { become } = draw({}, {}, { source: { ...sources.book, local: false } });
    open();
    expect(inside().queryByRole('switch')).toBeNull();
    become({ autoReplies: true });
    expect(inside().getByRole('switch')).toBeTruthy();
  });

  it('is worded as what it does, and why', () => {
    draw();
    open();
    expect(flip().getAttribute('aria-checked')).toBe('false');
    expect(document.getElementById(flip().getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /^Prevents mail loops/,
    );
  });

  it('stops them at once, with a way back', async () => {
    const { questions } = draw();
    open();
    fireEvent.click(flip());
    expect(flip().getAttribute('aria-checked')).toBe('true');
    await screen.findByText('Automatic replies stopped');
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: { action: 'set-auto-replies', input: { from: true, to: false } },
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('is on for somebody who gets none, and lets them go out again', async () => {
    const { questions } = draw({ autoReplies: false });
    open();
    expect(flip().getAttribute('aria-checked')).toBe('true');
    fireEvent.click(flip());
    await screen.findByText('Automatic replies go out again');
    expect(questions('action.run')).toMatchObject([{ chosen: { input: { from: false, to: true } } }]);
  });

  it('says when it could not be turned, and offers both ways on', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'timeout' })), () => ran];
    draw({}, { 'action.run': () => answers.shift()?.() ?? ran });
    open();
    fireEvent.click(flip());
    expect(await inside().findByText('Not saved')).toBeTruthy();
    fireEvent.click(inside().getByRole('button', { name: /^Revert/ }));
    expect(flip().getAttribute('aria-checked')).toBe('false');
  });

  it('is not there for agents, nor where the server has none', () => {
    const { become } = draw({ kind: 'agent' });
    open();
    expect(inside().queryByRole('switch')).toBeNull();
    become({ kind: 'person' });
    expect(flip()).toBeTruthy();
  });

  it('says why this login may not turn it', () => {
    const { questions } = draw({}, {}, denying('person.set'));
    open();
    expect(flip().getAttribute('aria-disabled')).toBe('true');
    expect(section().textContent).toContain('Your login may not, at My book.');
    fireEvent.click(flip());
    expect(questions('action.run')).toEqual([]);
  });
});
