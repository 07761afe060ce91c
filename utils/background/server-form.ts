// Whether what was typed into the form of a connection can be kept, and as what.
import { originOf } from '@/utils/browser/permissions';
import { serverAddress } from '@/utils/browser/server-address';
import type { StoredConnection } from '@/utils/connections/stored';
import type { Form, SettingsField } from '@/utils/connectors/form';
import type { ConnectionDraft } from '@/utils/messages/connections';
import { ProblemError } from '@/utils/problem';

type Values = Readonly<Record<string, string>>;

interface Kept {
  readonly settings: Values;
  readonly secrets: Values;
}

/** `detail` names the field that is wrong. */
export const wrong = (field: string, connection: string | null = null): ProblemError =>
  new ProblemError({
    kind: 'invalid',
    call: 'connection.save',
    detail: field,
    ...(connection === null ? {} : { connection }),
  });

/**
 * What is to be kept of a draft. `before`: what was kept of it until now, with its secrets. A secret goes to no other
 * server than the one it was typed for: with a new origin it is to be typed again. Fails with `invalid`.
 */
export function checkForm(
  form: Form,
  { id, settings: typed, secrets: given }: Pick<ConnectionDraft, 'id' | 'settings' | 'secrets'>,
  before: { readonly server: StoredConnection; readonly secrets: Values } | null,
): Kept {
  const asked = form.filter(({ kind }) => kind !== 'secret');
  const settings = Object.fromEntries(asked.map((field) => [field.id, keptOf(field, typed[field.id] ?? '', id)]));
  const moved = before !== null && originOf(before.server.settings['address'] ?? '') !== originIn(settings);
  const secrets: Record<string, string> = {};
  for (const field of form) {
    if (field.kind !== 'secret') continue;
    const known = before?.secrets[field.id] ?? '';
    const now = given[field.id]?.trim();
    if (now === undefined && moved && known !== '') throw wrong(field.id, id);
    const value = now ?? known;
    if (value === '' && field.required) throw wrong(field.id, id);
    if (value !== '') secrets[field.id] = value;
  }
  return { settings, secrets };
}

const originIn = (settings: Values): string | null => originOf(settings['address'] ?? '');

function keptOf(field: SettingsField, typed: string, id: string | null): string {
  const text = typed.trim();
  if (text === '') {
    if (field.required) throw wrong(field.id, id);
    return '';
  }
  if (field.kind === 'address') {
    const address = serverAddress(text);
    if (address === null) throw wrong(field.id, id);
    return address;
  }
  if (field.kind === 'choice' && !field.choices?.some((choice) => choice.id === text)) throw wrong(field.id, id);
  return text;
}
