// Cards all the way into the own book and back, over the real background: what the panel asks is what is decoded,
// planned, journalled and written.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cardRows } from '@/components/cards/card-rows';
import { cardValues } from '@/components/cards/card-values';
import { draftOfCard } from '@/components/cards/create-from-card';
import { personCard } from '@/components/cards/person-card';
import { allOf, ownBook, someoneIn } from '@/test/support/own-book';
import { rooms, TAB } from '@/test/support/rooms';
import { fromPanel } from '@/utils/messages/schema';
import { preferred, readCards } from '@/utils/vcard/read';
import { writeCard } from '@/utils/vcard/write';

const folder = `${resolve('../shared/fixtures/vcard')}/`;
const there = existsSync(`${folder}index.json`);
if (!there) console.log('The sample vCards are not there: their tests are left out.');

const PHOTO = 'data:image/jpeg;base64,/9j/4AAQSkZJRg==';
const FULL = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Anna Maria Keller',
  'EMAIL;TYPE=home:anna@cards.example',
  'EMAIL;TYPE=work,pref:office@cards.example',
  'TEL;TYPE=cell:+49 170 1',
  'item1.TEL:+49 30 2',
  'item1.X-ABLabel:Front desk',
  'ORG:Keller GmbH',
  'TITLE:Head',
  'CATEGORIES:new,late',
  'URL:https://keller.example',
  'URL:https://www.linkedin.com/in/anna',
  'X-SOCIALPROFILE;TYPE=twitter:https://twitter.com/annak',
  'IMPP:xmpp:anna@cards.example',
  'ADR;TYPE=home:;;Weg 1;Berlin;;10115;Deutschland',
  'TZ:Asia/Tokyo',
  'LANG:fr',
  'NOTE:From a fair',
  'END:VCARD',
].join('\r\n');

const valuesOf = (bytes: Uint8Array) => readCards(bytes).map(({ card }) => cardValues(card, preferred(card.emails)));
const full = () => {
  const [values] = valuesOf(new TextEncoder().encode(FULL));
  if (values === undefined) throw new Error('no card');
  return values;
};

/** As the background decodes it. */
const asked = <Name extends keyof typeof fromPanel>(name: Name, question: unknown) =>
  v.parse(fromPanel[name], question);

describe('A card', () => {
  test('taken whole changes the person as one entry, and one undo restores all', async () => {
    const book = await ownBook();
    const { acting } = rooms([book]);
    const { ref } = await someoneIn(book.session);
    const before = await allOf(book.session, ref.id);
    const person = await book.session.get(ref.id);
    const rows = cardRows(person, full(), PHOTO, false);
    expect(rows.map(({ what, from }) => `${from === null ? 'adds' : 'replaces'} ${what}`)).toEqual([
      'replaces Name',
      'adds Picture',
      'adds Address',
      'adds Address',
      'adds Organisation',
      'adds Phone',
      'adds Phone',
      'adds Website',
      'adds LinkedIn',
      'adds X (Twitter)',
      'adds Messenger',
      'adds Postal address',
      'adds Label',
      'replaces Timezone',
      'replaces Language',
      'replaces Summary',
    ]);
    const { entry } = await acting['action.runAll'](
      asked('action.runAll', { ref, chosen: rows.map(({ chosen }) => chosen) }),
    );
    const after = await book.session.get(ref.id);
    expect(after).toMatchObject({ name: 'Anna Maria Keller', picture: PHOTO, timezone: 'Asia/Tokyo', language: 'fr' });
    // All is there: the same card has nothing new to say.
    expect(cardRows(after, full(), PHOTO, false)).toEqual([]);
    await acting['action.undo']({ entry });
    expect(await allOf(book.session, ref.id)).toEqual(before);
  });

  test('makes somebody new with all it says, and one undo takes them away', async () => {
    const book = await ownBook();
    const { creating, acting } = rooms([book]);
    const question = asked('person.create', { tab: TAB, draft: draftOfCard(full(), 'book', PHOTO), of: 'vCard' });
    const ref = await creating.create(TAB, question.draft, question.of);
    const made = await book.session.get(ref.id);
    expect(cardRows(made, full(), PHOTO, false)).toEqual([]);
    expect(made.emails).toMatchObject([{ address: 'office@cards.example', primary: true }, { primary: false }]);
    const [entry] = await acting.entries({ ref, limit: 5 });
    await acting['action.undo']({ entry: entry?.id ?? '' });
    await expect(book.session.get(ref.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });

  test('of an exported person has nothing new for them', async () => {
    const book = await ownBook();
    const { ref } = await someoneIn(book.session);
    const person = await book.session.get(ref.id);
    const [values] = valuesOf(new TextEncoder().encode(writeCard(personCard(person))));
    if (values === undefined) throw new Error('no card');
    expect(cardRows(person, values, '', false)).toEqual([]);
  });
});

describe.skipIf(!there)("Real programs' exports", () => {
  const files: readonly string[] = there
    ? Object.keys(JSON.parse(readFileSync(`${folder}index.json`, 'utf8')).files)
    : [];

  test('every card with an address becomes a person of the book, none is refused', async () => {
    const book = await ownBook();
    const { creating } = rooms([book]);
    const taken = new Set<string>();
    const made = { count: 0 };
    for (const values of files.flatMap((name) => valuesOf(readFileSync(folder + name)))) {
      const emails = values.emails.filter(({ address }) => !taken.has(address));
      if (emails.length === 0) continue;
      for (const { address } of emails) taken.add(address);
      const draft = draftOfCard({ ...values, emails }, 'book', '');
      const question = asked('person.create', { tab: TAB, draft, of: 'vCard' });
      const { id } = await creating.create(TAB, question.draft, question.of);
      const person = await book.session.get(id);
      expect(cardRows(person, { ...values, emails }, '', false).map(({ what, to }) => `${what} ${to}`)).toEqual([]);
      made.count += 1;
    }
    expect(made.count).toBeGreaterThan(45);
  });

  test('every card can be taken onto somebody who is there, and is then nothing new', async () => {
    const book = await ownBook();
    const { acting } = rooms([book]);
    for (const values of files.flatMap((name) => valuesOf(readFileSync(folder + name)))) {
      const { ref } = await someoneIn(book.session);
      // Others of these files have the addresses already.
      const mine = { ...values, emails: [] };
      const chosen = cardRows(await book.session.get(ref.id), mine, '', false).map((row) => row.chosen);
      if (chosen.length === 0) continue;
      await acting['action.runAll'](asked('action.runAll', { ref, chosen }));
      expect(cardRows(await book.session.get(ref.id), mine, '', false).map(({ what, to }) => `${what} ${to}`)).toEqual(
        [],
      );
    }
  });
});
