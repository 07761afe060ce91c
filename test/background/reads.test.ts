import { describe, expect, it } from 'vitest';
import { ticket } from '@/test/support/people';
import { place } from '@/test/support/places';
import { readAnswers } from '@/utils/background/reads';
import type { Session } from '@/utils/connectors/types';
import type { TicketPage } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';

const page: TicketPage = {
  ticket: ticket(),
  person: null,
  agent: null,
  team: null,
  organisation: null,
  labels: [],
  charges: null,
  activity: [],
};

function answers(some: Partial<Session>) {
  const one = place('book', some);
  return readAnswers(
    {
      all: async () => [one],
      at: async (connection) => {
        if (connection !== 'book') throw new ProblemError({ kind: 'missing', connection });
        return one;
      },
    },
    { of: async () => new Set() },
  );
}

describe('The page of a ticket', () => {
  it('comes with the book it is kept in, and what this login can do there', async () => {
    const ask = answers({
      reads: { ticket: async () => page },
      writes: { 'ticket.state': async () => ({ id: '1', version: '' }) },
      denied: ['ticket.urgent'],
    });
    const answer = await ask['ticket.page']({ connection: 'book', id: '1' });
    expect(answer).toEqual({
      ...page,
      at: {
        source: expect.objectContaining({ id: 'book' }),
        can: ['ticket', 'ticket.state'],
        denied: ['ticket.urgent'],
      },
    });
  });

  it('is missing where the server has no such page, or is gone', async () => {
    const ask = answers({});
    for (const connection of ['book', 'gone']) {
      await expect(ask['ticket.page']({ connection, id: '1' })).rejects.toMatchObject({
        problem: { kind: 'missing', connection },
      });
    }
  });
});

describe('What is asked about a person for a dialog', () => {
  const ref = { connection: 'book', id: '1' };

  it('is read of them: what they see, and how many of their tickets this login does not', async () => {
    const asked: unknown[] = [];
    const nothing = { tickets: { items: [], total: 0 }, organisations: [] };
    const ask = answers({
      reads: {
        sees: async (id, range) => {
          asked.push([id, range]);
          return nothing;
        },
        unseen: async () => 12,
      },
    });
    expect(await ask.sees({ ref, limit: 50 })).toEqual(nothing);
    expect(asked).toEqual([['1', { limit: 50 }]]);
    expect(await ask.unseen({ ref })).toBe(12);
  });

  it('of a server that cannot tell it is missing; where all is seen, nothing is unseen', async () => {
    const ask = answers({});
    await expect(ask.sees({ ref, limit: 50 })).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(await ask.unseen({ ref })).toBe(0);
  });
});
