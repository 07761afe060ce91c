import '@/components/sections/tickets.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { isolate } from '@/components/panel/person-words';
import type { Hit } from '@/components/panel/states';
import { TicketRow } from '@/components/sections/TicketRow';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { Skeleton } from '@/components/ui/Skeleton';
import { Box } from '@/components/ui/Strip';
import { useOwnId } from '@/components/ui/use-own-id';
import type { Sees } from '@/utils/connectors/types';
import { formatNumber, plural, t } from '@/utils/i18n';
import { useSees } from './use-asked-of';
import { Who } from './Who';

function List(props: { readonly title: string; readonly none: string; readonly rows: readonly ComponentChildren[] }) {
  const { title, none, rows } = props;
  const id = useOwnId();
  return (
    <div class="question-list">
      <p class="question-list-title" id={id}>
        {title}
      </p>
      {rows.length === 0 ? <p>{none}</p> : <ul aria-labelledby={id}>{rows}</ul>}
    </div>
  );
}

function Seen({ sees, hit }: { readonly sees: Sees; readonly hit: Hit }) {
  const { now } = useActs();
  const { tickets, organisations } = sees;
  const { items, total } = tickets;
  const at = now();
  const first = t('first_of', [formatNumber(items.length), formatNumber(total)]);
  const seen = total === 0 ? t('sees_tickets') : plural('tickets', total);
  // Nothing is done from here: what is read in somebody's name is not changed in anybody's.
  const { answer, match } = hit;
  const read = { match, answer: { ...answer, can: answer.can.filter((one) => one === 'ticket'), denied: [] } };
  return (
    <>
      <List
        title={items.length < total ? `${seen} · ${first}` : seen}
        none={t('sees_no_tickets')}
        rows={items.map((ticket) => <TicketRow key={ticket.id} ticket={ticket} hit={read} now={at} />)}
      />
      <List
        title={t('merge_organisations')}
        none={t('sees_no_organisations')}
        rows={organisations.map(({ id, name }) => (
          <li key={id} class="question-line">
            <Icon name="org" />
            <bdi>{name}</bdi>
          </li>
        ))}
      />
    </>
  );
}

/** What somebody would see if they signed in, for whoever has to explain it to them. It is only looked at. */
export function SeesDialog({ hit, onClose }: { readonly hit: Hit; readonly onClose: () => void }) {
  const { person } = hit.match;
  const { name } = hit.answer.source;
  const { value, problem, again } = useSees(person.ref);
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Dialog title={t('sees_title', [isolate(person.name)])} onClose={onClose} focus={close} look="question">
      <Who hit={hit} />
      <div class="question-part" aria-busy={value === null && problem === null}>
        <Box icon="eye">{t('sees_read', [name])}</Box>
        {value === null && problem === null && <Skeleton />}
        {problem !== null && <ProblemBox problem={problem} call="failed_sees" source={name} onRetry={again} />}
        {value !== null && <Seen sees={value} hit={hit} />}
        <div class="question-acts">
          <Button onPress={onClose} buttonRef={close}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
