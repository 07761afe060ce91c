import { type Hit, hitsOf } from '@/components/panel/states';
import { AddressText } from '@/components/ui/AddressText';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Skeleton } from '@/components/ui/Skeleton';
import { useOwnId } from '@/components/ui/use-own-id';
import { plural, t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { AskedProps } from './asked';
import { CountedList } from './CountedList';
import { type Counted, goesOf, staysOf } from './goes-words';
import { guardOf } from './guard';
import { Question } from './Question';
import { useHoldings } from './use-asked-of';
import { useDeed } from './use-deed';

/** Of one address its own name is asked, of several how many. */
function titleOf({ match }: Hit, bans: boolean, tickets: number): string {
  const { emails } = match.person;
  const [first] = emails;
  if (bans && first !== undefined) {
    return emails.length === 1 ? t('ask_ban', [first.address]) : plural('ask_ban_addresses', emails.length);
  }
  return tickets === 0 ? t('ask_delete') : plural('ask_delete_tickets', tickets);
}

function actOf(bans: boolean, tickets: number): string {
  if (bans) return t('action_delete_and_ban');
  return tickets === 0 ? t('act_delete') : plural('act_delete_tickets', tickets);
}

/** Cards in view that are about the same address: how many, in the order of their sources. */
function cardsBeside(view: PanelView | null, hit: Hit) {
  const others = hitsOf(view?.answers ?? []).filter(({ match }) => !sameRef(match.person.ref, hit.match.person.ref));
  const sources = [...new Set(others.map(({ answer }) => answer.source.name))];
  return sources.map((source) => ({
    source,
    count: others.filter(({ answer }) => answer.source.name === source).length,
  }));
}

/** Each address that will be banned, in full. */
function Banned({ hit }: { readonly hit: Hit }) {
  const id = useOwnId();
  return (
    <div class="question-list">
      <p class="question-list-title" id={id}>
        {t('bans_at')}
      </p>
      <ul class="question-list question-goes" aria-labelledby={id}>
        {hit.match.person.emails.map(({ address }) => (
          <li key={address} class="question-line">
            <Icon name="ban" />
            <AddressText address={address} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Delete, or delete and ban: what goes is counted while it is read; until it is known, nothing can be pressed. */
export function DeleteDialog({ view, hit, bans, onClose }: AskedProps & { readonly bans: boolean }) {
  const { person } = hit.match;
  const { source } = hit.answer;
  const { value: holdings, problem, again } = useHoldings(person.ref);
  const deed = useDeed(hit, onClose);
  const stays = staysOf(cardsBeside(view, hit));
  const tickets = holdings?.tickets?.count ?? 0;
  const { deleting } = source.says ?? {};
  const nothing: Counted = { text: t('goes_record'), number: '' };
  const goes = holdings === null ? [] : goesOf(holdings);
  const input = { version: person.version ?? null };
  const waits = problem === null ? t('goes_counting') : t('goes_uncounted', [source.name]);
  return (
    <Question
      hit={hit}
      title={titleOf(hit, bans, tickets)}
      warning={
        <>
          {deleting === undefined ? (
            <p>{t('final_hold', [source.name])}</p>
          ) : (
            <p>
              {t(deleting, [source.name])} {t('hold_here')}
            </p>
          )}
          {bans && <p>{source.local ? t('ban_lift_here') : t('ban_lift_there', [source.name])}</p>}
        </>
      }
      act={{
        text: actOf(bans, tickets),
        icon: bans ? 'ban' : 'trash',
        destroys: true,
        busy: t('act_deleting'),
        onPress: () =>
          void deed.act(
            bans ? { action: 'delete-and-ban', input } : { action: 'delete', input },
            t(bans ? 'done_deleted_banned' : 'done_deleted'),
          ),
      }}
      not={holdings === null ? waits : null}
      guard={guardOf(person)}
      deed={deed}
      onClose={onClose}
    >
      {holdings === null && problem === null && <Skeleton />}
      {problem !== null && (
        <div>
          <Button small icon="retry" onPress={again}>
            {t('retry')}
          </Button>
        </div>
      )}
      {holdings !== null && <CountedList title={t('goes')} kind="goes" lines={goes.length === 0 ? [nothing] : goes} />}
      {bans && <Banned hit={hit} />}
      <CountedList title={t('stays')} kind="stays" lines={stays} />
    </Question>
  );
}
