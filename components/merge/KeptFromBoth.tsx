import type { ComponentChildren } from 'preact';
import { isolate } from '@/components/panel/person-words';
import { contactIcon } from '@/components/profile/contact-words';
import { AddressText } from '@/components/ui/AddressText';
import { Icon } from '@/components/ui/Icon';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import type { Comparison } from '@/utils/merge';
import type { Address, FieldValue, Person } from '@/utils/people/types';
import { fieldWords } from './merge-words';

/** Whose it was, where that is news; and whether it is lost. */
interface Kept {
  readonly from: 'stays' | 'goes' | 'both';
  readonly dropped?: true;
}

function Words({
  of,
  goes,
  children,
}: {
  readonly of: Kept;
  readonly goes: Person;
  readonly children: ComponentChildren;
}) {
  const from = of.from === 'goes' && <span class="quiet"> {t('merge_from', [isolate(goes.name)])}</span>;
  if (of.dropped !== true) {
    return (
      <>
        {children}
        {from}
      </>
    );
  }
  return (
    <span class="merge-loses">
      <s>{children}</s>
      {from} <span class="merge-word">{t('merge_dropped')}</span>
    </span>
  );
}

interface AddressesProps {
  readonly comparison: Comparison;
  readonly goes: Person;
  readonly busy: boolean;
  readonly onPrimary: (address: Address) => void;
}

function Addresses({ comparison, goes, busy, onPrimary }: AddressesProps) {
  const name = useOwnId();
  const { addresses } = comparison;
  if (addresses.length === 0) return null;
  return (
    <fieldset class="merge-kept">
      <legend class="quiet">{t('merge_choose_primary')}</legend>
      {addresses.map((one) => (
        <label key={one.address} class="merge-choice merge-address">
          <input
            type="radio"
            name={name}
            checked={one.primary}
            disabled={busy || one.dropped === true}
            onChange={() => onPrimary(one.address)}
          />
          <span class={one.primary ? 'merge-primary' : undefined}>
            <Words of={one} goes={goes}>
              <AddressText address={one.address} />
            </Words>
            {one.primary && (
              <span class="merge-flag">
                <Icon name="flag" />
                {t('primary')}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Chips(props: {
  readonly title: string;
  readonly items: readonly (Kept & { readonly key: string; readonly text: string })[];
  readonly goes: Person;
}) {
  const { title, items, goes } = props;
  const id = useOwnId();
  if (items.length === 0) return null;
  return (
    <div class="merge-kept">
      <p class="quiet" id={id}>
        {title}
      </p>
      <ul class="merge-chips" aria-labelledby={id}>
        {items.map((one) => (
          <li key={one.key} class="chip">
            <span>
              <Words of={one} goes={goes}>
                <bdi>{one.text}</bdi>
              </Words>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const text = (field: FieldValue): string => fieldWords(field);

function Contacts({ comparison, goes }: { readonly comparison: Comparison; readonly goes: Person }) {
  const id = useOwnId();
  if (comparison.contacts.length === 0) return null;
  return (
    <div class="merge-kept">
      <p class="quiet" id={id}>
        {t('section_contact')}
      </p>
      <ul class="merge-contacts" aria-labelledby={id}>
        {comparison.contacts.map((one, index) => (
          <li key={index}>
            <Icon name={contactIcon(one.value.type)} />
            <span>
              <Words of={one} goes={goes}>
                <bdi>{text(one.value)}</bdi>
                {one.value.label !== undefined && <span class="quiet"> {one.value.label}</span>}
              </Words>
              {one.other !== undefined && (
                <span class="merge-loses merge-other">
                  <s>
                    <bdi>{[text(one.other), one.other.label ?? ''].join(' ').trim()}</bdi>
                  </s>{' '}
                  <span>{t('merge_dropped')}</span>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is united: addresses with the one that is to be primary, contact values, labels, groups, organisations. */
export function KeptFromBoth({ comparison, goes, busy, onPrimary }: AddressesProps) {
  const title = useOwnId();
  const { labels, groups, memberships } = comparison;
  return (
    <section class="merge-section" aria-labelledby={title}>
      <h2 class="merge-title" id={title}>
        {t('merge_kept')}
      </h2>
      <Addresses comparison={comparison} goes={goes} busy={busy} onPrimary={onPrimary} />
      <Contacts comparison={comparison} goes={goes} />
      <Chips
        title={t('merge_organisations')}
        items={memberships.map(({ membership, ...kept }) => ({
          ...kept,
          key: membership.organisation,
          text: [membership.name, membership.position ?? ''].filter((part) => part !== '').join(' · '),
        }))}
        goes={goes}
      />
      <Chips
        title={t('labels')}
        items={labels.map(({ label, ...kept }) => ({ ...kept, key: label, text: label }))}
        goes={goes}
      />
      <Chips
        title={t('property_groups')}
        items={groups.map(({ id, name, ...kept }) => ({ ...kept, key: id, text: name }))}
        goes={goes}
      />
    </section>
  );
}
