// The states without a person: no message, a page nobody can read, a conversation of which nobody is meant.

import { QuietAction } from '@/components/ui/Empty';
import { plural, t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { useActs } from './acts';
import { Participants } from './Participants';
import { PasteField } from './PasteField';
import { PlainHead } from './PlainHead';
import { Recent } from './Recent';

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

export function ParticipantsOnly({ view }: { readonly view: PanelView }) {
  const { others, more, sources } = view;
  return (
    <>
      <PlainHead title={plural('people_in_conversation', others.length + more)} />
      <Participants others={others} more={more} sources={sources} alone />
    </>
  );
}
