// What every row about somebody begins with: the picture, and the name with the state in sign and word.

import type { ComponentChildren } from 'preact';
import { Chip } from '@/components/ui/Chip';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { statusLooks } from './person-words';
import { refKey } from './states';

const looksOf = ({ status }: Person) => (status === 'active' ? null : statusLooks[status]);

export function RowPicture({ person }: { readonly person: Person }) {
  const status = looksOf(person);
  return (
    <PersonPicture
      name={person.name}
      seed={refKey(person.ref)}
      muted={status?.muted ?? false}
      {...(person.picture === undefined ? {} : { picture: person.picture })}
      {...(status === null ? {} : { badge: status.icon })}
    />
  );
}

/** `name`: drawn otherwise than as it is, with found letters marked. */
export function RowName(props: {
  readonly person: Person;
  readonly name?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const { person, name = <bdi>{person.name}</bdi> } = props;
  const status = looksOf(person);
  return (
    <span class="person-name">
      {name}{' '}
      {status !== null && (
        <Chip icon={status.icon} tone={status.tone}>
          {t(status.text)}
        </Chip>
      )}
      {props.children}
    </span>
  );
}
