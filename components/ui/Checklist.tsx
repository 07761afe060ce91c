import './checklist.css';
import { Checkbox } from './Checkbox';

export interface ChecklistProps {
  /** Of the whole list. */
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly text: string }[];
  /** Keys. */
  readonly chosen: readonly string[];
  /** In the order of the options. */
  readonly onChange: (chosen: readonly string[]) => void;
  readonly describedBy?: string | undefined;
}

/** Any number of several. */
export function Checklist({ label, options, chosen, onChange, describedBy }: ChecklistProps) {
  return (
    <fieldset class="checklist" aria-describedby={describedBy}>
      <legend class="unseen">{label}</legend>
      {options.map(({ key, text }) => (
        <Checkbox
          key={key}
          checked={chosen.includes(key)}
          onChange={(on) =>
            onChange(options.map((option) => option.key).filter((one) => (one === key ? on : chosen.includes(one))))
          }
        >
          <bdi>{text}</bdi>
        </Checkbox>
      ))}
    </fieldset>
  );
}
