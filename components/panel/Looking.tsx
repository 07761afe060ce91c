import { useState } from 'preact/hooks';
import { isProfileTab, type ProfileTab, profileTabs } from '@/components/profile/profile-tabs';
import { useHeadMenu } from '@/components/profile/use-head-menu';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { Tabs, tabId, tabPanelId } from '@/components/ui/Tabs';
import { formatNumber, t } from '@/utils/i18n';
import type { PanelView, SourceAnswer, Subject } from '@/utils/messages/view';
import { useActs, useNow } from './acts';
import { NamedSource } from './NamedSource';
import { PlainHead } from './PlainHead';
import { Sentence } from './Sentence';
import { subjectName } from './states';

/** Seconds after which a wait is worth words and a way out. */
const LONG = 3;

function Waits({ answers }: { readonly answers: readonly SourceAnswer[] }) {
  const { ask, tab } = useActs();
  const now = useNow(1000);
  const waiting = answers.filter(({ state }) => state === 'looking');
  const slowest = waiting.find(({ source }) => !source.local) ?? waiting[0];
  if (slowest === undefined) return null;
  const seconds = Math.floor((now - Date.parse(slowest.since)) / 1000);
  if (!(seconds >= LONG)) return null;
  return (
    <div class="waits">
      <span class="waits-words figures">
        <Sentence text="looking_in" first={<NamedSource source={slowest.source} />} rest={[formatNumber(seconds)]} />
      </span>
      <Button look="quiet" small onPress={() => void ask('lookup.cancel', { tab })}>
        {t('cancel')}
      </Button>
    </div>
  );
}

export interface LookingProps {
  readonly view: PanelView;
  readonly subject: Subject;
}

/** Name and address stand there at once, as the page has them; the rest is on its way. */
export function Looking({ view, subject }: LookingProps) {
  const [tab, setTab] = useState<ProfileTab>('overview');
  const name = subjectName(subject);
  const items = useHeadMenu(view, subject);
  return (
    <>
      <PlainHead title={name} party={subject.party} picture={{ name, unknown: false }} items={items} open>
        <div class="looked-in" />
      </PlainHead>
      <div class="profile-tabs">
        <Tabs
          label={t('tabs')}
          tabs={profileTabs(undefined)}
          selected={tab}
          onSelect={(id) => {
            if (isProfileTab(id)) setTab(id);
          }}
        />
      </div>
      <div class="card pad" role="tabpanel" id={tabPanelId(tab)} aria-labelledby={tabId(tab)} aria-busy="true">
        <Skeleton />
        <Waits answers={view.answers} />
      </div>
    </>
  );
}
