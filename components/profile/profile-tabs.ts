import type { Tab } from '@/components/ui/Tabs';
import type { Capability } from '@/utils/connectors/types';
import { formatNumber, t } from '@/utils/i18n';
import type { Section } from '@/utils/messages/view';
import type { Note } from '@/utils/people/types';

const ids = ['overview', 'notes', 'billing', 'history'] as const;

export type ProfileTab = (typeof ids)[number];

export const isProfileTab = (id: string): id is ProfileTab => ids.some((one) => one === id);

/** `notes`: null where the server has none, undefined while nobody knows. */
export function profileTabs(
  notes: Section<Note> | null | undefined,
  can: readonly Capability[] = [],
): readonly (Tab & { readonly id: ProfileTab })[] {
  const count = notes?.state === 'read' ? { count: formatNumber(notes.part.total) } : {};
  return [
    { id: 'overview', text: t('tab_overview') },
    ...(notes === null ? [] : [{ id: 'notes' as const, text: t('tab_notes'), ...count }]),
    ...(can.includes('billing') ? [{ id: 'billing' as const, text: t('tab_billing') }] : []),
    ...(can.includes('history') ? [{ id: 'history' as const, text: t('tab_history') }] : []),
  ];
}
