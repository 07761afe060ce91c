import { type TextKey, t } from '@/utils/i18n';
import { cleanText, parseAddress } from '@/utils/people/address';
import type { Person } from '@/utils/people/types';

/** What is typed before the gravest: the address; the name of somebody without one; else the number. */
export interface Guard {
  readonly label: string;
  readonly address: boolean;
  readonly fits: (typed: string) => boolean;
}

const guard = (label: TextKey, address: boolean, fits: Guard['fits']): Guard => ({ label: t(label), address, fits });

const alike = (text: string): string => cleanText(text).normalize('NFC').toLocaleLowerCase();

export function guardOf({ emails, name, ref }: Person): Guard {
  const address = (emails.find(({ primary }) => primary) ?? emails[0])?.address;
  if (address !== undefined) return guard('type_address', true, (typed) => parseAddress(typed) === address);
  const known = alike(name);
  if (known !== '') return guard('type_name', false, (typed) => alike(typed) === known);
  return guard('type_number', true, (typed) => alike(typed).replace(/^#/, '') === ref.id);
}
