// node deliver.mjs MAILDIR: writes the table of mails as a Maildir, oldest first, uids as in the table.
/** @import { FiledMail, MailPart } from './types' */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mails } from './mails/index.mjs';

const FIRST = Date.UTC(2027, 0, 4, 8);
const HOUR = 3_600_000;

/** @param {string} text */
const base64Lines = (text) =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** @param {MailPart} part */
function partLines({ headers, content }) {
  // A mail inside a mail may not be encoded (RFC 2046 §5.2.1).
  if (headers.some((line) => line.includes('message/rfc822'))) return [...headers, '', content];
  return [...headers, 'Content-Transfer-Encoding: base64', '', base64Lines(content)];
}

/**
 * The mail as a server would store it.
 * @param {FiledMail} mail
 * @param {Date} date
 */
function source(mail, date) {
  const slug = `${mail.folder}-${mail.uid}`.toLowerCase();
  const head = [
    `Return-Path: <${slug}@mta.test>`,
    `Received: from mta.test by mx.helpdesk.test with ESMTP; ${date.toUTCString().replace('GMT', '+0000')}`,
    ...mail.headers,
    `To: ${mail.to ?? 'Desk <desk@helpdesk.test>'}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    ...(mail.headers.some((line) => line.startsWith('Message-ID:')) ? [] : [`Message-ID: <${slug}@mail.test>`]),
    'MIME-Version: 1.0',
  ];
  if (typeof mail.body === 'string') {
    const type = mail.body.startsWith('<') ? 'html' : 'plain';
    return [...head, ...partLines({ headers: [`Content-Type: text/${type}; charset=utf-8`], content: mail.body }), ''];
  }
  const parts = mail.body.flatMap((part) => [`--=_${slug}`, ...partLines(part)]);
  return [
    ...head,
    `Content-Type: multipart/${mail.multipart ?? 'mixed'}; boundary="=_${slug}"`,
    '',
    ...parts,
    `--=_${slug}--`,
    '',
  ];
}

/** @param {string} maildir */
function deliver(maildir) {
  for (const [at, mail] of mails.entries()) {
    const folder = mail.folder === 'INBOX' ? maildir : join(maildir, `.${mail.folder}`);
    for (const sub of ['cur', 'new', 'tmp']) mkdirSync(join(folder, sub), { recursive: true });
    if (folder !== maildir) writeFileSync(join(folder, 'maildirfolder'), '');
    const date = new Date(FIRST + at * 19 * HOUR);
    const seconds = date.getTime() / 1000;
    // The server numbers the files of `cur` in the order of their names.
    const path = join(folder, 'cur', `${seconds}.M${at}.test:2,${mail.unread ? '' : 'S'}`);
    writeFileSync(path, source(mail, date).join('\r\n'));
    utimesSync(path, seconds, seconds);
  }
}

const [maildir] = process.argv.slice(2);
if (maildir === undefined) throw new Error('usage: node deliver.mjs MAILDIR');
deliver(maildir);
