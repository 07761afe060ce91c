// Exports, read by another reader than ours, and what is asked of their bytes.

import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readCards } from '@/utils/vcard/read';
import type { Card } from '@/utils/vcard/types';
import { writeCard } from '@/utils/vcard/write';

const lines = [
  'N:Müller;Jörg;A,B;Dr.;',
  'FN:Dr. Jörg Müller\\, "der Große"',
  'ORG:Müller & Söhne\\; GmbH;Einkauf',
  'TITLE:Leiter\\, Einkauf',
  'EMAIL;TYPE=work:jm@x.example',
  'EMAIL;TYPE=home;PREF=1:joerg@x.example',
  'EMAIL;PREF=2:third@x.example',
  'TEL;VALUE=uri;TYPE="work,voice":tel:+49-30-1;ext=7',
  'TEL;TYPE=cell:0170 / 1',
  'item1.ADR;LABEL="Weg 1\\nBerlin":;;Weg 1\\, Haus; Berlin;;10115;D',
  'item1.X-ABLABEL:Lager',
  'URL:https://x.example/?a=1;b=2,c',
  `NOTE:${'ä'.repeat(90)}\\nzweite Zeile\\; mit \\\\`,
  'CATEGORIES:a\\,b,c',
  'IMPP:xmpp:j@x.example',
  'BDAY:1980-03-22',
  'PHOTO:data:image/png;base64,iVBORw0KGgoAAAA=',
  'KEY;TYPE=X509:data:application/octet-stream;base64,AAAA',
  'X-OWN;X-P="a;b":raw\\,value;x',
  'GENDER:M;er',
  'TZ:Europe/Berlin',
  'UID:urn:uuid:1',
];

function sample(): Card {
  const file = ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n');
  const [read] = readCards(new TextEncoder().encode(file));
  if (read === undefined || read.problems.length > 0) throw new Error('the sample is broken');
  return read.card;
}

/** As ical.js reads it: each property's first value. */
function foreign(text: string): (name: string) => unknown {
  const component = new ICAL.Component(ICAL.parse(text));
  return (name) => component.getAllProperties(name).map((one) => one.toJSON()[3]);
}

describe.each(['3.0', '4.0'] as const)('A card written as %s, read by ical.js', (version) => {
  const read = foreign(writeCard(sample(), version));

  test('names and organisation are the same', () => {
    expect(read('fn')).toEqual(['Dr. Jörg Müller, "der Große"']);
    expect(read('n')).toEqual([['Müller', 'Jörg', 'A, B', 'Dr.', '']]);
    expect(read('org')).toEqual([['Müller & Söhne; GmbH', 'Einkauf']]);
    expect(read('title')).toEqual(['Leiter, Einkauf']);
  });

  test('addresses, phones and places are the same', () => {
    expect(read('email')).toEqual(['jm@x.example', 'joerg@x.example', 'third@x.example']);
    expect(read('tel')).toEqual([expect.stringMatching(/^(?:tel:)?\+49-30-1\\?;ext=7$/), '0170 / 1']);
    expect(read('adr')).toEqual([['', '', 'Weg 1, Haus', 'Berlin', '', '10115', 'D']]);
  });

  test('long texts, lists and pictures are the same', () => {
    expect(read('note')).toEqual([expect.stringMatching(/^ä{90}\nzweite Zeile\\?; mit \\$/)]);
    expect(read('categories')).toEqual(['a,b']);
    expect(read('photo')).toEqual([expect.stringContaining('iVBORw0KGgoAAAA=')]);
    expect(read('uid')).toEqual(['urn:uuid:1']);
  });
});

describe.each(['2.1', '3.0', '4.0'] as const)('A card written as %s', (version) => {
  const text = writeCard(sample(), version);

  test('keeps every value of ours', () => {
    const [read] = readCards(new TextEncoder().encode(text));
    expect(read?.problems).toEqual([]);
    expect({ ...read?.card, version: '4.0' }).toEqual(sample());
  });

  test('has lines of at most 76 bytes, none cut within a letter, each ended as the standards say', () => {
    const all = text.split('\r\n');
    // In 2.1 the `=` of a soft break comes on top.
    for (const line of all) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(76);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCARD\r\n')).toBe(true);
  });
});

test('vCard 2.1 is written in ASCII alone', () => {
  expect(writeCard(sample(), '2.1')).toMatch(/^[\r\n -~]*$/);
});

test('The preferred address is marked as each version does', () => {
  expect(writeCard(sample(), '4.0')).toContain('EMAIL;TYPE=home;PREF=1:joerg@x.example');
  expect(writeCard(sample(), '3.0')).toContain('EMAIL;TYPE=home,pref:joerg@x.example');
  expect(writeCard(sample(), '2.1')).toContain('EMAIL;home;pref:joerg@x.example');
});

test('A card without a name is still a card', () => {
  const { fn: _, n: __, ...nameless } = sample();
  expect(writeCard({ ...nameless }, '4.0')).toContain('\r\nFN:\r\n');
});
