import { statusLooks } from '@/components/panel/person-words';
import { type Hit, refKey } from '@/components/panel/states';
import { AddressText } from '@/components/ui/AddressText';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { SourceMark } from '@/components/ui/SourceMark';

/** Whom a question is about: name, address, and which record of which server. */
export function Who({ hit }: { readonly hit: Hit }) {
  const { person } = hit.match;
  const { source } = hit.answer;
  const { id } = person.ref;
  const status = person.status === 'active' ? null : statusLooks[person.status];
  const address = (person.emails.find(({ primary }) => primary) ?? person.emails[0])?.address;
  return (
    <div class="question-who">
      <PersonPicture
        name={person.name}
        seed={refKey(person.ref)}
        muted={status?.muted ?? false}
        picture={person.picture}
        {...(status === null ? {} : { badge: status.icon })}
      />
      <div class="question-words">
        <p class="question-name">
          <bdi>{person.name}</bdi>
        </p>
        {address !== undefined && (
          <p class="question-address">
            <AddressText address={address} />
          </p>
        )}
        <p class="question-source">
          <SourceMark {...source.mark} />
          <bdi>{source.name}</bdi>
          <bdi class="quiet figures" dir="ltr">
            #{id}
          </bdi>
        </p>
      </div>
    </div>
  );
}
