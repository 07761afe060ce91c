import { download } from '@/components/files/open-blob';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { writeCard } from '@/utils/vcard/write';
import { personCard } from './person-card';

/** Signs that a file's name cannot have somewhere. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;

/** Saves the person as a vCard 4.0 (RFC 6350), as the profile shows them. Gives the name of the file. */
export function exportCard(person: Person): string {
  const name = person.name
    .replace(NOT_IN_NAMES, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
    .slice(0, 100);
  const file = `${name === '' ? t('cards_file') : name}.vcf`;
  download(new Blob([writeCard(personCard(person))], { type: 'text/vcard' }), file);
  return file;
}
