import { beforeEach, describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/contract';
import { bookDatabase } from '@/utils/connectors/local/database';
import { dump, emptyBooks, openBook } from './book';
import { importFile } from './import-steps';

beforeEach(emptyBooks);

const people = async () =>
  (await bookDatabase('own').people.toArray()).map(({ name, emails }) => [
    name,
    ...emails.map((email) => email.address),
  ]);

describe('Importing a CSV', () => {
  it('brings name, addresses, organisation and phones', async () => {
    const { last } = await importFile(
      'Name,Email,Company,Phone,Mobile phone\r\n"Keller, Anna",Anna@Example.com,Bauer & Sohn,+49 1,+49 2\r\nBen,ben@example.com,bauer & sohn,,\r\n',
    );
    expect(last).toEqual({ id: 'file-1', file: 'people.csv', state: 'done', done: 2, total: 2, known: 0 });
    const session = await openBook('own');
    const [anna] = await session.find(address('anna@example.com'));
    expect(anna?.person).toMatchObject({
      name: 'Keller, Anna',
      status: 'active',
      memberships: [{ name: 'Bauer & Sohn' }],
      fields: [
        { type: 'phone', value: '+49 1' },
        { type: 'phone', label: 'Mobile phone', value: '+49 2' },
      ],
    });
    const organisations = await bookDatabase('own').organisations.toArray();
    expect(organisations.map(({ name }) => name)).toEqual(['Bauer & Sohn']);
    expect(await bookDatabase('own').importPieces.count()).toBe(0);
    expect(await bookDatabase('own').imports.count()).toBe(0);
  });

  it('leaves out whose address is banned', async () => {
    await bookDatabase('own').bans.bulkAdd([
      { pattern: 'anna@example.com', at: '2026-01-01' },
      { pattern: '*@Spam.example', at: '2026-01-01' },
    ]);
    const { last } = await importFile(
      'Name,Email,Company\nAnna,Anna@example.com,Bauer\nBen,ben@spam.example,\nClara,clara@example.com,\n',
    );
    expect(last).toMatchObject({ state: 'done', done: 1, known: 2 });
    expect(await people()).toEqual([['Clara', 'clara@example.com']]);
    expect(await bookDatabase('own').organisations.count()).toBe(0);
  });

  it.each([
    ['English', 'First Name,Last Name,E-mail Address,Organization\nAnna,Keller,anna@example.com,Bauer'],
    ['German with semicolons', 'Vorname;Nachname;E-Mail-Adresse;Firma\nAnna;Keller;anna@example.com;Bauer'],
    ['tabs', 'Full name\tE-mail\tOrganisation\nAnna Keller\tanna@example.com\tBauer'],
    ['Google', 'Name,E-mail 1 - Label,E-mail 1 - Value,Organization Name\nAnna Keller,* Work,anna@example.com,Bauer'],
    ['a hint for spreadsheets', 'sep=;\r\nName;Mail;Firma\r\nAnna Keller;anna@example.com;Bauer'],
    ['the word address alone', 'name,addresses,organisation\nAnna Keller,anna@example.com,Bauer'],
    ['a byte order mark and old line ends', '\uFEFFName,Mail,Firma\rAnna Keller,anna@example.com,Bauer\r'],
    ['spaces around quotes and empty lines', 'Name, Email, Company\n\n"Anna Keller" , "anna@example.com", "Bauer"\n\n'],
  ])('understands an export with %s', async (_, text) => {
    expect((await importFile(text)).last).toMatchObject({ state: 'done', done: 1 });
    expect(await people()).toEqual([['Anna Keller', 'anna@example.com']]);
    expect((await bookDatabase('own').organisations.toArray()).map(({ name }) => name)).toEqual(['Bauer']);
  });

  it.each([
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-16le', []],
  ])('reads %s as spreadsheets write it (mark: %s)', async (encoding, mark) => {
    const units = Buffer.from('Name\tMail\nPhương Thảo\tthao@example.com\n', 'utf16le');
    const bytes = new Uint8Array([...mark, ...(encoding === 'utf-16be' ? units.swap16() : units)]);
    expect((await importFile(bytes)).last).toMatchObject({ state: 'done', done: 1 });
    expect(await people()).toEqual([['Phương Thảo', 'thao@example.com']]);
  });

  it('takes several addresses from one cell, and from several columns', async () => {
    await importFile(
      'Name,Email,Email 2\nAnna,"anna@example.com; Shop <shop@example.com> office@example.com",anna@example.org\n',
    );
    expect(await people()).toEqual([
      ['Anna', 'anna@example.com', 'shop@example.com', 'office@example.com', 'anna@example.org'],
    ]);
  });

  it('keeps letters whole that lie across two pieces, and quoted line breaks and quotes', async () => {
    const text = 'Name,Email\n"Phương ""Thảo""\nNguyễn",thao@example.com\n田中,tanaka@example.com\n';
    expect((await importFile(text, { piece: 7 })).last).toMatchObject({ state: 'done', done: 2 });
    expect(await people()).toEqual([
      ['Phương "Thảo" Nguyễn', 'thao@example.com'],
      ['田中', 'tanaka@example.com'],
    ]);
  });

  it('leaves out whom the book has, and who stands in the file twice, and says how many', async () => {
    await importFile('Name,Email\nAnna,anna@example.com\n');
    const before = await people();
    const { last } = await importFile(
      'Name,Email,Phone\nAnna K.,ANNA@example.com,\nBen,ben@example.com,\nBen,ben@example.com,\nNo Mail,,1\nNo Mail,,1\n',
    );
    expect(last).toMatchObject({ state: 'done', done: 2, total: 2, known: 3 });
    expect(await people()).toEqual([...before, ['Ben', 'ben@example.com'], ['No Mail']]);
  });

  it('names a person without a name by the address', async () => {
    await importFile('Name,Email\n,anna@example.com\n');
    expect(await people()).toEqual([['anna@example.com', 'anna@example.com']]);
  });

  it('tells how far it is: pieces while it checks, people while it writes', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `P${index},p${index}@example.com`).join('\n');
    const { told, last } = await importFile(`Name,Email\n${rows}`);
    expect(told.map(({ state }) => state)).toEqual(expect.arrayContaining(['checking', 'running', 'done']));
    expect(told[0]).toMatchObject({ state: 'checking', done: 0, total: 1 });
    expect(last).toMatchObject({ done: 1_200, total: 1_200 });
  });

  it('gives people made while it runs an id of their own', async () => {
    await importFile('Name,Email\nAnna,anna@example.com\nBen,ben@example.com\n');
    const session = await openBook('own');
    const made = await write(session, {
      type: 'person.create',
      person: null,
      draft: { name: 'Cem', addresses: [address('cem@example.com')] },
    });
    expect(await session.get(made.id)).toMatchObject({ name: 'Cem' });
    expect(await bookDatabase('own').people.count()).toBe(3);
  });
});

