// What stands beside a value: its types, whether it is preferred, its label from another property of its group.

import { valuesIn } from './head';
import type { Marks, Param, Property } from './types';
import { textOf } from './values';

const SHOWN = new Set(['TYPE', 'PREF']);

export function marksOf({ group, params }: Pick<Property, 'group' | 'params'>): Marks {
  const types = [...new Set(valuesIn(params, 'TYPE').map((type) => type.toLowerCase()))];
  // vCard 4.0 counts from 1 to 100 (RFC 6350 §5.3); before, it was one of the types.
  const told = Number.parseInt(valuesIn(params, 'PREF')[0] ?? '', 10);
  const pref = told >= 1 && told <= 100 ? told : types.includes('pref') ? 1 : null;
  return {
    group,
    types: types.filter((type) => type !== 'pref'),
    pref,
    params: params.filter(([name]) => !SHOWN.has(name)),
  };
}

/** Without those that only say what kind of text it is. */
export const without = (params: readonly Param[], ...names: readonly string[]): readonly Param[] =>
  params.filter(([name]) => !names.includes(name));

/** Apple's own words for labels come in marks: `_$!<Mobile>!$_`. */
const plainLabel = (text: string): string => text.replace(/^_\$!<(.*)>!\$_$/, '$1').trim();

/** Labels by group, lower case: groups are told apart without case (RFC 6350 §3.3). */
export function labelsOf(properties: readonly Property[]): ReadonlyMap<string, string> {
  const named = properties.filter(({ name, group }) => name === 'X-ABLABEL' && group !== '');
  return new Map(
    named
      .map((one): readonly [string, string] => [one.group.toLowerCase(), plainLabel(textOf(one))])
      .filter(([, label]) => label !== ''),
  );
}
