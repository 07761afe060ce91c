import { Profile } from '@/components/profile/Profile';
import { t } from '@/utils/i18n';
import type { CreateDraft, PanelView } from '@/utils/messages/view';
import { NoMessage, NoWriter, ParticipantsOnly } from './Blank';
import { Looking } from './Looking';
import { later } from './later';
import type { PanelState } from './states';

const NoAccess = later(async () => (await import('./NoAccess')).NoAccess);
const NotFound = later(async () => (await import('./NotFound')).NotFound);
const TicketLooking = later(async () => (await import('./TicketState')).TicketLooking);
const Failed = later(async () => (await import('./BlankRare')).Failed);
const NameOnly = later(async () => (await import('./BlankRare')).NameOnly);
const Never = later(async () => (await import('./BlankRare')).Never);
const SiteOff = later(async () => (await import('./BlankRare')).SiteOff);
const TicketFailed = later(async () => (await import('./TicketState')).TicketFailed);
const TicketOfNobody = later(async () => (await import('./TicketState')).TicketOfNobody);
const Several = later(async () => (await import('./Several')).Several);

export interface FormHold {
  readonly current: boolean;
  readonly onTyped: (draft: CreateDraft) => void;
  readonly onLeave: () => void;
}

interface BodyProps {
  readonly view: PanelView;
  readonly state: PanelState;
  readonly hold: FormHold;
}

/** The one state that holds, drawn. */
export function Body({ view, state, hold }: BodyProps) {
  switch (state.kind) {
    case 'found':
      return <Profile view={view} subject={state.subject} hit={state.hit} />;
    case 'looking':
      return <Looking view={view} subject={state.subject} />;
    case 'several':
      return <Several key={state.subject.key} view={view} subject={state.subject} hits={state.hits} />;
    case 'not-found':
      return <NotFound key={state.subject.key} view={view} subject={state.subject} {...hold} />;
    case 'name-only':
      return <NameOnly view={view} subject={state.subject} />;
    case 'failed':
      return <Failed view={view} subject={state.subject} />;
    case 'never':
      return <Never subject={state.subject} />;
    case 'participants':
      return <ParticipantsOnly view={view} />;
    case 'ticket-looking':
      return <TicketLooking ticket={state.ticket} />;
    case 'ticket-failed':
      return <TicketFailed view={view} ticket={state.ticket} />;
    case 'ticket-nobody':
      return <TicketOfNobody view={view} ticket={state.ticket} />;
    case 'page-unknown':
      return <NoWriter view={view} title={t('page_unknown')} text={t('page_unknown_text')} />;
    case 'no-writer':
      return <NoWriter view={view} title={t('no_writer')} text={t('no_writer_text')} />;
    case 'no-access':
      return <NoAccess key={view.page.host ?? ''} view={view} />;
    case 'site-off':
      return <SiteOff view={view} />;
    default:
      return <NoMessage view={view} />;
  }
}
