import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Hit } from '@/components/panel/states';
import type { Chosen } from '@/utils/actions/inputs';
import type { Ran } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';

/** Does what a dialog asks about, once: `then` when it is done; a refusal stays in the dialog. */
export function useDeed(hit: Hit, then: (ran: Ran) => void) {
  const { run } = useActs();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async (chosen: Chosen, title: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await run(hit.match.person.ref, chosen, title);
    setBusy(false);
    if (answer.ok) then(answer.value);
    else setProblem(answer.problem);
  };
  return { busy, problem, act };
}

export type Deed = ReturnType<typeof useDeed>;
