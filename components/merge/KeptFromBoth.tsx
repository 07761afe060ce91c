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

interface WordsProps {
  readonly of: Kept;
  readonly goes: Person;
  /** The name of a server that does not say what becomes of such values; null: it is known. */
  readonly decides: string | null;
  readonly children: ComponentChildren;
}

function Words({ of, goes, decides, children }: WordsProps) {
  const from = of.from === 'goes' && <span class="quiet"> {t('merge_from', [isolate(goes.name)])}</span>;
  if (of.from === 'goes' && decides !== null) {
    return (
      <>
        {children}
        {from} <span class="quiet">· {t('merge_decides', [decides])}</span>
      </>
    );
  }
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
  readonly decides: string | null;
  readonly busy: boolean;
  /** Null: nothing is to be chosen here. */
  readonly onPrimary: ((address: Address) => void) | null;
}

function Addresses({ comparison, goes, decides, busy, onPrimary }: AddressesProps) {
  const name = useOwnId();
  const { addresses } = comparison;
  const Choice = onPrimary === null ? 'div' : 'label';
  if (addresses.length === 0) return null;
  return (
    <fieldset class="merge-kept">
      <legend class="quiet">{t(onPrimary === null ? 'contact_addresses' : 'merge_choose_primary')}</legend>
      {addresses.map((one) => (
        <Choice key={one.address} class="merge-choice merge-address">
          {onPrimary !== null && (
            <input
              type="radio"
              name={name}
              checked={one.primary}
              disabled={busy || one.dropped === true}
              onChange={() => onPrimary(one.address)}
            />
          )}
          <span class={one.primary ? 'merge-primary' : undefined}>
            <Words of={one} goes={goes} decides={decides}>
              <AddressText address={one.address} />
            </Words>
            {one.primary && (
              <span class="merge-flag">
                <Icon name="flag" />
                {t('primary')}
              </span>
            )}
          </span>
        </Choice>
      ))}
    </fieldset>
  );
}

function Chips(props: {
  readonly title: string;
  readonly items: readonly (Kept & { readonly key: string; readonly text: string })[];
  readonly goes: Person;
  readonly decides: string | null;
}) {
  const { title, items, goes, decides } = props;
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
              <Words of={one} goes={goes} decides={decides}>
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

function Contacts({ comparison, goes, decides }: Pick<AddressesProps, 'comparison' | 'goes' | 'decides'>) {
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
              <Words of={one} goes={goes} decides={decides}>
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
export function KeptFromBoth({ comparison, goes, decides, busy, onPrimary }: AddressesProps) {
  const title = useOwnId();
  const { labels, groups, memberships } = comparison;
  return (
    <section class="merge-section" aria-labelledby={title}>
      <h2 class="merge-title" id={title}>
        {t('merge_kept')}
      </h2>
      <Addresses comparison={comparison} goes={goes} decides={decides} busy={busy} onPrimary={onPrimary} />
      <Contacts comparison={comparison} goes={goes} decides={decides} />
      <Chips
        title={t('merge_organisations')}
        items={memberships.map(({ membership, ...kept }) => ({
          ...kept,
          key: membership.organisation,
          text: [membership.name, membership.position ?? ''].filter((part) => part !== '').join(' · '),
        }))}
        goes={goes}
        decides={decides}
      />
      <Chips
        title={t('labels')}
        items={labels.map(({ label, ...kept }) => ({ ...kept, key: label, text: label }))}
        goes={goes}
        decides={null}
      />
      <Chips
        title={t('property_groups')}
        items={groups.map(({ id, name, ...kept }) => ({ ...kept, key: id, text: name }))}
        goes={goes}
        decides={decides}
      />
    </section>
  );
}
