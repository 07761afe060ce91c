import { useRef } from 'preact/hooks';
import { AtSource } from '@/components/panel/AtSource';
import { useActs } from '@/components/panel/acts';
import { hasField } from '@/components/panel/may';
import { PlainHead } from '@/components/panel/PlainHead';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import type { Hit } from '@/components/panel/states';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { t } from '@/utils/i18n';
import { AddressFields } from './AddressFields';
import { FormFrame } from './FormFrame';
import { errorOf, hintOf } from './field-of-form';
import { changesOf, rebased } from './form-changes';
import { draftOfPerson } from './form-draft';
import { problemsOf, readForm } from './form-read';
import { MoreFields } from './MoreFields';
import { OrganisationField, PositionField } from './OrganisationFields';
import { useForm } from './use-form';
import { useFormLists } from './use-form-lists';

/** Everything of a person in one form, saved as one change with one way back. */
export function EditForm({ hit }: { readonly hit: Hit }) {
  const { run, now, warn } = useActs();
  const { answer, match } = hit;
  const { person } = match;
  const can = (need: (typeof answer.can)[number]): boolean => answer.can.includes(need);
  const lists = useFormLists(person.ref.connection);
  const latest = useRef(person);
  latest.current = person;
  const title = t('edit_person', [isolate(person.name)]);
  const form = useForm({
    ref: person.ref,
    start: draftOfPerson(person),
    check: (draft) => problemsOf(draft, lists.definitions, now(), answer),
    async save(draft, base) {
      const read = (one: typeof draft) => readForm(one, lists.definitions, now(), base);
      const changes = changesOf(read(base), read(draft));
      if (changes.length === 0) return { ok: true, value: null };
      return run(person.ref, changes, t('person_saved', [isolate(draft.name)]));
    },
    rebase(base, draft) {
      const there = draftOfPerson(latest.current);
      return { base: there, draft: rebased(base, draft, there) };
    },
    onFailed(problem) {
      const words = problemWords(problem, 'failed_save', answer.source.name);
      warn(`${words.title} ${words.detail} ${t('typed_is_kept')}`);
    },
  });
  const { draft, change, problems } = form;
  const part = { draft, change, problems };
  const more = person.memberships.length - 1;
  return (
    <>
      <PlainHead title={title}>
        <AtSource of={answer.source.id} />
      </PlainHead>
      <div class="card create">
        <FormFrame
          of={person.ref}
          form={form}
          title={title}
          call="failed_save"
          source={answer.source.name}
          submit={t('save')}
        >
          {can('person.set') && hasField(answer, 'name') && (
            <Field
              label={t('field_name')}
              value={draft.name}
              onInput={(text) => change({ name: text })}
              {...hintOf(draft.name, answer.limits?.name)}
              {...errorOf(problems, 'name')}
            />
          )}
          {can('email.set') && <AddressFields {...part} choosesPrimary={can('email.primary')} />}
          {can('membership.set') && (
            <>
              <OrganisationField {...part} />
              <PositionField {...part} />
              <Checkbox
                checked={draft.place.manager}
                onChange={(manager) => change({ place: { ...draft.place, manager } })}
              >
                {t('manager')}
              </Checkbox>
              {more > 0 && <p class="field-hint">{t('organisations_more')}</p>}
            </>
          )}
          <MoreFields {...part} lists={lists} can={can} of={answer} />
        </FormFrame>
      </div>
    </>
  );
}
