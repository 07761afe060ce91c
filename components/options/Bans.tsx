import './address-list.css';
import { AddressText } from '@/components/ui/AddressText';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { dateText } from '@/components/ui/time';
import { useOwnId } from '@/components/ui/use-own-id';
import { formatNumber, t } from '@/utils/i18n';
import type { AskBackground } from '@/utils/messages/protocol';
import { NoAnswer } from './NoAnswer';
import { Title } from './Title';
import { type BanRow, type Bans as BansNow, useBans } from './use-bans';
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

const told = { lifted: 'options_bans_lifted', back: 'options_bans_back' } as const;

/** What was done last, with the way back beside it. */
function Outcome({ last, undo }: Pick<BansNow, 'last' | 'undo'>) {
  return (
    <div class="bans-outcome">
      <p role="status" class="outcome">
        {last !== null && last.kind !== 'failed' && t(told[last.kind], [last.address])}
      </p>
      <p role="alert" class="outcome">
        {last?.kind === 'failed' && t('options_failed_save')}
      </p>
      {undo !== null && (
        <Button small icon="undo" onPress={() => void undo()}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}

/** Addresses that were banned when somebody was deleted: here each ban is lifted. */
export function Bans({ ask }: { readonly ask: AskBackground }) {
  const { asked, last, lift, undo } = useBans(ask);
  const id = useOwnId();
  const items = asked.value?.items ?? [];
  const total = asked.value?.total ?? 0;
  const head = useHeadingFocus(items.map(({ address }) => address).join(' '));
  return (
    <section aria-labelledby={`${id}-title`}>
      <Title id={`${id}-title`} text={t('options_bans_text')} headRef={head}>
        {t('options_bans')}
      </Title>
      {asked.problem !== null && <NoAnswer again={asked.again} />}
      {asked.value !== null && items.length === 0 && (
        <p class="quiet signed">
          <Icon name="check" />
          {t('options_bans_none')}
        </p>
      )}
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
      <Outcome last={last} undo={undo} />
    </section>
  );
}
