// Whether a call that an administrator typed can be made: told in the settings, and asked again where it is made. Pure.

import type { CallPlace, KeptCall, OwnCall } from './calls';

/** What is wrong with one, and where. */
export type CallFault =
  | {
      /** `leaves`: it would go to another server, or out of the folder it begins in. `nobody`: it names no place. */
      readonly part: 'path';
      readonly kind: 'empty' | 'leaves' | 'brace' | 'nobody';
    }
  /** `text` in braces is no place that is filled here. */
  | { readonly part: 'path' | 'body'; readonly kind: 'place'; readonly text: string }
  /** `key`: places are filled in values, not in names. `reading`: what reads has no body. */
  | { readonly part: 'body'; readonly kind: 'json' | 'key' | 'reading' }
  | { readonly part: 'codes'; readonly kind: 'none' }
  | { readonly part: 'codes'; readonly kind: 'code'; readonly text: string };

/** Among a connection's settings. */
export const callKey = (call: string): string => `call.${call}`;

export const METHODS: readonly OwnCall['method'][] = ['get', 'post', 'put', 'delete'];
const PLACE = /\{([\w.-]+)\}/gu;
/** Addresses are kept by whatever they pass through. */
const SECRET = 'password';

/** The first thing that is wrong in each part; none: it can be made. */
export function callFaults(call: OwnCall, { places }: Pick<CallPlace, 'places'>): readonly CallFault[] {
  const inBody = bodyTexts(call.body);
  const path = pathFault(call.path.trim(), places) ?? nobody(call, inBody?.values ?? [], places);
  const body = bodyFault(call, inBody, places);
  return [path, body, codesFault(call.codes)].filter((fault) => fault !== null);
}

function pathFault(path: string, places: readonly string[]): CallFault | null {
  if (path === '') return { part: 'path', kind: 'empty' };
  const inPath = places.filter((place) => place !== SECRET);
  const other = strange(path, inPath);
  if (other !== null) return { part: 'path', kind: 'place', text: other };
  const plain = path.replace(PLACE, '1');
  if (/[{}]/u.test(plain)) return { part: 'path', kind: 'brace' };
  return leaves(plain) ? { part: 'path', kind: 'leaves' } : null;
}

/** "https://…", "//…", "\\…", "a/../..", what ends the path ("#") or is no letter of an address at all. */
function leaves(path: string): boolean {
  const [way = ''] = path.split('?');
  const segments = way.split('/').map((segment) => segment.replace(/%2e/giu, '.'));
  return (
    /^[a-z][a-z\d+.-]*:/iu.test(path) ||
    /[\\#\s\p{Cc}]/u.test(path) ||
    /\/\/|%2f|%5c/iu.test(way) ||
    segments.includes('..') ||
    segments.includes('.')
  );
}

function nobody({ path }: OwnCall, inBody: readonly string[], places: readonly string[]): CallFault | null {
  if (places.length === 0 || [path, ...inBody].some((text) => text.search(PLACE) !== -1)) return null;
  return { part: 'path', kind: 'nobody' };
}

function bodyFault(
  { method, body }: OwnCall,
  texts: { readonly keys: readonly string[]; readonly values: readonly string[] } | null,
  places: readonly string[],
): CallFault | null {
  if (body.trim() === '') return null;
  if (method === 'get') return { part: 'body', kind: 'reading' };
  if (texts === null) return { part: 'body', kind: 'json' };
  for (const text of texts.values) {
    const other = strange(text, places);
    if (other !== null) return { part: 'body', kind: 'place', text: other };
  }
  return texts.keys.some((key) => key.search(PLACE) !== -1) ? { part: 'body', kind: 'key' } : null;
}

/** All texts of a JSON; null: it is none. */
function bodyTexts(body: string): { readonly keys: readonly string[]; readonly values: readonly string[] } | null {
  const keys: string[] = [];
  const values: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') values.push(value);
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) keys.push(...Object.keys(value));
    for (const part of Object.values(value)) walk(part);
  };
  const told = parsed(body.trim() === '' ? 'null' : body);
  if (told === undefined) return null;
  walk(told);
  return { keys, values };
}

const strange = (text: string, places: readonly string[]): string | null =>
  [...text.matchAll(PLACE)].find(([, name = '']) => !places.includes(name))?.[0] ?? null;

/** A status that is no success is a problem before anybody asks whether it was meant. */
const isSuccess = (code: number): boolean => Number.isInteger(code) && code >= 200 && code < 300;

function codesFault(codes: readonly number[]): CallFault | null {
  if (codes.length === 0) return { part: 'codes', kind: 'none' };
  const other = codes.find((code) => !isSuccess(code));
  return other === undefined ? null : { part: 'codes', kind: 'code', text: String(other) };
}

/** What is kept, off too; null: nothing, or nothing that can be read. */
export function keptCall(text: string | undefined): KeptCall | null {
  const told = parsed(text ?? 'null');
  if (typeof told !== 'object' || told === null) return null;
  const of = (name: string): unknown => Reflect.get(told, name);
  const method = METHODS.find((one) => one === of('method'));
  const [path, body, codes] = [of('path'), of('body'), numbers(of('codes'))];
  if (method === undefined || typeof path !== 'string' || typeof body !== 'string' || codes === null) return null;
  return { method, path, body, codes, on: of('off') !== true };
}

function numbers(told: unknown): readonly number[] | null {
  if (!Array.isArray(told)) return null;
  const found = told.filter((one): one is number => typeof one === 'number');
  return found.length === told.length ? found : null;
}

/** The call that a connector may make at a place; null: none is kept, it is off, or it cannot be made. */
export function ownCall(text: string | undefined, place: Pick<CallPlace, 'places'>): OwnCall | null {
  const kept = keptCall(text);
  if (kept === null || !kept.on || callFaults(kept, place).length > 0) return null;
  const { on: _on, ...call } = kept;
  return call;
}

export function toKept({ method, path, body, codes, on }: KeptCall): string {
  const call = { method, path: path.trim(), body: body.trim(), codes };
  return JSON.stringify(on ? call : { ...call, off: true });
}

/** undefined: no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}
