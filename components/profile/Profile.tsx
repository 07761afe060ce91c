import './profile.css';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Hit } from '@/components/panel/states';
import { AllNotes, LatestNotes } from '@/components/sections/Notes';
import { Tickets } from '@/components/sections/Tickets';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { Tabs, tabId, tabPanelId } from '@/components/ui/Tabs';
import { formatNumber, t } from '@/utils/i18n';
import type { PanelView, Profile as Parts, Section, Subject } from '@/utils/messages/view';
import type { Note } from '@/utils/people/types';
import { Contact } from './Contact';
import { Facts } from './Facts';
import { Head } from './Head';
import { Properties } from './Properties';

export type ProfileTab = 'overview' | 'notes';

export function profileTabs(notes: Section<Note> | undefined) {
  const count = notes?.state === 'read' ? { count: formatNumber(notes.part.total) } : {};
  return [
    { id: 'overview', text: t('tab_overview') },
    { id: 'notes', text: t('tab_notes'), ...count },
  ];
}

function Summary({ text }: { readonly text: string }) {
  const { folded, fold } = useActs();
  if (text.trim() === '') return null;
  return (
    <SectionFold title={t('section_summary')} folded={folded('summary', false)} onFold={(to) => fold('summary', to)}>
      <div class="summary">
        <p dir="auto">{text}</p>
      </div>
    </SectionFold>
  );
}

function Overview(props: { view: PanelView; hit: Hit; parts: Parts | null; onNotes: () => void }) {
  const { view, hit, parts, onNotes } = props;
  const { match, answer } = hit;
  const of = { person: match.person.ref, source: answer.source };
  return (
    <>
      <Facts view={view} match={match} />
      {parts === null && (
        <div class="profile-waits">
          <Skeleton />
        </div>
      )}
      {parts?.open !== undefined && <Tickets which="open" section={parts.open} {...of} />}
      {parts?.resolved !== undefined && <Tickets which="resolved" section={parts.resolved} {...of} />}
      <Summary text={match.person.summary} />
      {parts?.notes !== undefined && <LatestNotes section={parts.notes} {...of} onShowAll={onNotes} />}
      <Contact hit={hit} />
      <Properties person={match.person} />
    </>
  );
}

export interface ProfileProps {
  readonly view: PanelView;
  readonly subject: Subject;
  readonly hit: Hit;
}

/** Who the message is from: the card of one record. */
export function Profile({ view, subject, hit }: ProfileProps) {
  const [tab, setTab] = useState<ProfileTab>('overview');
  const { match, answer } = hit;
  const parts = match.profile;
  const notes = parts?.notes;
  const shown = tab === 'notes' && notes === undefined && parts !== null ? 'overview' : tab;
  const tabs = profileTabs(notes).filter(({ id }) => id !== 'notes' || notes !== undefined || parts === null);
  return (
    <>
      <Head view={view} subject={subject} hit={hit} />
      <div class="profile-tabs">
        <Tabs
          label={t('tabs')}
          tabs={tabs}
          selected={shown}
          onSelect={(id) => setTab(id === 'notes' ? 'notes' : 'overview')}
          dashed={answer.asOf !== undefined}
        />
      </div>
      <div class="card" role="tabpanel" id={tabPanelId(shown)} aria-labelledby={tabId(shown)}>
        {shown === 'overview' && <Overview view={view} hit={hit} parts={parts} onNotes={() => setTab('notes')} />}
        {shown === 'notes' && notes !== undefined && (
          <AllNotes person={match.person.ref} source={answer.source} section={notes} />
        )}
      </div>
    </>
  );
}
