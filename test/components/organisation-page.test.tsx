// Comes later in the panel; here it is there, so that no test waits for it longer than usual.
import '@/components/organisation/OrganisationPage';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawProfile } from '@/test/support/draw-profile';
import { address, person, ticket } from '@/test/support/people';
import { speak } from '@/test/support/words';
import type { Organisation, OrganisationTicket } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';

const people = Array.from({ length: 7 }, (_, index) =>
  person({
    ref: { connection: 'book', id: `p${index}` },
    name: `Person ${index}`,
    emails: [{ address: address(`p${index}@finch.example`), primary: true }],
    memberships: [{ organisation: '7', name: 'Harbour & Finch', position: `Clerk ${index}`, manager: index === 0 }],
    ...(index === 1 ? { status: 'disabled' as const } : {}),
  }),
);
const tickets = Array.from(
  { length: 6 },
  (_, index): OrganisationTicket => ({
    ...ticket({ id: `t${index}`, number: `10${index}`, title: `Ticket about ${index}` }),
    person: { id: 'p1', name: 'Person 1' },
  }),
);
const finch = (limit: number): Organisation => ({
  id: '7',
  name: 'Harbour & Finch',
  summary: 'Three warehouses.',
  labels: ['vip'],
  domains: ['finch.example'],
  fields: [{ type: 'website', label: 'Website', value: 'https://finch.example' }],
  people: { items: people.slice(0, limit), total: people.length },
  open: { items: tickets.slice(0, limit), total: tickets.length },
  resolved: { items: [], total: 0 },
});
const member = { memberships: [{ organisation: '7', name: 'Harbour & Finch' }] };
const openPage = (answers: Parameters<typeof drawProfile>[1] = {}) => {
  const panel = drawProfile(member, { organisation: ({ limit }) => finch(limit), ...answers });
  fireEvent.click(screen.getByRole('button', { name: /^Harbour & Finch$/ }));
  return panel;
};
const part = (name: RegExp) => within(screen.getByRole('region', { name }));

describe('An organisation’s own page', () => {
  it('is headed by its name, with its people, tickets and server', async () => {
    const { questions } = openPage();
    const heading = await screen.findByRole('heading', { level: 1, name: 'Harbour & Finch' });
    expect(heading.closest('header')?.textContent).toContain('7 people · 6 tickets · My book');
    expect(document.activeElement).toBe(heading);
    expect(screen.getByText('Three warehouses.')).toBeTruthy();
    expect(questions('organisation')).toEqual([{ connection: 'book', id: '7', limit: 5 }]);
  });

  it('lists five people with address and position, and all of them on a press', async () => {
    const { questions } = openPage();
    await screen.findByRole('heading', { level: 1, name: 'Harbour & Finch' });
    const list = part(/^People/);
    expect(list.getAllByRole('listitem')).toHaveLength(5);
    expect(list.getByRole('button', { name: /Person 0.*Clerk 0 · Manager/ })).toBeTruthy();
    expect(list.getByRole('button', { name: /Person 1.*Disabled/ })).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: 'Show all 7 people' }));
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(7));
    expect(questions('organisation').at(-1)).toMatchObject({ limit: 7 });
    expect(part(/^Open/).getAllByRole('listitem')).toHaveLength(5);
  });

  it('opens a person', async () => {
    const { questions } = openPage({ 'lookup.person': () => null });
    fireEvent.click(await screen.findByRole('button', { name: /^Person 2/ }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: 'p2' } }]);
  });

  it('lists its tickets with the person each is for', async () => {
    openPage();
    await screen.findByRole('heading', { level: 1, name: 'Harbour & Finch' });
    const open = part(/^Open/);
    expect(open.getAllByText('Person 1')).toHaveLength(5);
    expect(open.getByRole('link', { name: 'Ticket about 0' }).getAttribute('href')).toBe(
      '/ticket.html?connection=book&ticket=t0',
    );
    expect(open.getByRole('button', { name: 'Show all 6 tickets' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Resolved/ }));
    expect(part(/^Resolved/).getByText('No resolved tickets.')).toBeTruthy();
  });

  it('goes back to the person', async () => {
    openPage();
    await screen.findByRole('heading', { level: 1, name: 'Harbour & Finch' });
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Anna Keller' })).toBeTruthy();
  });

  it('says in its place what could not be read, and tries again', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 502 })), () => finch(5)];
    openPage({ organisation: () => answers.shift()?.() ?? finch(5) });
    expect(await screen.findByText('The organisation could not be read from My book.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Harbour & Finch' })).toBeTruthy();
  });

  it('speaks Arabic with its plurals', async () => {
    speak('ar');
    const panel = drawProfile(member, { organisation: ({ limit }) => finch(limit) });
    fireEvent.click(screen.getByRole('button', { name: /^Harbour & Finch$/ }));
    expect(await screen.findByRole('button', { name: /عرض 7 أشخاص|عرض ٧ أشخاص/ })).toBeTruthy();
    panel.unmount();
    speak('en');
  });
});
