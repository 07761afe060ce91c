// Who may be the same as somebody in a book of 100,000: from the index of the search, as the panel's worker does it.
import { expect, test } from 'vitest';
import { compareWith, openIndex } from '@/utils/duplicates';
import type { Entry } from '@/utils/duplicates/types';
import { alike } from '@/utils/search/alike';
import { addressBook, type Contact } from './address-book';
import { indexOf } from './book-index';
import { median, p95, tell } from './figures';
import { spread } from './people';

const PEOPLE = 100_000;
const ASKED = 300;
const WARM = 50;
/** As many as the product compares. */
const COMPARED = 40;
const LEARNED = 3_000;

const entryOf = ({ id, name, addresses, phones }: Contact): Entry => ({
  id: String(id),
  values: { name: [name], email: addresses, phone: phones },
});

test('the suspects of one person among 100,000', async () => {
  const book = addressBook(PEOPLE);
  const twin = (of: Contact, id: number): Contact => ({ ...of, id, addresses: [`other.${id}@twin.example`] });
  const asked = spread(ASKED + WARM, PEOPLE).flatMap((n) => book[n] ?? []);
  const twins = asked.map((of, at) => twin(of, PEOPLE + 1 + at));
  const all = [...book, ...twins];
  const index = [indexOf(all)];
  const byId = new Map(all.map((one) => [one.id, one]));
  const sample = all.filter((_, at) => at % Math.ceil(all.length / LEARNED) === 0);
  const { weights } = await openIndex(sample.map(entryOf));
  const times: number[] = [];
  const found = { times: 0 };
  for (const [at, one] of asked.entries()) {
    const started = performance.now();
    const near = alike(index, one, COMPARED);
    const records = near.map((id) => entryOf(byId.get(id) ?? expect.fail()));
    const compared = compareWith(entryOf(one), records, weights);
    if (at >= WARM) times.push(performance.now() - started);
    if (near.includes(PEOPLE + 1 + at) && compared.length > 0) found.times += 1;
  }
  tell({ name: 'suspects.median', value: median(times), unit: 'ms' });
  tell({ name: 'suspects.p95', value: p95(times), unit: 'ms', bar: 5 });
  tell({ name: 'suspects.recall', value: found.times / asked.length, unit: 'share', bar: 0.98, least: true });
});
