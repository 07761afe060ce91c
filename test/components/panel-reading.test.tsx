import { act, fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { note, partyOf, person, ticket } from '@/test/support/people';
import { answer, match, sources, subject, view } from '@/test/support/views';
import type { PanelView } from '@/utils/messages/view';

const section = <Item,>(items: readonly Item[]) => ({ state: 'read', part: { items, total: items.length } }) as const;
const full = {
  ...match({
    summary: 'Prefers mail.',
    labels: ['key account'],
    timezone: 'Asia/Tokyo',
    language: 'ja',
    memberships: [{ organisation: '1', name: 'Harbour & Finch' }],
    fields: [{ type: 'phone', value: '+84 28 5550 0142' }],
  }),
  openTickets: 3,
  profile: { open: section([ticket()]), resolved: section([ticket({ state: 'resolved' })]), notes: section([note()]) },
};
const found = view({ answers: [answer([full])] });
const polite = () => screen.getAllByRole('status')[0]?.textContent;
const wait = (ms: number): void => void act(() => void vi.advanceTimersByTime(ms));

afterEach(() => {
  vi.useRealTimers();
});

describe('A screen reader', () => {
  it('finds both live regions before there is anything to say', () => {
    drawPanel(null);
    expect(screen.getAllByRole('status')).toHaveLength(1);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('hears who was found, where they work and what is open', () => {
    vi.useFakeTimers();
    drawPanel(found);
    wait(200);
    expect(polite()).toBe('Anna Keller, Harbour & Finch, 3 open tickets');
  });

  it('hears of a lookup only when it takes a second', () => {
    vi.useFakeTimers();
    const looking = view({ answers: [answer([], { state: 'looking' })] });
    const { show } = drawPanel(looking);
    wait(900);
    expect(polite()).toBe('');
    show({ ...looking, revision: 2 });
    wait(200);
    expect(polite()).toBe('Looking up Anna Keller');
    show(found);
    wait(200);
    expect(polite()).toContain('Anna Keller, Harbour');
  });

  it.each<[string, PanelView, string]>([
    [
      'several matches',
      view({
        answers: [answer([match({ ref: { connection: 'b', id: '1' } }), match({ ref: { connection: 'b', id: '2' } })])],
      }),
      '2 people match this address',
    ],
    ['nobody', view({ answers: [answer()] }), 'Not found'],
    [
      'a person made just now',
      { ...found, created: { ref: full.person.ref, version: '1', at: '2026-11-17T13:32:00.000Z' } },
      'Created',
    ],
    [
      'a page that is new to us',
      view({ subject: null, page: { state: 'unknown', host: null, site: null } }),
      'This page’s layout is new to us',
    ],
  ])('hears of %s', (_, given, words) => {
    vi.useFakeTimers();
    drawPanel(given);
    wait(200);
    expect(polite()).toBe(words);
  });

  it('hears of the second sender in a row whom nobody knows, as of the first', () => {
    vi.useFakeTimers();
    const { show } = drawPanel(view({ answers: [answer()] }));
    wait(200);
    expect(polite()).toBe('Not found');
    show(view({ subject: subject({ key: 'other' }), answers: [answer()] }));
    wait(110);
    expect(polite()).toBe('');
    wait(90);
    expect(polite()).toBe('Not found');
  });

  it('hears who was found also when a part of the profile failed in the same moment', () => {
    vi.useFakeTimers();
    const notes = { state: 'failed', problem: { kind: 'server', status: 502 } } as const;
    drawPanel(view({ answers: [answer([{ ...full, profile: { ...full.profile, notes } }])] }));
    wait(200);
    expect(polite()).toMatch(/^Anna Keller, .* Notes could not be read from My book\./);
  });

  it('is interrupted once by a server that failed', () => {
    vi.useFakeTimers();
    drawPanel(
      view({
        answers: [
          answer([full]),
          answer([], { source: sources.rt, state: 'failed', problem: { kind: 'server', status: 502 } }),
        ],
      }),
    );
    wait(200);
    expect(screen.getAllByRole('alert')[0]?.textContent).toBe(
      'People could not be read from RT Support. The server answered 502.',
    );
  });
});

describe('The keyboard', () => {
  it('comes to the search field first', () => {
    const { container } = drawPanel({ ...found, page: { ...found.page, state: 'orphaned' } });
    const [first] = container.querySelectorAll('input, button, a[href], [tabindex="0"]');
    expect(first).toBe(screen.getByRole('combobox', { name: /Search/ }));
  });

  it('reaches the search with a slash, but not from inside a field', () => {
    drawPanel(view({ answers: [answer()] }));
    const search = screen.getByRole('combobox', { name: /Search/ });
    const name = screen.getByLabelText('Name');
    name.focus();
    fireEvent.keyDown(name, { key: '/' });
    expect(document.activeElement).toBe(name);
    name.blur();
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(search);
  });

  it('does nothing by single keys once they are turned off, nor promises them; keys with Ctrl stay', async () => {
    document.documentElement.dataset['keys'] = 'off';
    try {
      drawPanel(found);
      fireEvent.keyDown(document.body, { key: '/' });
      fireEvent.keyDown(document.body, { key: '?' });
      expect(document.activeElement).toBe(document.body);
      expect(screen.queryByRole('dialog')).toBeNull();
      fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
      const keys = await screen.findByRole('option', { name: /Keys in the panel/ });
      expect(keys.textContent).not.toContain('?');
      fireEvent.click(keys);
      const list = await screen.findByRole('dialog', { name: 'Keys in the panel' });
      expect(list.textContent).toContain('Esc');
      expect(list.textContent).not.toMatch(/Search people|Show this list/);
    } finally {
      delete document.documentElement.dataset['keys'];
    }
  });

  it('shows its keys with a question mark', () => {
    drawPanel(found);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(screen.getByRole('dialog', { name: 'Keys in the panel' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('moves between tabs with the arrows', () => {
    drawPanel(found);
    const overview = screen.getByRole('tab', { name: 'Overview' });
    overview.focus();
    fireEvent.keyDown(overview, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Notes 1' }));
    expect(screen.getByRole('tabpanel').textContent).toContain('Agreed.');
  });

  it('closes a menu with Esc and is back at its button', () => {
    drawPanel(found);
    const [button] = screen.getAllByRole('button', { name: 'More' });
    if (button === undefined) throw new Error('no menu');
    fireEvent.click(button);
    const [first, second] = screen.getAllByRole('menuitem');
    if (first === undefined || second === undefined) throw new Error('no rows');
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second, { key: 'Escape' });
    expect(document.activeElement).toBe(screen.getAllByRole('button', { name: 'More' })[0]);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('When the next message is opened', () => {
  const ben = view({
    subject: subject({ key: 'ben', party: partyOf('Ben', 'ben@example.com') }),
    answers: [answer([match({ ref: { connection: 'book', id: '2' }, name: 'Ben' })])],
  });

  it('the focus stays on a control that is still there', () => {
    const { show } = drawPanel(found);
    const tab = screen.getByRole('tab', { name: 'Overview' });
    tab.focus();
    show(ben);
    expect(document.activeElement).toBe(tab);
  });

  it('the focus goes to the name when its control is gone', () => {
    const { show } = drawPanel(found);
    screen.getByRole('button', { name: 'Copy +84 28 5550 0142' }).focus();
    show(ben);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Ben' }));
  });

  it('no two elements have the same id', () => {
    const { show, container } = drawPanel(view({ answers: [answer()] }));
    show(found);
    show(ben);
    for (const profile of [null, { notes: { state: 'loading' } }, full.profile] as const) {
      show(view({ answers: [answer([{ ...full, profile }])] }));
      fireEvent.click(screen.getByRole('button', { name: 'Contact' }));
    }
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('nothing takes the focus from somewhere else', () => {
    const { show } = drawPanel(found);
    show(ben);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('The rules of accessibility', () => {
  const near = [
    {
      source: sources.rt,
      person: person({ ref: { connection: 'rt', id: 'n' } }),
      reason: { kind: 'name', address: null },
    },
  ] as const;
  it.each<[string, PanelView]>([
    ['found', found],
    ['looking', view({ answers: [answer([], { state: 'looking', since: '2026-11-17T13:31:00.000Z' })] })],
    [
      'several',
      view({
        answers: [
          answer([
            match({ ref: { connection: 'b', id: '1' } }),
            match({ ref: { connection: 'b', id: '2' }, name: 'Ben' }),
          ]),
        ],
      }),
    ],
    ['not found', view({ answers: [answer()], near })],
    ['no access', view({ subject: null, page: { state: 'no-access', host: 'mail.example.org', site: null } })],
    [
      'no message',
      view({
        subject: null,
        page: { state: 'none', host: null, site: null },
        recent: [{ ref: { connection: 'book', id: '1' }, name: 'Anna', address: null }],
      }),
    ],
    ['failed', view({ answers: [answer([], { state: 'failed', problem: { kind: 'server' } })] })],
  ])('hold when the panel shows: %s', async (_, given) => {
    const { container } = drawPanel(given);
    document.title = 'Sidecard';
    // What depends on painting, axe cannot see here; the pictures show it.
    const rules = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } };
    const { violations } = await axe.run(container, { rules });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
