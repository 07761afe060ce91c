import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { type May, may } from '@/components/panel/may';
import { ProblemPage } from '@/components/panel/ProblemPage';
import { problemWords } from '@/components/panel/problem-words';
import type { Hit } from '@/components/panel/states';
import { AddressText } from '@/components/ui/AddressText';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import type { Address, Ticket } from '@/utils/people/types';
import { useNotified } from './use-notified';

function Line({ address, saving = false }: { readonly address: Address; readonly saving?: boolean }) {
  return (
    <div class="ticket-notifies">
      {t('ticket_notifies')} <AddressText address={address} />
      {saving && ` · ${t('saving_value')}`}
    </div>
  );
}

interface NotifiesProps {
  readonly ticket: Ticket;
  readonly hit: Hit;
}

const menuLabel = (ticket: Ticket, address: Address | null): string =>
  address === null ? t('ticket_menu', [ticket.number]) : t('ticket_notifies_who', [ticket.number, address]);

/** What a row has a menu for: which address hears of it, and whose it is. Null: nothing of that kind. */
function ticketMenu({ match, answer }: Hit) {
  const notifies = match.person.emails.length < 2 ? null : may(answer, 'ticket.notify');
  const moves = may(answer, 'ticket.move');
  return notifies === null && moves === null ? null : { notifies, moves };
}

/**
 * Which address hears of a ticket, if not the primary one; and what can be chosen of it. Until that is wanted, a plain
 * button stands for it: a person can have thousands of tickets.
 */
export function TicketNotifies({ ticket, hit }: NotifiesProps) {
  const [wanted, setWanted] = useState(false);
  const { person } = hit.match;
  const able = ticketMenu(hit);
  if (able !== null && wanted) return <Choice ticket={ticket} hit={hit} {...able} />;
  const { notifies } = ticket;
  return (
    <>
      {notifies !== undefined && <Line address={notifies} />}
      {able !== null && (
        <div class="ticket-menu">
          <IconButton
            small
            icon="dots"
            label={menuLabel(ticket, able.notifies === null ? null : (notifies ?? primaryOf(person)))}
            popup="menu"
            expanded={false}
            onPress={() => setWanted(true)}
          />
        </div>
      )}
    </>
  );
}

function useNotifies({ ticket, hit }: NotifiesProps) {
  const { warn } = useActs();
  const { person } = hit.match;
  const primary = primaryOf(person);
  const saving = useNotified(ticket, person);
  const choose = async (to: Address | null): Promise<void> => {
    const again = saving.state.kind === 'failed' ? saving.state.from : saving.shown;
    if (to === again || (await saving.save(to, again))) return;
    warn(t('failed_notifies', [ticket.number, hit.answer.source.name]));
  };
  return { saving, primary, choose };
}

type ChoiceProps = NotifiesProps & { readonly notifies: May | null; readonly moves: May | null };

function Choice({ ticket, hit, notifies, moves }: ChoiceProps) {
  const { over } = useActs();
  const { saving, primary, choose } = useNotifies({ ticket, hit });
  const { state, shown } = saving;
  const emails = notifies === null ? [] : hit.match.person.emails;
  const addresses = emails.map(({ address }): MenuItem => {
    const to = address === primary ? null : address;
    return {
      key: address,
      icon: 'mail',
      text: t('ticket_notify', [address]),
      checked: to === shown,
      onPress: () => void choose(to),
      ...notifies,
    };
  });
  const move: MenuItem = {
    key: 'move',
    icon: 'people',
    text: t('ticket_move'),
    apart: addresses.length > 0,
    onPress: () => over({ kind: 'move-ticket', hit, ticket }),
    ...moves,
  };
  const items = moves === null ? addresses : [...addresses, move];
  const stopped = state.kind === 'failed' || state.kind === 'conflict' ? state : null;
  return (
    <>
      {shown !== null && <Line address={shown} saving={state.kind === 'saving'} />}
      <div class="ticket-menu">
        <Menu small opened label={menuLabel(ticket, notifies === null ? null : (shown ?? primary))} items={items} />
      </div>
      {stopped !== null && (
        <p class="ticket-failed">
          <strong>{t('not_saved')}</strong>{' '}
          {problemWords(stopped.problem, 'failed_save', hit.answer.source.name).detail}{' '}
          <ProblemPage problem={stopped.problem} source={hit.answer.source.name} />{' '}
          {stopped.kind === 'failed' && (
            <button type="button" class="short-again" onClick={() => void choose(stopped.to)}>
              {t('retry')}
            </button>
          )}{' '}
          <button type="button" class="short-again" onClick={() => saving.revert()}>
            {t('revert')}
          </button>
        </p>
      )}
    </>
  );
}
