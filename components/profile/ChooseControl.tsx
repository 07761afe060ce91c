import { useMemo, useRef } from 'preact/hooks';
import type { EditControl } from '@/components/edit/EditField';
import { ComboboxInput } from '@/components/ui/ComboboxInput';
import { type Choosable, chosenBy, matching } from './choosing';

/** One of a long list, found by typing. To choose is to save. */
export function ChooseControl(props: { readonly control: EditControl; readonly list: () => readonly Choosable[] }) {
  const { control, list } = props;
  const all = useMemo(list, []);
  // Before anything is typed the whole list is offered, and the value stands there by its name.
  const before = useRef(control.value);
  const untouched = control.value === before.current;
  const options = untouched ? all : matching(all, control.value);
  return (
    <ComboboxInput
      ids={control.ids}
      label={control.label}
      invalid={control.invalid}
      value={untouched ? (chosenBy(all, control.value)?.text ?? control.value) : control.value}
      onInput={control.onInput}
      options={options.map(({ id, text, end }) => ({ key: id, text, end }))}
      onPick={({ key }) => control.onSave(key)}
      enter="best"
    />
  );
}
