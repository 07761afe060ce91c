import { useEffect, useRef } from 'preact/hooks';
import { AtSource } from '@/components/panel/AtSource';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { problemWords } from '@/components/panel/problem-words';
import type { Hit } from '@/components/panel/states';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field, FieldFrame } from '@/components/ui/Field';
import { TextArea } from '@/components/ui/TextArea';
import { t } from '@/utils/i18n';
import type { NewTicketForm } from './use-new-ticket';

/** In the place of the list's first row. Enter in the title creates it, in the text Ctrl or Cmd with Enter. */
export function NewTicket({ form, hit }: { readonly form: NewTicketForm; readonly hit: Hit }) {
  const { warn } = useActs();
  const source = hit.answer.source.name;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!form.wantsFocus.current) return;
    form.wantsFocus.current = false;
    field.current?.focus();
  });
  const { problem } = form;
  useEffect(() => {
    if (problem === null) return;
    const words = problemWords(problem, 'failed_ticket_create', source);
    warn(`${words.title} ${words.detail} ${t('typed_is_kept')}`);
  }, [problem]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      form.close();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void form.create();
    }
  };
  return (
    <form
      class="new-ticket"
      noValidate
      aria-label={t('new_ticket')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void form.create();
      }}
    >
      <Field
        label={t('ticket_title')}
        value={form.title}
        onInput={form.typeTitle}
        inputRef={field}
        {...(form.wrong ? { error: t('ticket_title_missing') } : {})}
      />
      <FieldFrame label={t('ticket_text')}>
        {({ input, describedBy }) => (
          <TextArea id={input} aria-describedby={describedBy} value={form.text} onInput={form.typeText} />
        )}
      </FieldFrame>
      <Checkbox checked={form.urgent} onChange={form.setUrgent}>
        {t('ticket_urgent')}
      </Checkbox>
      {problem !== null && (
        <ProblemBox
          problem={problem}
          call="failed_ticket_create"
          source={source}
          rest="typed_is_kept"
          byItself={false}
          onRetry={() => void form.create()}
        />
      )}
      <AtSource of={hit.answer.source.id} />
      <div class="new-ticket-acts">
        <Button submit busy={form.busy && t('saving')}>
          {t('create_ticket')}
        </Button>
        <Button look="quiet" onPress={form.close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
