import { AddressText } from '@/components/ui/AddressText';
import { Button } from '@/components/ui/Button';
import { dateText } from '@/components/ui/time';
import { useOwnId } from '@/components/ui/use-own-id';
import { formatNumber, t } from '@/utils/i18n';
import type { AskBackground } from '@/utils/messages/protocol';
import { ListTop } from './ListTop';
import { Outcome } from './Outcome';
import { type BanRow, useBans } from './use-bans';
import { useHeadingFocus } from './use-heading-focus';

const books = { book: 'source_own_book', sample: 'source_sample_book' } as const;

function Row({ ban, onLift }: { readonly ban: BanRow; readonly onLift: () => void }) {
  const since = t('options_bans_since', [dateText(ban.at, Date.now())]);
  return (
    <li class="list-row list-short">
      <div class="list-what">
        <AddressText address={ban.address} />
        <span class="list-line">
          {t(books[ban.book])} · {since}
        </span>
      </div>
      <div class="list-acts">
        <Button small label={t('options_bans_lift_of', [ban.address])} onPress={onLift}>
          {t('options_bans_lift')}
        </Button>
      </div>
    </li>
  );
}

const words = { title: 'options_bans', text: 'options_bans_text', none: 'options_bans_none' } as const;
const told = { lifted: 'options_bans_lifted', back: 'options_bans_back' } as const;

/** Addresses that were banned when somebody was deleted: here each ban is lifted. */
export function Bans({ ask }: { readonly ask: AskBackground }) {
  const { asked, last, lift, undo } = useBans(ask);
  const id = useOwnId();
  const items = asked.value?.items ?? [];
  const total = asked.value?.total ?? 0;
  const head = useHeadingFocus(items.map(({ address }) => address).join(' '));
  return (
    <section aria-labelledby={`${id}-title`}>
      <ListTop id={`${id}-title`} words={words} asked={asked} empty={items.length === 0} headRef={head} />
      {items.length > 0 && (
        <ul class="list-frame" aria-label={t('options_bans')}>
          {items.map((ban) => (
            <Row key={`${ban.book} ${ban.address}`} ban={ban} onLift={() => void lift(ban)} />
          ))}
        </ul>
      )}
      {total > items.length && (
        <p class="quiet figures">{t('first_of', [formatNumber(items.length), formatNumber(total)])}</p>
      )}
      <Outcome
        told={last === null || last.kind === 'failed' ? '' : t(told[last.kind], [last.address])}
        failed={last?.kind === 'failed'}
        undo={undo}
      />
    </section>
  );
}
