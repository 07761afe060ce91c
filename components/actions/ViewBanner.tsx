import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { Strip } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import type { Viewing } from '@/utils/messages/viewing';

function textOf({ name, source, hidden, back, state }: Viewing): string {
  const places = [isolate(name), source];
  if (state === 'refused') return t('view_banner_refused', places);
  if (back === undefined) return t('view_banner_tab', places);
  return hidden ? t('view_banner_hidden', places) : t('view_banner', places);
}

const wayOut = ({ back, state }: Viewing) =>
  state === 'refused' ? 'close' : back === undefined ? 'view_close' : 'view_back';

/**
 * In every panel, whoever it is about: this browser is signed in as somebody else, and the one way out. A server that
 * signs in the whole browser as them goes on doing so when the tab is closed, and so does this.
 */
export function ViewBanner({ viewings }: { readonly viewings: readonly Viewing[] }) {
  const { ask, tab, warn } = useActs();
  const back = async ({ connection, hidden, source }: Viewing): Promise<void> => {
    const answer = await ask('view.back', { tab, connection, hidden });
    if (answer.ok) return;
    const { title, detail } = problemWords(answer.problem, 'failed_action', source);
    warn(`${title} ${detail}`);
  };
  return (
    <section class="panel-strips" aria-label={t('view_banners')}>
      {viewings.map((one) => (
        <Strip
          key={`${one.connection} ${one.hidden}`}
          icon="eye"
          tone="caution"
          actions={[{ text: t(wayOut(one)), onPress: () => void back(one) }]}
        >
          <strong>{textOf(one)}</strong>
          {one.tab === null && one.state !== 'refused' && ` ${t('view_banner_still', [one.source])}`}
        </Strip>
      ))}
    </section>
  );
}
