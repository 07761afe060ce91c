// Records of different servers stand in one profile because they share an address. Whether they are one person, the
// agent knows.

import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { apartAmong, type Hit } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Command } from './command';

/** "Not the same person as at SERVER", for each other server that has somebody by the address; and the way back. */
export function useApart(view: PanelView | null, hit: Hit): readonly Command[] {
  const { ask, tab, notice, warn } = useActs();
  if (view === null) return [];
  const { person } = hit.match;
  const { source } = hit.answer;
  const parted = apartAmong(view);

  const set = async (other: Hit, apart: boolean): Promise<void> => {
    const pair = { a: person.ref, b: other.match.person.ref };
    // Whoever looks at one of the two goes on looking at that one.
    if (apart) await ask('match.pick', { tab, ref: person.ref, always: false });
    const answer = await ask('apart.set', { ...pair, apart });
    if (!answer.ok) {
      const words = problemWords(answer.problem, 'failed_apart', source.name);
      return warn(`${words.title} ${words.detail}`);
    }
    const names = [person.name, source.name, other.match.person.name, other.answer.source.name].map(isolate);
    const undo = () => ask('apart.set', { ...pair, apart: !apart });
    const title = t(apart ? 'apart_done_at' : 'apart_same_at', names);
    notice({ key: `apart ${other.match.person.ref.id}`, title, detail: [], source: source.name, undo });
  };

  return view.answers.flatMap((answer): readonly Command[] => {
    const [match, ...more] = answer.matches;
    // Of several there, none is meant by the address alone.
    if (answer.source.id === source.id || match === undefined || more.length > 0) return [];
    const { ref } = match.person;
    const isApart = parted.some((pair) => pair.every((one) => sameRef(one, ref) || sameRef(one, person.ref)));
    return [
      {
        key: `apart:${answer.source.id}`,
        icon: isApart ? 'merge' : 'people',
        text: t(isApart ? 'apart_same_as' : 'apart_not_same', [answer.source.name]),
        note: match.person.name,
        state: isolate(match.person.name),
        onPress: () => void set({ match, answer }, !isApart),
      },
    ];
  });
}
