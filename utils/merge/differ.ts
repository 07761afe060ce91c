import { autoRepliesOf, placeOf } from '@/utils/changes/current';
import type { CustomField, FieldValue, Membership, Person } from '@/utils/people/types';
import { sameCustom } from './alike';
import type { Differing, Keep, Side, Takes, Two } from './types';

type Row = Pick<Differing, 'key' | 'what' | 'stays' | 'goes'> &
  Partial<Pick<Differing, 'title' | 'type' | 'byDefault'>> & {
    readonly taken: boolean;
    /** What would come from the one merged in has the values of both. */
    readonly holdsBoth?: true;
  };

/**
 * The single values that are not the same in both, in the order of a profile. A value that only whoever stays has is
 * no row: nothing is to be chosen.
 */
export function differing(
  two: Two,
  takes: Takes,
  keep: Keep,
  definitions: readonly CustomField[],
): readonly Differing[] {
  const rows = [...names(two, takes), ...places(two, takes), ...texts(two, takes), ...customs(two, takes, definitions)];
  return rows.map((row) => decided(row, keep));
}

function decided({ taken, holdsBoth, ...row }: Row, keep: Keep): Differing {
  const byDefault: Side = taken ? (row.byDefault ?? (row.stays === null ? 'goes' : 'stays')) : 'stays';
  const wins = taken ? (keep[row.key] ?? byDefault) : 'stays';
  const left = wins === 'stays' ? row.goes : row.stays;
  const dropped = wins === 'goes' && holdsBoth === true ? null : left;
  return { ...row, byDefault, wins, dropped, ...(taken ? {} : { fixed: true }) };
}

/** Somebody without a name is called by an address, which is no name. */
function names({ stays, goes }: Two, { values }: Takes): readonly Row[] {
  const name = ({ name: text }: Person) => (text.trim() === '' ? null : text);
  const called = ({ name: text, emails }: Person) =>
    text.trim() === '' || emails.some(({ address }) => address === text.trim().toLowerCase());
  if (name(goes) === null || name(goes) === name(stays)) return [];
  if (called(goes) && !called(stays)) return [];
  const byDefault: Side = called(stays) && !called(goes) ? 'goes' : 'stays';
  return [{ key: 'name', what: 'name', stays: name(stays), goes: name(goes), byDefault, taken: values }];
}

/** Which organisation stays where only one can, and the place in those that both are in. */
function places({ stays, goes }: Two, { places: taken, oneOrganisation }: Takes): readonly Row[] {
  const [mine, theirs] = [stays.memberships[0], goes.memberships[0]];
  if (oneOrganisation && theirs && mine?.organisation !== theirs.organisation) {
    const what = 'organisation';
    return [{ key: what, what, stays: mine?.name ?? null, goes: theirs.name, taken }];
  }
  return stays.memberships.flatMap((one) => {
    const other = goes.memberships.find(({ organisation }) => organisation === one.organisation);
    return other ? placeRows(one, other, taken) : [];
  });
}

function placeRows(one: Membership, other: Membership, taken: boolean): readonly Row[] {
  const [a, b] = [placeOf(one), placeOf(other)];
  const at = { title: one.name, taken };
  const position = b.position.trim() !== '' && a.position.trim() !== b.position.trim();
  const words = { stays: a.position.trim() === '' ? null : a.position, goes: b.position };
  return [
    ...(position ? [{ ...at, key: `position:${one.organisation}`, what: 'position' as const, ...words }] : []),
    ...(a.manager === b.manager
      ? []
      : [{ ...at, key: `manager:${one.organisation}`, what: 'manager' as const, ...said(a.manager, b.manager) }]),
  ];
}

function texts({ stays, goes }: Two, { values: taken, longestNote }: Takes): readonly Row[] {
  const row = (what: 'summary' | 'timezone' | 'language' | 'picture'): readonly Row[] => {
    const [mine, theirs] = [stays[what] ?? '', goes[what] ?? ''];
    if (theirs.trim() === '' || theirs.trim() === mine.trim()) return [];
    return [{ key: what, what, stays: mine.trim() === '' ? null : mine, goes: theirs, taken }];
  };
  const [mine, theirs] = [autoRepliesOf(stays), autoRepliesOf(goes)];
  // Somebody stopped them to end a loop of mails; that they are sent is what is so unless somebody did.
  const byDefault: Side = mine ? 'goes' : 'stays';
  const key = 'autoReplies';
  const replies: readonly Row[] = mine === theirs ? [] : [{ key, what: key, ...said(mine, theirs), byDefault, taken }];
  const summary = longestNote === undefined ? row('summary') : noted(row('summary'), longestNote);
  return [...summary, ...row('timezone'), ...row('language'), ...replies, ...row('picture')];
}

/** Both notes, one below the other, as far as there is room. */
function noted([row]: readonly Row[], longest: number): readonly Row[] {
  if (row === undefined || row.stays === null || row.goes === null) return row === undefined ? [] : [row];
  const mine = new Set(row.stays.split('\n').map((line) => line.trim()));
  const more = row.goes.split('\n').filter((line) => !mine.has(line.trim()));
  const both = [row.stays, ...more].join('\n');
  if (more.join('').trim() === '') return [];
  return [both.length > longest ? row : { ...row, goes: both, byDefault: 'goes', holdsBoth: true }];
}

function customs({ stays, goes }: Two, { custom }: Takes, definitions: readonly CustomField[]): readonly Row[] {
  const order = new Map(definitions.map(({ id }, index) => [id, index]));
  const mine = customOf(stays);
  const rows = [...customOf(goes)].flatMap(([id, theirs]): readonly Row[] => {
    const there = mine.get(id);
    if (theirs.value.trim() === '' || (there && sameCustom(there, theirs))) return [];
    const title = definitions.find((one) => one.id === id)?.title ?? theirs.label ?? there?.label ?? '';
    const value = there === undefined || there.value.trim() === '' ? null : there.value;
    const row = { key: `custom:${id}`, what: 'custom', title, type: theirs.type, stays: value, taken: custom } as const;
    if (value === null || theirs.many !== true) return [{ ...row, goes: theirs.value }];
    const both = unitedLines(value, theirs.value);
    return both === value ? [] : [{ ...row, goes: both, byDefault: 'goes', holdsBoth: true }];
  });
  const place = ({ key }: Row) => order.get(key.slice('custom:'.length)) ?? definitions.length;
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** The values of both, each once. */
const unitedLines = (mine: string, theirs: string): string => [...new Set(`${mine}\n${theirs}`.split('\n'))].join('\n');

const customOf = ({ fields }: Person): ReadonlyMap<string, FieldValue> =>
  new Map(fields.flatMap((one) => (one.custom === true && one.id !== undefined ? [[one.id, one] as const] : [])));

const said = (stays: boolean, goes: boolean) => ({ stays: String(stays), goes: String(goes) });
