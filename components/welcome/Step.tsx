import './step.css';
import type { ComponentChildren } from 'preact';
import { useHeadingFocus } from '@/components/options/use-heading-focus';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useOwnId } from '@/components/ui/use-own-id';
import { formatNumber, t } from '@/utils/i18n';

export interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly done: boolean;
  readonly later: boolean;
  readonly onLater: (later: boolean) => void;
  /** At the end of the title's line. */
  readonly acts: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Set: the step is a form, and its acts may submit it. */
  readonly onSubmit?: () => void;
}

/** One of the first steps: what it is for, how to do it, and how to leave it for later. */
export function Step(props: StepProps) {
  const { number, title, text, done, later, onLater, acts, children, onSubmit } = props;
  const id = useOwnId();
  const waits = later && !done;
  const head = useHeadingFocus(`${done} ${waits} ${onSubmit === undefined}`);
  const inside = (
    <>
      <span class={`step-sign${done ? ' step-done' : ''}${waits ? ' step-waits' : ''}`} aria-hidden="true">
        {done ? <Icon name="check" /> : formatNumber(number)}
      </span>
      <h2 id={id} class="step-title" tabIndex={-1} ref={head}>
        {title}
      </h2>
      <div class="step-acts">
        {waits ? (
          <>
            <span class="quiet">{t('welcome_later')}</span>
            <Button small label={t('welcome_now_step', [title])} onPress={() => onLater(false)}>
              {t('welcome_now')}
            </Button>
          </>
        ) : (
          <>
            {!done && (
              <Button small look="quiet" label={t('welcome_later_step', [title])} onPress={() => onLater(true)}>
                {t('welcome_later')}
              </Button>
            )}
            {acts}
          </>
        )}
      </div>
      {!waits && (
        <div class="step-body">
          <p class="step-text">{text}</p>
          {children}
        </div>
      )}
    </>
  );
  return (
    <li aria-labelledby={id}>
      {onSubmit === undefined ? (
        <div class="step">{inside}</div>
      ) : (
        <form
          noValidate
          class="step"
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      )}
    </li>
  );
}
