// What programs write beside the standards, one oddity at a time.

import { describe, expect, test } from 'vitest';
import { bytesOfText, textOfBytes } from '@/utils/vcard/bytes';
import { preferred, readCards } from '@/utils/vcard/read';
import type { Card } from '@/utils/vcard/types';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function only(file: Uint8Array): Card {
  const [first, ...more] = readCards(file);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} cards`);
  return first.card;
}

const card = (version: string, ...lines: readonly string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
const of = (version: string, ...lines: readonly string[]): Card => only(utf8(card(version, ...lines)));

describe('Letters', () => {
  test('A line folded in the middle of a letter is put together before it is decoded', () => {
    expect(only(bytes('BEGIN:VCARD\nVERSION:3.0\nFN:J\xc3\n \xb6rg\nEND:VCARD')).fn).toBe('Jörg');
  });

  test('A soft break in the middle of a letter is, too', () => {
    const quoted = 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=\r\n=B6rg';
    expect(of('2.1', quoted).fn).toBe('Jörg');
  });

  test.each([
    ['iso-8859-2', 'N;CHARSET=ISO-8859-2:\xa3\xf3d\xbc;', 'Łódź'],
    ['shift_jis', 'N;CHARSET=SHIFT_JIS:\x8e\x52\x93\x63;', '山田'],
    ['shift_jis with a backslash for its second byte', 'N;CHARSET=Shift_JIS:\x94\x5c;', '能'],
    ['gb2312', 'N;CHARSET=GB2312:\xcd\xf5;', '王'],
    ['big5', 'N;CHARSET=BIG5:\xa4\xfd;', '王'],
    ['euc-kr', 'N;CHARSET=EUC-KR:\xb1\xe8;', '김'],
    ['koi8-r', 'N;CHARSET=KOI8-R:\xe9\xd7\xc1\xce;', 'Иван'],
    ['quoted iso-8859-1', 'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;', 'Müller'],
    ['a charset that nobody knows', 'N;CHARSET=X-UNKNOWN:M\xfcller;', 'Müller'],
    ['UTF-8 that says it is Latin', 'N;CHARSET=ISO-8859-1:M\xc3\xbcller;', 'Müller'],
  ])('%s', (_, line, family) => {
    expect(only(bytes(card('2.1', line))).n?.family).toBe(family);
  });

  test('Text without a charset is read by another property that has one, or by its language', () => {
    const hinted = card('2.1', 'FN:\xc8\xe2\xe0\xed', 'LABEL;CHARSET=WINDOWS-1251;QUOTED-PRINTABLE:=C8');
    expect(only(bytes(hinted)).fn).toBe('Иван');
    expect(only(bytes(card('2.1', 'N;LANGUAGE=ru:\xc8\xe2\xe0\xed;'))).n?.family).toBe('Иван');
  });

  test('… else it is guessed by what it would say', () => {
    expect(only(bytes(card('2.1', 'FN:\xcf\xe5\xf2\xf0\xee\xe2\xe0 \xc8\xf0\xe8\xed\xe0'))).fn).toBe('Петрова Ирина');
    expect(only(bytes(card('2.1', 'FN:\x83\x84\x83\x7d\x83\x5f'))).fn).toBe('ヤマダ');
    expect(only(bytes(card('2.1', 'FN:Jos\xe9 Nu\xf1ez'))).fn).toBe('José Nuñez');
  });

  test('UTF-16 is read with and without its mark, in both orders', () => {
    const text = card('3.0', 'FN:Jörg');
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const file of [little, big, Buffer.from(`\ufeff${text}`, 'utf16le')]) expect(only(file).fn).toBe('Jörg');
  });

  test('ISO-2022-JP is read by its escapes', () => {
    expect(only(bytes(card('2.1', 'FN;CHARSET=ISO-2022-JP:\x1b$B;3ED\x1b(B'))).fn).toBe('山田');
  });
});

test('Each byte of a file is told apart from every other', () => {
  const all = Uint8Array.from({ length: 256 }, (_, at) => at);
  expect(bytesOfText(textOfBytes(all))).toEqual(all);
});

describe('Lines', () => {
  test.each([
    ['\n', 'Unix'],
    ['\r', 'old Mac'],
    ['\r\r\n', 'converted twice'],
  ])('Line ends %j (%s)', (end) => {
    const found = only(utf8(card('3.0', 'FN:Anna', 'NOTE:one', '  two').replaceAll('\r\n', end)));
    expect([found.fn, found.notes[0]?.value]).toEqual(['Anna', 'one two']);
  });

  test('vCard 2.1 folds at white space, which stays; programs that fold as 3.0 does are understood', () => {
    expect(of('2.1', 'NOTE:short', ' line').notes[0]?.value).toBe('short line');
    expect(of('2.1', `NOTE:${'x'.repeat(70)}`, ' yy').notes[0]?.value).toBe(`${'x'.repeat(70)}yy`);
  });

  test('A base64 picture without folding ends at the next property, with blank lines or without', () => {
    const line = '/9j/'.padEnd(76, 'A');
    for (const blank of [[], ['']]) {
      const found = of('2.1', 'PHOTO;JPEG;ENCODING=BASE64:', line, line, ...blank, 'TITLE:Head');
      expect(found.photo?.data).toBe(`data:image/jpeg;base64,${line}${line}`);
      expect(found.title).toBe('Head');
    }
  });

  test('A text whose line breaks were not escaped is kept whole', () => {
    expect(of('3.0', 'NOTE:first', 'second line', 'TITLE:x').notes[0]?.value).toBe('first\nsecond line');
  });

  test('A link on a line of its own is part of the text before it, no property', () => {
    expect(of('3.0', 'NOTE:see', 'https://x.example/a').notes[0]?.value).toBe('see\nhttps://x.example/a');
  });

  test('A soft break that leads nowhere takes no property along, whatever it is called', () => {
    const quoted = 'NOTE;ENCODING=QUOTED-PRINTABLE:one=';
    expect(of('2.1', quoted, 'TITLE:x')).toMatchObject({ title: 'x', notes: [{ value: 'one' }] });
    const found = of('2.1', quoted, '', 'FBURL:x');
    expect([found.notes[0]?.value, found.rest[0]?.name]).toEqual(['one', 'FBURL']);
  });

  test('A text of a hundred thousand quoted lines is read at once', () => {
    const many = `${'a'.repeat(70)}=\r\n`.repeat(100_000);
    const found = of('2.1', 'NOTE;ENCODING=QUOTED-PRINTABLE:=', `${many}b`);
    expect(found.notes[0]?.value).toHaveLength(7_000_001);
  }, 5_000);

  test('A damaged picture is told, and what is left of it is kept', () => {
    const [read] = readCards(utf8(card('3.0', 'PHOTO;ENCODING=b:/9j/4AA§<cut>')));
    expect(read?.card.photo?.data).toBe('data:image/jpeg;base64,/9j/4AAc');
    expect(read?.problems).toEqual([{ line: 3, kind: 'bad-base64', text: 'PHOTO' }]);
  });

  test('A parameter can be folded before its colon', () => {
    expect(of('3.0', 'TEL;TYPE=work;X-ID="1"', ' ;TYPE=voice:123').phones[0]).toMatchObject({
      value: '123',
      types: ['work', 'voice'],
    });
  });
});

describe('Cards in a file', () => {
  test('Several versions stand in one file, in lower case, without line breaks between', () => {
    const file = `begin:vcard\nfn:A\nversion:2.1\nend:vcardBEGIN:VCARD\nVERSION:4.0\nFN:B\nEND:VCARD`;
    expect(readCards(utf8(file)).map(({ card: one }) => [one.version, one.fn])).toEqual([
      ['2.1', 'A'],
      ['4.0', 'B'],
    ]);
  });

  test('Text around a card is passed over, and so are quote marks of a mail', () => {
    const mail = ['Subject: my card', '', '> BEGIN:VCARD', '> VERSION:3.0', '> FN:Anna', '> END:VCARD', 'Bye'];
    expect(only(utf8(mail.join('\n'))).fn).toBe('Anna');
  });

  test("An agent's card within the card is not another person, and is kept", () => {
    const file = card('2.1', 'AGENT:', 'BEGIN:VCARD', 'VERSION:2.1', 'FN:Helper', 'END:VCARD', 'FN:Boss');
    const found = only(utf8(file));
    expect(found.fn).toBe('Boss');
    expect(found.rest).toMatchObject([{ name: 'AGENT', value: expect.stringContaining('FN:Helper') }]);
  });

  test('A card that is cut off gives what it has, and says so', () => {
    const [first, second] = readCards(utf8('BEGIN:VCARD\nFN:A\nTEL:1\nBEGIN:VCARD\nFN:B\nEND:VCARD'));
    expect(first?.card).toMatchObject({ fn: 'A', phones: [{ value: '1' }] });
    expect(first?.problems).toEqual([{ line: 3, kind: 'cut-off', text: 'TEL:1' }]);
    expect(second?.problems).toEqual([]);
  });

  test('What cannot be read is told by its line, and the rest is read', () => {
    const file = ['BEGIN:VCARD', 'FN:A', 'no property at all', 'KEY;ENCODING=b:§§', 'TEL:1', 'END:VCARD'].join('\n');
    const [read] = readCards(utf8(file));
    expect(read?.card.phones).toHaveLength(1);
    expect(read?.problems).toEqual([
      { line: 3, kind: 'unreadable', text: 'no property at all' },
      { line: 4, kind: 'bad-base64', text: 'KEY' },
    ]);
  });

  test('A file that is none gives no card', () => {
    for (const text of ['', 'Hello', 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR', '\0\0\0\0']) {
      expect(readCards(utf8(text))).toEqual([]);
    }
  });
});

describe('Parameters', () => {
  test('Bare ones of 2.1 get their names', () => {
    const found = of('2.1', 'TEL;WORK;FAX;utf-8;QUOTED-PRINTABLE;de-DE:=31');
    expect(found.phones[0]).toMatchObject({ value: '1', types: ['work', 'fax'], params: [['LANGUAGE', ['de-DE']]] });
  });

  test.each([
    ['TEL;TYPE=work,fax:1'],
    ['TEL;TYPE="work,fax":1'],
    ['TEL;TYPE=WORK;TYPE=FAX:1'],
    ['tel;type=work;fax:1'],
    ['TEL ; TYPE = Work , Fax : 1'],
  ])('Types are read from %s', (line) => {
    expect(of('3.0', line).phones[0]).toMatchObject({ types: ['work', 'fax'], value: '1' });
  });

  test('A colon, a semicolon and carets in a quoted parameter are part of it', () => {
    const [address] = of('4.0', 'ADR;LABEL="a: b; c^n^\'d^\'":;;Street;;;;').addresses;
    expect(address).toMatchObject({ street: 'Street', params: [['LABEL', ['a: b; c\n"d"']]] });
  });

  test('An address in a parameter that nobody quoted does not end it', () => {
    expect(of('3.0', 'X-SOCIALPROFILE;X-URL=http://x.example:y;TYPE=twitter:anna').rest).toEqual([]);
    expect(of('3.0', 'TEL;X-FROM=https://x.example:123').phones[0]?.value).toBe('123');
  });

  test('The preferred address is the lowest PREF, else the one of that type, else the first', () => {
    const address = (...lines: string[]) => preferred(of('4.0', ...lines).emails)?.value;
    expect(address('EMAIL;PREF=2:a@x.de', 'EMAIL;PREF=1:b@x.de')).toBe('b@x.de');
    expect(address('EMAIL:a@x.de', 'EMAIL;type=INTERNET;type=pref:b@x.de')).toBe('b@x.de');
    expect(address('EMAIL:a@x.de', 'EMAIL:b@x.de')).toBe('a@x.de');
  });
});

describe('Values', () => {
  test('Escapes are undone, those of Google and of old programs too', () => {
    const found = of('3.0', 'NOTE:a\\, b\\; c\\nd\\\\e \\"f\\"', 'URL:http\\://x.example', 'ORG:A\\; B;Unit\\, 1');
    expect(found.notes[0]?.value).toBe('a, b; c\nd\\e "f"');
    expect(found.urls[0]?.value).toBe('http://x.example');
    expect(found.org).toEqual(['A; B', 'Unit, 1']);
  });

  test('In 2.1 a comma separates nothing', () => {
    expect(of('2.1', 'ORG:Company, Inc.;Sales').org).toEqual(['Company, Inc.', 'Sales']);
    expect(of('2.1', 'N:Doe;John;A\\;B').n).toEqual({ family: 'Doe', given: 'John', additional: 'A;B' });
  });

  test('Quoted semicolons are letters where others separate, and separators where none do', () => {
    const quoted = 'ENCODING=QUOTED-PRINTABLE';
    expect(of('2.1', `N;${quoted}:A=3BB;C`).n).toEqual({ family: 'A;B', given: 'C' });
    expect(of('2.1', `N;${quoted}:A=3BB`).n).toEqual({ family: 'A', given: 'B' });
  });

  test('A name in base64 is read as text', () => {
    expect(of('2.1', 'FN;ENCODING=B;CHARSET=UTF-8:SsO2cmc=').fn).toBe('Jörg');
  });

  test('Phones lose tel: and give their extension', () => {
    expect(of('4.0', 'TEL;VALUE=uri:tel:+1-418-656-9254;ext=102').phones[0]).toMatchObject({
      value: '+1-418-656-9254',
      ext: '102',
    });
  });

  test("Apple's groups give labels, its own words without their marks", () => {
    const found = of('3.0', 'item1.TEL:1', 'item1.X-ABLabel:_$!<Mobile>!$_', 'ITEM2.URL:x', 'item2.X-ABLabel:Blog');
    expect([found.phones[0]?.label, found.urls[0]?.label]).toEqual(['Mobile', 'Blog']);
    expect(found.rest.map(({ name }) => name)).toEqual(['X-ABLABEL', 'X-ABLABEL']);
  });

  test.each([
    ['X-SKYPE-USERNAME:anna', 'skype', 'anna'],
    ['IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:anna', 'skype', 'anna'],
    ['IMPP;PREF=1:xmpp:anna%40x.example', 'xmpp', 'anna@x.example'],
    ['X-ICQ;TYPE=HOME:123', 'icq', '123'],
    ['X-JABBER:anna@x.example', 'xmpp', 'anna@x.example'],
  ])('%s is a messenger', (line, service, value) => {
    expect(of('3.0', line).im).toMatchObject([{ service, value }]);
  });

  test.each([
    ['X-SOCIALPROFILE;type=twitter:http://twitter.com/anna', 'twitter', 'http://twitter.com/anna'],
    ['X-SOCIALPROFILE;type=flickr;x-user=anna:x-apple:anna', 'flickr', 'anna'],
    ['SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://m.example/@anna', 'mastodon', 'https://m.example/@anna'],
    ['X-TWITTER:anna', 'twitter', 'anna'],
  ])('%s is a network', (line, service, value) => {
    expect(of('3.0', line).socials).toMatchObject([{ service, value }]);
  });

  test.each([
    ['PHOTO;ENCODING=b;TYPE=image/png:iVBORw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
    ['PHOTO;BASE64:/9j/4AA=', 'data:image/jpeg;base64,/9j/4AA='],
    ['PHOTO:data:image/gif;base64,R0lGODlh', 'data:image/gif;base64,R0lGODlh'],
    ['PHOTO;ENCODING=B;TYPE=PNG:/9j/4AA=', 'data:image/jpeg;base64,/9j/4AA='],
    ['PHOTO:data:image/jpeg;base64\\,/9j/4AA=', 'data:image/jpeg;base64,/9j/4AA='],
  ])('The picture of %s', (line, data) => {
    expect(of('3.0', line).photo).toMatchObject({ data, url: '' });
  });

  test('A picture that is a link is a link, and an empty one is none', () => {
    expect(of('3.0', 'PHOTO;VALUE=uri:https://x.example/a.jpg').photo).toMatchObject({ data: '' });
    expect(of('3.0', 'PHOTO;ENCODING=b:').photo).toBeUndefined();
  });

  test('What the product has no word for is kept as it was', () => {
    const found = of('3.0', 'item1.X-ABDATE;type=pref:1975-03-01', 'GEO:1;2', 'TITLE:One', 'TITLE:Two', 'ROLE:r\\,s');
    expect(found.title).toBe('One');
    expect(found.rest.map(({ group, name, value }) => `${group}|${name}|${value}`)).toEqual([
      'item1|X-ABDATE|1975-03-01',
      '|GEO|1;2',
      '|TITLE|Two',
      '|ROLE|r\\,s',
    ]);
  });
});
