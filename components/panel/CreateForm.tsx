import './create.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { errorOf, type FormPart, replaced } from '@/components/person-form/field-of-form';
import { createOfDraft, draftOfCreate, type FormDraft } from '@/components/person-form/form-draft';
import { type FormProblems, problemsOf, readForm } from '@/components/person-form/form-read';
import { OrganisationField } from '@/components/person-form/OrganisationFields';
import { ShowOwner } from '@/components/person-form/ShowOwner';
import { useFormLists } from '@/components/person-form/use-form-lists';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Select } from '@/components/ui/Select';
import { SourceMark } from '@/components/ui/SourceMark';
import { t } from '@/utils/i18n';
import type { CreateDraft, Source, SourceAnswer, Subject } from '@/utils/messages/view';
import type { Problem } from '@/utils/problem';
import { useActs } from './acts';
import { later } from './later';
import { ProblemBox } from './ProblemPlace';
import { problemWords } from './problem-words';
import { useKeptDraft } from './use-kept-draft';

export interface CreateFormProps {
  readonly subject: Subject;
  readonly kept: CreateDraft | null;
  /** Where a person can be made. */
  readonly targets: readonly [Source, ...Source[]];
  /** What is known of those. */
  readonly answers: readonly SourceAnswer[];
  /** Where the last one was. */
  readonly saveTo?: string | undefined;
  /** False: the page has moved on, and only the half-filled form holds the panel here. */
  readonly current: boolean;
  readonly onTyped: (draft: CreateDraft) => void;
  readonly onMade: () => void;
  readonly onNotNow: () => void;
}

const LongPart = later(async () => (await import('@/components/person-form/LongPart')).LongPart);

export function CreateForm({
  subject,
  kept,
  targets,
  answers,
  saveTo,
  current,
  onTyped,
  onMade,
  onNotNow,
}: CreateFormProps) {
  const { ask, tab, warn, now } = useActs();
  const { name, address } = subject.party;
  const start = targets.find(({ id }) => id === saveTo) ?? targets[0];
  const fromPage: CreateDraft = { name, address: address ?? '', organisation: '', connection: start.id };
  const [draft, setDraft] = useState<FormDraft>(draftOfCreate(kept ?? fromPage));
  const [open, setOpen] = useState(kept?.more !== undefined);
  const [touched, setTouched] = useState(false);
  const [problems, setProblems] = useState<FormProblems>({});
  const [tries, setTries] = useState(0);
  const frame = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const target = targets.find(({ id }) => id === draft.connection) ?? start;
  const lists = useFormLists(open ? draft.connection : null);
  const { definitions } = lists;
  const asTyped = useMemo(() => createOfDraft(draft, definitions), [draft, definitions]);
  const letGo = useKeptDraft(subject, asTyped, touched);
  // A reader hears what is wrong where it can be mended.
  useLayoutEffect(() => {
    if (tries > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const answerOf = ({ connection }: FormDraft) => answers.find(({ source }) => source.id === connection);
  const wrongIn = (typed: FormDraft): FormProblems =>
    problemsOf(typed, definitions, now(), { ...answerOf(typed), isNew: true });
  const change = (part: Partial<FormDraft>) => {
    const typed = { ...draft, ...part };
    setDraft(typed);
    setTouched(true);
    if (Object.keys(problems).length > 0) setProblems(wrongIn(typed));
    onTyped(createOfDraft(typed, definitions));
  };
  const part: FormPart = { draft, change, problems };
  const create = async () => {
    const wrong = wrongIn(draft);
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) {
      // What is wrong can be folded away, in a form that was kept.
      setOpen(open || Object.keys(wrong).some((key) => !['name', 'address 0', 'organisation'].includes(key)));
      return setTries(tries + 1);
    }
    setBusy(true);
    setProblem(null);
    const read = createOfDraft(readForm(draft, definitions, now()), definitions);
    const answer = await ask('person.create', { tab, draft: read, of: address ?? name });
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
  const [first] = draft.addresses;
  return (
    <form
      class="create"
      noValidate
      aria-labelledby="create-title"
      ref={frame}
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
          onInput={(text) => change({ name: text })}
          {...(name !== '' && draft.name === name ? { hint: t('name_from_message') } : {})}
          {...errorOf(problems, 'name')}
        />
        <Field
          label={t('field_address')}
          type="email"
          ltr
          value={first?.text ?? ''}
          onInput={(text) => change({ addresses: replaced(draft.addresses, 0, { text }) })}
          {...errorOf(problems, 'address 0')}
        />
        <OrganisationField {...part} />
        <div>
          <button type="button" class="more-fields" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'down' : 'right'} />
            {t('more_fields')}
          </button>
        </div>
        {open && <LongPart {...part} lists={lists} of={answerOf(draft)} />}
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
          <>
            <ProblemBox
              problem={problem}
              call="failed_create"
              source={target.name}
              rest="typed_is_kept"
              byItself={false}
              onRetry={() => void create()}
            />
            <ShowOwner problem={problem} connection={target.id} />
          </>
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
