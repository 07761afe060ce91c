import './edit.css';
import type { ComponentChildren, RefObject } from 'preact';
import { useActs } from '@/components/panel/acts';
import { later } from '@/components/panel/later';
import { useWaits } from '@/components/panel/queue';
import { SavedHere } from '@/components/panel/SavedHere';
import { refKey } from '@/components/panel/states';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { type EditControl, EditField } from './EditField';
import { NotSaved } from './NotSaved';
import type { TextRules } from './text-rules';
import { textOfTheirs } from './theirs';
import { type Closed, useInlineEdit } from './use-inline-edit';
import type { Save } from './use-saving';

// Seldom needed, so it comes in a file of its own.
const Conflict = later(async () => (await import('./Conflict')).Conflict, 'nothing');

export interface InlineEditProps extends TextRules {
  readonly person: Person;
  /** 'summary', 'contact:phone:+49…', 'custom:7': where half-typed text is kept. */
  readonly place: string;
  /** "Phone": the button says "Edit Phone". */
  readonly label: string;
  /** The record's value; empty: there is none. */
  readonly value: string;
  /** A value as it is read. Never called for an empty one. */
  readonly read: (shown: string) => ComponentChildren;
  /** In the place of an empty value; a dash if absent. */
  readonly empty?: ComponentChildren;
  /** Another control than a text field. */
  readonly control?: (control: EditControl) => ComponentChildren;
  readonly multiline?: boolean;
  /** Written left to right in every language. */
  readonly ltr?: boolean;
  /** What is wrong with a text, as a sentence; null: nothing. */
  readonly check?: (typed: string) => string | null;
  readonly save: Save<string>;
  /** Where the pen is: in the row, at the heading of the section (see `edit`), nowhere. */
  readonly pen: 'row' | 'heading' | 'none';
  /** Set to what starts the editing: for a pen at the heading. */
  readonly edit?: RefObject<(() => void) | null>;
  /** In edit from the start: the row that a "+" adds. */
  readonly opened?: boolean;
  /** The editing is over: saved, or given up. Not called while what was typed could not be saved. */
  readonly onDone?: (saved: boolean) => void;
  /** The field went: taken by key or button, given up, or left for something else. Saving may still be under way. */
  readonly onClosed?: (how: Closed) => void;
  /** Turns what is there now, where it was changed meanwhile, into this field's text. */
  readonly theirs?: (theirs: unknown) => string;
}

/** A value that is edited where it stands. What is half-typed in it is never carried over to somebody else. */
export function InlineEdit(props: InlineEditProps) {
  return <Inline key={`${refKey(props.person.ref)} ${props.place}`} {...props} />;
}

function Inline(props: InlineEditProps) {
  const { person, label, value, read, pen, theirs = textOfTheirs } = props;
  const { sourceName } = useActs();
  const source = sourceName(person.ref.connection);
  const field = useInlineEdit(props);
  const { saving, editing, frame } = field;
  const { state, shown } = saving;
  const waits = useWaits(person.ref, props.place);
  const draw = (text: string) => (text === '' ? <Dash /> : read(text));
  const line = shown === '' && props.empty !== undefined ? props.empty : draw(shown);

  if (editing !== null) {
    return (
      <div class="edit edit-open" ref={frame}>
        <EditField {...props} field={field} text={editing.text} />
      </div>
    );
  }
  if (state.kind === 'conflict') {
    const there = theirs(state.problem.theirs);
    return (
      <div class="edit" ref={frame}>
        <Conflict
          title={t('conflict_at', [label, source])}
          before={draw(state.from)}
          mine={draw(state.to)}
          theirs={draw(there)}
          onMine={() => field.insist(there)}
          onTheirs={() => field.give(there)}
          onEdit={() => field.start(state.to, there)}
        />
      </div>
    );
  }
  return (
    <div class="edit" ref={frame}>
      <div class="edit-line">
        {/* The pen is the button for it; a press on the text is a short cut for pointers. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        <div class="edit-value" onClick={pen === 'none' ? undefined : field.pressText}>
          {line}
          {state.kind === 'saving' && <span class="quiet"> · {t('saving_value')}</span>}
          {waits && <SavedHere />}
        </div>
        {pen === 'row' && (
          <span class="edit-pen">
            <IconButton
              small
              icon="pen"
              label={t('edit_value', [label])}
              onPress={() => field.start()}
              buttonRef={field.pen}
            />
          </span>
        )}
      </div>
      {state.kind === 'failed' && (
        <NotSaved
          label={label}
          problem={state.problem}
          connection={person.ref.connection}
          of={person.ref}
          onRetry={field.retry}
          onRevert={() => field.give(value)}
        />
      )}
    </div>
  );
}

/** There is no value: a dash to the eye, a word to the ear. */
export function Dash() {
  return (
    <span class="quiet">
      <span aria-hidden="true">–</span>
      <span class="unseen">{t('empty_value')}</span>
    </span>
  );
}
