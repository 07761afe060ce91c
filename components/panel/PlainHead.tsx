import '@/components/profile/head.css';
import type { ComponentChildren } from 'preact';
import { AddressText } from '@/components/ui/AddressText';
import type { MenuItem } from '@/components/ui/Menu';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { t } from '@/utils/i18n';
import type { Party } from '@/utils/people/message';
import { PressMenu } from './PressMenu';

export interface PlainHeadProps {
  readonly title: string;
  readonly party?: Party;
  /** A dashed ring for nobody, letters in grey for somebody not known yet; absent: no picture. */
  readonly picture?: { readonly name: string; readonly unknown: boolean };
  readonly items?: readonly MenuItem[];
  /** Without the rule: tabs follow. */
  readonly open?: boolean;
  readonly children?: ComponentChildren;
}

/** The top of every state that is not a profile: what holds, for which address. */
export function PlainHead({ title, party, picture, items, open = false, children }: PlainHeadProps) {
  return (
    <header class={`head${open ? '' : ' head-plain'}${picture === undefined ? ' head-bare' : ''}`}>
      {picture !== undefined && <PersonPicture name={picture.name} seed={null} unknown={picture.unknown} size="head" />}
      <div class="head-words">
        <h1 class="head-name" tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {party !== undefined && party.address !== null && (
          <p class="head-address">
            <AddressText address={party.address} shown={party.shown} />
          </p>
        )}
        {children}
      </div>
      {items !== undefined && (
        <div class="head-menu">
          <PressMenu label={t('more_actions')} items={items} />
        </div>
      )}
    </header>
  );
}
