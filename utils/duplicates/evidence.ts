// Why two records are taken for one person, in terms of what is written there.

import type { Compared, Evidence, ValueKind } from '@/utils/people/same-person';
import { probabilityOf, type Scale, worthOf } from './model';
import { normal } from './normal';
import { ALL, EMAIL, FAMILY, FIRST, GIVEN, IDENTIFIER, LEVEL, PHONE, SLOTS } from './slots';
import type { Table } from './table';
import { tierOf } from './tiers';
import type { Entry } from './types';

/** From so many records on, an address or a number is not one person's own. */
const MANY = 4;
const OWN: readonly number[] = [EMAIL, PHONE, IDENTIFIER];
/** Log odds below which a value is not worth telling. */
const NOTHING = 0.2;

interface Weighed extends Evidence {
  readonly worth: number;
}

const nameOf = ({ values }: Entry): string =>
  values.name?.[0] ?? [...(values.given ?? []), ...(values.family ?? [])].join(' ');

/** The value as it is written, of which `text` is the normal form. */
function written({ values }: Entry, kind: ValueKind, text: string): string {
  const own = values[kind] ?? [];
  if (kind === 'given' || kind === 'family') return own.join(' ');
  return own.find((value) => normal(kind, value) === text) ?? own[0] ?? text;
}

const levelOf = (level: number): Evidence['level'] =>
  level === LEVEL.same ? 'same' : level === LEVEL.different ? 'different' : 'similar';

function names(scale: Scale, table: Table, a: Entry, b: Entry): readonly Weighed[] {
  const [given, family] = [scale.out.level[GIVEN] ?? -1, scale.out.level[FAMILY] ?? -1];
  const own = (entry: Entry): boolean => (entry.values.given ?? entry.values.family) !== undefined;
  const crossed = given === LEVEL.crossed || family === LEVEL.crossed;
  if (own(a) && own(b) && !crossed) return [GIVEN, FAMILY].flatMap((slot) => one(scale, table, slot, a, b));
  const levels = [given, family].filter((level) => level >= 0);
  if (levels.length === 0) return [];
  const worth = worthOf(scale, table, GIVEN) + worthOf(scale, table, FAMILY);
  const level = levels.every((at) => at === LEVEL.same) ? 'same' : worth > 0 ? 'similar' : 'different';
  return [{ kind: 'name', level, left: nameOf(a), right: nameOf(b), worth }];
}

function one(scale: Scale, table: Table, slot: number, a: Entry, b: Entry): readonly Weighed[] {
  const { level, left, right } = scale.out;
  const found = level[slot] ?? LEVEL.missing;
  const worth = worthOf(scale, table, slot);
  const first = slot < FIRST ? slot : slot - FIRST;
  if (found < 0 || Math.abs(worth) < NOTHING || (slot !== first && found === LEVEL.different)) return [];
  const kind = SLOTS[first]?.kind ?? 'text';
  const texts = table.texts[first]?.text ?? [];
  const many = found === LEVEL.same && OWN.includes(first) && (table.counts[first]?.[left[slot] ?? 0] ?? 0) >= MANY;
  return [
    {
      kind,
      level: levelOf(found),
      left: written(a, kind, texts[left[slot] ?? 0] ?? ''),
      right: written(b, kind, texts[right[slot] ?? 0] ?? ''),
      worth,
      ...(many ? { shared: true as const } : {}),
    },
  ];
}

/** The pair that lies in the scale's agreement, in words. */
export function told(scale: Scale, table: Table, odds: number, a: Entry, b: Entry): Compared {
  const found: Weighed[] = [...names(scale, table, a, b)];
  for (let slot = 0; slot < ALL; slot += 1)
    if (slot !== GIVEN && slot !== FAMILY) found.push(...one(scale, table, slot, a, b));
  const bare = ({ worth: _worth, ...evidence }: Weighed): Evidence => evidence;
  return {
    tier: tierOf(scale, table, odds),
    probability: probabilityOf(odds),
    evidence: [
      ...found.filter(({ worth }) => worth > 0).sort((x, y) => y.worth - x.worth),
      ...found.filter(({ worth }) => worth <= 0).sort((x, y) => x.worth - y.worth),
    ].map(bare),
  };
}
