import { may } from '@/components/panel/may';
import { useNotified } from '@/components/sections/use-notified';
import { AddressText } from '@/components/ui/AddressText';
import { Select } from '@/components/ui/Select';
import { t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import type { Person } from '@/utils/people/types';
import { LockedValue } from './LockedValue';
import { SavedValue } from './SavedValue';
import type { ShownTicket } from './shown-ticket';

interface TicketAddressProps {
  readonly of: ShownTicket;
  readonly onChanged: () => void;
}

/** Which address hears of the ticket: a choice where the person has several, else told. */
export function TicketAddress({ of, onChanged }: TicketAddressProps) {
  const { person } = of;
  if (person === null) return null;
  const able = person.emails.length < 2 ? null : may(of.at, 'ticket.notify');
  const address = of.ticket.notifies ?? primaryOf(person);
  if (able !== null && able.mayNot === undefined) return <Choice of={of} person={person} onChanged={onChanged} />;
  if (address === null) return null;
  if (able?.mayNot !== undefined) {
    return (
      <LockedValue label={t('ticket_notifies')} reason={able.mayNot}>
        <AddressText address={address} />
      </LockedValue>
    );
  }
  return (
    <div class="field">
      <span class="field-label">{t('ticket_notifies')}</span>
      <span>
        <AddressText address={address} />
      </span>
    </div>
  );
}

function Choice(props: TicketAddressProps & { readonly person: Person }) {
  const { of, person, onChanged } = props;
  const { ticket } = of;
  const primary = primaryOf(person);
  const saving = useNotified(ticket, person);
  const addresses = person.emails.map(({ address }) => address);
  const choose = (key: string): void => {
    const chosen = addresses.find((address) => address === key);
    const to = chosen === primary ? null : chosen;
    if (to !== undefined && to !== saving.shown) void saving.save(to).then(onChanged);
  };
  return (
    <div>
      <Select
        label={t('ticket_notifies')}
        value={saving.shown ?? primary ?? ''}
        options={addresses.map((address) => ({ key: address, text: address }))}
        onPick={choose}
        hint={t('ticket_notifies_hint')}
      />
      <SavedValue
        label={t('ticket_notifies')}
        of={of}
        saving={saving}
        draw={(address) => address ?? primary ?? ''}
        theirs={(there) => (there === null ? null : addresses.find((address) => address === there))}
        onChanged={onChanged}
      />
    </div>
  );
}