describe('A file that is no list of people', () => {
  const good = 'Name,Email,Phone\nAnna,anna@example.com,1\n';
  it.each([
    ['a quote that never ends', `${good}"Ben,ben@example.com,2\nCem,cem@example.com,3\n`, 'quote-open', 3],
    ['text after a closing quote', `${good}"Ben" B,ben@example.com,2\n`, 'quote-inside', 3],
    ['a second quoted text in a cell', `${good}"Ben" "B",ben@example.com,2\n`, 'quote-inside', 3],
    ['a quote inside a plain cell', `${good}Ben "B",ben@example.com,2\n`, 'quote-inside', 3],
    [
      'a quote that ends on another line',
      `${good}"Ben,ben@example.com,2\n"Cem",cem@example.com,3\n`,
      'quote-inside',
      3,
    ],
    ['a cell too many', `${good}\nBen,B.,ben@example.com,2\n`, 'columns', 4],
    ['a cell missing', `${good}Ben,ben@example.com\n`, 'columns', 3],
    ['no column of addresses', 'Name,Street,Phone\nAnna,Road 1,1\n', 'no-address-column', 1],
    ['streets under the word address', 'Name,Address\nAnna,anna@example.com\nBen,Road 1\n', 'no-address-column', 1],
    ['what is no address', `${good}"Two\nlines",ben@example.com,2\nCem,cem at example.com,3\n`, 'address-invalid', 5],
    ['a heading only', 'Name,Email\n', 'nothing', 1],
    ['nothing at all', '', 'empty', 1],
    ['spaces only', ' \n\n  ', 'empty', 1],
    ['a line of 10 MB', `${good}${'x'.repeat(10_000_000)}`, 'line-too-long', 3],
    ['a heading of 10 MB', 'x'.repeat(10_000_000), 'line-too-long', 1],
    ['a quote open for 10 MB', `${good}"${'line\n'.repeat(2_000_000)}`, 'quote-open', 3],
  ])('is refused with its line: %s', async (_, text, kind, line) => {
    const { last, told } = await importFile(text);
    expect(last).toMatchObject({ state: 'failed', problem: { kind, line } });
    expect(told.at(-1)).toEqual(last);
    expect(Object.values(await dump('own')).flat()).toEqual([]);
  });

  it.each([
    ['Latin-1', Buffer.from('Name,Email\nAnna,anna@example.com\r\nJürgen,j@example.com\n', 'latin1'), 3],
    [
      'a letter cut off at the end',
      Buffer.from([...Buffer.from('Name,Email\nAnna,anna@example.com\nJ,j@example.com\nJ'), 0xc3]),
      4,
    ],
    ['letters that were lost before', Buffer.from('Name,Email\nJ\uFFFDrgen,j@example.com\n'), 2],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0]), 1],
  ])('is refused with its line: the encoding of %s', async (_, bytes, line) => {
    const { last } = await importFile(new Uint8Array(bytes), { piece: 11 });
    expect(last).toMatchObject({ state: 'failed', problem: { kind: 'encoding', line } });
    expect(Object.values(await dump('own')).flat()).toEqual([]);
  });

  it('leaves the people who were there before as they were', async () => {
    await importFile('Name,Email,Company\nAnna,anna@example.com,Bauer\n');
    const before = await dump('own');
    const many = Array.from({ length: 2_000 }, (_, index) => `P${index},p${index}@example.com,C${index}`).join('\n');
    expect((await importFile(`Name,Email,Company\n${many}\nlast,nonsense,X\n`)).last).toMatchObject({
      state: 'failed',
      problem: { kind: 'address-invalid', line: 2_002, detail: 'nonsense' },
    });
    expect(await dump('own')).toEqual(before);
  });
});
