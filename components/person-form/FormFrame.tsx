import '@/components/panel/create.css';
import './form.css';
import type { ComponentChildren } from 'preact';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import type { FailedCall } from '@/components/panel/problem-words';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { PersonRef } from '@/utils/people/types';
import { ShowOwner } from './ShowOwner';
import type { FormState } from './use-form';

interface FormFrameProps {
  readonly form: FormState;
  readonly title: string;
  readonly call: FailedCall;
  /** The server's name. */
  readonly source: string;
  readonly submit: string;
  /** Whose form it is; absent: of somebody who is not there yet. */
  readonly of?: PersonRef;
  readonly children: ComponentChildren;
}

/** The fields, what went wrong, and the two ways out. */
export function FormFrame({ form, title, call, source, submit, of, children }: FormFrameProps) {
  const { problem, busy, draft } = form;
  return (
    <form
      class="create"
      noValidate
      aria-label={title}
      ref={form.frame}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void form.submit();
      }}
    >
      <div class="create-fields">
        {children}
        {problem !== null && (
          <>
            <ProblemBox
              problem={problem}
              call={call}
              source={source}
              rest="typed_is_kept"
              byItself={false}
              onRetry={() => void form.submit()}
            />
            <ShowOwner problem={problem} connection={draft.connection} of={of} />
          </>
        )}
      </div>
      <div class="foot">
        <Button submit busy={busy && t('saving')}>
          {submit}
        </Button>
        <Button look="quiet" onPress={form.cancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
