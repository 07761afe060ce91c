import '@/components/panel/create.css';
import '@/components/panel/people.css';
import './cards.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FileDrop } from '@/components/files/FileDrop';
import { useActs } from '@/components/panel/acts';
import { hasField } from '@/components/panel/may';
import { PlainHead } from '@/components/panel/PlainHead';
import { isolate } from '@/components/panel/person-words';
import { Select } from '@/components/ui/Select';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Person, PersonRef } from '@/utils/people/types';
import { CardChoice } from './CardChoice';
import { CardPreview } from './CardPreview';
import { CardProblems } from './CardProblems';
import { ChooseCards } from './ChooseCards';
import { NewPeople } from './NewPeople';
import type { LoadedCard } from './read-files';
import { useCards } from './use-cards';
import type { Able } from './use-preview';

interface CardsPageProps {
  readonly view: PanelView;
  /** Null: the cards are of new people. */
  readonly person: PersonRef | null;
}

/** What can be changed at a connection; of one that nobody answered for yet, all is tried. */
function ableAt(view: PanelView, connection: string): Able {
  const answer = view.answers.find(({ source }) => source.id === connection);
  return {
    can: (type, field) =>
      answer === undefined ||
      (answer.can.includes(type) && !answer.denied.includes(type) && (field === undefined || hasField(answer, field))),
    oneOrganisation: answer?.oneOrganisation === true,
  };
}

/** Where the panel is held. */
const HELD = 'cards';

/** vCards, chosen, dropped or pasted: onto one person, or as new people. */
export function CardsPage({ view, person: ref }: CardsPageProps) {
  const { leave, hold } = useActs();
  const cards = useCards();
  const [picked, setPicked] = useState<{ readonly card: LoadedCard; readonly person: Person | null } | null>(null);
  const able = view.answers.filter(({ can }) => can.includes('person.create')).map(({ source }) => source);
  const targets = able.length === 0 ? view.sources : able;
  const [chosenTarget, setTarget] = useState('');
  const target = targets.find(({ id }) => id === chosenTarget) ?? targets[0];
  const top = useRef<HTMLDivElement>(null);
  const some = cards.cards.length > 0;
  // A card that was brought is looked at in peace, and people are made to the end: a new message waits.
  useEffect(() => {
    if (!some) return;
    hold(HELD, true);
    return () => hold(HELD, false);
  }, [some, hold]);
  // What was pressed is gone with what it stood in.
  const toTop = (): void => top.current?.querySelector('h1')?.focus();
  const pick = (next: typeof picked): void => {
    setPicked(next);
    toTop();
  };
  const take = (files: readonly File[]): void => {
    setPicked(null);
    cards.take(files);
  };
  const known = view.answers.flatMap(({ matches }) => matches).find((one) => sameRef(one.person.ref, ref))?.person.name;
  const [only] = cards.cards.length === 1 ? cards.cards : [];
  // A card that was chosen from files read before is none of these.
  const mine = picked !== null && cards.cards.includes(picked.card) ? picked : null;
  const card = mine?.card ?? (ref === null ? undefined : only);
  const of = mine?.person?.ref ?? ref;
  const name = mine?.person?.name ?? known;
  return (
    <FileDrop onFiles={take}>
      <div ref={top}>
        <PlainHead title={name === undefined ? t('cards_title') : t('cards_title_of', [isolate(name)])} />
        <div class="card pad">
          <ChooseCards onFiles={take} busy={cards.busy} again={some} />
          {ref === null && targets.length > 1 && (
            <Select
              label={t('save_to')}
              value={target?.id ?? ''}
              options={targets.map(({ id, name }) => ({ key: id, text: name }))}
              onPick={setTarget}
            />
          )}
        </div>
        <CardProblems title={t('cards_refused')} lines={cards.refused} />
        {card !== undefined && of !== null && (
          <CardPreview
            key={`${card.at} ${of.id}`}
            card={card}
            person={of}
            able={ableAt(view, of.connection)}
            onDone={() => (ref === null ? pick(null) : leave())}
            onCancel={() => (mine === null ? leave() : pick(null))}
          />
        )}
        {ref !== null && card === undefined && cards.cards.length > 1 && (
          <CardChoice cards={cards.cards} onChoose={(one) => pick({ card: one, person: null })} />
        )}
        {ref === null && target !== undefined && some && (
          // Stays as it is while one of its people is filled up.
          <div hidden={card !== undefined}>
            <NewPeople
              cards={cards.cards}
              target={target}
              onUpdate={(one, person) => pick({ card: one, person })}
              onTurned={toTop}
              onCancel={leave}
            />
          </div>
        )}
      </div>
    </FileDrop>
  );
}
