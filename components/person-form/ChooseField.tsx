import { useMemo, useState } from 'preact/hooks';
import { type Choosable, chosenBy, matching } from '@/components/profile/choosing';
import { Combobox } from '@/components/ui/Combobox';

interface ChooseFieldProps {
  readonly label: string;
  /** An id of the list, or what is typed on the way to one. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly list: () => readonly Choosable[];
  readonly hint?: string;
  readonly error?: string;
}

/** One of a long list, found by typing. */
export function ChooseField({ value, onInput, list, ...rest }: ChooseFieldProps) {
  const all = useMemo(list, []);
  const [typing, setTyping] = useState(false);
  const chosen = typing ? undefined : chosenBy(all, value);
  return (
    <Combobox
      {...rest}
      value={chosen?.text ?? value}
      onInput={(text) => {
        setTyping(true);
        onInput(text);
      }}
      options={(typing ? matching(all, value) : all).map(({ id, text, end }) => ({ key: id, text, end }))}
      onPick={({ key }) => {
        setTyping(false);
        onInput(key);
      }}
    />
  );
}
