// A connection half-typed in the form: what it began with, what is wrong with it, and what of it is saved.

import { t } from '@/utils/i18n';
import type { ConnectionDraft, ConnectionKind, ConnectionRow } from '@/utils/messages/protocol';
import { hostOf, readServerAddress, type ServerAddress } from './server-address';

type Mark = ConnectionRow['mark'];
type Texts = Readonly<Record<string, string>>;

export interface TypedConnection {
  readonly kind: string;
  readonly name: string;
  /** The letter was typed, not taken from the name. */
  readonly lettered: boolean;
  readonly mark: Mark;
  readonly settings: Texts;
  /** Lives in this page alone, until it is saved or closed. */
  readonly secrets: Texts;
  /** Typed for other kinds of servers, by kind: of use if that one is chosen again. */
  readonly aside: Readonly<Record<string, Texts>>;
  /** Kept secrets that a new one is typed for. */
  readonly replacing: readonly string[];
  readonly keeps: boolean;
  /** Origin to which the secret may go unencrypted. */
  readonly plainTo: string | null;
}

/** What is kept of a switch that is on; off is ''. */
export const ON = 'yes';

export const letterOf = (text: string): string => {
  const [first = ''] = text.trim();
  return first.toLocaleUpperCase();
};

/** The last letter of what stands in the field: a second one replaces the first. */
export function typedLetter(text: string): string {
  const parts = [...new Intl.Segmenter().segment(text.trim())];
  return (parts.at(-1)?.segment ?? '').toLocaleUpperCase();
}

const shapes = ['diamond', 'hexagon', 'circle', 'shield', 'square', 'house'] as const;

function freeName(name: string, rows: readonly ConnectionRow[]): string {
  const taken = new Set(rows.map((row) => row.name));
  const next = (number: number): string => {
    const numbered = `${name} ${number}`;
    return taken.has(numbered) ? next(number + 1) : numbered;
  };
  return taken.has(name) ? next(2) : name;
}

function freeShape(kind: ConnectionKind, rows: readonly ConnectionRow[]): Mark['shape'] {
  const used = new Set<string>(rows.map(({ mark }) => mark.shape));
  return [kind.mark.shape, ...shapes].find((one) => !used.has(one)) ?? kind.mark.shape;
}

/** A new server of a kind, with a name and a mark that no other one has. */
export function newConnection(kind: ConnectionKind, rows: readonly ConnectionRow[]): TypedConnection {
  return {
    kind: kind.id,
    name: freeName(t(kind.name), rows),
    lettered: false,
    mark: { shape: freeShape(kind, rows), letter: kind.mark.letter },
    settings: {},
    secrets: {},
    aside: {},
    replacing: [],
    keeps: true,
    plainTo: null,
  };
}

/** One that is there; `signIn`: its secrets are to be typed anew. */
export function typedOf(row: ConnectionRow, signIn: boolean): TypedConnection {
  return {
    kind: row.connector,
    name: row.name,
    lettered: true,
    mark: row.mark,
    settings: row.settings,
    secrets: {},
    aside: {},
    replacing: signIn ? row.filled : [],
    keeps: row.keeps,
    plainTo: null,
  };
}

/** Another kind is chosen for a new server: what is common stays typed, and what was suggested is suggested anew. */
export function withKind(
  typed: TypedConnection,
  from: ConnectionKind,
  to: ConnectionKind,
  rows: readonly ConnectionRow[],
): TypedConnection {
  const named = typed.name !== '' && typed.name !== freeName(t(from.name), rows);
  const { shape, letter } = typed.mark;
  return {
    ...typed,
    kind: to.id,
    name: named ? typed.name : freeName(t(to.name), rows),
    mark: {
      shape: shape === freeShape(from, rows) ? freeShape(to, rows) : shape,
      letter: typed.lettered || named ? letter : to.mark.letter,
    },
    // A token is for the kind of server that it was typed for.
    secrets: typed.aside[to.id] ?? {},
    aside: { ...typed.aside, [from.id]: typed.secrets },
  };
}

/** What stands in a field that is chosen from a list: one that has to be chosen begins with the first. */
export function chosenIn({ choices = [], required }: ConnectionKind['form'][number], text: string): string {
  return text === '' && required ? (choices[0]?.id ?? '') : text;
}

