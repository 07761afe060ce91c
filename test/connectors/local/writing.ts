// Somebody in the own book, and what is written of them.
import { address, write } from '@/test/connectors/contract';
import type { Change, Made, NewPerson, Stamp } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { PersonRow } from '@/utils/connectors/local/schema';
import { openBook } from './book';

type Draft = Partial<Omit<NewPerson, 'addresses'>> & { readonly addresses?: readonly string[] };

export async function create({ addresses = [], name = 'Anna', ...draft }: Draft = {}): Promise<string> {
  const person = { ...draft, name, addresses: addresses.map(address) };
  return (await run({ type: 'person.create', person: null, draft: person })).id;
}

export const run = async (change: Change, stamp?: Stamp): Promise<Made> => write(await openBook('own'), change, stamp);

/** The problem that a refused change is refused with. */
export async function refused(change: Change): Promise<unknown> {
  return run(change).then(
    () => 'it was made',
    (error: { readonly problem?: unknown }) => error.problem ?? error,
  );
}

export async function rowOf(id: string): Promise<PersonRow> {
  const row = await bookDatabase('own').people.get(Number(id));
  if (row === undefined) throw new Error(`nobody has the id ${id}`);
  return row;
}

export const found = async (text: string): Promise<readonly string[]> =>
  (await (await openBook('own')).find(address(text))).map(({ person }) => person.name);
