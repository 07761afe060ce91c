// What a card would change on a person, value by value: what is the same already is not listed.

import { membershipChange, NO_PLACE, placeOfMembership, writePlace } from '@/components/profile/organisation-text';
import type { Chosen } from '@/utils/actions/inputs';
import type { ChangeType, PersonValues } from '@/utils/changes/types';
import { fieldOf } from '@/utils/fields';
import { type TextKey, t } from '@/utils/i18n';
import type { FieldValue, Person } from '@/utils/people/types';
import { type CardValues, sameValue } from './card-values';

export interface CardRow {
  readonly key: string;
  /** What it is: "Phone", "Name". */
  readonly what: string;
  /** Null: it is added. */
  readonly from: string | null;
  readonly to: string;
  /** Of a picture, `from` and `to` are addresses of pictures. */
  readonly picture?: true;
  /** "Work". */
  readonly label?: string;
  readonly chosen: Chosen;
  readonly needs: ChangeType;
  /** Of a single value: which one, since a server may set only some. */
  readonly field?: keyof PersonValues;
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

const fields = {
  'set-name': 'name',
  'set-summary': 'summary',
  'set-timezone': 'timezone',
  'set-language': 'language',
} as const;
type Single = keyof typeof fields;

interface One {
  readonly what: TextKey;
  readonly from: string;
  readonly to: string;
}

/** A value of which there is one: replaced, or filled in. */
function single(action: Single, { what, from, to }: One): readonly CardRow[] {
  if (to === '' || fold(from) === fold(to)) return [];
  const row = {
    key: action,
    what: t(what),
    from: from === '' ? null : from,
    to,
    needs: 'person.set' as const,
    field: fields[action],
  };
  if (action === 'set-name' || action === 'set-summary') return [{ ...row, chosen: { action, input: { from, to } } }];
  return [{ ...row, chosen: { action, input: { from: from === '' ? null : from, to } } }];
}

function contactRow(to: FieldValue, at: number): CardRow {
  return {
    key: `contact ${at}`,
    what: t(fieldOf(to.type).label),
    from: null,
    to: to.type === 'messenger' ? `${to.parts?.['service'] ?? ''} ${to.value}`.trim() : to.value,
    ...(to.label === undefined ? {} : { label: to.label }),
    chosen: {
      action: 'edit-contact',
      input: { from: null, to: { ...to, ...(to.parts && { parts: { ...to.parts } }) } },
    },
    needs: 'contact.set',
  };
}

/** `alone`: a person can be in one organisation only. */
function placeRow(person: Person, { organisation, position }: CardValues, alone: boolean): readonly CardRow[] {
  if (organisation === '') return [];
  const words = (name: string, job: string): string => (job === '' ? name : `${name} · ${job}`);
  const to = { ...NO_PLACE, name: organisation, position };
  const row = {
    key: 'place',
    what: t('organisation'),
    to: words(organisation, position),
    needs: 'membership.set' as const,
  };
  const there = person.memberships.find(({ name }) => fold(name) === fold(organisation));
  const before = there ?? (alone ? person.memberships[0] : undefined);
  if (before === undefined) return [{ ...row, from: null, chosen: membershipChange('', writePlace(to)) }];
  const place = placeOfMembership(before);
  if (there !== undefined && (position === '' || fold(place.position) === fold(position))) return [];
  const next = there === undefined ? to : { ...place, position };
  const chosen = membershipChange(writePlace(place), writePlace(next));
  return [{ ...row, from: words(before.name, place.position), chosen }];
}

/** `picture`: the card's, scaled down already; empty: none. */
export function cardRows(person: Person, values: CardValues, picture: string, alone: boolean): readonly CardRow[] {
  const { emails, contacts, labels, timezone, language, summary } = values;
  const has = person.fields.filter(({ custom }) => custom !== true);
  const now = person.picture ?? '';
  return [
    ...single('set-name', { what: 'field_name', from: person.name, to: values.named ? values.name : '' }),
    ...(picture === '' || picture === now
      ? []
      : [
          {
            key: 'picture',
            what: t('cards_picture'),
            from: now === '' ? null : now,
            to: picture,
            picture: true as const,
            chosen: { action: 'set-picture' as const, input: { from: now === '' ? null : now, to: picture } },
            needs: 'person.set' as const,
            field: 'picture' as const,
          },
        ]),
    ...emails
      .filter(({ address }) => !person.emails.some((email) => email.address === address))
      .map(
        (to): CardRow => ({
          key: `address ${to.address}`,
          what: t('field_address'),
          from: null,
          to: to.address,
          ...(to.label === undefined ? {} : { label: to.label }),
          chosen: { action: 'edit-address', input: { from: null, to } },
          needs: 'email.set',
        }),
      ),
    ...placeRow(person, values, alone),
    ...contacts.filter((field) => !has.some((one) => sameValue(one, field))).map(contactRow),
    ...labels
      .filter((label) => !person.labels.some((one) => fold(one) === fold(label)))
      .map(
        (label): CardRow => ({
          key: `label ${label}`,
          what: t('cards_label'),
          from: null,
          to: label,
          chosen: { action: 'set-label', input: { label, on: true } },
          needs: 'label.set',
        }),
      ),
    ...single('set-timezone', { what: 'property_timezone', from: person.timezone ?? '', to: timezone }),
    ...single('set-language', { what: 'property_language', from: person.language ?? '', to: language }),
    ...single('set-summary', { what: 'section_summary', from: person.summary, to: summary }),
  ];
}
