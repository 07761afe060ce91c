import './profile.css';
import { useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { later } from '@/components/panel/later';
import { queuedOf, useQueue } from '@/components/panel/queue';
import { type Hit, refKey } from '@/components/panel/states';
import { LatestNotes } from '@/components/sections/Notes';
import { Tickets } from '@/components/sections/Tickets';
import { Skeleton } from '@/components/ui/Skeleton';
import type { PanelView } from '@/utils/messages/view';
import { Facts } from './Facts';
import type { QuickForm } from './QuickButtons';
import { Summary } from './Summary';

const Chats = later(async () => (await import('@/components/sections/Chats')).Chats);
const Conflicts = later(async () => (await import('@/components/queue/Conflicts')).Conflicts, 'nothing');
const Contact = later(async () => (await import('./Contact')).Contact);
const DuplicateHint = later(async () => (await import('./DuplicateHint')).DuplicateHint, 'nothing');
const Details = later(async () => (await import('./Details')).Details);
const Files = later(async () => (await import('@/components/sections/Files')).Files);
const Groups = later(async () => (await import('./Groups')).Groups);
const Properties = later(async () => (await import('./Properties')).Properties);

export interface OverviewProps {
  readonly view: PanelView;
  readonly hit: Hit;
  readonly onNotes: () => void;
}

/** All that is known of a person, what is asked for most first. What the server has not is not there. */
export function Overview({ view, hit, onNotes }: OverviewProps) {
  const { folded, fold } = useActs();
  const startNote = useRef<(() => void) | null>(null);
  const [tickets, askTicket] = useState(0);
  const { match, answer } = hit;
  const { person, profile: parts, touched = 0 } = match;
  const of = { person, answer, touched };
  const { ticket } = view.page;
  const here = view.page.state === 'open' && ticket?.connection === answer.source.id ? ticket.id : undefined;
  const start = (form: QuickForm) => {
    const section = form === 'note' ? 'notes' : 'open';
    if (folded(section, false)) fold(section, false);
    if (form === 'note') startNote.current?.();
    else askTicket((count) => count + 1);
  };
  // Of a book kept in this browser, a worker of this page knows.
  const suspected = person.kind !== 'agent' && (answer.source.local || answer.can.includes('suspects'));
  const stopped = queuedOf(useQueue(), person.ref).some(({ state }) => state === 'conflict');
  return (
    <>
      {stopped && <Conflicts person={person} />}
      <Facts view={view} hit={hit} onStart={start} />
      {suspected && <DuplicateHint key={refKey(person.ref)} hit={hit} />}
      {parts === null && (
        <div class="profile-waits">
          <Skeleton />
        </div>
      )}
      {parts?.open !== undefined && <Tickets which="open" hit={hit} section={parts.open} asked={tickets} here={here} />}
      {parts?.resolved !== undefined && <Tickets which="resolved" hit={hit} section={parts.resolved} here={here} />}
      <Summary person={person} answer={answer} />
      {parts?.notes !== undefined && (
        <LatestNotes {...of} section={parts.notes} startAdd={startNote} onShowAll={onNotes} />
      )}
      <Contact hit={hit} />
      <Properties person={person} answer={answer} />
      <Groups person={person} answer={answer} />
      {parts?.files !== undefined && <Files {...of} section={parts.files} />}
      {parts?.chats !== undefined && <Chats hit={hit} section={parts.chats} />}
      <Details person={person} answer={answer} touched={touched} />
    </>
  );
}
