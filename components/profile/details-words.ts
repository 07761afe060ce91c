import { type TextKey, t } from '@/utils/i18n';

const systems: Readonly<Record<string, TextKey>> = {
  api: 'creation_api',
  chat: 'creation_chat',
  email: 'creation_mail',
  import: 'creation_import',
  mail: 'creation_mail',
  panel: 'creation_panel',
  phone: 'creation_phone',
  sample: 'creation_sample',
  web: 'creation_web',
};

/** How a record came to be, in words; a server's own word where we have none for it. */
export function creationText(system: string): string {
  const key = Object.hasOwn(systems, system) ? systems[system] : undefined;
  return key === undefined ? system : t(key);
}
