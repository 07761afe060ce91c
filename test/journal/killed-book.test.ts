// The same with the own book in the place of a server: its writes, its log, its way back.
import { expect, it } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { allOf, ownBook, someoneIn } from '@/test/support/own-book';
import { planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Session } from '@/utils/connectors/types';
import { makeJournal, openStore } from '@/utils/journal';
import type { Person } from '@/utils/people/types';
import { type Life, mortal, mortalSession, random } from './stopped';

const RUNS = 24;
const store = openStore('killed-book');

function start(session: Session, left: number) {
  const life: Life = { left };
  const stopped = new Promise<void>((done) => {
    life.stop = done;
  });
  const journal = makeJournal({
    store: mortal(store, life),
    sessionOf: async () => mortalSession(session, life),
    changed: async () => undefined,
    now: () => new Date(),
  });
  return { journal, stopped };
}

function someActions(dice: () => number, { emails, memberships }: Person, domain: string, ticket: string) {
  const [mail, home] = emails.map((one) => one.address);
  const [place] = memberships;
  if (!mail || !home || !place) throw new Error('somebody else');
  const at = { position: 'Buyer', manager: false };
  const all: readonly Chosen[] = [
    { action: 'set-name', input: { from: 'Anna Keller', to: 'Anna Wirth' } },
    { action: 'set-label', input: { label: 'late', on: false } },
    { action: 'set-groups', input: { from: ['1', '2'], to: ['3'] } },
    { action: 'edit-contact', input: { from: { type: 'website', value: 'https://bauer.example' }, to: null } },
    { action: 'edit-custom', input: { field: '1', from: 'C-7', to: 'C-8' } },
    { action: 'notify-address', input: { ticket, from: null, to: home } },
    { action: 'make-primary', input: { address: home } },
    { action: 'edit-address', input: { from: { address: mail }, to: null } },
    { action: 'set-ticket-state', input: { ticket, from: 'new', to: 'resolved' } },
    {
      action: 'change-organisation',
      input: {
        from: { id: place.organisation, name: place.name, place: at },
        to: { id: null, name: `Bauer Two ${domain}`, place: at },
      },
    },
    { action: 'add-note', input: { text: 'Second.', files: [] } },
    { action: 'new-ticket', input: { title: 'Second invoice', text: '', urgent: true } },
    // A label longer than labels may be: refused by the book alone, after all the others were made.
    { action: 'set-label', input: { label: 'x'.repeat(501), on: true } },
  ];
  const picked = all.filter(({ action }, index) =>
    action === 'edit-address' ? true : dice() < (index === all.length - 1 ? 0.3 : 0.4),
  );
  // The primary address goes only where another one has become it.
  return picked.some(({ action }) => action === 'make-primary')
    ? picked
    : picked.filter(({ action }) => action !== 'edit-address');
}

it('In the own book an edit stopped anywhere is whole or not there, and its undo, stopped anywhere, restores all', async () => {
  const ends = { nothing: 0, taken: 0, undone: 0 };
  const { session } = await ownBook();
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const dice = random(7_000 + seed);
    const { ref, domain } = await someoneIn(session);
    const ticket = (await session.reads.tickets?.(ref.id, 'open', { limit: 1 }))?.items[0]?.id ?? '';
    const person = await session.get(ref.id);
    const chosen = someActions(dice, person, domain, ticket);
    const before = await allOf(session, ref.id);

    const { journal, stopped } = start(session, 1 + Math.floor(dice() * 30));
    const run = {
      connection: ref.connection,
      person: ref.id,
      action: 'edit-person',
      needs: [],
      plan: async ({ get }: Session) => planAll(await get(ref.id), chosen, NO_SIGHT),
    } as const;
    await Promise.race([stopped, journal.run(run).catch(() => undefined)]);
    const settled = start(session, Number.POSITIVE_INFINITY).journal;
    await settled.settle();
    const [entry] = await settled.entries(ref, 5);
    if (entry?.state !== 'done') {
      expect(await allOf(session, ref.id), domain).toEqual(before);
      expect(entry?.state ?? 'failed', domain).toBe('failed');
      ends[entry ? 'taken' : 'nothing'] += 1;
      continue;
    }
    expect(await allOf(session, ref.id), domain).not.toEqual(before);
    const second = start(session, 1 + Math.floor(dice() * 12));
    await Promise.race([second.stopped, second.journal.undo(entry.id).catch(() => undefined)]);
    const last = start(session, Number.POSITIVE_INFINITY).journal;
    await last.settle();
    // Stopped before it was written down, it was never begun.
    if ((await last.entries(ref, 5)).length === 1) await last.undo(entry.id);
    expect(await allOf(session, ref.id), domain).toEqual(before);
    expect((await last.entries(ref, 5)).map(({ state }) => state)).toEqual(['done', 'undone']);
    ends.undone += 1;
  }
  expect(Math.min(ends.taken, ends.undone)).toBeGreaterThan(2);
}, 60_000);
