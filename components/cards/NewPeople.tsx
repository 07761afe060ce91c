import { useEffect, useRef } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { problemWords } from '@/components/panel/problem-words';
import { Button } from '@/components/ui/Button';
import { plural, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';
import { CardProblems } from './CardProblems';
import { NewPersonLine } from './NewPersonLine';
import type { LoadedCard } from './read-files';
import { type NewPeople as State, useNewPeople } from './use-new-people';

interface NewPeopleProps {
  readonly cards: readonly LoadedCard[];
  readonly target: Source;
  /** Fills somebody who is there already up from a card. */
  readonly onUpdate: (card: LoadedCard, person: Person) => void;
  readonly onCancel: () => void;
  /** The list gave way to what became of it, or came back. */
  readonly onTurned: () => void;
}

const words = { looking: 'cards_looking', making: 'cards_making', undoing: 'cards_undoing' } as const;

function Progress({ doing, stop }: Pick<State, 'doing' | 'stop'>) {
  if (doing === null) return null;
  const text = t(words[doing.kind], [String(doing.at + 1), String(doing.of)]);
  return (
    <div class="pad cards-progress">
      <label>
        <span class="figures">{text}</span>
        <progress max={doing.of} value={doing.at} />
      </label>
      {doing.kind === 'making' && (
        <Button small onPress={stop}>
          {t('cards_stop')}
        </Button>
      )}
    </div>
  );
}

/** Who was made, each to be opened, and the way back for all of them. */
function Made({ made, undoAll }: Pick<State, 'made' | 'undoAll'>) {
  const { ask, tab, leave } = useActs();
  if (made.length === 0) return null;
  return (
    <section class="pad" aria-label={t('cards_made_list')}>
      <h2 class="cards-title">{plural('cards_made', made.length)}</h2>
      <ul class="cards-lines">
        {made.map(({ ref, name, pictureFailed }) => (
          <li key={ref.id}>
            <button
              type="button"
              class="word-button"
              onClick={() => {
                void ask('lookup.person', { tab, ref });
                leave();
              }}
            >
              <bdi>{name}</bdi>
            </button>
            {pictureFailed && <span class="quiet"> {t('cards_without_picture')}</span>}
          </li>
        ))}
      </ul>
      {undoAll !== null && (
        <Button icon="undo" onPress={() => void undoAll()}>
          {plural('cards_undo_all', made.length)}
        </Button>
      )}
    </section>
  );
}

/** Cards as new people: who is there already, who is to be made. */
export function NewPeople({ cards, target, onUpdate, onCancel, onTurned }: NewPeopleProps) {
  const state = useNewPeople(cards, target);
  const { standing, doing, chosen, made, failed } = state;
  const problems = cards.flatMap(({ values, problems: lines }) => lines.map((line) => `${values.name}: ${line}`));
  const told = failed.map(({ name, problem }) => {
    const { title, detail } = problemWords(problem, 'failed_create', target.name);
    return `${name}: ${title} ${detail}`;
  });
  const over = made.length > 0 || failed.length > 0;
  const was = useRef(over);
  useEffect(() => {
    if (was.current !== over) onTurned();
    was.current = over;
  }, [over]);
  return (
    <div class="card" aria-busy={doing === null ? undefined : 'true'}>
      <CardProblems title={t('cards_broken')} lines={problems} />
      <CardProblems title={plural('cards_not_made', failed.length)} lines={told} />
      <Made made={made} undoAll={state.undoAll} />
      {!over && (
        <ul class="cards-people">
          {cards.map((card) => (
            <NewPersonLine
              key={card.at}
              card={card}
              standing={standing.get(card.at)}
              checked={chosen.includes(card)}
              onCheck={(on) => state.check(card, on)}
              onUpdate={(person) => onUpdate(card, person)}
            />
          ))}
        </ul>
      )}
      <Progress doing={doing} stop={state.stop} />
      <div class="foot">
        {!over && (
          <Button
            look="primary"
            busy={doing?.kind === 'making' && t('cards_making', [String(doing.at + 1), String(doing.of)])}
            {...(chosen.length === 0 ? { mayNot: t(doing === null ? 'cards_none_chosen' : 'cards_wait') } : {})}
            onPress={() => void state.create()}
          >
            {plural('cards_create', chosen.length)}
          </Button>
        )}
        <Button look="quiet" onPress={onCancel}>
          {t(over ? 'close' : 'cancel')}
        </Button>
      </div>
    </div>
  );
}
