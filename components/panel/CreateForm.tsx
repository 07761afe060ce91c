import './create.css';
import { useRef, useState } from 'preact/hooks';
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
import { problemWords } from './problem-words';
import { useKeptDraft } from './use-kept-draft';
import { useOrganisations } from './use-organisations';

export interface CreateFormProps {
  readonly subject: Subject;
  readonly kept: CreateDraft | null;
  /** Where a person can be made, best first. */
  readonly targets: readonly [Source, ...Source[]];
  /** False: the page has moved on, and only the half-filled form holds the panel here. */
  readonly current: boolean;
  readonly onTyped: (draft: CreateDraft) => void;
  readonly onMade: () => void;
  readonly onNotNow: () => void;
}

export function CreateForm({ subject, kept, targets, current, onTyped, onMade, onNotNow }: CreateFormProps) {
  const { ask, tab, warn } = useActs();
  const { name, address } = subject.party;
  const fromPage: CreateDraft = { name, address: address ?? '', organisation: '', connection: targets[0].id };
  const [draft, setDraft] = useState<CreateDraft>(kept ?? fromPage);
  const [touched, setTouched] = useState(false);
  const [wrong, setWrong] = useState(false);
  const addressField = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const target = targets.find(({ id }) => id === draft.connection) ?? targets[0];
  const options = useOrganisations(draft.connection, draft.organisation);
  const letGo = useKeptDraft(subject, draft, touched);

  const change = (part: Partial<CreateDraft>) => {
    const typed = { ...draft, ...part };
    setDraft(typed);
    setTouched(true);
    onTyped(typed);
  };
  const create = async () => {
    if (parseAddress(draft.address) === null) {
      setWrong(true);
      // A reader hears what is wrong where it can be mended.
      addressField.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const answer = await ask('person.create', { tab, draft, of: address ?? name });
    // Made: the view of the new person is on its way and takes this form's place.
    if (answer.ok) {
      letGo();
      return onMade();
    }
    setBusy(false);
    setProblem(answer.problem);
    const words = problemWords(answer.problem, 'failed_create', target.name);
    warn(`${words.title} ${words.detail} ${t('typed_is_kept')}`);
  };
  const notNow = () => {
    letGo();
    void ask('draft.keep', { tab, draft: null, of: address ?? name });
    onNotNow();
  };
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
          inputRef={addressField}
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
            byItself={false}
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
          <button type="button" class="foot-end" onClick={() => void ask('never.add', { tab, of: address })}>
            {t('never_look_up')}
          </button>
        )}
      </div>
    </form>
  );
}
