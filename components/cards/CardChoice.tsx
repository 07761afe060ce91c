import { plural, t } from '@/utils/i18n';
import type { LoadedCard } from './read-files';

interface CardChoiceProps {
  readonly cards: readonly LoadedCard[];
  readonly onChoose: (card: LoadedCard) => void;
}

/** Several cards, one person: which one is theirs? */
export function CardChoice({ cards, onChoose }: CardChoiceProps) {
  return (
    <section class="card" aria-label={t('cards_which')}>
      <h2 class="pad cards-title">{t('cards_which')}</h2>
      <p class="pad quiet">{plural('cards_read', cards.length)}</p>
      <ul class="people">
        {cards.map((card) => (
          <li key={card.at}>
            <button type="button" class="person cards-one" onClick={() => onChoose(card)}>
              <bdi>{card.values.name}</bdi>
              <bdi class="quiet">{card.values.emails[0]?.address ?? card.values.organisation}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
