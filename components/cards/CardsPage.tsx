import '@/components/panel/create.css';
import '@/components/panel/people.css';
import './cards.css';
import { useState } from 'preact/hooks';
import { FileDrop } from '@/components/files/FileDrop';
import { useActs } from '@/components/panel/acts';
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
    can: (type) => answer === undefined || (answer.can.includes(type) && !answer.denied.includes(type)),
    oneOrganisation: answer?.oneOrganisation === true,
  };
}

/** vCards, chosen, dropped or pasted: onto one person, or as new people. */
export function CardsPage({ view, person: ref }: CardsPageProps) {
  const { leave } = useActs();
  const cards = useCards();
  const [picked, setPicked] = useState<{ readonly card: LoadedCard; readonly person: Person | null } | null>(null);
  const able = view.answers.filter(({ can }) => can.includes('person.create')).map(({ source }) => source);
  const targets = able.length === 0 ? view.sources : able;
  const [chosenTarget, setTarget] = useState('');
  const target = targets.find(({ id }) => id === chosenTarget) ?? targets[0];
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
  return (
    <FileDrop onFiles={take}>
      <div>
        <PlainHead
          title={known === undefined || ref === null ? t('cards_title') : t('cards_title_of', [isolate(known)])}
        />
        <div class="card pad">
          <ChooseCards onFiles={take} busy={cards.busy} again={cards.cards.length > 0} />
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
            onDone={() => (ref === null ? setPicked(null) : leave())}
            onCancel={() => (mine === null ? leave() : setPicked(null))}
          />
        )}
        {ref !== null && card === undefined && cards.cards.length > 1 && (
          <CardChoice cards={cards.cards} onChoose={(one) => setPicked({ card: one, person: null })} />
        )}
        {ref === null && target !== undefined && cards.cards.length > 0 && (
          // Stays as it is while one of its people is filled up.
          <div hidden={card !== undefined}>
            <NewPeople
              cards={cards.cards}
              target={target}
              onUpdate={(one, person) => setPicked({ card: one, person })}
              onCancel={leave}
            />
          </div>
        )}
      </div>
    </FileDrop>
  );
}
