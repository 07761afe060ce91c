import { Button } from '@/components/ui/Button';
import type { IconName } from '@/components/ui/icons';
import { t } from '@/utils/i18n';
import type { Reviewing } from './use-review';

function KeyButton(props: {
  readonly text: string;
  readonly keys: string;
  readonly icon?: IconName;
  readonly mayNot?: string | null;
  readonly onPress: () => void;
}) {
  const { text, keys, icon, mayNot = null, onPress } = props;
  return (
    <Button small onPress={onPress} {...(icon === undefined ? {} : { icon })} {...(mayNot === null ? {} : { mayNot })}>
      {text} <kbd class="key">{keys}</kbd>
    </Button>
  );
}

/** What can be done with the pair in sight, each with its key. */
export function PairActs({ reviewing }: { readonly reviewing: Reviewing }) {
  const { move, merge, apart, skip, undo, review } = reviewing;
  const open = reviewing.state === 'open';
  return (
    <div class="pair-acts">
      {open && (
        <div class="pair-decide">
          <KeyButton icon="merge" text={t('duplicates_merge')} keys="M" onPress={merge} />
          <KeyButton text={t('apart')} keys="D" onPress={apart} />
          <KeyButton text={t('duplicates_skip')} keys="S" onPress={skip} />
        </div>
      )}
      <div class="pair-decide">
        <KeyButton text={t('duplicates_previous')} keys="K" onPress={() => move(-1)} />
        <KeyButton text={t('duplicates_next')} keys="J" onPress={() => move(1)} />
        {review.decisions.length > 0 && <KeyButton icon="undo" text={t('undo')} keys="Z" onPress={undo} />}
      </div>
    </div>
  );
}
