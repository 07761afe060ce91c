/** @import { Mail } from '../types' */
import { base64Word } from '../../encode.mjs';

const LONG_LOCAL = 'a.rather.long.address.that.no.narrow.panel.can.show.in.one.line';

/**
 * 32 to 40: made to deceive, or broken.
 * @type {readonly Mail[]}
 */
export const hostile = [
  {
    about: 'a domain that looks alike',
    unread: true,
    headers: [
      'From: Rivertrade Accounts <accounts@rlvertrade.test>',
      'Reply-To: accounts@rlvertrade.test',
      'Authentication-Results: mx.helpdesk.test; spf=pass; dkim=none; dmarc=none',
      'Subject: New account number',
    ],
    body: 'Please pay to another account from now on.\n',
    expected: { chosen: 'Rivertrade Accounts <accounts@rlvertrade.test>' },
  },
  {
    about: 'the genuine one beside it',
    unread: true,
    headers: [
      'From: Rivertrade Accounts <accounts@rivertrade.test>',
      'Authentication-Results: mx.helpdesk.test; spf=pass; dkim=pass; dmarc=pass',
      'Subject: Statement of the month',
    ],
    body: 'All paid.\n',
    expected: { chosen: 'Rivertrade Accounts <accounts@rivertrade.test>' },
  },
  {
    about: 'the address of somebody else as name',
    unread: true,
    headers: ['From: "accounts@rivertrade.test" <grab@trap.test>', 'Subject: Last reminder'],
    body: 'The name is an address.\n',
    expected: { chosen: '<grab@trap.test>' },
  },
  {
    about: 'the mailbox of somebody else as name',
    unread: true,
    headers: ['From: "Frida Holm <frida.holm@northpier.test>" <fh@trap.test>', 'Subject: Call me now'],
    body: 'The name is a whole mailbox.\n',
    expected: { chosen: '<fh@trap.test>' },
  },
  {
    about: 'a Cyrillic letter in the domain',
    unread: true,
    headers: [
      `From: ${base64Word('Frida Holm')} <frida.holm@xn--nrthpier-nbh.test>`,
      'Subject: One letter is from elsewhere',
    ],
    body: 'The o of the domain is Cyrillic.\n',
    expected: { chosen: 'Frida Holm <frida.holm@xn--nrthpier-nbh.test>' },
  },
  {
    about: 'markup in name and subject',
    unread: true,
    headers: [
      'From: "<i>Trudy</i> & <script>document.title=1</script>" <trudy@example.net>',
      'Subject: <img src=x onerror="document.title=2"> & more',
    ],
    body: 'All of it is text.\n',
    expected: {
      chosen: '<i>Trudy</i> & <script>document.title=1</script> <trudy@example.net>',
      title: '<img src=x onerror="document.title=2"> & more',
    },
  },
  {
    about: 'no From line',
    unread: true,
    headers: ['Subject: Who wrote this?'],
    body: 'There is no From line. Do not ask frida.holm@northpier.test.\n',
    expected: { chosen: null },
  },
  {
    about: 'an empty From line',
    unread: true,
    headers: ['From: <>', 'Subject: Empty brackets'],
    body: 'The From line is empty.\n',
    expected: { chosen: null },
  },
  {
    about: 'everything very long',
    unread: true,
    headers: [
      `From: "Wilhelmina-Alexandrina van der Meer-Oosterhuis tot den Grooten Waterschap"\r\n <${LONG_LOCAL}@far.away.department.example.com>`,
      `Subject: ${'One more time around the harbour and back '.repeat(5).trim()}`,
    ],
    body: 'Long.\n',
    expected: {
      chosen: `Wilhelmina-Alexandrina van der Meer-Oosterhuis tot den Grooten Waterschap <${LONG_LOCAL}@far.away.department.example.com>`,
    },
  },
];
