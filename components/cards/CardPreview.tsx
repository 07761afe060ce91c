import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { isolate } from '@/components/panel/person-words';
import { ShowOwner } from '@/components/person-form/ShowOwner';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { plural, t } from '@/utils/i18n';
import type { PersonRef } from '@/utils/people/types';
import { CannotKeep, CardProblems } from './CardProblems';
import { CardRowLine } from './CardRowLine';
import type { CardRow } from './card-rows';
import type { LoadedCard } from './read-files';
import { type Able, type Preview, usePreview } from './use-preview';

interface CardPreviewProps {
  readonly card: LoadedCard;
  readonly person: PersonRef;
  readonly able: Able;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Rows({ title, rows, preview }: { title: string; rows: readonly CardRow[]; preview: Preview }) {
  if (rows.length === 0) return null;
  return (
    <section class="pad" aria-label={title}>
      <h2 class="cards-title">{title}</h2>
      <ul class="cards-rows">
        {rows.map((row) => (
          <CardRowLine
            key={row.key}
            row={row}
            name={preview.person?.name ?? ''}
            checked={preview.isOn(row)}
            onCheck={(on) => preview.check(row, on)}
          />
        ))}
      </ul>
    </section>
  );
}

/** What one card changes on one person, value by value. */
export function CardPreview({ card, person: ref, able, onDone, onCancel }: CardPreviewProps) {
  const { sourceName } = useActs();
  const preview = usePreview(ref, card, able, onDone);
  const { person, rows, problem, busy } = preview;
  const taken = rows.filter(preview.isOn).length;
  return (
    <div class="card cards-preview" aria-busy={person === null && problem === null ? 'true' : undefined}>
      <CardProblems title={t('cards_broken')} lines={card.problems} />
      {person === null && problem === null && (
        <div class="pad">
          <Skeleton />
        </div>
      )}
      {person !== null && rows.length === 0 && (
        <p class="pad">{t('cards_nothing_new', [isolate(person.name), isolate(card.values.name)])}</p>
      )}
      <Rows title={t('cards_adds')} rows={rows.filter(({ from }) => from === null)} preview={preview} />
      <Rows title={t('cards_replaces')} rows={rows.filter(({ from }) => from !== null)} preview={preview} />
      {person !== null && <CannotKeep what={preview.cannot} />}
      {problem !== null && (
        <div class="pad">
          <ProblemBox
            problem={problem}
            call={person === null ? 'failed_people' : 'failed_save'}
            source={sourceName(ref.connection)}
            byItself={person === null}
            onRetry={() =>
              person === null || (problem.kind === 'conflict' && problem.owner === undefined)
                ? preview.again()
                : void preview.save()
            }
          />
          <ShowOwner problem={problem} connection={ref.connection} of={ref} />
        </div>
      )}
      <div class="foot">
        {rows.length > 0 && (
          <Button
            look="primary"
            busy={busy && t('saving')}
            {...(taken === 0 ? { mayNot: t('cards_none_chosen') } : {})}
            onPress={() => void preview.save()}
          >
            {plural('cards_take', taken)}
          </Button>
        )}
        <Button look="quiet" onPress={onCancel}>
          {t(rows.length === 0 ? 'close' : 'cancel')}
        </Button>
      </div>
    </div>
  );
}
