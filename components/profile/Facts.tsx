import './rows.css';
import { useActs, useNow } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { Sentence } from '@/components/panel/Sentence';
import { AddressText } from '@/components/ui/AddressText';
import { Chip } from '@/components/ui/Chip';
import { Icon } from '@/components/ui/Icon';
import { localTime } from '@/components/ui/time';
import { plural, t } from '@/utils/i18n';
import type { Match, OtherPerson, PanelView } from '@/utils/messages/view';
import type { Address, Membership } from '@/utils/people/types';

const HALF_A_MINUTE = 30_000;

function Place({ membership, tickets }: { readonly membership: Membership; readonly tickets: number | null }) {
  const under = [membership.position, membership.manager === true ? t('manager') : undefined].filter(
    (text): text is string => text !== undefined && text !== '',
  );
  return (
    <div class="row">
      <Icon name="org" />
      <div class="row-words">
        <div>
          <span class="unseen">{t('organisation')} </span>
          <bdi>{membership.name}</bdi>
        </div>
        {under.length > 0 && (
          <div class="quiet">
            <Dotted parts={under} />
          </div>
        )}
      </div>
      {tickets !== null && <span class="row-end">{plural('tickets', tickets)}</span>}
    </div>
  );
}

function Clock({ zone }: { readonly zone: string }) {
  const now = useNow(HALF_A_MINUTE);
  const time = localTime(zone, now);
  if (time === null) return null;
  return (
    <div class="row">
      <Icon name="clock" />
      <div class="row-words figures">
        <span class="unseen">{t('local_time')} </span>
        {time.there} <span class="quiet">· {time.difference}</span>
      </div>
    </div>
  );
}

/** Form mailers put the real writer there: a fact to know, not a warning. */
function ReplyGoesTo({ other }: { readonly other: OtherPerson }) {
  const { ask, tab } = useActs();
  const { address, shown, name } = other.party;
  return (
    <div class="row">
      <Icon name="undo" />
      <div class="row-words">
        <div class="quiet">{t('reply_goes_to')}</div>
        {address === null ? <bdi>{name}</bdi> : <AddressText address={address} shown={shown} />}
      </div>
      <button type="button" class="row-action" onClick={() => void ask('lookup.party', { tab, party: other.party })}>
        {t('show')}
      </button>
    </div>
  );
}

function TagNote({ match, address }: { readonly match: Match; readonly address: string | null }) {
  if (match.reason.kind !== 'tag' || address === null) return null;
  return (
    <div class="row">
      <Icon name="info" />
      <div class="row-words">
        <Sentence text="found_without_tag" first={<AddressText address={match.reason.address} />} />
      </div>
    </div>
  );
}

function AlwaysNote({ address }: { readonly address: Address }) {
  const { ask, tab } = useActs();
  return (
    <div class="row">
      <Icon name="check" />
      <div class="row-words">{t('always_shown')}</div>
      <button type="button" class="row-action" onClick={() => void ask('match.ask', { tab, of: address })}>
        {t('always_undo')}
      </button>
    </div>
  );
}

/** What one wants to know before anything else: for whom they work, what time it is there, how they are marked. */
export function Facts({ view, match }: { readonly view: PanelView; readonly match: Match }) {
  const { person, tickets } = match;
  const address = view.subject?.party.address ?? null;
  const reply = view.subject?.role === 'reply-to' ? undefined : view.others.find(({ role }) => role === 'reply-to');
  return (
    <div class="facts">
      <TagNote match={match} address={address} />
      {view.always && address !== null && <AlwaysNote address={address} />}
      {reply !== undefined && <ReplyGoesTo other={reply} />}
      {person.memberships.map((membership, index) => (
        <Place
          key={membership.organisation}
          membership={membership}
          tickets={index === 0 && tickets > 0 ? tickets : null}
        />
      ))}
      {person.memberships.length === 0 && tickets > 0 && (
        <div class="row">
          <Icon name="ticket" />
          <div class="row-words quiet figures">{plural('tickets', tickets)}</div>
        </div>
      )}
      {person.timezone !== undefined && <Clock zone={person.timezone} />}
      {person.labels.length > 0 && (
        <div class="row row-chips">
          <Icon name="tag" />
          <ul class="chips" aria-label={t('labels')}>
            {person.labels.map((label) => (
              <li key={label}>
                <Chip>{label}</Chip>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
