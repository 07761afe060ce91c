// People whom the user declared different, although two servers have them by one address.

import { t } from '@/utils/i18n';
import type { ApartPair } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import { isolate } from './person-words';
import type { Hit } from './states';

/** A pair as it is found among the hits; null: one of them is not there. */
export function hitsOfPair(hits: readonly Hit[], [a, b]: ApartPair): readonly [Hit, Hit] | null {
  const [one, other] = [a, b].map((ref) => hits.find(({ match }) => sameRef(match.person.ref, ref)));
  return one === undefined || other === undefined ? null : [one, other];
}

/** For texts of the form "$1 at $2 and $3 at $4". */
export const namesOfPair = (pair: readonly [Hit, Hit]): readonly string[] =>
  pair.flatMap(({ match, answer }) => [isolate(match.person.name), isolate(answer.source.name)]);

export const apartSaid = (pair: readonly [Hit, Hit]): string => t('apart_said', [...namesOfPair(pair)]);
