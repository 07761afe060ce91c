import './profile.css';
import { useState } from 'preact/hooks';
import { later } from '@/components/panel/later';
import type { Hit } from '@/components/panel/states';
import { AllNotes } from '@/components/sections/Notes';
import { Tabs, tabId, tabPanelId } from '@/components/ui/Tabs';
import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { Head } from './Head';
import { Overview } from './Overview';
import { isProfileTab, type ProfileTab, profileTabs } from './profile-tabs';

const Billing = later(async () => (await import('@/components/sections/Billing')).Billing);
const LeavingBar = later(async () => (await import('@/components/actions/LeavingBar')).LeavingBar, 'nothing');
const Live = later(async () => (await import('./Live')).Live, 'nothing');
const History = later(async () => (await import('@/components/sections/History')).History);

export interface ProfileProps {
  readonly view: PanelView;
  readonly subject: Subject;
  readonly hit: Hit;
}

/** Who the message is from: the card of one record. */
export function Profile({ view, subject, hit }: ProfileProps) {
  const [tab, setTab] = useState<ProfileTab>('overview');
  const { match, answer } = hit;
  const { person, profile: parts, touched } = match;
  const notes = parts === null ? undefined : (parts.notes ?? null);
  const tabs = profileTabs(notes, answer.can);
  const shown = tabs.some(({ id }) => id === tab) ? tab : 'overview';
  return (
    <>
      {!answer.source.local && <Live hit={hit} />}
      <Head view={view} subject={subject} hit={hit} />
      {parts?.leaving !== undefined && <LeavingBar hit={hit} leaving={parts.leaving} />}
      <div class="profile-tabs">
        <Tabs
          label={t('tabs')}
          tabs={tabs}
          selected={shown}
          onSelect={(id) => {
            if (isProfileTab(id)) setTab(id);
          }}
          dashed={answer.asOf !== undefined}
        />
      </div>
      <div class="card" role="tabpanel" id={tabPanelId(shown)} aria-labelledby={tabId(shown)}>
        {shown === 'overview' && <Overview view={view} hit={hit} onNotes={() => setTab('notes')} />}
        {shown === 'notes' && parts?.notes !== undefined && (
          <AllNotes person={person} answer={answer} section={parts.notes} touched={touched} />
        )}
        {shown === 'billing' && <Billing hit={hit} />}
        {shown === 'history' && <History hit={hit} />}
      </div>
    </>
  );
}
