import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { LabelHit } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import { counted } from './counted';
import { listKey } from './counts';
import type { BookDatabase } from './database';

/** Labels that people have and that begin so, whatever their case and accents: the most used first, then by name. */
export async function readLabels(database: BookDatabase, text: string, range: Range): Promise<Part<LabelHit>> {
  const typed = foldName(text);
  const { people, counts: kept } = database;
  return database.transaction('r', people, kept, async () => {
    const begun = (await labelsInUse(database)).filter((label) => foldName(label).startsWith(typed));
    const counts = await Promise.all(
      begun.map((label) => counted(database, listKey.label(label), () => people.where('labels').equals(label))),
    );
    const hits = begun.map((label, index): LabelHit => ({ label, people: counts[index] ?? 0 }));
    hits.sort((a, b) => b.people - a.people || a.label.localeCompare(b.label));
    return { items: hits.slice(0, range.limit), total: hits.length };
  });
}

/** From one to the next, past all who have the same: as many steps as there are labels. */
async function labelsInUse({ people }: BookDatabase): Promise<readonly string[]> {
  const labels: string[] = [];
  for (let after = ''; ; ) {
    const [next] = await people.where('labels').above(after).limit(1).keys();
    if (typeof next !== 'string') return labels;
    labels.push(next);
    after = next;
  }
}
