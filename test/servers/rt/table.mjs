/** @import { RtAgent, RtPerson, RtTicket } from './types' */
import { fileURLToPath } from 'node:url';
import { base64Word } from '../encode.mjs';
import { fields, groups, ranks } from './rights.mjs';

/**
 * Who sits at the panel.
 * @type {readonly RtAgent[]}
 */
export const agents = [
  { login: 'ama', name: 'Ama Mensah', address: 'ama.mensah@helpdesk.test', names: 'role' },
  { login: 'boris', name: 'Boris Lang', address: 'boris.lang@helpdesk.test', names: 'concise' },
];

/** @type {readonly RtAgent[]} */
const others = [
  { login: 'lead', name: 'Lina Haupt', address: 'lina.haupt@helpdesk.test', names: 'role', group: 'Heads' },
  { login: 'viewer', name: 'Vito Sala', address: 'vito.sala@helpdesk.test', names: 'role', group: 'Readers' },
];

/** Whose token is one of somebody outside. */
const customer = 'camila.reyes@tallship.test';

/** @type {readonly RtPerson[]} */
export const people = [
  { name: 'Frida Holm', address: 'frida.holm@northpier.test', organisation: 'North Pier' },
  { name: 'Frida Holm', address: 'holm.frida@example.net' },
  { name: 'Käthe Böhm', address: 'kaethe.boehm@boehm-druck.example.org', organisation: 'Böhm Druck' },
  { name: 'Camila Reyes', address: 'camila.reyes@tallship.test', organisation: 'Tall Ship' },
  { name: 'Lena Krol', address: 'lena.krol@tallship.test', organisation: 'Tall Ship' },
  { name: 'سلمى القاسم', address: 'salma.qasim@waha.test', organisation: 'واحة' },
  { name: '佐々木 結衣', address: 'yui.sasaki@kumo.test' },
  { name: '<i>Trudy</i> & "Co" <script>document.title=1</script>', address: 'trudy@example.net' },
  { name: 'Frida Holm <frida.holm@northpier.test>', address: 'fh@trap.test' },
  { name: '', address: 'kim.baker@example.com' },
  { name: 'Olga Past', address: 'olga.past@example.org', disabled: true },
  { name: 'Tallship Office', address: 'office@tallship.test' },
  { name: 'Käserei Höfli', address: 'laden@xn--kserei-hfli-l8a5v.test' },
];

