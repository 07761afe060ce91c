import { useRef } from 'preact/hooks';
import { ProblemPage } from '@/components/panel/ProblemPage';
import { problemWords } from '@/components/panel/problem-words';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { t } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';

/** What one press was to do, and could not. */
export function Refused(props: {
  readonly problem: Problem;
  readonly source: string;
  readonly again: () => void;
  readonly onClose: () => void;
}) {
  const { problem, source, again, onClose } = props;
  const words = problemWords(problem, 'failed_action', source);
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      focus={close}
      actions={
        <>
          <Button onPress={onClose} buttonRef={close}>
            {t('close')}
          </Button>
          {words.act === 'retry' && (
            <Button
              icon="retry"
              onPress={() => {
                onClose();
                again();
              }}
            >
              {t('retry')}
            </Button>
          )}
        </>
      }
    >
      <p role="alert">
        {words.detail} {t('nothing_changed')} <ProblemPage problem={problem} source={source} />
      </p>
    </Dialog>
  );
}
