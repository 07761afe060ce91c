// The states without a person: no message, a page nobody can read, a name alone, everything failed.

import { Button } from '@/components/ui/Button';
import { QuietAction } from '@/components/ui/Empty';
import { plural, t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { useActs } from './acts';
import { NearMatches } from './NearMatches';
import { Participants } from './Participants';
import { PasteField } from './PasteField';
import { PlainHead } from './PlainHead';
import { ProblemBox } from './ProblemPlace';
import { isolate } from './person-words';
import { Recent } from './Recent';
import { failedAnswers, subjectName } from './states';

export function NoMessage({ view }: { readonly view: PanelView }) {
  const { open } = useActs();
  return (
    <>
      {view.page.state === 'orphaned' ? (
        // Whether a message is open there, nobody can tell.
        <PlainHead title={t('access_title_any')} />
      ) : (
        <PlainHead title={t('no_message')}>
          <p class="head-text">{t('no_message_text')}</p>
        </PlainHead>
      )}
      <Recent recent={view.recent} />
      <div class="pad blank-ways">
        <QuietAction icon="people" text={t('agents_by_team')} onPress={() => open({ kind: 'agents' })} />
        {view.sources
          .filter(({ local }) => local)
          .map(({ id, name }) => (
            <QuietAction
              key={id}
              icon="merge"
              text={t('palette_duplicates_in', [name])}
              onPress={() => open({ kind: 'duplicates', connection: id })}
            />
          ))}
      </div>
    </>
  );
}

/** Something is open, and nobody can be shown for it without guessing. */
export function NoWriter({
  view,
  title,
  text,
}: {
  readonly view: PanelView;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <>
      <PlainHead title={title}>
        <p class="head-text">{text}</p>
      </PlainHead>
      <div class="card pad">
        <PasteField />
      </div>
      <Recent recent={view.recent} />
    </>
  );
}

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

export function ParticipantsOnly({ view }: { readonly view: PanelView }) {
  const { others, more, sources } = view;
  return (
    <>
      <PlainHead title={plural('people_in_conversation', others.length + more)} />
      <Participants others={others} more={more} sources={sources} alone />
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
