// Deskpro as an agent feels it: calls to a profile, in both of its dialects, with and without the call that takes several.
import { expect, test } from 'vitest';
import { connection, way } from '@/test/connectors/deskpro/desk';
import { fakeDeskpro } from '@/test/connectors/deskpro/server';
import { ANNA, addTicket } from '@/test/connectors/deskpro/store';
import { deskpro } from '@/utils/connectors/deskpro';
import { tell } from './figures';
import { coldProfile } from './profile-calls';
import { inRounds } from './rounds';

const TICKETS = 500;

test.each([
  ['', 'horizon', 'works', 3],
  ['.legacy', 'legacy', 'works', 3],
  ['.alone', 'horizon', 'unknown', undefined],
] as const)('calls to a profile from a cold start%s', async (name, dialect, batch, bar) => {
  const server = fakeDeskpro(dialect);
  server.batch = batch;
  for (let at = server.store.tickets.length; at < TICKETS; at += 1) {
    addTicket(server.store, { person: ANNA, status: at % 3 === 0 ? 'resolved' : 'awaiting_agent' });
  }
  const rounds = inRounds(server);
  const { profile, picture } = await coldProfile(deskpro, connection, way(rounds), 'anna.keller@example.com');
  const total = [profile.open, profile.resolved].map((part) => (part?.state === 'read' ? part.part.total : 0));
  // All but one that is spam, and one that is archived.
  expect((total[0] ?? 0) + (total[1] ?? 0)).toBe(TICKETS - 2);
  tell({
    name: `deskpro.profile.calls${name}`,
    value: rounds.all.length,
    unit: 'calls',
    ...(bar === undefined ? {} : { bar }),
  });
  tell({ name: `deskpro.profile.calls.all${name}`, value: server.calls.length, unit: 'calls' });
  await picture();
  tell({ name: `deskpro.profile.calls.picture${name}`, value: rounds.all.length, unit: 'calls' });
});
