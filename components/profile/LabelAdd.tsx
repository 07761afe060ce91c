import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedField } from '@/components/edit/use-typed';
import { useActs } from '@/components/panel/acts';
import { ComboboxInput, type ComboboxOption } from '@/components/ui/ComboboxInput';
import { useOwnId } from '@/components/ui/use-own-id';
import { LONGEST } from '@/utils/actions/limits';
import { plural, t } from '@/utils/i18n';
import type { LabelHit } from '@/utils/people/record';
import type { Person } from '@/utils/people/types';
import { LABEL_PLACE } from './label-place';

/** ms */
const SUGGESTED_AFTER = 120;

export interface LabelAddProps {
  readonly person: Person;
  readonly typed: TypedField;
  /** False: it came back by itself, and takes the focus from nobody. */
  readonly takesFocus: boolean;
  /** Those that are on already: they are not offered. */
  readonly there: readonly string[];
  /** Can the labels in use be asked for? */
  readonly suggests: boolean;
  /** Null: it is put on; else the one that is there already. */
  readonly onAdd: (label: string) => string | null;
  /** `byHand`: with Esc; else the focus has gone elsewhere by itself. */
  readonly onClose: (byHand: boolean) => void;
}

/** Labels in use that begin so. An answer for a text that is no longer there is dropped. */
function useSuggested(connection: string, text: string, suggests: boolean): readonly LabelHit[] {
  const { ask } = useActs();
  const [found, setFound] = useState<{ readonly of: string; readonly hits: readonly LabelHit[] }>({ of: '', hits: [] });
  useEffect(() => {
    if (!suggests) return;
    const state = { current: true };
    const suggest = async (): Promise<void> => {
      const answer = await ask('labels', { connection, text });
      if (state.current && answer.ok) setFound({ of: text, hits: answer.value.items });
    };
    const timer = setTimeout(() => void suggest(), text === '' ? 0 : SUGGESTED_AFTER);
    return () => {
      state.current = false;
      clearTimeout(timer);
    };
  }, [ask, connection, text, suggests]);
  // Until the answer for these letters is there, what fits them of the former: Enter never takes another label.
  const letters = text.toLocaleLowerCase();
  return found.of === text ? found.hits : found.hits.filter(({ label }) => label.toLocaleLowerCase().includes(letters));
}

/** Labels are typed one after the other: Enter puts one on, Esc ends. */
export function LabelAdd({ person, typed, takesFocus, there, suggests, onAdd, onClose }: LabelAddProps) {
  const { hold, say } = useActs();
  const [text, setText] = useState(typed.restored?.text ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const id = useOwnId();
  const wanted = text.trim();
  const hits = useSuggested(person.ref.connection, wanted, suggests);
  useEffect(() => {
    if (takesFocus) frame.current?.querySelector('input')?.focus();
    if (wanted !== '') hold(LABEL_PLACE, true);
    return () => hold(LABEL_PLACE, false);
  }, []);

  const type = (next: string) => {
    setText(next);
    setWrong(null);
    hold(LABEL_PLACE, next.trim() !== '');
    if (next.trim() === '') typed.drop();
    else typed.keep(next);
  };
  const add = (label: string) => {
    if (label === '') return;
    const tooLong = label.length > LONGEST.line ? t('too_long') : null;
    const twice = tooLong === null ? onAdd(label) : null;
    const sentence = tooLong ?? (twice === null ? null : t('label_there', [twice]));
    if (sentence === null) type('');
    else {
      setWrong(sentence);
      say(sentence);
    }
  };
  const close = () => {
    type('');
    onClose(true);
  };
  const offered = hits.filter(({ label }) => !there.includes(label));
  const same = hits.some(({ label }) => label.toLocaleLowerCase() === wanted.toLocaleLowerCase());
  const options: readonly ComboboxOption[] = [
    ...offered.map(({ label, people }) => ({ key: `=${label}`, text: label, end: plural('people', people) })),
    ...(wanted === '' || same ? [] : [{ key: '+', text: t('create_named', [wanted]), icon: 'plus' as const }]),
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the keys that the field and its list leave over
    <div
      class="label-add"
      ref={frame}
      onKeyDown={(event) => {
        if (event.isComposing || event.defaultPrevented) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          close();
        } else if (event.key === 'Enter') add(wanted);
      }}
      onFocusOut={(event) => {
        const within = event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget) === true;
        // With something typed it stays: nothing of it is lost, nothing is done unasked.
        if (!within && event.target !== document.activeElement && wanted === '') onClose(false);
      }}
    >
      <ComboboxInput
        ids={{ input: id, describedBy: wrong === null ? undefined : `${id}-wrong` }}
        label={t('label_new')}
        value={text}
        onInput={type}
        options={options}
        onPick={({ key, text: label }) => add(key === '+' ? wanted : label)}
        invalid={wrong !== null}
        enter="text"
      />
      {wrong !== null && (
        <p class="field-hint" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
