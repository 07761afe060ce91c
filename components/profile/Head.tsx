import './head.css';
import { useState } from 'preact/hooks';
import { later } from '@/components/panel/later';
import { statusLooks } from '@/components/panel/person-words';
import { type Hit, refKey } from '@/components/panel/states';
import { AddressLine, AddressText } from '@/components/ui/AddressText';
import { Chip } from '@/components/ui/Chip';
import { IconButton } from '@/components/ui/IconButton';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { SourceMark } from '@/components/ui/SourceMark';
import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';
import { SourceChips } from './SourceChips';

const HeadMarks = later(async () => (await import('./HeadMarks')).HeadMarks, 'nothing');
const HeadMenu = later(async () => (await import('./HeadMenu')).HeadMenu, 'nothing');

export interface HeadProps {
  readonly view: PanelView;
  readonly subject: Subject;
  readonly hit: Hit;
}

const kindTexts = { agent: 'kind_agent', 'shared-mailbox': 'kind_shared_mailbox' } as const;

function StateChips({ person }: { readonly person: Person }) {
  const status = person.status === 'active' ? null : statusLooks[person.status];
  const quiet = person.autoReplies === false;
  const vip = person.marks?.some(({ kind }) => kind === 'vip') === true;
  if (status === null && person.kind === 'person' && !quiet && !vip) return null;
  return (
    <div class="head-chips">
      {status !== null && (
        <Chip icon={status.icon} tone={status.tone}>
          {t(status.text)}
        </Chip>
      )}
      {vip && <Chip icon="flag">{t('mark_vip')}</Chip>}
      {person.kind !== 'person' && <Chip>{t(kindTexts[person.kind])}</Chip>}
      {quiet && <Chip icon="stop">{t('no_auto_replies')}</Chip>}
    </div>
  );
}

/**
 * Who this is, and by which address we say so. The address stands there as the message has it, whole. The menu is one
 * for both forms of the header, and stays at the edge while the rest scrolls away under it.
 */
export function Head({ view, subject, hit }: HeadProps) {
  const { person } = hit.match;
  const { address, shown } = subject.party;
  // Of this person only: another one's menu is not open, whoever pressed a moment before.
  const of = refKey(person.ref);
  const [menu, setMenu] = useState('');
  const status = person.status === 'active' ? null : statusLooks[person.status];
  // A chip beside the state says who is a VIP.
  const told = person.marks?.filter(({ kind }) => kind !== 'vip') ?? [];
  const picture = {
    name: person.name,
    seed: of,
    muted: status?.muted ?? false,
    picture: person.picture,
    ...(status === null ? {} : { badge: status.icon }),
  };
  return (
    <header class="head-frame">
      <div class="head-compact" aria-hidden="true">
        <div class="head-compact-row">
          <PersonPicture {...picture} size="small" />
          <div class="head-compact-words">
            <span class="head-compact-name" dir="auto">
              {person.name}
            </span>
            {address !== null && <AddressLine address={address} />}
          </div>
          <SourceMark {...hit.answer.source.mark} />
        </div>
      </div>
      <div class="head-kept">
        {menu === of ? (
          <HeadMenu key={of} view={view} subject={subject} hit={hit} />
        ) : (
          <div class="menu">
            <IconButton
              icon="dots"
              label={t('more_actions')}
              popup="menu"
              expanded={false}
              onPress={() => setMenu(of)}
            />
          </div>
        )}
      </div>
      <div class="head">
        <PersonPicture {...picture} size="head" />
        <div class="head-words">
          <h1 class="head-name" tabIndex={-1}>
            <bdi>{person.name}</bdi>
          </h1>
          {address !== null && (
            <p class="head-address">
              <AddressText address={address} shown={shown} />
            </p>
          )}
          <StateChips person={person} />
          {person.status === 'disabled' && (
            <p class="head-means">{t(hit.answer.source.says?.disabled ?? 'disabled_means')}</p>
          )}
        </div>
        {told.length > 0 && <HeadMarks marks={told} />}
        <SourceChips view={view} hit={hit} />
      </div>
    </header>
  );
}
