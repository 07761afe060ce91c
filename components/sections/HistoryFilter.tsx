import { FilterField } from '@/components/ui/FilterField';
import { ToggleButton } from '@/components/ui/ToggleButton';
import { type TextKey, t } from '@/utils/i18n';
import type { HistoryQuery } from '@/utils/people/record';

const kinds: readonly { readonly which: HistoryQuery['which']; readonly text: TextKey }[] = [
  { which: 'all', text: 'history_all' },
  { which: 'changes', text: 'history_changes' },
  { which: 'activity', text: 'history_activity' },
  { which: 'mine', text: 'history_mine' },
];

interface HistoryFilterProps {
  readonly text: string;
  readonly which: HistoryQuery['which'];
  readonly onType: (text: string) => void;
  readonly onChoose: (which: HistoryQuery['which']) => void;
}

/** Which of the history is wanted: a word, and a kind. */
export function HistoryFilter({ text, which, onType, onChoose }: HistoryFilterProps) {
  return (
    <div class="history-filter">
      <FilterField label={t('history_filter')} value={text} onInput={onType} />
      <fieldset class="history-kinds">
        <legend class="unseen">{t('history_kinds')}</legend>
        {kinds.map((kind) => {
          const pressed = kind.which === which;
          return (
            <ToggleButton
              key={kind.which}
              pressed={pressed}
              onPress={() => onChoose(kind.which)}
              {...(pressed ? { icon: 'check' as const } : {})}
            >
              {t(kind.text)}
            </ToggleButton>
          );
        })}
      </fieldset>
    </div>
  );
}
