// The states without a person that are seldom seen: a name alone, everything failed, never looked up, a site turned off.

import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { useActs } from './acts';
import { NearMatches } from './NearMatches';
import { PasteField } from './PasteField';
import { PlainHead } from './PlainHead';
import { ProblemBox } from './ProblemPlace';
import { isolate } from './person-words';
import { Recent } from './Recent';
import { failedAnswers, subjectName } from './states';

export function SiteOff({ view }: { readonly view: PanelView }) {
  const { page } = useActs();
  return (
    <>
      <PlainHead title={view.page.host === null ? t('site_off') : t('site_off_at', [view.page.host])}>
        <p class="head-text">{t('site_off_text')}</p>
      </PlainHead>
      <div class="card pad stack">
        <div class="actions">
          <Button onPress={() => page.openOptions()}>{t('open_settings')}</Button>
        </div>
        <PasteField />
      </div>
      <Recent recent={view.recent} />
    </>
  );
}

export function Never({ subject }: { readonly subject: Subject }) {
  const { ask, tab } = useActs();
  const name = subjectName(subject);
  const { address } = subject.party;
  return (
    <>
      <PlainHead title={name} party={subject.party} picture={{ name, unknown: false }} />
      <div class="card pad stack">
        <p>{t('never_text')}</p>
        {address !== null && (
          <div class="actions">
            <Button onPress={() => void ask('never.remove', { tab, of: address })}>{t('never_remove')}</Button>
          </div>
        )}
      </div>
    </>
  );
}

/** A name is not an address: people of that name are listed, none is taken for the writer. */
export function NameOnly({ view, subject }: { readonly view: PanelView; readonly subject: Subject }) {
  const name = subjectName(subject);
  return (
    <>
      <PlainHead title={name} picture={{ name, unknown: true }}>
        <p class="head-text">{t('name_only')}</p>
      </PlainHead>
      <div class="card">
        <NearMatches near={view.near} asked={null} named={view.sources.length > 1} />
        <div class="pad stack">
          {view.near.length === 0 && <p class="quiet">{t('name_only_nobody', [isolate(name)])}</p>}
          <PasteField />
        </div>
      </div>
    </>
  );
}

/** No server answered: that is not the same as nobody being there. */
export function Failed({ view, subject }: { readonly view: PanelView; readonly subject: Subject }) {
  const { ask, tab } = useActs();
  const name = subjectName(subject);
  return (
    <>
      <PlainHead title={name} party={subject.party} picture={{ name, unknown: false }} />
      <div class="card pad stack">
        {failedAnswers(view.answers).map(({ source, problem }) =>
          problem === undefined ? null : (
            <ProblemBox
              key={source.id}
              problem={problem}
              call="failed_people"
              source={source.name}
              onRetry={() => void ask('lookup.again', { tab, connection: source.id })}
            />
          ),
        )}
      </div>
    </>
  );
}
