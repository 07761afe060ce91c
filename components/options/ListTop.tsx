import type { RefObject } from 'preact';
import { Icon } from '@/components/ui/Icon';
import { type TextKey, t } from '@/utils/i18n';
import { NoAnswer } from './NoAnswer';
import { Title } from './Title';
import type { Asked } from './use-asked';

interface ListTopProps {
  readonly id: string;
  readonly words: { readonly title: TextKey; readonly text: TextKey; readonly none: TextKey };
  readonly asked: Asked<unknown>;
  /** Nothing stands in the list. */
  readonly empty: boolean;
  readonly headRef: RefObject<HTMLHeadingElement | null>;
}

/** What stands above a list of decisions: its head, why it could not be read, or that there are none. */
export function ListTop({ id, words, asked, empty, headRef }: ListTopProps) {
  return (
    <>
      <Title id={id} text={t(words.text)} headRef={headRef}>
        {t(words.title)}
      </Title>
      {asked.problem !== null && <NoAnswer again={asked.again} />}
      {asked.value !== null && empty && (
        <p class="quiet signed">
          <Icon name="check" />
          {t(words.none)}
        </p>
      )}
    </>
  );
}
