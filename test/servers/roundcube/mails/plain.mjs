/** @import { Mail } from '../types' */
import { base64Word, quotedWord } from '../../encode.mjs';

/**
 * 1 to 12: one writer, in all the ways a From line may be written.
 * @type {readonly Mail[]}
 */
export const plain = [
  {
    about: 'a plain name and address',
    headers: ['From: Frida Holm <frida.holm@northpier.test>', 'Subject: Pick-up on Tuesday'],
    body: 'Could somebody pick the crates up on Tuesday?\n\nFrida\n',
    expected: { chosen: 'Frida Holm <frida.holm@northpier.test>' },
  },
  {
    about: 'a Base64 word',
    headers: [
      `From: ${base64Word('Käthe Böhm')} <kaethe.boehm@boehm-druck.example.org>`,
      `Subject: ${base64Word('Nachfrage zur Rechnung für Juni')}`,
    ],
    body: 'Guten Tag, fehlt auf der Rechnung für Juni nicht eine Zeile?\n',
    expected: {
      chosen: 'Käthe Böhm <kaethe.boehm@boehm-druck.example.org>',
      title: 'Nachfrage zur Rechnung für Juni',
    },
  },
  {
    about: 'a quoted word in ISO 8859-1',
    headers: [
      `From: ${quotedWord('Søren Ågård', 'latin1')} <soren@agard.example.net>`,
      `Subject: ${quotedWord('Größe der Lieferung', 'latin1')}`,
    ],
    body: 'Passt die Palette durch eine Tür von 90 cm?\n',
    expected: { chosen: 'Søren Ågård <soren@agard.example.net>', title: 'Größe der Lieferung' },
  },
  {
    about: 'the second address of a person',
    headers: ['From: "F. Holm" <holm.frida@example.net>', 'Subject: Writing from home today'],
    body: 'The office line is down, please answer here.\nFrida\n',
    expected: { chosen: 'F. Holm <holm.frida@example.net>' },
  },
  {
    about: 'a comma in the name',
    headers: ['From: "Reyes, Camila" <camila.reyes@tallship.test>', 'Subject: Order 4410'],
    body: 'Please send the papers of order 4410 once more.\n',
    expected: { chosen: 'Reyes, Camila <camila.reyes@tallship.test>' },
  },
  {
    about: 'a plus tag and capitals',
    headers: ['From: Camila Reyes <Camila.Reyes+Papers@TallShip.test>', 'Subject: The same with a tag'],
    body: 'Same mailbox, other spelling.\n',
    expected: { chosen: 'Camila Reyes <camila.reyes+papers@tallship.test>' },
  },
  {
    about: 'a quoted word in UTF-8',
    headers: [
      `From: ${quotedWord('Zoë Almeida')} <zoe.almeida@rivertrade.test>`,
      'Cc: accounts@rivertrade.test',
      'Subject: Our bank has moved',
    ],
    body: 'Did the letter arrive?\n',
    expected: {
      chosen: 'Zoë Almeida <zoe.almeida@rivertrade.test>',
      others: ['cc <accounts@rivertrade.test>'],
    },
  },
  {
    about: 'an address without a name',
    headers: ['From: kim.baker@example.com', 'Subject: A bare address'],
    body: 'There is no name in the From line.\n',
    expected: { chosen: '<kim.baker@example.com>' },
  },
  {
    about: 'angle brackets without a name',
    headers: ['From: <tam@example.com>', 'Subject: Only brackets'],
    body: 'Only brackets.\n',
    expected: { chosen: '<tam@example.com>' },
  },
  {
    about: 'the name in a comment',
    headers: ['From: iris@example.com (Iris Vane)', 'Subject: As mail was written in 1982'],
    body: 'The name stands behind the address.\n',
    // Roundcube 1.6.5 does not show a name that is written so.
    expected: { chosen: '<iris@example.com>' },
  },
  {
    about: 'the same name, somebody else',
    headers: ['From: Iris Vane <iris@example.org>', 'Subject: Trustees'],
    body: 'I am the other one.\n',
    expected: { chosen: 'Iris Vane <iris@example.org>' },
  },
  {
    about: 'a stranger',
    headers: ['From: Nobody Knows <stranger@elsewhere.test>', 'Subject: Hello for the first time'],
    body: 'We have never written before.\n',
    expected: { chosen: 'Nobody Knows <stranger@elsewhere.test>' },
  },
];
