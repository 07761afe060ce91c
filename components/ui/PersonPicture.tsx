import './person-picture.css';
import { useState } from 'preact/hooks';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { initials, tintOf } from './initials';

export interface PersonPictureProps {
  readonly name: string;
  /** `connection:id` picks the tint; null: not known yet, drawn in grey. */
  readonly seed: string | null;
  readonly size?: 'head' | 'list' | 'small' | 'note';
  readonly badge?: IconName;
  /** Grey ground: disabled, banned. */
  readonly muted?: boolean;
  /** Nobody has the address: a dashed ring with a question mark. */
  readonly unknown?: boolean;
  readonly square?: boolean;
  /** A `data:image/…` address. Anything else is not drawn: nothing is ever loaded from elsewhere. */
  readonly picture?: string | undefined;
}

const OWN_IMAGE = /^data:image\//;

/** Always stands beside the name, so it is not read out. A picture that cannot be drawn leaves the letters. */
export function PersonPicture(props: PersonPictureProps) {
  const { name, seed, size = 'list', badge, muted = false, unknown = false, square = false } = props;
  const [broken, setBroken] = useState('');
  const { picture = '' } = props;
  const drawn = OWN_IMAGE.test(picture) && picture !== broken;
  const ground = drawn ? 'picture' : unknown ? 'unknown' : muted || seed === null ? 'muted' : tintOf(seed);
  const letters = unknown ? '?' : initials(name);
  return (
    <span
      class={`person-picture person-picture-${size}${square ? ' person-picture-square' : ''}`}
      data-ground={ground}
      aria-hidden="true"
    >
      {drawn ? (
        <img class="person-picture-image" src={picture} alt="" onError={() => setBroken(picture)} />
      ) : (
        <span class="person-picture-letters">{letters === '' ? '?' : letters}</span>
      )}
      {badge !== undefined && (
        <span class="person-picture-badge">
          <Icon name={badge} />
        </span>
      )}
    </span>
  );
}
