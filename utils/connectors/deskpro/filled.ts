// A call as an administrator typed it, with values for its names in braces.

import { callKey, ownCall } from '@/utils/connectors/call-check';
import type { OwnCall } from '@/utils/connectors/types';
import { callPlaces } from './call-places';

/** From where the helpdesk stands: API v1 is there, and API v2 below it. */
const OLD = /^\/api\/(?!v2\/)/u;
const NEW = /^\/api\/v2\//u;
const NAMES = /\{([\w.-]+)\}/gu;

export type Values = Readonly<Record<string, string>>;

/** Those that were set up and can be made, by their place. */
export const ownCallsOf = (settings: Values): ReadonlyMap<string, OwnCall> =>
  new Map(
    callPlaces.flatMap((place): [string, OwnCall][] => {
      const call = ownCall(settings[callKey(place.id)], place);
      return call === null ? [] : [[place.id, call]];
    }),
  );

export interface FilledCall {
  readonly method: OwnCall['method'];
  readonly path: string;
  readonly json?: unknown;
}

/** Of API v1, which stands at '/api/…'. */
export const isOld = ({ path }: OwnCall): boolean => OLD.test(path);
/** Whether it asks for one page of several. */
export const hasPages = ({ path }: OwnCall): boolean => namesIn(path).includes('page');

/** Below its API. Null where a name has no value, or where it would lead elsewhere. */
export function filled({ method, path: given, body }: OwnCall, values: Values): FilledCall | null {
  const path = filledPath(given.replace(OLD, '').replace(NEW, ''), values);
  // The key is for the API alone, not for what else the helpdesk has.
  if (path === null || path.startsWith('/')) return null;
  if (body === '') return { method, path };
  const isKnown = namesIn(body).every((name) => Object.hasOwn(values, name));
  return isKnown ? { method, path, json: filledIn(JSON.parse(body), values) } : null;
}

export function filledPath(template: string, values: Values): string | null {
  if (namesIn(template).some((name) => !Object.hasOwn(values, name))) return null;
  const path = template.replaceAll(NAMES, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const [way = ''] = path.split('?');
  // A value that is empty, or all points, would make another path of it.
  const isOne = way
    .replace(/^\//u, '')
    .split('/')
    .every((segment) => !/^\.{0,2}$/u.test(segment));
  return isOne ? path : null;
}

const namesIn = (text: string): string[] => [...text.matchAll(NAMES)].map(([, name = '']) => name);

/** In texts alone; as a value, so that nothing in it can end the text. */
function filledIn(body: unknown, values: Values): unknown {
  if (typeof body === 'string') return body.replaceAll(NAMES, (_, name: string) => values[name] ?? '');
  if (Array.isArray(body)) return body.map((item) => filledIn(item, values));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, filledIn(value, values)]));
}
