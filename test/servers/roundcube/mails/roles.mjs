/** @import { Mail } from '../types' */
import { base64Word, quotedWord } from '../../encode.mjs';

/**
 * 22 to 31: the one who sent it is not the one who wrote it, or nobody is there to be answered.
 * @type {readonly Mail[]}
 */
export const roles = [
  {
    about: 'on behalf of somebody',
    headers: [
      'From: Hana Sato <hana.sato@lanterntours.example.com>',
      'Sender: Nils Berg <nils.berg@lanterntours.example.com>',
      'Subject: Written for Hana',
    ],
    body: 'Nils typed this, Hana dictated it.\n',
    expected: {
      chosen: 'Hana Sato <hana.sato@lanterntours.example.com>',
      others: ['sender Nils Berg <nils.berg@lanterntours.example.com>'],
    },
  },
  {
    about: 'answers go elsewhere',
    headers: [
      'From: Vikram Nair <vikram.nair@saffron.test>',
      'Reply-To: Saffron Desk <desk@saffron.test>',
      'Subject: Please answer our desk',
    ],
    body: 'I am away, the desk reads the answers.\n',
    expected: {
      chosen: 'Vikram Nair <vikram.nair@saffron.test>',
      others: ['reply-to Saffron Desk <desk@saffron.test>'],
    },
  },
  {
    about: 'two authors',
    headers: [
      'From: Olive Grant <olive.grant@hillschool.test>, Tunde Bello <t.bello@hillschool.test>',
      'Sender: olive.grant@hillschool.test',
      'Subject: From both of us',
    ],
    body: 'We wrote this together.\n',
    expected: {
      chosen: 'Olive Grant <olive.grant@hillschool.test>',
      others: ['from Tunde Bello <t.bello@hillschool.test>'],
    },
  },
  {
    about: 'a contact form of our own site',
    headers: [
      'From: Contact form <forms@helpdesk.test>',
      `Reply-To: ${quotedWord('Zoë Almeida')} <zoe.almeida@rivertrade.test>`,
      'Subject: Contact form: a question',
    ],
    body: 'Name: Zoë Almeida\nAddress: zoe.almeida@rivertrade.test\nQuestion: do you ship to Porto?\n',
    // The form is ours and writes nothing by itself: who filled it in stands in Reply-To.
    expected: {
      chosen: 'Zoë Almeida <zoe.almeida@rivertrade.test>',
      role: 'reply-to',
      others: ['from Contact form <forms@helpdesk.test>'],
    },
  },
  {
    about: 'a notification of a ticket system',
    headers: [
      'From: "Support via RT" <support@helpdesk.test>',
      'Reply-To: support@helpdesk.test',
      'Subject: [helpdesk.test #7] The scanner is silent',
      'X-RT-Ticket: helpdesk.test #7',
      'Auto-Submitted: auto-generated',
      'Precedence: bulk',
    ],
    body: 'Requestor: frida.holm@northpier.test\n',
    expected: { chosen: 'Support via RT <support@helpdesk.test>' },
  },
  {
    about: 'a list that rewrote From',
    headers: [
      'From: "Iris Vane via builders" <builders@lists.example.org>',
      'Reply-To: Iris Vane <iris@example.com>',
      'List-Id: Builders <builders.lists.example.org>',
      'List-Post: <mailto:builders@lists.example.org>',
      'Subject: [builders] Freeze on Friday',
    ],
    to: 'builders@lists.example.org',
    body: 'The list put its own address into From.\n',
    expected: {
      chosen: 'Iris Vane <iris@example.com>',
      role: 'reply-to',
      others: ['from Iris Vane via builders <builders@lists.example.org>'],
    },
  },
  {
    about: 'a list that kept From',
    headers: [
      'From: Iris Vane <iris@example.com>',
      'Sender: builders-bounces@lists.example.org',
      'List-Id: Builders <builders.lists.example.org>',
      'Precedence: list',
      'Subject: Re: [builders] Freeze on Friday',
    ],
    to: 'builders@lists.example.org',
    body: 'The list left From alone.\n',
    expected: {
      chosen: 'Iris Vane <iris@example.com>',
      others: ['sender <builders-bounces@lists.example.org>', 'to <builders@lists.example.org>'],
    },
  },
  {
    about: 'a newsletter',
    unread: true,
    multipart: 'alternative',
    headers: [
      'From: The Monthly Pier <letter@monthlypier.test>',
      'List-Unsubscribe: <https://monthlypier.test/leave>',
      'Precedence: bulk',
      'Subject: Ten things in harbours',
    ],
    body: [
      { headers: ['Content-Type: text/plain; charset=utf-8'], content: 'Ten things.\n' },
      {
        headers: ['Content-Type: text/html; charset=utf-8'],
        content:
          '<html><body><table class="headers-table"><tr><td class="header from"><a class="rcmContactAddress" title="decoy@trap.test" href="mailto:decoy@trap.test">Decoy</a></td></tr></table><p>Write to <a href="mailto:editor@monthlypier.test">the editor</a>.</p><img src="http://192.0.2.7/seen.gif" width="1" height="1"></body></html>\n',
      },
    ],
    expected: { chosen: 'The Monthly Pier <letter@monthlypier.test>' },
  },
  {
    about: 'a writer who reads no answers',
    unread: true,
    headers: [
      'From: Crate Tracker <no-reply@crates.test>',
      'Auto-Submitted: auto-generated',
      'Subject: Your crate has left',
    ],
    body: 'Nobody reads answers to this.\n',
    expected: { chosen: 'Crate Tracker <no-reply@crates.test>', noReply: true },
  },
  {
    about: 'a bounce',
    unread: true,
    headers: [
      'From: Mail Delivery System <MAILER-DAEMON@mx.helpdesk.test>',
      'Auto-Submitted: auto-replied',
      `Subject: ${base64Word('Your mail could not be delivered')}`,
    ],
    body: 'There is no tam.old@example.com any more.\n',
    expected: {
      chosen: 'Mail Delivery System <mailer-daemon@mx.helpdesk.test>',
      noReply: true,
      title: 'Your mail could not be delivered',
    },
  },
];
