/** @import { Mail } from '../types' */
import { base64Word } from '../../encode.mjs';

const OWN = 'Desk <desk@helpdesk.test>';
const LENA = 'Lena Krol <lena.krol@tallship.test>';
const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Conor Daly\r\nEMAIL:conor.daly@dalyfarm.example.net\r\nEND:VCARD\r\n';
const INVITATION = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:meet-1@example.net',
  'DTSTAMP:20270111T080000Z',
  'DTSTART:20270201T100000Z',
  'DTEND:20270201T110000Z',
  'SUMMARY:Meet',
  'ORGANIZER;CN=Edith Stern:mailto:edith.stern@example.net',
  'ATTENDEE:mailto:desk@helpdesk.test',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/**
 * 41 to 48, two sent ones and an archived one: conversations, files, crowds, other folders.
 * @type {readonly Mail[]}
 */
export const shapes = [
  {
    about: 'the first of a conversation',
    headers: [`From: ${LENA}`, 'Subject: Berth 9', 'Message-ID: <berth-1@mail.test>'],
    body: 'Who has berth 9?\n',
    expected: { chosen: LENA },
  },
  {
    about: 'our answer',
    box: 'Sent',
    headers: [
      `From: ${OWN}`,
      'Subject: Re: Berth 9',
      'Message-ID: <berth-2@mail.test>',
      'In-Reply-To: <berth-1@mail.test>',
      'References: <berth-1@mail.test>',
    ],
    to: LENA,
    body: 'The Albatross.\n\n> Who has berth 9?\n',
    expected: { chosen: LENA, role: 'to' },
  },
  {
    about: 'the answer to our answer',
    headers: [
      `From: ${LENA}`,
      'Subject: Re: Berth 9',
      'In-Reply-To: <berth-2@mail.test>',
      'References: <berth-1@mail.test> <berth-2@mail.test>',
    ],
    body: 'Good.\n\n> The Albatross.\n>\n>> Who has berth 9?\n',
    expected: { chosen: LENA },
  },
  {
    about: 'somebody else joins the conversation',
    unread: true,
    headers: [
      'From: Tallship Office <office@tallship.test>',
      'Subject: Re: Berth 9',
      'In-Reply-To: <berth-2@mail.test>',
      'References: <berth-1@mail.test> <berth-2@mail.test>',
    ],
    body: 'Noted.\n\nLena Krol <lena.krol@tallship.test> wrote:\n> Good.\n',
    expected: { chosen: 'Tallship Office <office@tallship.test>' },
  },
  {
    about: 'a forwarded mail',
    unread: true,
    headers: [`From: ${base64Word('Jana Dvořáková')} <jana.dvorakova@basalt.test>`, 'Subject: Fwd: Prices'],
    body: 'Look.\n\n---- Forwarded ----\nFrom: Petr Malý <petr.maly@basalt.test>\nTo: jana.dvorakova@basalt.test\nSubject: Prices\n\nAs agreed.\n',
    expected: { chosen: 'Jana Dvořáková <jana.dvorakova@basalt.test>' },
  },
  {
    about: 'files, one a card with an address',
    headers: ['From: Conor Daly <conor.daly@dalyfarm.example.net>', 'Subject: Card and picture'],
    body: [
      { headers: ['Content-Type: text/plain; charset=utf-8'], content: 'Two files.\n' },
      {
        headers: [
          'Content-Type: text/vcard; name="conor.vcf"',
          'Content-Disposition: attachment; filename="conor.vcf"',
        ],
        content: CARD,
      },
      {
        headers: ['Content-Type: message/rfc822', 'Content-Disposition: attachment; filename="old.eml"'],
        content:
          'From: Old Writer <old.writer@trap.test>\r\nTo: conor.daly@dalyfarm.example.net\r\nSubject: Old\r\n\r\nAn older mail inside.\r\n',
      },
    ],
    expected: { chosen: 'Conor Daly <conor.daly@dalyfarm.example.net>' },
  },
  {
    about: 'an invitation sent by a machine',
    unread: true,
    multipart: 'alternative',
    headers: ['From: Calendar <calendar@stern-law.test>', 'Subject: Invitation: Meet'],
    body: [
      { headers: ['Content-Type: text/plain; charset=utf-8'], content: 'Edith Stern invites you.\n' },
      { headers: ['Content-Type: text/calendar; charset=utf-8; method=REQUEST'], content: INVITATION },
    ],
    expected: { chosen: 'Calendar <calendar@stern-law.test>' },
  },
  {
    about: 'more recipients than Roundcube shows',
    unread: true,
    headers: [
      `From: ${base64Word('Elín Þórsdóttir')} <elin@fjara.example.org>`,
      `Cc: ${Array.from({ length: 15 }, (_, at) => `Guest ${at + 1} <guest${at + 1}@example.org>`).join(',\r\n ')}`,
      'Subject: To everybody',
    ],
    to: `desk@helpdesk.test, ${Array.from({ length: 4 }, (_, at) => `team${at + 1}@example.com`).join(', ')}`,
    body: 'Hello everybody.\n',
    expected: {
      chosen: 'Elín Þórsdóttir <elin@fjara.example.org>',
      others: [
        ...Array.from({ length: 4 }, (_, at) => `to <team${at + 1}@example.com>`),
        ...Array.from({ length: 10 }, (_, at) => `cc Guest ${at + 1} <guest${at + 1}@example.org>`),
      ],
      folded: Array.from({ length: 5 }, (_, at) => `cc Guest ${at + 11} <guest${at + 11}@example.org>`),
    },
  },
  {
    about: 'HTML that imitates the header of the webmail',
    unread: true,
    headers: ['From: Rosa Lima <rosa.lima@example.net>', 'Subject: Only HTML'],
    body: '<html><head><style>.header-headers, td.header.from { display: none }</style></head><body dir="rtl"><div id="message-header"><table class="header-headers headers-table"><tr><td class="header from"><span class="adr"><a class="rcmContactAddress" title="decoy@trap.test" href="mailto:decoy@trap.test">Decoy</a></span></td></tr></table></div><p>Everything in here is part of the text.</p></body></html>\n',
    expected: { chosen: 'Rosa Lima <rosa.lima@example.net>' },
  },
  {
    about: 'sent to two people',
    box: 'Sent',
    headers: [`From: ${OWN}`, 'Subject: Your crates'],
    to: 'Frida Holm <frida.holm@northpier.test>, Tam <tam@example.com>',
    body: 'On their way.\n',
    expected: {
      chosen: 'Frida Holm <frida.holm@northpier.test>',
      role: 'to',
      others: ['to Tam <tam@example.com>'],
    },
  },
  {
    about: 'an archived mail',
    box: 'Archive',
    headers: ['From: Edith Stern <edith.stern@example.net>', 'Subject: The old agreement'],
    body: 'For your files.\n',
    expected: { chosen: 'Edith Stern <edith.stern@example.net>' },
  },
];
