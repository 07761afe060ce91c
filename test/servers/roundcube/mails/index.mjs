/** @import { FiledMail, Mail } from '../types' */
import { hostile } from './hostile.mjs';
import { plain } from './plain.mjs';
import { roles } from './roles.mjs';
import { scripts } from './scripts.mjs';
import { shapes } from './shapes.mjs';

/**
 * Every mail with its folder and number there.
 * @param {readonly Mail[]} all
 * @returns {readonly FiledMail[]}
 */
function file(all) {
  return all.map((mail, at) => {
    const folder = mail.box ?? 'INBOX';
    return { ...mail, folder, uid: all.slice(0, at + 1).filter((one) => (one.box ?? 'INBOX') === folder).length };
  });
}

/** All test mails, in the order of their delivery. */
export const mails = file([...plain, ...scripts, ...roles, ...hostile, ...shapes]);
