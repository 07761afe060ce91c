// What a login may do at one server: seen before it is tried, with the server and the right that is missing.
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { may } from '@/components/panel/may';
import { drawPanel } from '@/test/support/draw-panel';
import { note, ticket } from '@/test/support/people';
import { allCapabilities, answer, match, sources, view } from '@/test/support/views';
import type { Capability } from '@/utils/connectors/types';
import type { SourceAnswer } from '@/utils/messages/view';

const isWrite = (one: Capability): boolean => one.includes('.');
const reads = allCapabilities.filter((one) => !isWrite(one));
const writes = allCapabilities.filter(isWrite);
const ref = { connection: 'rt', id: '7' };
const list = <Item,>(...items: readonly Item[]) => ({ state: 'read', part: { items, total: items.length } }) as const;
const anna = match(
  { ref, labels: ['key account'], summary: 'Prefers mail.' },
  { profile: { open: list(ticket()), resolved: list(), notes: list(note()), files: list() }, openTickets: 1 },
);
const at = (some: Partial<SourceAnswer>) =>
  view({ answers: [answer([anna], { source: sources.rt, ...some })], shown: ref, sources: Object.values(sources) });

const answers = {
  'typed.get': () => ({}),
  definitions: () => [],
  groups: () => [],
  details: () => ({ shown: [], signIns: { items: [], total: 0 } }),
} as never;

describe('What a login may not do', () => {
  it('names the server, and the right that is missing where the server names it', () => {
    const source = sources.rt;
    const abilities = { source, can: ['tickets'], denied: ['ticket.create', 'person.set'] } as const;
    expect(may(abilities, 'tickets')).toEqual({});
    expect(may(abilities, 'tickets', 'ticket.create')?.mayNot).toBe('Your login may not, at RT Support.');
    const missing = { 'ticket.create': 'CreateTicket' };
    expect(may({ ...abilities, missing }, 'tickets', 'ticket.create')?.mayNot).toBe(
      'Your login may not, at RT Support: it lacks the right “CreateTicket”.',
    );
    expect(may({ ...abilities, missing }, 'person.set')?.mayNot).toBe('Your login may not, at RT Support.');
    expect(may(abilities, 'note.add')).toBeNull();
  });

  it('stands in the menu, cannot be pressed, and says why', async () => {
    const { asked } = drawPanel(at({ can: reads, denied: writes, missing: { 'person.hide': 'AdminUsers' } }), answers);
    fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
    const disable = await screen.findByRole('menuitem', { name: /^Disable/ });
    expect(disable.getAttribute('aria-disabled')).toBe('true');
    expect(disable.textContent).toContain('Your login may not, at RT Support');
    const before = asked.length;
    fireEvent.click(disable);
    expect(asked.slice(before).map(({ name }) => name)).not.toContain('action.run');
  });
});

describe('What a login may do, of a server that was not asked yet', () => {
  it('is not there before it is known, and comes without taking the focus from where it is', () => {
    const { show } = drawPanel(at({ can: reads }), answers);
    expect(screen.queryByRole('button', { name: 'New ticket' })).toBeNull();
    const able = at({ can: allCapabilities });
    const focusable = () => [...document.querySelectorAll<HTMLElement>('button, input, a[href]')];
    const all = focusable();
    expect(all.length).toBeGreaterThan(8);
    show(able);
    expect(focusable().length).toBeGreaterThan(all.length);
    for (const one of all) {
      show(at({ can: reads }));
      if (!one.isConnected) continue;
      one.focus();
      show(able);
      expect(document.activeElement, one.outerHTML.slice(0, 200)).toBe(one);
    }
  });
});
