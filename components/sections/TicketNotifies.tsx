import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
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
  t('ticket_notifies_who', [ticket.number, address ?? '']);

/**
 * Which address hears of a ticket, if not the primary one; and the choice, where there is more than one. Until it is
 * wanted, a plain button stands for it: a person can have thousands of tickets.
 */
export function TicketNotifies({ ticket, hit }: NotifiesProps) {
  const [wanted, setWanted] = useState(false);
  const { person } = hit.match;
  const able = person.emails.length < 2 ? null : may(hit.answer, 'ticket.notify');
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
            label={menuLabel(ticket, notifies ?? primaryOf(person))}
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

function Choice({ ticket, hit, mayNot }: NotifiesProps & { readonly mayNot?: string }) {
  const { saving, primary, choose } = useNotifies({ ticket, hit });
  const { state, shown } = saving;
  const items = hit.match.person.emails.map(({ address }): MenuItem => {
    const to = address === primary ? null : address;
    return {
      key: address,
      icon: 'mail',
      text: t('ticket_notify', [address]),
      checked: to === shown,
      onPress: () => void choose(to),
      ...(mayNot === undefined ? {} : { mayNot }),
    };
  });
  const stopped = state.kind === 'failed' || state.kind === 'conflict' ? state : null;
  return (
    <>
      {shown !== null && <Line address={shown} saving={state.kind === 'saving'} />}
      <div class="ticket-menu">
        <Menu small opened label={menuLabel(ticket, shown ?? primary)} items={items} />
      </div>
      {stopped !== null && (
        <p class="ticket-failed">
          <strong>{t('not_saved')}</strong>{' '}
          {problemWords(stopped.problem, 'failed_save', hit.answer.source.name).detail}{' '}
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