/** Where it would be called; null for a kind without an address. */
export function addressOf(kind: ConnectionKind, settings: Texts): ServerAddress | null {
  const field = kind.form.find((one) => one.kind === 'address');
  return field === undefined ? null : readServerAddress(settings[field.id] ?? '');
}

/** A kept secret belongs to the server it was typed for: these two hosts, if the address names another. */
export function movedHost(
  kind: ConnectionKind,
  row: ConnectionRow | null,
  typed: TypedConnection,
): { readonly from: string; readonly to: string } | null {
  if (row === null) return null;
  const before = addressOf(kind, row.settings);
  const now = addressOf(kind, typed.settings);
  if (before?.state !== 'ready' || now?.state !== 'ready' || before.origin === now.origin) return null;
  return { from: hostOf(before.origin), to: hostOf(now.origin) };
}

const addressWords = {
  empty: 'connection_address_empty',
  email: 'connection_address_email',
  scheme: 'connection_address_scheme',
  unreadable: 'connection_address_unreadable',
} as const;

/** Field → what is wrong with it; 'name' is the name. */
export function wrongFields(
  kind: ConnectionKind,
  row: ConnectionRow | null,
  typed: TypedConnection,
  rows: readonly ConnectionRow[],
): Texts {
  const wrong: Record<string, string> = {};
  const name = typed.name.trim();
  if (name === '') wrong['name'] = t('connection_name_empty');
  else if (rows.some((other) => other.id !== row?.id && other.name === name)) {
    wrong['name'] = t('connection_name_taken', [name]);
  }
  const moved = movedHost(kind, row, typed) !== null;
  for (const { id, kind: sort, required } of kind.form) {
    const text = (typed.settings[id] ?? '').trim();
    if (sort === 'address') {
      const address = readServerAddress(text);
      if (address.state !== 'ready' && (required || address.state !== 'empty')) {
        wrong[id] = t(addressWords[address.state]);
      }
    } else if (sort === 'secret') {
      const kept = row?.filled.includes(id) === true && !moved;
      const wanted = typed.replacing.includes(id) || (required && !kept);
      if (wanted && (typed.secrets[id] ?? '').trim() === '') wrong[id] = t('connection_needed');
    } else if (sort === 'text' && required && text === '') wrong[id] = t('connection_needed');
  }
  return wrong;
}

/** http to another machine, and nobody said that this is meant. */
export function isUnconfirmed(address: ServerAddress | null, typed: TypedConnection): boolean {
  return address?.state === 'ready' && address.plain && typed.plainTo !== address.origin;
}

/** As it is saved; only what stands in the kind's own form goes along. */
export function draftOf(kind: ConnectionKind, row: ConnectionRow | null, typed: TypedConnection): ConnectionDraft {
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  const moved = movedHost(kind, row, typed) !== null;
  for (const field of kind.form) {
    const { id, kind: sort } = field;
    const text = (typed.settings[id] ?? '').trim();
    const secret = (typed.secrets[id] ?? '').trim();
    if (sort === 'secret') {
      // Typed for another server, it must not go to this one.
      if (secret !== '' || (moved && row?.filled.includes(id) === true)) secrets[id] = secret;
    } else if (sort === 'address') {
      const address = readServerAddress(text);
      settings[id] = address.state === 'ready' ? address.url : text;
    } else settings[id] = sort === 'choice' ? chosenIn(field, text) : text;
  }
  const name = typed.name.trim();
  const mark = { ...typed.mark, letter: typed.mark.letter || letterOf(name) };
  return { id: row?.id ?? null, connector: kind.id, name, mark, settings, secrets, keeps: typed.keeps };
}

/** Whether leaving would lose something. */
export const differs = (one: TypedConnection, other: TypedConnection): boolean => told(one) !== told(other);

function told({ plainTo: _meant, settings, secrets, ...rest }: TypedConnection): string {
  const filled = (texts: Texts) =>
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .sort();
  return JSON.stringify([rest.kind, rest.name, rest.mark, rest.keeps, filled(settings), filled(secrets)]);
}
