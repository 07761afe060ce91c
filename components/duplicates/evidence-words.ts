// Reasons in words: what agrees and what does not, never a number.

import { isolate } from '@/components/panel/person-words';
import { type TextKey, t } from '@/utils/i18n';
import type { Evidence, Tier, ValueKind } from '@/utils/people/same-person';

const kinds = {
  name: 'evidence_name',
  given: 'evidence_given',
  family: 'evidence_family',
  email: 'evidence_email',
  phone: 'evidence_phone',
  street: 'evidence_street',
  houseNumber: 'evidence_house_number',
  city: 'evidence_city',
  postcode: 'evidence_postcode',
  region: 'evidence_region',
  country: 'evidence_country',
  birthDate: 'evidence_birth_date',
  organisation: 'evidence_organisation',
  title: 'evidence_title',
  identifier: 'evidence_identifier',
  text: 'evidence_text',
} as const satisfies Readonly<Record<ValueKind, TextKey>>;

const levels = {
  same: 'evidence_same',
  similar: 'evidence_similar',
  different: 'evidence_different',
} as const satisfies Readonly<Record<Evidence['level'], TextKey>>;

interface Rated {
  readonly tier: Tier;
  readonly evidence: readonly Evidence[];
}

const tiers = {
  same: 'tier_same',
  likely: 'tier_likely',
  possible: 'tier_possible',
} as const satisfies Readonly<Record<Tier, TextKey>>;

/** How sure it is. Of the surest not all have an address in common: then the word says no more than that. */
export function tierWord({ tier, evidence }: Rated): string {
  const sure = tier === 'same' && !evidence.some(({ kind, level }) => kind === 'email' && level === 'same');
  return t(sure ? 'tier_sure' : tiers[tier]);
}

/** "Same phone", "Similar name", "Different birthday"; "Same phone, as others have it too". */
export function reasonWord({ kind, level, shared }: Evidence): string {
  const word = t(levels[level], [t(kinds[kind])]);
  return shared === true ? t('evidence_shared', [word]) : word;
}

/** "Thao N. / Phương Thảo Nguyễn"; one of them where both are written alike. */
export function reasonValues({ left, right }: Evidence): string {
  return left === right || right === '' ? isolate(left) : `${isolate(left)} / ${isolate(right)}`;
}

/** What speaks for it, the weightiest first, and then the weightiest that speaks against it: one line. */
export function reasonTexts(evidence: readonly Evidence[], most = 3): readonly string[] {
  const against = evidence.find(({ level }) => level === 'different');
  const reasons = evidence.filter(({ level }) => level !== 'different').slice(0, most);
  return [...reasons, ...(against === undefined ? [] : [against])].map(reasonWord);
}
