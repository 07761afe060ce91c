import type { Place } from '@/utils/lookup/find';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Address, Person } from '@/utils/people/types';
import type { Settings } from '@/utils/settings/schema';
import type { ChangeSettings } from '@/utils/settings/store';

/** As many as fit under the search field without scrolling. */
const MOST = 8;

/** Those whose connections can be asked now: who is of a paused one cannot be opened from the list. */
export const openable = (recent: Settings['recent'], places: readonly Place[]): PanelView['recent'] =>
  recent.filter(({ ref }) => places.some(({ source }) => source.id === ref.connection));

/** Puts a person at the head of those shown lately. */
export async function remember(settings: ChangeSettings, person: Person, address: Address | null): Promise<void> {
  const { ref, name } = person;
  await settings(({ recent }) => {
    const rest = recent.filter((one) => !sameRef(one.ref, ref));
    return { recent: [{ ref, name, address }, ...rest].slice(0, MOST) };
  });
}
