import * as v from 'valibot';
import { FIELD_TYPES } from '@/utils/people/field-types';
import { THEMES } from './appearance';

const ref = v.object({ connection: v.string(), id: v.string() });
const field = v.object({
  type: v.picklist(FIELD_TYPES),
  label: v.exactOptional(v.string()),
  value: v.string(),
  parts: v.exactOptional(v.record(v.string(), v.string())),
  custom: v.exactOptional(v.boolean()),
  id: v.exactOptional(v.string()),
});
const list = v.pipe(v.array(v.string()), v.readonly());
const draft = v.object({
  name: v.string(),
  address: v.string(),
  organisation: v.string(),
  connection: v.string(),
  more: v.exactOptional(
    v.object({
      addresses: list,
      position: v.string(),
      summary: v.string(),
      timezone: v.string(),
      language: v.string(),
      labels: list,
      groups: list,
      fields: v.pipe(v.array(field), v.readonly()),
    }),
  ),
});
const texts = v.fallback(v.pipe(v.array(v.string()), v.readonly()), []);

/** All settings, each with what holds before anybody chose; a value that cannot be read falls back alone. */
export const settingsSchema = v.object({
  ownAddresses: v.optional(texts, []),
  /** Addresses, or '@domain' for a whole domain. */
  neverLookUp: v.optional(texts, []),
  /** Address → who is shown for it, where several have it. */
  always: v.optional(v.fallback(v.record(v.string(), ref), {}), {}),
  /** Section → folded. */
  folded: v.optional(v.fallback(v.record(v.string(), v.boolean()), {}), {}),
  theme: v.optional(v.fallback(v.picklist(THEMES), 'system'), 'system'),
  /** Keys without Ctrl do something in the panel. */
  singleKeys: v.optional(v.fallback(v.boolean(), true), true),
  launcherHidden: v.optional(texts, []),
  launcherTop: v.optional(v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.3), 0.3),
  sampleLoaded: v.optional(v.fallback(v.boolean(), false), false),
  recent: v.optional(v.fallback(v.array(v.object({ ref, name: v.string(), address: v.nullable(v.string()) })), []), []),
  /** The connection that the last new person was saved to. */
  saveTo: v.optional(v.fallback(v.string(), ''), ''),
  /** Half-typed new people by the address they were begun for. */
  drafts: v.optional(v.fallback(v.record(v.string(), draft), {}), {}),
});

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;
