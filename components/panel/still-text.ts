// What the strips above everything are about, and what keeps the panel with its person.

import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { isolate } from './person-words';
import { type PanelState, subjectName } from './states';

/** What keeps the panel: a form for the subject, a form for anybody new, a field of a person, vCards, a merge. */
export type Holding = 'creating' | 'new-person' | 'editing' | 'cards' | 'merge';

const stills = { creating: 'still_creating', editing: 'still_editing', merge: 'still_merging' } as const;

/** Whom the panel stays with: by the record's own name, where there is one. */
export function stillText(holding: Holding, state: PanelState, subject: Subject): string {
  if (holding === 'new-person') return t('still_creating_new');
  if (holding === 'cards') return t('still_cards');
  const name = isolate(state.kind === 'found' ? state.hit.match.person.name : subjectName(subject));
  return t(stills[holding], [name]);
}

export interface StripsProps {
  readonly view: PanelView;
  readonly state: PanelState;
  /** The view of the newly opened message, while a half-filled form or an edited field holds the panel. */
  readonly waiting: PanelView | null;
  readonly holding: Holding;
  readonly onShowWaiting: () => void;
}
