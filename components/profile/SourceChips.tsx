import { later } from '@/components/panel/later';
import type { Hit } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { clockText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { useCopy } from './use-copy';

const OtherSources = later(async () => (await import('./OtherSources')).OtherSources, 'nothing');

const LONGEST_ID = 12;

/** The number of the record; a press copies it whole, also where it is drawn short. */
function ShownSource({ hit }: { readonly hit: Hit }) {
  const { source } = hit.answer;
  const { id } = hit.match.person.ref;
  const { went, copy, forget } = useCopy(id);
  const short = id.length > LONGEST_ID ? `${id.slice(0, LONGEST_ID - 4)}…` : id;
  return (
    <button
      type="button"
      class="source-chip source-chip-shown"
      title={t(went === 'failed' ? 'copy_failed' : 'copy_number')}
      onClick={() => void copy()}
      onBlur={forget}
    >
      <span class="unseen">{t('source_shown', [source.name, id])}</span>
      <SourceMark {...source.mark} />
      <bdi aria-hidden="true">{source.name}</bdi>
      <bdi class="source-chip-id" dir="ltr" aria-hidden="true">
        #{short}
      </bdi>
      {went !== null && <Icon name={went === 'copied' ? 'check' : 'alert'} />}
    </button>
  );
}

/** Where the shown record lies, and who else has the person; a press on another shows that record. */
export function SourceChips({ view, hit }: { readonly view: PanelView; readonly hit: Hit }) {
  const { asOf, matches } = hit.answer;
  // With the record that is so old, not behind another's name.
  const many = view.answers.length > 2;
  const age =
    asOf === undefined ? null : (
      <span class={`head-as-of${many ? ' head-as-of-near' : ''}`}>{t('as_of', [clockText(Date.parse(asOf))])}</span>
    );
  return (
    <div class="head-sources">
      <ShownSource hit={hit} />
      {many && age}
      {(view.answers.length > 1 || matches.length > 1) && <OtherSources view={view} hit={hit} />}
      {!many && age}
    </div>
  );
}
