// What Deskpro says where it refuses: {status, code, message}, and for a body that is not valid codes by field, nested.
// Either part may be missing, or [] where it is empty; so may be all of it (seen in HMRC, ZAP; REF).

import * as v from 'valibot';
import { mapOf } from './envelope';

export interface Refused {
  /** 'invalid_input', 'extra_fields', 'dupe_ticket', … wherever they stand. */
  readonly codes: ReadonlySet<string>;
  /** In Deskpro's own words; '' where it has none. */
  readonly said: string;
}

const WordsShape = v.looseObject({ code: v.optional(v.unknown()), message: v.optional(v.unknown()) });
const NodeShape = v.object({
  errors: v.optional(mapOf(v.unknown())),
  fields: v.optional(mapOf(v.unknown())),
});

interface Told {
  readonly code: string;
  readonly message: string;
}

/** Deeper is no form. */
const DEEPEST = 8;
/** More is no sentence for people. */
const LONGEST = 300;

export function refusedIn(answer: unknown): Refused {
  const top = told(answer);
  const within = v.is(v.looseObject({ errors: v.unknown() }), answer) ? nested(answer.errors, DEEPEST) : [];
  const all = [...within, ...top];
  const said = [...within, ...(within.some(({ message }) => message !== '') ? [] : top)];
  const sentences = [...new Set(said.map(({ message }) => message).filter((message) => message !== ''))];
  return {
    codes: new Set(all.map(({ code }) => code).filter((code) => code !== '')),
    said: sentences.join(' ').slice(0, LONGEST),
  };
}

function nested(node: unknown, deep: number): readonly Told[] {
  if (deep === 0) return [];
  // A list of {code, message} without the node around it.
  if (Array.isArray(node)) return node.flatMap(told);
  const read = v.safeParse(NodeShape, node);
  if (!read.success) return [];
  const { errors = {}, fields = {} } = read.output;
  const list = typeof node === 'object' && node !== null && 'errors' in node ? node.errors : [];
  const own = Array.isArray(list) ? list : Object.values(errors);
  return [...own.flatMap(told), ...Object.values(fields).flatMap((field) => nested(field, deep - 1))];
}

function told(given: unknown): readonly Told[] {
  const read = v.safeParse(WordsShape, given);
  if (!read.success) return [];
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  return [{ code: text(read.output.code), message: text(read.output.message) }];
}
