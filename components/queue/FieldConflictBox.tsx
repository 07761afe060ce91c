import { useEffect, useRef, useState } from 'preact/hooks';
import { Conflict } from '@/components/edit/Conflict';
import { Dash } from '@/components/edit/InlineEdit';
import { useActs } from '@/components/panel/acts';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { clockText } from '@/components/ui/time';
import { textOf, withText } from '@/utils/changes/with-text';
import { t } from '@/utils/i18n';
import type { FieldConflict } from '@/utils/messages/protocol';
import type { Person } from '@/utils/people/types';
import { changedWord, valueText } from './change-words';

/** What the agent wants of one value: theirs stays, mine goes over it, or another text does. */
export type Choice =
  | { readonly kind: 'mine' }
  | { readonly kind: 'theirs' }
  | { readonly kind: 'text'; readonly text: string };

interface FieldConflictProps {
  readonly conflict: FieldConflict;
  readonly person: Person;
  /** ISO: when it was changed here. */
  readonly at: string;
  readonly onChoose: (choice: Choice) => void;
}

function Value({ text }: { readonly text: string }) {
  return text === '' ? <Dash /> : <bdi class="conflict-value">{text}</bdi>;
}

/** One value that was changed here and there: all three side by side, or mine in a field once it is to be edited. */
export function FieldConflictBox({ conflict, person, at, onChoose }: FieldConflictProps) {
  const { sourceName } = useActs();
  const { change, theirs } = conflict;
  const [typed, setTyped] = useState<string | null>(null);
  const label = changedWord(change, person);
  const { from, to } = 'from' in change ? change : { from: null, to: null };
  const own = textOf(change);
  const field = useRef<HTMLInputElement>(null);
  const editing = typed !== null;
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  if (typed !== null) {
    const wrong = withText(change, typed) === null ? t('value_cannot_be') : undefined;
    return (
      <form
        class="conflict"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong === undefined) onChoose({ kind: 'text', text: typed });
        }}
      >
        <Field
          label={label}
          value={typed}
          onInput={setTyped}
          {...(wrong === undefined ? {} : { error: wrong })}
          inputRef={field}
        />
        <div class="edit-acts">
          <Button small submit>
            {t('save')}
          </Button>
          <Button small look="quiet" onPress={() => setTyped(null)}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <Conflict
      title={t('conflict_at', [label, sourceName(person.ref.connection)])}
      before={<Value text={valueText(change, from)} />}
      mine={
        <>
          <Value text={valueText(change, to)} />
          <p class="quiet">{t('you_at', [clockText(Date.parse(at))])}</p>
        </>
      }
      theirs={<Value text={valueText(change, theirs)} />}
      onMine={() => onChoose({ kind: 'mine' })}
      onTheirs={() => onChoose({ kind: 'theirs' })}
      {...(own === null ? {} : { onEdit: () => setTyped(own) })}
    />
  );
}
