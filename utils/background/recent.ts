import { sameRef } from '@/utils/people/ref';
import type { Address, Person } from '@/utils/people/types';
import type { ChangeSettings } from '@/utils/settings/store';

/** As many as fit under the search field without scrolling. */
const MOST = 8;

/** Puts a person at the head of those shown lately. */
export async function remember(settings: ChangeSettings, person: Person, address: Address | null): Promise<void> {
  const { ref, name } = person;
  await settings(({ recent }) => {
    const rest = recent.filter((one) => !sameRef(one.ref, ref));
    return { recent: [{ ref, name, address }, ...rest].slice(0, MOST) };
  });
}
