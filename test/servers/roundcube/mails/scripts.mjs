/** @import { Mail } from '../types' */
import { base64Word } from '../../encode.mjs';

/**
 * 13 to 21: other scripts, old charsets, marks nobody sees.
 * @type {readonly Mail[]}
 */
export const scripts = [
  {
    about: 'Arabic',
    headers: [`From: ${base64Word('سلمى القاسم')} <salma.qasim@waha.test>`, `Subject: ${base64Word('طلب عرض سعر')}`],
    body: 'مرحبا، كم سعر خمسين قطعة؟\n',
    expected: { chosen: 'سلمى القاسم <salma.qasim@waha.test>', title: 'طلب عرض سعر' },
  },
  {
    about: 'Hebrew with Latin letters',
    headers: [
      `From: ${base64Word('דניאל אור (Daniel)')} <daniel.or@ortech.test>`,
      `Subject: ${base64Word('הזמנה 4471 delayed')}`,
    ],
    body: 'שלום, when will it be here?\n',
    expected: { chosen: 'דניאל אור (Daniel) <daniel.or@ortech.test>', title: 'הזמנה 4471 delayed' },
  },
  {
    about: 'Japanese in ISO-2022-JP',
    headers: [
      'From: =?ISO-2022-JP?B?GyRCOjQhOUxaGyhCIBskQjdrMGEbKEI=?= <yui.sasaki@kumo.test>',
      'Subject: =?ISO-2022-JP?B?GyRCRzw0fCRLJEQkJCRGGyhC?=',
    ],
    body: '納期をお知らせください。\n',
    expected: { chosen: '佐々木 結衣 <yui.sasaki@kumo.test>', title: '納期について' },
  },
  {
    about: 'Russian in KOI8-R',
    headers: [
      'From: =?KOI8-R?B?7cHSydEg88/Lz8zP18E=?= <maria.sokolova@example.org>',
      'Subject: =?KOI8-R?B?896j1CDawSDNwdLU?=',
    ],
    body: 'Добрый день, пришлите счёт за март.\n',
    expected: { chosen: 'Мария Соколова <maria.sokolova@example.org>', title: 'Счёт за март' },
  },
  {
    about: 'encoded words split over lines',
    headers: [
      `From: ${base64Word('Anaïs ')}\r\n ${base64Word('Lefèvre')} <anais.lefevre@quai.test>`,
      `Subject: ${base64Word('Livraison d’')}\r\n ${base64Word('été')}`,
    ],
    body: 'Bonjour, quand livrez-vous en été ?\n',
    expected: { chosen: 'Anaïs Lefèvre <anais.lefevre@quai.test>', title: 'Livraison d’été' },
  },
  {
    about: 'UTF-8 in the header as it is',
    headers: ['From: Łucja Źrebak <lucja@example.net>', 'Subject: Zażółć gęślą jaźń'],
    body: 'Nothing is encoded in these headers.\n',
    expected: { chosen: 'Łucja Źrebak <lucja@example.net>', title: 'Zażółć gęślą jaźń' },
  },
  {
    about: 'an emoji in the name',
    headers: [`From: ${base64Word('Juno 🦊 Park')} <juno@example.org>`, `Subject: ${base64Word('🎉 Thank you')}`],
    body: 'The new version is fun.\n',
    expected: { chosen: 'Juno 🦊 Park <juno@example.org>', title: '🎉 Thank you' },
  },
  {
    about: 'an internationalised domain',
    headers: [
      `From: ${base64Word('Käserei Höfli')} <laden@xn--kserei-hfli-l8a5v.test>`,
      'Subject: A domain with an umlaut',
    ],
    body: 'Roundcube shows the domain in its own letters.\n',
    expected: { chosen: 'Käserei Höfli <laden@xn--kserei-hfli-l8a5v.test>' },
  },
  {
    about: 'marks that turn the writing direction',
    headers: [
      `From: ${base64Word('Statement \u202Etset.reipf\u202C')} <turned@example.net>`,
      'Subject: A name that is drawn backwards',
    ],
    body: 'The name holds U+202E.\n',
    expected: { chosen: 'Statement tset.reipf <turned@example.net>' },
  },
];
