import { useActs } from '@/components/panel/acts';
import { PlainHead } from '@/components/panel/PlainHead';
import { problemWords } from '@/components/panel/problem-words';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { SourceMark } from '@/components/ui/SourceMark';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { AddressFields } from './AddressFields';
import { FormFrame } from './FormFrame';
import { errorOf, hintOf } from './field-of-form';
import { createOfDraft, draftOfCreate } from './form-draft';
import { problemsOf, readForm } from './form-read';
import { MoreFields } from './MoreFields';
import { OrganisationField, PositionField } from './OrganisationFields';
import { useForm } from './use-form';
import { useFormLists } from './use-form-lists';

interface NewFormProps {
  readonly view: PanelView;
  readonly name: string;
  readonly address: string;
}

/** Somebody new, with all that a record can hold. */
export function NewForm({ view, name, address }: NewFormProps) {
  const { ask, tab, now, warn } = useActs();
  const able = view.answers.filter(({ can }) => can.includes('person.create')).map(({ source }) => source);
  const made = view.sources.filter(({ id }) => view.makers?.includes(id) !== false);
  const targets = able.length === 0 ? made : able;
  const first = targets.find(({ id }) => id === view.saveTo) ?? targets[0];
  const answerOf = (id: string) => view.answers.find(({ source }) => source.id === id);
  const start = draftOfCreate({ name, address, organisation: '', connection: first?.id ?? '' });
  const form = useForm({
    ref: { connection: 'new', id: `${name} ${address}`.slice(0, 150) },
    start,
    check: (draft) => problemsOf(draft, lists.definitions, now(), { ...answerOf(draft.connection), isNew: true }),
    save: (draft) => {
      const read = readForm(draft, lists.definitions, now());
      return ask('person.create', { tab, draft: createOfDraft(read, lists.definitions) });
    },
    onFailed(problem) {
      const words = problemWords(problem, 'failed_create', target?.name ?? '');
      warn(`${words.title} ${words.detail} ${t('typed_is_kept')}`);
    },
  });
  const { draft, change, problems } = form;
  const lists = useFormLists(draft.connection === '' ? null : draft.connection);
  const target = targets.find(({ id }) => id === draft.connection) ?? first;
  const part = { draft, change, problems };
  return (
    <>
      <PlainHead title={t('new_person')} />
      <div class="card create">
        <FormFrame
          form={form}
          title={t('new_person')}
          call="failed_create"
          source={target?.name ?? ''}
          submit={t('create')}
        >
          <Field
            label={t('field_name')}
            value={draft.name}
            onInput={(text) => change({ name: text })}
            {...hintOf(draft.name, answerOf(draft.connection)?.limits?.name)}
            {...errorOf(problems, 'name')}
          />
          <AddressFields {...part} />
          <OrganisationField {...part} />
          <PositionField {...part} />
          <MoreFields {...part} lists={lists} can={() => true} of={answerOf(draft.connection)} />
          <Select
            label={t('save_to')}
            value={target?.id ?? ''}
            options={targets.map((source) => ({
              key: source.id,
              text: source.name,
              mark: <SourceMark {...source.mark} />,
            }))}
            onPick={(connection) => change({ connection })}
          />
        </FormFrame>
      </div>
    </>
  );
}
