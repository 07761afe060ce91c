import { sizeText } from '@/components/ui/time';
import { formatNumber, type TextKey, t } from '@/utils/i18n';
import { type FileFault, LARGEST_FILE } from '@/utils/people/file-rules';

const texts: Readonly<Record<Exclude<FileFault, 'too-large'> | 'unreadable', TextKey>> = {
  empty: 'file_empty',
  program: 'file_program',
  unreadable: 'file_unreadable',
};

/** Why a file is not taken, and what would be. `most`: files at once. */
export function faultText(fault: FileFault | 'unreadable' | 'too-many', most: number): string {
  if (fault === 'too-large') return t('file_too_large', [sizeText(LARGEST_FILE)]);
  if (fault === 'too-many') return t('file_too_many', [formatNumber(most)]);
  return t(texts[fault]);
}
