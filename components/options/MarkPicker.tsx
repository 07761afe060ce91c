import './mark-picker.css';
import { SourceMark } from '@/components/ui/SourceMark';
import { useOwnId } from '@/components/ui/use-own-id';
import { type TextKey, t } from '@/utils/i18n';
import type { ConnectionRow } from '@/utils/messages/protocol';
import { typedLetter } from './connection-draft';

type Mark = ConnectionRow['mark'];

const shapes = [
  ['diamond', 'shape_diamond'],
  ['square', 'shape_square'],
  ['circle', 'shape_circle'],
  ['hexagon', 'shape_hexagon'],
  ['shield', 'shape_shield'],
  ['house', 'shape_house'],
] as const satisfies readonly (readonly [Mark['shape'], TextKey])[];

interface MarkPickerProps {
  readonly mark: Mark;
  readonly onPick: (shape: Mark['shape']) => void;
  readonly onLetter: (letter: string) => void;
}

/** The sign by which a server is known everywhere: an outline and one letter. */
export function MarkPicker({ mark, onPick, onLetter }: MarkPickerProps) {
  const group = useOwnId();
  return (
    <fieldset class="plain-group">
      <legend class="field-label">{t('connection_mark')}</legend>
      <div class="mark-picker">
        {shapes.map(([shape, name]) => (
          <label key={shape} class="mark-choice" title={t(name)}>
            <input
              type="radio"
              class="mark-radio"
              name={group}
              aria-label={t(name)}
              checked={mark.shape === shape}
              onChange={() => onPick(shape)}
            />
            <SourceMark shape={shape} letter={mark.letter} />
          </label>
        ))}
        <input
          type="text"
          class="field-input mark-letter"
          aria-label={t('connection_letter')}
          autoComplete="off"
          spellcheck={false}
          value={mark.letter}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => onLetter(typedLetter(event.currentTarget.value))}
        />
      </div>
    </fieldset>
  );
}
