import { act, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { address, partyOf, person } from '@/test/support/people';
import { answer, match, sources, subject, view } from '@/test/support/views';
import type { OtherPerson } from '@/utils/messages/view';

const rt = { source: sources.rt };
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

afterEach(() => {
  vi.useRealTimers();
});

describe('Looking up', () => {
  const since = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
  const looking = (seconds: number) =>
    view({ answers: [answer([], { ...rt, state: 'looking', since: since(seconds) })] });

  it('shows name and address of the message at once, and marks the rest as coming', () => {
    drawPanel(looking(0));
    expect(heading()).toBe('Anna Keller');
    expect(screen.getByText((_, node) => node?.className === 'address').textContent).toBe('anna@example.com');
    expect(screen.getByRole('tabpanel').getAttribute('aria-busy')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('says after three seconds where it still looks, counts on, and can be cancelled', () => {
    vi.useFakeTimers();
    const { questions, clock } = drawPanel(looking(3), { 'lookup.cancel': () => null });
    expect(screen.getByText(/^Looking in/).textContent).toBe('Looking in RRT Support for 3\u00a0s');
    clock.now += 1000;
    void act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText(/^Looking in/).textContent).toContain('for 4\u00a0s');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(questions('lookup.cancel')).toEqual([{ tab: 1 }]);
  });
});

describe('A lookup that fails', () => {
  it('says which server failed and how, and asks again on a press', () => {
    const { questions } = drawPanel(
      view({ answers: [answer([], { ...rt, state: 'failed', problem: { kind: 'server', status: 502 } })] }),
      { 'lookup.again': () => null },
    );
    expect(screen.getByText('People could not be read from RT Support.')).toBeTruthy();
    expect(screen.getByText('The server answered 502.')).toBeTruthy();
    expect(screen.queryByText('No one has this address')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(questions('lookup.again')).toEqual([{ tab: 1, connection: 'rt' }]);
  });

  it('at one server keeps the person that another server knows', () => {
    drawPanel(
      view({ answers: [answer([match()]), answer([], { ...rt, state: 'failed', problem: { kind: 'timeout' } })] }),
    );
    expect(heading()).toBe('Anna Keller');
    expect(screen.getByText('People could not be read from RT Support.')).toBeTruthy();
    expect(screen.getByText(/The rest is current/)).toBeTruthy();
  });

  it('offline keeps what was known and says from when it is', () => {
    const asOf = '2026-11-17T13:18:00.000Z';
    drawPanel(view({ answers: [answer([match()], { ...rt, state: 'failed', asOf, problem: { kind: 'offline' } })] }));
    expect(screen.getByText(/It could not be reached/)).toBeTruthy();
    expect(screen.getByText(/What you see is from/)).toBeTruthy();
  });

  it('because of a sign-in leads to the settings', () => {
    const { page } = drawPanel(
      view({ answers: [answer([match()]), answer([], { ...rt, state: 'failed', problem: { kind: 'signed-out' } })] }),
    );
    expect(screen.getByText('Signed out of RT Support.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(page.openOptions).toHaveBeenCalledOnce();
  });

  it('because the server asks to wait counts down and tries again by itself, once', () => {
    vi.useFakeTimers();
    const problem = { kind: 'rate-limited', retryAt: NOW + 2000 } as const;
    const { questions, clock } = drawPanel(
      view({ answers: [answer([match()]), answer([], { source: sources.zammad, state: 'failed', problem })] }),
      { 'lookup.again': () => null },
    );
    expect(screen.getByText('Zammad West asks us to wait 2 s. Tried again by itself.')).toBeTruthy();
    for (const _ of [1, 2, 3, 4]) {
      clock.now += 1000;
      void act(() => void vi.advanceTimersByTime(1000));
    }
    expect(questions('lookup.again')).toEqual([{ tab: 1, connection: 'zammad' }]);
  });

  it('because the login may not read says so, and offers nothing that would not help', () => {
    drawPanel(view({ answers: [answer([], { ...rt, state: 'failed', problem: { kind: 'forbidden' } })] }));
    expect(screen.getByText('Your login may not do this.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  });
});

describe('Several matches', () => {
  const office = 'office@lindqvist.example.org';
  const one = (id: string, name: string, some = {}) =>
    match(
      {
        ref: { connection: 'rt', id },
        name,
        emails: [
          { address: address(office), primary: true },
          { address: address(`${id}@example.org`), primary: false },
        ],
      },
      some,
    );
  const ebba = one('1', 'Ebba Lindqvist', { tickets: 6 });
  const oskar = one('2', 'Oskar Lindqvist', { reason: { kind: 'other-address' } });
  const several = (name = '') =>
    view({ subject: subject({ party: { ...partyOf('x', office), name } }), answers: [answer([ebba, oskar], rt)] });

  it('are listed with why each matched, at which server, with how much history', () => {
    drawPanel(several());
    expect(heading()).toBe('2 people have this address');
    const rows = within(screen.getByRole('list', { name: 'People with this address' })).getAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('Primary address');
    expect(rows[0]?.textContent).toContain('RT Support · 6 tickets');
    expect(rows[1]?.textContent).toContain('Second address');
    expect(screen.getByText('Sidecard shows nobody until you choose.')).toBeTruthy();
  });

  it('point at the one with the message’s own name, and open nobody', () => {
    const { asked } = drawPanel(several('Oskar Lindqvist'));
    expect(screen.getByRole('button', { name: /^Oskar Lindqvist/ }).getAttribute('aria-expanded')).toBe('true');
    expect(asked.map(({ name }) => name)).not.toContain('match.pick');
  });

  it('are moved through with the arrows and opened with Enter', () => {
    const { questions } = drawPanel(several(), { 'match.pick': () => null });
    const first = screen.getByRole('button', { name: /^Ebba/ });
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    const second = screen.getByRole('button', { name: /^Oskar/ });
    expect(document.activeElement).toBe(second);
    expect(first.tabIndex).toBe(-1);
    fireEvent.keyDown(second, { key: 'Enter' });
    expect(questions('match.pick')).toEqual([{ tab: 1, ref: oskar.person.ref, always: false }]);
  });

  it('keep the chosen one, and no other, when a slower server puts more before it', () => {
    const { questions, show } = drawPanel(several('Oskar Lindqvist'), { 'match.pick': () => null });
    fireEvent.click(screen.getByRole('checkbox', { name: /Always show .*Oskar Lindqvist/ }));
    const late = one('3', 'Mia Berg');
    show(
      view({
        subject: subject({ party: { ...partyOf('x', office), name: 'Oskar Lindqvist' } }),
        answers: [answer([late]), answer([ebba, oskar], rt)],
      }),
    );
    expect(screen.getByRole('button', { name: /^Oskar/ }).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Open Oskar Lindqvist' }));
    expect(questions('match.pick')).toEqual([{ tab: 1, ref: oskar.person.ref, always: true }]);
  });

  it('can be settled for good', () => {
    const { questions } = drawPanel(several('Oskar Lindqvist'), { 'match.pick': () => null });
    fireEvent.click(screen.getByRole('checkbox', { name: /Always show .*Oskar Lindqvist/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Open Oskar Lindqvist' }));
    expect(questions('match.pick')).toEqual([{ tab: 1, ref: oskar.person.ref, always: true }]);
  });
});

describe('Several participants', () => {
  const dana: OtherPerson = {
    party: partyOf('Dana', 'dana@example.org'),
    role: 'from',
    known: {
      ref: { connection: 'book', id: 'd' },
      name: 'Dana Moreau',
      organisation: 'Harbour & Finch',
      openTickets: 2,
    },
  };
  const pm: OtherPerson = { party: partyOf('', 'pm@bauer-sohn.example.org'), role: 'cc', known: null };

  it('stand below the person, each with the role, and are looked up on a press', () => {
    const { questions } = drawPanel(view({ answers: [answer([match()])], others: [dana, pm], more: 3 }), {
      'lookup.party': () => null,
    });
    const list = screen.getByRole('region', { name: 'In this conversation' });
    expect(within(list).getByRole('button', { name: /Dana Moreau.*From · Harbour & Finch.*2 open/ })).toBeTruthy();
    expect(within(list).getByText('and 3 more')).toBeTruthy();
    fireEvent.click(within(list).getByRole('button', { name: /pm.*bauer-sohn.*Cc · nobody has this address.*Create/ }));
    expect(questions('lookup.party')).toEqual([{ tab: 1, party: pm.party }]);
  });

  it('are not called unknown while there is a server that was not asked about them', () => {
    drawPanel(view({ answers: [answer([match()])], others: [pm], sources: [sources.book, sources.rt] }));
    expect(screen.getByRole('button', { name: /not in your book.*Look up/ })).toBeTruthy();
  });

  it('are all there is when nobody can be shown without guessing', () => {
    drawPanel(view({ subject: null, others: [dana, pm], more: 1 }));
    expect(heading()).toBe('3 people in this conversation');
  });
});

describe('A message whose writer is not shown', () => {
  const named = subject({ party: partyOf('Marie Sørensen') });

  it('for want of an address lists people of that name, and takes none of them for the writer', () => {
    const marie = person({ ref: { connection: 'rt', id: 'ms' }, name: 'Marie Sørensen', mail: 'marie@example.org' });
    const near = [{ source: sources.rt, person: marie, reason: { kind: 'name', address: null } }] as const;
    const { questions } = drawPanel(view({ subject: named, answers: [answer()], near }), {
      'lookup.person': () => null,
    });
    expect(screen.getByText('The page shows a name without an address.')).toBeTruthy();
    expect(screen.queryByRole('tab')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Open Marie Sørensen' }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: marie.ref }]);
  });

  it('for want of an address and of people of that name asks for the address', () => {
    drawPanel(view({ subject: named, answers: [answer()] }));
    expect(screen.getByText(/Nobody is called .*Marie Sørensen/)).toBeTruthy();
    expect(screen.getByLabelText('Paste an address')).toBeTruthy();
  });

  it('because the user never looks them up says so, and can be asked again', () => {
    const { questions } = drawPanel(view({ never: true }), { 'never.remove': () => null });
    expect(screen.getByText(/on your list of people you never look up/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Look up again' }));
    expect(questions('never.remove')).toEqual([{ tab: 1, of: 'anna@example.com' }]);
  });

  it('because nobody reads there offers nobody to create', () => {
    drawPanel(
      view({
        subject: subject({ noReply: true, party: partyOf('', 'no-reply@shop.example.com') }),
        answers: [answer()],
      }),
    );
    expect(screen.getByText(/Nobody reads what is sent to this address/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
