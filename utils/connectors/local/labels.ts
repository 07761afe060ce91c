import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { LabelHit } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import type { BookDatabase } from './database';

/** Labels that people have and that begin so, whatever their case and accents: the most used first, then by name. */
export async function readLabels(database: BookDatabase, text: string, range: Range): Promise<Part<LabelHit>> {
  const typed = foldName(text);
  const { people } = database;
  return database.transaction('r', people, async () => {
    const begun = (await labelsInUse(database)).filter((label) => foldName(label).startsWith(typed));
    const counts = await Promise.all(begun.map((label) => people.where('labels').equals(label).count()));
    const hits = begun.map((label, index): LabelHit => ({ label, people: counts[index] ?? 0 }));
    hits.sort((a, b) => b.people - a.people || a.label.localeCompare(b.label));
    return { items: hits.slice(0, range.limit), total: hits.length };
  });
}

/** One step of the index for each label, not for each person who has it. */
async function labelsInUse(database: BookDatabase): Promise<readonly string[]> {
  const keys = await database.people.orderBy('labels').uniqueKeys();
  return keys.filter((key) => typeof key === 'string');
}
