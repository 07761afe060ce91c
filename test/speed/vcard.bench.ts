// Reading a file of 1000 cards as a phone exports it: names beyond ASCII, several values, every tenth with a picture.
import { expect, test } from 'vitest';
import { readCards } from '@/utils/vcard/read';
import { median, tell } from './figures';
import { addressOf, nameOf } from './people';

const CARDS = 1000;
const RUNS = 9;

const picture = '/9j/4AAQ'.padEnd(8_000, 'AbCdEfGh');

function cardText(at: number): string {
  const [given = '', last = ''] = nameOf(at).split(' ');
  const family = `${last}-Müller`;
  const quoted = (text: string): string =>
    [...new TextEncoder().encode(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  const old = at % 2 === 0;
  const q = 'CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:';
  return [
    'BEGIN:VCARD',
    `VERSION:${old ? '2.1' : '3.0'}`,
    old ? `N;${q}${quoted(family)};${quoted(given)};;;` : `N:${family};${given};;;`,
    old ? `FN;${q}${quoted(`${given} ${family}`)}` : `FN:${given} ${family}`,
    old ? `TEL;CELL:+49 170 ${at}` : `TEL;TYPE=CELL:+49 170 ${at}`,
    old ? `TEL;WORK;VOICE:+49 30 ${at}` : `TEL;TYPE=WORK,VOICE:+49 30 ${at}`,
    `EMAIL;${old ? 'PREF;INTERNET' : 'TYPE=INTERNET,PREF'}:${addressOf(at)}`,
    `item1.EMAIL;TYPE=INTERNET:home${at}@example.org`,
    'item1.X-ABLabel:_$!<Home>!$_',
    `ADR;${old ? 'HOME' : 'TYPE=HOME'}:;;Straße ${at};Berlin;;10115;Deutschland`,
    `ORG:Firma ${at % 50};Einkauf`,
    'NOTE:Line one\\nLine two\\, with a comma',
    ...(at % 10 === 0 ? [`PHOTO;ENCODING=${old ? 'BASE64' : 'b'};TYPE=JPEG:`, ...folded(), ''] : []),
    'END:VCARD',
    '',
  ].join('\r\n');
}

const folded = (): readonly string[] => (picture.match(/.{1,74}/g) ?? []).map((line) => ` ${line}`);

test('1000 cards are read', () => {
  const file = new TextEncoder().encode(Array.from({ length: CARDS }, (_, at) => cardText(at)).join(''));
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const read = readCards(file);
    const ms = performance.now() - started;
    expect(read).toHaveLength(CARDS);
    expect(read.every(({ card, problems }) => card.emails.length === 2 && problems.length === 0)).toBe(true);
    return ms;
  });
  // The first run counts: a person imports once.
  tell({ name: 'vcard.1000.first', value: times[0] ?? Number.NaN, unit: 'ms' });
  tell({ name: 'vcard.1000', value: median(times), unit: 'ms', bar: 200 });
});
