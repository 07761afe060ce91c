import { useActs } from '@/components/panel/acts';
import type { Hit } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { clockText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import { useCopy } from './use-copy';

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

function OtherSource({ answer, shown }: { readonly answer: SourceAnswer; readonly shown: Hit }) {
  const { ask, tab } = useActs();
  const { source } = answer;
  const other = answer.matches.find(({ person }) => !sameRef(person.ref, shown.match.person.ref));
  if (other === undefined) {
    if (answer.state !== 'looking' || source.id === shown.answer.source.id) return null;
    return (
      <span class="source-chip">
        <SourceMark {...source.mark} />
        <bdi>{source.name}</bdi>
        <span class="quiet">{t('source_looking')}</span>
      </span>
    );
  }
  // Of several there, none is picked in silence.
  const here = source.id === shown.answer.source.id;
  const many = here || answer.matches.length > 1;
  return (
    <button
      type="button"
      class="source-chip"
      title={t(many ? 'source_choose_again' : 'source_switch', [source.name])}
      onClick={() =>
        many ? void ask('lookup.back', { tab }) : void ask('match.pick', { tab, ref: other.person.ref, always: false })
      }
    >
      {many ? <Icon name="people" /> : <SourceMark {...source.mark} />}
      <bdi>{here ? t('choose_again') : source.name}</bdi>
    </button>
  );
}

/** Where the shown record lies, and who else has the person; a press on another shows that record. */
export function SourceChips({ answers, hit }: { readonly answers: readonly SourceAnswer[]; readonly hit: Hit }) {
  const { asOf } = hit.answer;
  return (
    <div class="head-sources">
      <ShownSource hit={hit} />
      {answers.map((answer) => (
        <OtherSource key={answer.source.id} answer={answer} shown={hit} />
      ))}
      {asOf !== undefined && <span class="head-as-of">{t('as_of', [clockText(Date.parse(asOf))])}</span>}
    </div>
  );
}
