import { Icon } from '@/components/ui/Icon';

export interface FilterOption {
  readonly key: string;
  readonly text: string;
}

export interface FilterGroup {
  /** Empty: its options stand by themselves. */
  readonly title: string;
  readonly options: readonly FilterOption[];
}

export interface FilterSelectProps {
  readonly label: string;
  /** Empty: not filtered. */
  readonly value: string;
  readonly any: string;
  readonly groups: readonly FilterGroup[];
  readonly onPick: (key: string) => void;
}

/** A small choice above a list; tinted while it leaves somebody out. */
export function FilterSelect({ label, value, any, groups, onPick }: FilterSelectProps) {
  const options = (list: readonly FilterOption[]) =>
    list.map(({ key, text }) => (
      <option key={key} value={key}>
        {text}
      </option>
    ));
  return (
    <span class={`filter${value === '' ? '' : ' filter-on'}`}>
      <select aria-label={label} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{any}</option>
        {groups.map(({ title, options: list }) =>
          title === '' ? (
            options(list)
          ) : (
            <optgroup key={title} label={title}>
              {options(list)}
            </optgroup>
          ),
        )}
      </select>
      <Icon name="down" />
    </span>
  );
}
