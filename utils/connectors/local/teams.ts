import type { Team } from '@/utils/people/record';
import type { BookDatabase } from './database';
import { byName } from './definitions';

/** Teams by name, each with the number of its agents, those who may not sign in among them. */
export async function readTeams(database: BookDatabase): Promise<readonly Team[]> {
  const { teams, people } = database;
  return database.transaction('r', teams, people, async () => {
    const rows = byName(await teams.toArray());
    const agents = await Promise.all(rows.map(({ id }) => people.where('teams').equals(id).count()));
    return rows.map(({ id, name }, index) => ({ id: String(id), name, agents: agents[index] ?? 0 }));
  });
}
