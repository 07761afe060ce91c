import './question.css';
import type { ComponentChildren } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import type { Hit } from '@/components/panel/states';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import { FailedDeed } from './FailedDeed';
import type { Guard } from './guard';
import { Untried } from './untried';
import type { Deed } from './use-deed';
import { Who } from './Who';

export interface QuestionProps {
  readonly hit: Hit;
  /** A verb and its object, as a question. */
  readonly title: string;
  /** What happens, and how long it can be taken back. */
  readonly warning?: ComponentChildren;
  /** Between the person and the warning, each below a hairline. */
  readonly children?: ComponentChildren;
  readonly act: {
    readonly text: string;
    readonly icon: IconName;
    /** In red: something is lost. */
    readonly destroys: boolean;
    readonly busy: string;
    readonly onPress: () => void;
  };
  /** Why it cannot be done now; null: it can. */
  readonly not: string | null;
  readonly guard?: Guard;
  /** False: something that is typed here is still missing. */
  readonly ready?: boolean;
  /** Absent: what is done is no change. */
  readonly deed?: Deed;
  readonly onClose: () => void;
}

/** The guard's own field. Enter does nothing in it: what is typed only opens the button. */
function GuardField(props: { readonly guard: Guard; readonly typed: string; readonly onType: (text: string) => void }) {
  const { guard, typed, onType } = props;
  return (
    <Field
      label={guard.label}
      value={typed}
      onInput={onType}
      ltr={guard.address}
      hint={t(guard.fits(typed) ? 'type_match' : 'type_no_match')}
    />
  );
}

/** Before what cannot be undone: who, what goes, what stays. Cancel has the focus; the act has to be meant. */
export function Question(props: QuestionProps) {
  const { hit, title, warning, children, act, not, guard, ready = true, deed, onClose } = props;
  const [typed, setTyped] = useState('');
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useOwnId();
  const untried = useContext(Untried);
  const open = ready && (guard === undefined || guard.fits(typed));
  const { problem, busy } = deed ?? { problem: null, busy: false };
  const looks = act.destroys ? 'destroy' : 'primary';
  return (
    <Dialog title={title} onClose={onClose} focus={cancel} look="question">
      <Who hit={hit} />
      {children !== undefined && <div class="question-part">{children}</div>}
      <div class="question-part">
        {warning !== undefined && (
          <div class="question-warning">
            <Icon name="alert" />
            <div>{warning}</div>
          </div>
        )}
        {guard !== undefined && <GuardField guard={guard} typed={typed} onType={setTyped} />}
        {problem !== null && (
          <p class="question-failed" role="alert">
            <Icon name="alert" />
            <FailedDeed problem={problem} source={hit.answer.source.name} />
          </p>
        )}
        <p class="question-not" id={`${id}-not`} role="status">
          {not}
        </p>
        {untried && <p class="quiet">{t('not_tried')}</p>}
        <div class="question-acts">
          <button
            type="button"
            class={`button button-${open && not === null ? looks : 'may-not'}`}
            aria-disabled={open && not === null && !busy ? undefined : 'true'}
            aria-busy={busy ? 'true' : undefined}
            aria-describedby={not === null ? undefined : `${id}-not`}
            onClick={() => {
              if (open && not === null && !busy) act.onPress();
            }}
            // Held down, Enter would go on from the button that opened this.
            onKeyDown={(event) => {
              if (event.repeat) event.preventDefault();
            }}
          >
            <Icon name={act.icon} />
            <span>{busy ? act.busy : act.text}</span>
          </button>
          <Button onPress={onClose} buttonRef={cancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
