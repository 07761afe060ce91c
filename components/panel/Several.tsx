import './people.css';
import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Chip } from '@/components/ui/Chip';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { plural, t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { ApartNotes } from './ApartNotes';
import { useActs } from './acts';
import { Dotted } from './Dotted';
import { PlainHead } from './PlainHead';
import { RowName, RowPicture } from './person-parts';
import { activityText, isolate, organisationOf, reasonText } from './person-words';
import { type Hit, refKey } from './states';
import { useRoving } from './use-roving';

interface RowProps {
  readonly hit: Hit;
  readonly chosen: boolean;
  readonly always: boolean;
  readonly rove: ReturnType<ReturnType<typeof useRoving>['row']>;
  readonly onChoose: () => void;
  readonly onAlways: (always: boolean) => void;
  readonly onOpen: () => void;
}

function Row({ hit, chosen, always, rove, onChoose, onAlways, onOpen }: RowProps) {
  const { now } = useActs();
  const { match, answer } = hit;
  const { person } = match;
  return (
    <li class={chosen ? 'chosen' : undefined}>
      <button
        type="button"
        class="person"
        aria-expanded={chosen}
        {...rove}
        onFocus={() => {
          rove.onFocus();
          onChoose();
        }}
        onClick={onChoose}
        onDblClick={onOpen}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onOpen();
        }}
      >
        <RowPicture person={person} />
        <span class="person-words">
          <RowName person={person}>
            {person.kind === 'shared-mailbox' && <Chip>{t('kind_shared_mailbox')}</Chip>}
            {person.kind === 'agent' && <Chip>{t('kind_agent')}</Chip>}
          </RowName>
          <span>
            <Dotted parts={[reasonText(match), organisationOf(person)]} />
          </span>
          <span class="person-source">
            <SourceMark {...answer.source.mark} />
            <span>
              <Dotted parts={[answer.source.name, activityText(match, now())]} />
            </span>
          </span>
        </span>
      </button>
      {chosen && (
        <div class="person-choice">
          <Checkbox checked={always} onChange={onAlways}>
            {t('always_show', [isolate(person.name)])}
          </Checkbox>
          <div class="actions">
            <Button small onPress={onOpen} label={t('open_person', [person.name])}>
              {t('open')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

const sameName = (a: string, b: string): boolean =>
  a !== '' && a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

const keyOf = ({ match }: Hit): string => refKey(match.person.ref);

/** The record that bears the message's own name, if it is the only one; it is pointed at, not picked. */
function namesake(hits: readonly Hit[], name: string): Hit | null {
  const [first, ...more] = hits.filter(({ match }) => sameName(match.person.name, name));
  return first === undefined || more.length > 0 ? null : first;
}

/** What was chosen by hand. By record, not by row: an answer that comes later moves the rows. */
interface Choice {
  readonly of: string;
  readonly always: boolean;
}

interface SeveralProps {
  readonly view: PanelView;
  readonly subject: Subject;
  readonly hits: readonly Hit[];
}

/** Several records have the address: nobody is shown until one is chosen. Drawn anew for each subject. */
export function Several({ view, subject, hits }: SeveralProps) {
  const { ask, tab } = useActs();
  const start = namesake(hits, subject.party.name);
  const roving = useRoving(hits.map(keyOf), start === null ? 0 : hits.indexOf(start));
  const [choice, setChoice] = useState<Choice | null>(null);
  const chosen = choice?.of ?? (start === null ? null : keyOf(start));
  return (
    <>
      <PlainHead title={plural('people_have_address', hits.length)} party={subject.party} />
      <div class="card">
        <ul class="people" aria-label={t('matches')} {...roving.list}>
          {hits.map((hit, index) => {
            const of = keyOf(hit);
            const always = choice?.of === of && choice.always;
            return (
              <Row
                key={of}
                hit={hit}
                chosen={of === chosen}
                always={always}
                rove={roving.row(index)}
                onChoose={() => setChoice((before) => (before?.of === of ? before : { of, always: false }))}
                onAlways={(to) => setChoice({ of, always: to })}
                onOpen={() => void ask('match.pick', { tab, ref: hit.match.person.ref, always })}
              />
            );
          })}
        </ul>
        <ApartNotes view={view} hits={hits} />
        <p class="people-note">
          <Icon name="info" />
          <span>
            {subject.party.name === '' ? t('several_note') : t('several_note_named', [isolate(subject.party.name)])}
          </span>
        </p>
      </div>
    </>
  );
}
