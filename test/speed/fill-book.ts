import type { Harness } from '@/test/e2e/harness';
import { addressKeys, nameKeys } from '@/utils/connectors/local/keys';
import { parseAddress } from '@/utils/people/address';
import { foldName } from '@/utils/people/fold';
import type { Contact } from './address-book';

/** Rows in one message to the browser. */
const PORTION = 5_000;

/** Puts people straight into the rows of the own book: what is measured is the search, not the import. */
export async function fillBook(harness: Harness, book: readonly Contact[]): Promise<void> {
  // Whoever asks makes the database, with the tables of this version.
  await harness.ask('search', {
    query: { text: 'x', role: 'anyone', group: null, label: null, sort: 'best' },
    limit: 1,
  });
  const page = await harness.ctx.newPage();
  await page.goto(harness.url('options.html'));
  const companies = new Map([...new Set(book.map(({ company }) => company))].map((name, at) => [name, at + 1]));
  const put = (store: string, rows: readonly object[]): Promise<void> =>
    page.evaluate(
      ([name, list]) =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('sidecard-book-own');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const transaction = database.transaction(name, 'readwrite', { durability: 'relaxed' });
            for (const row of list) transaction.objectStore(name).put(row);
            transaction.onabort = () => fail(transaction.error);
            transaction.oncomplete = () => {
              database.close();
              done();
            };
          };
        }),
      [store, rows] as const,
    );
  const organisations = [...companies].map(([name, id]) => ({
    id,
    name,
    key: foldName(name),
    createdAt: '2026-01-01T00:00:00.000Z',
  }));
  for (let at = 0; at < organisations.length; at += PORTION) {
    await put('organisations', organisations.slice(at, at + PORTION));
  }
  for (let at = 0; at < book.length; at += PORTION) {
    await put(
      'people',
      book.slice(at, at + PORTION).map((contact) => rowOf(contact, companies.get(contact.company) ?? 1)),
    );
  }
  await page.close();
}

function rowOf({ id, name, addresses, phones, texts, created, seen }: Contact, organisation: number): object {
  const emails = addresses.flatMap((address) => parseAddress(address) ?? []);
  const [, position, postal, label = '', number, note] = texts;
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  return {
    id,
    name,
    keys: addressKeys(emails),
    names: nameKeys(name),
    emails: emails.map((address, at) => (at === 0 ? { address, primary: true } : { address })),
    memberships: [{ organisation, position }],
    orgs: [organisation],
    labels: [label],
    fields: [...phones.map((value) => ({ type: 'phone', value })), { type: 'postal', value: postal }],
    custom: { 1: number },
    summary: note,
    facts: { createdAt: iso(created), creationSystem: 'import', lastSeenAt: iso(seen) },
    revision: 1,
  };
}
