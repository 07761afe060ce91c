import { useRef } from 'preact/hooks';
import { Dash, InlineEdit } from '@/components/edit/InlineEdit';
import { NotSaved } from '@/components/edit/NotSaved';
import { type Saving, useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { AddressText } from '@/components/ui/AddressText';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';
import { parseAddress } from '@/utils/people/address';
import type { Address, Person } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { ContactControl } from './ContactControl';
import { CopyButton } from './CopyButton';
import { readContact, textOfEmail, textOfTheirContact } from './contact-text';
import { addressProblem, contactIcon, contactName } from './contact-words';
import { useToldFailure } from './use-told-failure';

/** An address as it is read: whole, with what it is called, and marked if it is the one that counts. */
export function EmailText({ text, primary }: { readonly text: string; readonly primary: boolean }) {
  const { value, label } = readContact(text);
  if (value === '') return <Dash />;
  return (
    <>
      <AddressText address={value} />
      {label !== '' && (
        <span class="quiet">
          {' · '}
          <bdi>{label}</bdi>
        </span>
      )}
      {primary && (
        <>
          {' '}
          <span class="contact-primary">
            <Icon name="flag" />
            {t('primary')}
          </span>
        </>
      )}
    </>
  );
}

/** What an action is told of an address; null: none. */
export function labelledOf(text: string): { readonly address: Address; readonly label?: string } | null {
  const { value, label } = readContact(text);
  const address = parseAddress(value);
  if (address === null) return null;
  return label.trim() === '' ? { address } : { address, label: label.trim() };
}

interface ContactEmailProps {
  readonly person: Person;
  /** Which of the person's addresses. */
  readonly at: number;
  /** Which one is primary, as it is drawn. */
  readonly primary: Saving<string> & { readonly problem: Problem | null };
  readonly can: { readonly edit: boolean; readonly primary: boolean };
  /** Its text becomes another: the row stays the same one. */
  readonly onSaving: (from: string, to: string) => void;
}

/** One of a person's addresses: copied always; edited, made primary and removed where that may be. */
export function ContactEmail({ person, at, primary, can, onSaving }: ContactEmailProps) {
  const { run } = useActs();
  const edit = useRef<(() => void) | null>(null);
  const email = person.emails[at];
  const address = email?.address ?? '';
  const own = email === undefined ? '' : textOfEmail(email);
  const write = (from: string, to: string) => {
    const after = labelledOf(to);
    const title = t(after === null ? 'contact_removed' : 'contact_changed', [after?.address ?? address]);
    const input = { from: labelledOf(from), to: after };
    // The record can have it before the answer is here.
    if (after !== null) onSaving(own, textOfEmail(after));
    return run(person.ref, { action: 'edit-address', input }, title);
  };
  const there = useSaving<boolean>(true, () => write(own, ''), person.version);
  const stays = useToldFailure(address, there.state, person.ref.connection);
  const flagged = primary.state.kind !== 'idle' && primary.state.to === address ? primary.problem : null;
  const problem = stays ?? flagged;
  const failed = flagged === null ? there : primary;
  // What could not be made primary is not drawn as if it were.
  const isPrimary = primary.problem === null ? primary.shown === address : email?.primary === true;
  if (!there.shown && stays === null) return null;
  return (
    <li class="contact-row">
      <Icon name={contactIcon('address')} />
      <div class="contact-value">
        {can.edit ? (
          <InlineEdit
            person={person}
            place={`contact:address:${address}`}
            label={contactName('address')}
            value={own}
            read={(text) => <EmailText text={text} primary={isPrimary} />}
            control={(control) => <ContactControl type="address" control={control} />}
            check={(text) => addressProblem(person, at, text)}
            save={(to, from) => write(from, to)}
            theirs={textOfTheirContact}
            pen="heading"
            edit={edit}
          />
        ) : (
          <EmailText text={own} primary={isPrimary} />
        )}
        {problem !== null && (
          <NotSaved
            label={address}
            problem={problem}
            connection={person.ref.connection}
            of={person.ref}
            onRetry={() => void failed.retry()}
            onRevert={() => failed.revert()}
          />
        )}
      </div>
      <span class="contact-acts">
        {can.primary && !isPrimary && (
          <IconButton
            small
            icon="flag"
            label={t('make_primary', [address])}
            onPress={() => void primary.save(address)}
          />
        )}
        {can.edit && (
          <IconButton small icon="pen" label={t('edit_value', [address])} onPress={() => edit.current?.()} />
        )}
        {can.edit && !isPrimary && person.emails.length > 1 && (
          <IconButton small icon="x" label={t('contact_remove', [address])} onPress={() => void there.save(false)} />
        )}
      </span>
      <CopyButton value={address} />
    </li>
  );
}
