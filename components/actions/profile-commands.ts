// The tabs and sections of a profile, and what is edited in its own place there, as rows of the palette.

import type { Acts } from '@/components/panel/acts';
import { may, maySet, mayStopReplies } from '@/components/panel/may';
import { isolate } from '@/components/panel/person-words';
import type { Hit } from '@/components/panel/states';
import { profileTabs } from '@/components/profile/profile-tabs';
import type { IconName } from '@/components/ui/icons';
import { listText } from '@/components/ui/list-text';
import type { ActionId } from '@/utils/actions/inputs';
import type { PersonValues } from '@/utils/changes/types';
import type { Capability } from '@/utils/connectors/types';
import { type CountKey, type TextKey, t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import type { Command } from './command';
import { countAt, goToSection, goToTab, pressOnOverview } from './places';
import { runAtOnce } from './use-offered';

interface Place {
  readonly title: Exclude<TextKey, CountKey>;
  readonly icon: IconName;
  /** Any of these is enough. */
  readonly needs: readonly Capability[];
  /** What is done there. */
  readonly does: readonly ActionId[];
}

export const sections: readonly Place[] = [
  {
    title: 'section_open',
    icon: 'ticket',
    needs: ['tickets'],
    does: ['set-ticket-state', 'set-ticket-urgent', 'notify-address', 'move-ticket'],
  },
  { title: 'section_resolved', icon: 'tdone', needs: ['tickets'], does: [] },
  { title: 'section_notes', icon: 'note', needs: ['notes'], does: ['edit-note', 'remove-note'] },
  {
    title: 'section_contact',
    icon: 'phone',
    needs: ['email.set', 'contact.set'],
    does: ['edit-address', 'edit-contact', 'make-primary'],
  },
  {
    title: 'section_properties',
    icon: 'sort',
    needs: ['person.set', 'definitions'],
    does: ['set-timezone', 'set-language'],
  },
  { title: 'section_files', icon: 'clip', needs: ['files'], does: ['add-files', 'remove-file'] },
  { title: 'section_chats', icon: 'chat', needs: ['chats'], does: [] },
  { title: 'section_details', icon: 'info', needs: ['details', 'person.set'], does: [] },
];

interface Edit {
  readonly key: string;
  readonly icon: IconName;
  /** The name of the button that begins it. */
  readonly name: (person: Person) => string;
  readonly needs: readonly Capability[];
  readonly does: readonly ActionId[];
  /** The single value that is set by it. */
  readonly field?: keyof PersonValues;
  readonly state?: (person: Person) => string;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

export const edits: readonly Edit[] = [
  { key: 'note', icon: 'note', name: () => t('note_add'), needs: ['notes', 'note.add'], does: ['add-note'] },
  {
    key: 'ticket',
    icon: 'ticket',
    name: () => t('new_ticket'),
    needs: ['tickets', 'ticket.create'],
    does: ['new-ticket'],
  },
  {
    key: 'summary',
    icon: 'pen',
    name: () => t('edit_value', [t('section_summary')]),
    needs: ['person.set'],
    field: 'summary',
    does: ['set-summary'],
    state: ({ summary }) => (summary === '' ? '' : isolate(short(summary))),
  },
  {
    key: 'label',
    icon: 'tag',
    name: () => t('label_add'),
    needs: ['label.set'],
    does: ['set-label'],
    state: ({ labels }) => listText(labels.map(isolate)),
  },
  {
    key: 'organisation',
    icon: 'org',
    name: ({ memberships }) => t(memberships.length === 0 ? 'organisation_add' : 'organisation_add_another'),
    needs: ['membership.set'],
    does: ['set-membership', 'change-organisation'],
    state: ({ memberships }) => listText(memberships.map(({ name }) => isolate(name))),
  },
  {
    key: 'groups',
    icon: 'people',
    name: () => t('edit_value', [t('property_groups')]),
    needs: ['groups', 'group.set'],
    does: ['set-groups'],
    state: ({ groups }) => listText(groups.map(({ name }) => isolate(name))),
  },
  {
    key: 'properties',
    icon: 'pen',
    name: () => t('edit_value', [t('section_properties')]),
    needs: ['custom.set'],
    does: ['edit-custom'],
  },
];

/** Keys of what has no section of its own. */
export const doneByKey: Readonly<Record<string, readonly ActionId[]>> = {
  edit: ['set-name', 'set-picture'],
  replies: ['set-auto-replies'],
};

const told = (state: string | null): { readonly state?: string } => (state === null || state === '' ? {} : { state });

function replies(acts: Acts, hit: Hit): readonly Command[] {
  const { person } = hit.match;
  const able = mayStopReplies(hit.answer, person);
  if (able === null) return [];
  const from = person.autoReplies !== false;
  const chosen = { action: 'set-auto-replies' as const, input: { from, to: !from } };
  const title = t(from ? 'done_auto_replies_off' : 'done_auto_replies_on');
  const onPress = () => void runAtOnce(acts, hit, chosen, title);
  const state = t(from ? 'palette_replies_on' : 'palette_replies_off');
  return [{ key: 'replies', icon: from ? 'stop' : 'mail', text: t('what_auto_replies'), state, onPress, ...able }];
}

/** `reach`: makes the profile seen, whatever stands in its place. */
export function profileCommands(acts: Acts, hit: Hit, reach: () => void): readonly Command[] {
  const { answer, match } = hit;
  const { person, profile } = match;
  const go = (way: () => void) => () => {
    reach();
    way();
  };
  const notes = profile === null ? undefined : (profile.notes ?? null);
  const tabs = profileTabs(notes, answer.can).map(({ id, text, count }) => ({
    key: `tab:${id}`,
    icon: 'right' as const,
    text: t('palette_go', [text]),
    onPress: go(() => goToTab(id)),
    ...told(count ?? null),
  }));
  const parts = sections
    .filter(({ needs }) => needs.some((need) => answer.can.includes(need) || answer.denied.includes(need)))
    // A tab of that name has all of it.
    .filter(({ title }) => title !== 'section_notes' || notes === null)
    .map(({ title, icon }) => ({
      key: title,
      icon,
      text: t('palette_go', [t(title)]),
      onPress: go(() => goToSection(t(title))),
      ...told(countAt(t(title))),
    }));
  const edited = edits.flatMap(({ key, icon, name, needs, field, state }): readonly Command[] => {
    const able = field === undefined ? may(answer, ...needs) : maySet(answer, field);
    if (able === null) return [];
    const text = name(person);
    return [{ key, icon, text, onPress: go(() => pressOnOverview(text)), ...told(state?.(person) ?? null), ...able }];
  });
  return [...edited, ...replies(acts, hit), ...tabs, ...parts];
}
