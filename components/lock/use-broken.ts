import { useEffect, useState } from 'preact/hooks';
import type { AskBackground } from '@/utils/messages/protocol';

/** Whether what is kept cannot be read at all: then no passphrase helps. */
export function useBroken(ask: AskBackground): readonly [boolean, () => void] {
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const drawn = { still: true };
    void ask('vault.state', {}).then((answer) => {
      if (drawn.still && answer.ok) setBroken(answer.value.broken);
    });
    return () => {
      drawn.still = false;
    };
  }, [ask]);
  return [broken, () => setBroken(true)];
}
