import './rows.css';
import { useActs } from '@/components/panel/acts';
import { Sentence } from '@/components/panel/Sentence';
import { AddressText } from '@/components/ui/AddressText';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { Match, OtherPerson, PanelView } from '@/utils/messages/view';
import type { Address } from '@/utils/people/types';

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

/** What this message has to do with the record: by which address it was found, why it is shown, where a reply goes. */
export function MessageFacts({ view, match }: { readonly view: PanelView; readonly match: Match }) {
  const address = view.subject?.party.address ?? null;
  const reply = view.subject?.role === 'reply-to' ? undefined : view.others.find(({ role }) => role === 'reply-to');
  return (
    <>
      <TagNote match={match} address={address} />
      {view.always && address !== null && <AlwaysNote address={address} />}
      {reply !== undefined && <ReplyGoesTo other={reply} />}
    </>
  );
}
