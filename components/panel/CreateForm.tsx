import './create.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Combobox } from '@/components/ui/Combobox';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { SourceMark } from '@/components/ui/SourceMark';
import { t } from '@/utils/i18n';
import type { CreateDraft, Source, Subject } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { Problem } from '@/utils/problem';
import { useActs } from './acts';
import { ProblemBox } from './ProblemPlace';
import { useOrganisations } from './use-organisations';

const KEEP_AFTER = 150;

export interface CreateFormProps {
  readonly subject: Subject;
  readonly kept: CreateDraft | null;
  /** Where a person can be made, best first. */
  readonly targets: readonly [Source, ...Source[]];
  /** False: the page has moved on, and only the half-filled form holds the panel here. */
  readonly current: boolean;
  readonly onTyped: () => void;
  readonly onMade: () => void;
  readonly onNotNow: () => void;
}

/** Keeps what is typed for the subject it is typed for, also if the panel closes in the middle of a word. */
function useKept(subject: Subject, draft: CreateDraft, touched: boolean): void {
  const { ask, tab } = useActs();
  const of = subject.party.address ?? subject.party.name;
  const last = useRef<CreateDraft | null>(null);
  useEffect(() => {
    if (!touched) return;
    last.current = draft;
    const keep = () => {
      if (last.current !== draft) return;
      last.current = null;
      void ask('draft.keep', { tab, draft, of });
    };
    const timer = setTimeout(keep, KEEP_AFTER);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [ask, draft, of, tab, touched]);
}

export function CreateForm({ subject, kept, targets, current, onTyped, onMade, onNotNow }: CreateFormProps) {
  const { ask, tab } = useActs();
  const { name, address } = subject.party;
  const fromPage: CreateDraft = { name, address: address ?? '', organisation: '', connection: targets[0].id };
  const [draft, setDraft] = useState<CreateDraft>(kept ?? fromPage);
  const [touched, setTouched] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const options = useOrganisations(draft.connection, draft.organisation);
  useKept(subject, draft, touched);

  const change = (part: Partial<CreateDraft>) => {
    setDraft({ ...draft, ...part });
    setTouched(true);
    onTyped();
  };
  const create = async () => {
    if (parseAddress(draft.address) === null) return setWrong(true);
    setBusy(true);
    setProblem(null);
    const answer = await ask('person.create', { tab, draft, of: address ?? name });
    // Made: the view of the new person is on its way and takes this form's place.
    if (answer.ok) return onMade();
    setBusy(false);
    return setProblem(answer.problem);
  };
  const notNow = () => {
    void ask('draft.keep', { tab, draft: null, of: address ?? name });
    onNotNow();
  };
  const target = targets.find(({ id }) => id === draft.connection) ?? targets[0];
  return (
    <form
      class="create"
      noValidate
      aria-labelledby="create-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void create();
      }}
    >
      <div class="create-fields">
        <h2 class="part-title" id="create-title">
          {t('new_person')}
        </h2>
        <Field
          label={t('field_name')}
          value={draft.name}
          onInput={(value) => change({ name: value })}
          {...(name !== '' && draft.name === name ? { hint: t('name_from_message') } : {})}
        />
        <Field
          label={t('field_address')}
          type="email"
          ltr
          value={draft.address}
          onInput={(value) => {
            setWrong(false);
            change({ address: value });
          }}
          {...(wrong ? { error: t('address_invalid') } : {})}
        />
        <Combobox
          label={t('field_organisation')}
          value={draft.organisation}
          onInput={(value) => change({ organisation: value })}
          options={options}
          onPick={(option) =>
            change({ organisation: option.key === 'create' ? draft.organisation.trim() : option.text })
          }
        />
        <Select
          label={t('save_to')}
          value={target.id}
          options={targets.map((source) => ({
            key: source.id,
            text: source.name,
            mark: <SourceMark {...source.mark} />,
          }))}
          onPick={(connection) => change({ connection })}
        />
        {problem !== null && (
          <ProblemBox
            problem={problem}
            call="failed_create"
            source={target.name}
            rest="typed_is_kept"
            onRetry={() => void create()}
          />
        )}
      </div>
      <div class="foot">
        <Button submit busy={busy && t('saving')}>
          {t('create')}
        </Button>
        <Button look="quiet" onPress={notNow}>
          {t('not_now')}
        </Button>
        {current && address !== null && (
          <button type="button" class="foot-end" onClick={() => void ask('never.add', { tab })}>
            {t('never_look_up')}
          </button>
        )}
      </div>
    </form>
  );
}
