import { useMemo, useState } from 'preact/hooks';
import { type Choosable, matching } from '@/components/profile/choosing';
import { Combobox } from '@/components/ui/Combobox';

interface ChooseFieldProps {
  readonly label: string;
  /** An id of the list, or what is typed on the way to one. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Takes its time: made when it is first wanted. */
  readonly list: () => readonly Choosable[];
  /** What the list calls an id; null: it has none of that kind. */
  readonly nameOf: (id: string) => string | null;
  readonly hint?: string;
  readonly error?: string;
}

/** One of a long list, found by typing. */
export function ChooseField({ value, onInput, list, nameOf, ...rest }: ChooseFieldProps) {
  const [wanted, setWanted] = useState(false);
  const [typing, setTyping] = useState(false);
  const all = useMemo(() => (wanted ? list() : []), [wanted]);
  const want = () => setWanted(true);
  return (
    // Any press or key in the field may open the list, which is not the field's own.
    <div
      onClickCapture={want}
      onKeyDownCapture={({ key }) => {
        if (key !== 'Tab' && key !== 'Shift') want();
      }}
    >
      <Combobox
        {...rest}
        value={(typing ? null : nameOf(value)) ?? value}
        onInput={(text) => {
          // Not on the event's way down: the field would be drawn anew before its text is read.
          want();
          setTyping(true);
          onInput(text);
        }}
        options={(typing ? matching(all, value) : all).map(({ id, text, end }) => ({ key: id, text, end }))}
        onPick={({ key }) => {
          setTyping(false);
          onInput(key);
        }}
      />
    </div>
  );
}
