// What each action is told, decoded as if a stranger had said it. An action is what an agent chooses; which changes
// it comes down to, its own file plans. Texts have limits: more is refused with `invalid`, never cut.

import * as v from 'valibot';
import { parseAddress } from '@/utils/people/address';
import { FIELD_TYPES } from '@/utils/people/field-types';
import type { Address } from '@/utils/people/types';
import { LONGEST, MOST_FILES } from './limits';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const id = text(200);
const line = text(LONGEST.line);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const isAddress = (value: string): value is Address => parseAddress(value) === value;
const address = v.pipe(text(400), v.guard(isAddress));
const labelled = v.object({ address, label: v.exactOptional(line) });

/** A contact value or a custom field's value. */
export const field = v.object({
  type: v.picklist(FIELD_TYPES),
  label: v.exactOptional(line),
  value: text(LONGEST.value),
  parts: v.exactOptional(v.record(text(40), line)),
  custom: v.exactOptional(v.boolean()),
  id: v.exactOptional(id),
});

const place = v.object({ position: line, manager: v.boolean() });
const staged = v.object({ staged: id, name: text(400), size: count, type: text(200) });
/** Letters of a picture written as text: 2 MB of it. */
const picture = v.pipe(text(3_000_000), v.startsWith('data:image/'));
const state = v.picklist(['new', 'waiting-us', 'waiting-them', 'hold', 'resolved']);

/** One schema an action. `from` is what the agent saw when they began: something else there is a conflict. */
export const inputs = {
  'set-name': v.object({ from: line, to: line }),
  'set-summary': v.object({ from: text(LONGEST.text), to: text(LONGEST.text) }),
  /** Null: none. */
  'set-timezone': v.object({ from: v.nullable(line), to: v.nullable(line) }),
  'set-language': v.object({ from: v.nullable(line), to: v.nullable(line) }),
  /** False: no automatic replies go to this person. */
  'set-auto-replies': v.object({ from: v.boolean(), to: v.boolean() }),
  /** Without `from` an address is added, without `to` removed. */
  'edit-address': v.object({ from: v.nullable(labelled), to: v.nullable(labelled) }),
  'make-primary': v.object({ address }),
  /** Without `from` a value is added, without `to` removed. */
  'edit-contact': v.object({ from: v.nullable(field), to: v.nullable(field) }),
  /** `field`: id of the definition. */
  'edit-custom': v.object({ field: id, from: v.nullable(text(LONGEST.value)), to: v.nullable(text(LONGEST.value)) }),
  'set-label': v.object({ label: line, on: v.boolean() }),
  /** Ids. */
  'set-groups': v.object({ from: v.array(id), to: v.array(id) }),
  /** An organisation without id is the one of that name, made if there is none. `to` null: leaves it. */
  'set-membership': v.object({
    organisation: v.object({ id: v.nullable(id), name: line }),
    from: v.nullable(place),
    to: v.nullable(place),
  }),
  /** Another organisation in the place of one, with the same position. */
  'change-organisation': v.object({
    from: v.object({ id, name: line, place }),
    to: v.object({ id: v.nullable(id), name: line, place }),
  }),
  'add-note': v.object({ text: text(LONGEST.text), files: v.pipe(v.array(staged), v.maxLength(MOST_FILES)) }),
  'edit-note': v.object({ note: id, from: text(LONGEST.text), to: text(LONGEST.text) }),
  'remove-note': v.object({
    note: v.object({
      id,
      author: line,
      text: text(LONGEST.text),
      createdAt: line,
      editedAt: v.exactOptional(line),
      files: v.array(v.object({ id, name: text(400), size: count, type: text(200), createdAt: v.exactOptional(line) })),
    }),
  }),
  'add-files': v.object({ files: v.pipe(v.array(staged), v.minLength(1), v.maxLength(MOST_FILES)) }),
  'remove-file': v.object({ file: v.object({ id, name: text(400), size: count, type: text(200) }) }),
  'new-ticket': v.object({ title: line, text: text(LONGEST.text), urgent: v.boolean() }),
  'set-ticket-state': v.object({ ticket: id, from: state, to: state }),
  'set-ticket-urgent': v.object({ ticket: id, from: v.boolean(), to: v.boolean() }),
  /** Null: the primary address. */
  'notify-address': v.object({ ticket: id, from: v.nullable(address), to: v.nullable(address) }),
  /** `to`: whose it is to be, of the same connection. */
  'move-ticket': v.object({ ticket: id, to: id }),
  /** Null: none. A `data:image/…` address. */
  'set-picture': v.object({ from: v.nullable(picture), to: v.nullable(picture) }),
  /**
   * `goes` is merged into the person. `keep`: of each field that differs, whose value stays; `primary`: which address
   * is the primary one. `versions`: what the agent saw of both; a record touched since is a conflict.
   */
  merge: v.object({
    goes: id,
    keep: v.record(text(300), v.picklist(['stays', 'goes'])),
    primary: v.nullable(address),
    versions: v.object({ stays: v.nullable(id), goes: v.nullable(id) }),
  }),
  disable: v.object({}),
  enable: v.object({}),
  /** `version`: what the agent saw when the question was put. */
  delete: v.object({ version: v.nullable(id) }),
  'delete-and-ban': v.object({ version: v.nullable(id) }),
  /** `task`: of the server, see `Leaving`. */
  'cancel-delete': v.object({ task: id }),
  'lift-ban': v.object({ address }),
  unlock: v.object({}),
  'set-password': v.object({ secret: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) }),
  'send-reset': v.object({ address }),
  'view-as': v.object({}),
  'remove-factor': v.object({ factor: id }),
  'remove-factors': v.object({}),
} as const;

export type ActionId = keyof typeof inputs;
export type Input<Id extends ActionId = ActionId> = v.InferOutput<(typeof inputs)[Id]>;
/** An action with what it is told: what a page asks for. */
export type Chosen<Id extends ActionId = ActionId> = {
  [K in Id]: { readonly action: K; readonly input: Input<K> };
}[Id];

export const isActionId = (text: string): text is ActionId => Object.hasOwn(inputs, text);