/** @type {readonly RtTicket[]} */
export const tickets = [
  {
    about: 'one requestor',
    subject: 'The scanner is silent',
    requestors: ['frida.holm@northpier.test'],
    text: 'It beeped yesterday. Today it does not.\n',
    expected: { chosen: 'Frida Holm <frida.holm@northpier.test>' },
  },
  {
    about: 'the second record of the same person',
    subject: 'The scanner again',
    requestors: ['holm.frida@example.net'],
    text: 'Now it smokes.\n',
    expected: { chosen: 'Frida Holm <holm.frida@example.net>' },
  },
  {
    about: 'answers and an internal note of staff',
    subject: 'Rechnung für Juni',
    status: 'open',
    owner: 'ama',
    requestors: ['kaethe.boehm@boehm-druck.example.org'],
    text: 'Da fehlt eine Zeile.\n',
    answers: [
      { by: 'ama', text: 'We are looking into it.\n' },
      { by: 'boris', text: 'Called frida.holm@northpier.test about this.\n', internal: true },
    ],
    expected: { chosen: 'Käthe Böhm <kaethe.boehm@boehm-druck.example.org>' },
  },
  {
    about: 'two requestors',
    subject: 'We both need a key',
    requestors: ['camila.reyes@tallship.test', 'lena.krol@tallship.test'],
    text: 'One key each, please.\n',
    expected: {
      chosen: 'Camila Reyes <camila.reyes@tallship.test>',
      others: ['Lena Krol <lena.krol@tallship.test>'],
    },
  },
  {
    about: 'a copy to somebody',
    subject: 'Berth 9',
    requestors: ['lena.krol@tallship.test'],
    cc: ['office@tallship.test'],
    text: 'Who has berth 9?\n',
    expected: { chosen: 'Lena Krol <lena.krol@tallship.test>', others: ['Tallship Office <office@tallship.test>'] },
  },
  {
    about: 'Arabic',
    subject: 'طلب عرض سعر',
    requestors: ['salma.qasim@waha.test'],
    text: 'كم سعر خمسين قطعة؟\n',
    expected: { chosen: 'سلمى القاسم <salma.qasim@waha.test>' },
  },
  {
    about: 'Japanese',
    subject: '納期について',
    requestors: ['yui.sasaki@kumo.test'],
    text: '納期をお知らせください。\n',
    expected: { chosen: '佐々木 結衣 <yui.sasaki@kumo.test>' },
  },
  {
    about: 'markup in name and subject',
    subject: '<img src=x onerror="document.title=2"> & more',
    requestors: ['trudy@example.net'],
    text: '<b>All of it is text.</b>\n',
    expected: { chosen: '<i>Trudy</i> & "Co" <script>document.title=1</script> <trudy@example.net>' },
  },
  {
    about: 'the mailbox of somebody else as name',
    subject: 'Call me now',
    requestors: ['fh@trap.test'],
    text: 'The name is a whole mailbox.\n',
    expected: { chosen: 'Frida Holm <frida.holm@northpier.test> <fh@trap.test>' },
  },
  {
    about: 'an address without a name',
    subject: 'A bare address',
    requestors: ['kim.baker@example.com'],
    text: 'RT knows no name.\n',
    expected: { chosen: '<kim.baker@example.com>' },
  },
  {
    about: 'an internationalised domain',
    subject: 'A domain with an umlaut',
    requestors: ['laden@xn--kserei-hfli-l8a5v.test'],
    text: 'Grüezi\n',
    expected: { chosen: 'Käserei Höfli <laden@xn--kserei-hfli-l8a5v.test>' },
  },
  {
    about: 'a user who was disabled later',
    subject: 'Before I left',
    status: 'resolved',
    requestors: ['olga.past@example.org'],
    text: 'Please close my account.\n',
    expected: { chosen: 'Olga Past <olga.past@example.org>' },
  },
  {
    about: 'a resolved one',
    subject: 'Solved long ago',
    status: 'resolved',
    owner: 'boris',
    requestors: ['camila.reyes@tallship.test'],
    text: 'Papers of order 4410, please.\n',
    answers: [{ by: 'boris', text: 'Sent.\n' }],
    expected: { chosen: 'Camila Reyes <camila.reyes@tallship.test>' },
  },
  {
    about: 'a mail',
    subject: 'By mail',
    mail: ['From: "Frida Holm" <frida.holm@northpier.test>', 'Subject: By mail'],
    text: 'This came by mail. Write to decoy@trap.test instead.\n',
    expected: { chosen: 'Frida Holm <frida.holm@northpier.test>' },
  },
  {
    about: 'a mail of a stranger, in encoded words',
    subject: 'Größe der Lieferung',
    mail: [
      `From: ${base64Word('Søren Ågård')} <soren@agard.example.net>`,
      `Subject: ${base64Word('Größe der Lieferung')}`,
    ],
    text: 'Passt die Palette durch die Tür?\n',
    expected: { chosen: 'Søren Ågård <soren@agard.example.net>' },
  },
  {
    about: 'a mail without a name',
    subject: 'Who is this?',
    mail: ['From: stranger@elsewhere.test', 'Subject: Who is this?'],
    text: 'Nobody knows me.\n',
    expected: { chosen: '<stranger@elsewhere.test>' },
  },
  {
    about: 'a mail whose answers go elsewhere: RT takes Reply-To for the requestor',
    subject: 'Your password ends today',
    mail: [
      'From: "Support" <somebody@lookalike.test>',
      'Reply-To: answer-here@lookalike.test',
      'Subject: Your password ends today',
    ],
    text: 'Click here.\n',
    expected: { chosen: '<answer-here@lookalike.test>', others: ['Support <somebody@lookalike.test>'] },
  },
  {
    about: 'a mail, answered by staff and by the customer',
    subject: 'Still silent',
    status: 'open',
    owner: 'ama',
    mail: ['From: "Reyes, Camila" <camila.reyes@tallship.test>', 'Subject: Still silent'],
    text: 'The scanner is still silent.\n',
    answers: [
      { by: 'ama', text: 'Is it plugged in?\n' },
      { by: 'camila.reyes@tallship.test', text: 'Now it is.\n' },
    ],
    expected: { chosen: 'Camila Reyes <camila.reyes@tallship.test>' },
  },
  {
    about: 'a mail with somebody in copy who answers',
    subject: 'Joint purchase',
    mail: ['From: Lena Krol <lena.krol@tallship.test>', 'Cc: office@tallship.test', 'Subject: Joint purchase'],
    text: 'The office pays.\n',
    answers: [{ by: 'office@tallship.test', text: 'Confirmed.\n' }],
    expected: { chosen: 'Lena Krol <lena.krol@tallship.test>' },
  },
  {
    about: 'nobody asked',
    subject: 'Made by staff for themselves',
    requestors: [],
    text: 'Remember the fire drill; ask frida.holm@northpier.test.\n',
    expected: { chosen: null },
  },
];

// node table.mjs prints the table for seed.pl.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify({ ranks, groups, fields, agents: [...agents, ...others], people, tickets, customer }));
}
