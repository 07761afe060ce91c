// What an open panel asks again and again while somebody looks at a person.
import type { PersonRef } from '@/utils/people/types';
import type { Ask } from './acting';

export interface FollowingAsks {
  /**
   * Waits until the server tells that something of this person is other than before: then the views have it already.
   * False: nothing was, for a while. One waits in a tab. Fails where the server has no such thing, or nobody waits any more.
   */
  'news.wait': Ask<{ readonly tab: number; readonly ref: PersonRef }, boolean>;
  /** Nobody looks there. */
  'news.stop': Ask<{ readonly tab: number }, null>;
}
