import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AskBackground } from '@/utils/messages/protocol';

/** Which sections are folded away, as this user left them. */
export function useFolds(ask: AskBackground) {
  const [kept, setKept] = useState<Readonly<Record<string, boolean>>>({});
  useEffect(() => {
    void ask('preferences.get', {}).then((answer) => {
      if (answer.ok) setKept((now) => ({ ...answer.value.folded, ...now }));
    });
  }, [ask]);
  const fold = useCallback(
    (section: string, folded: boolean) => {
      setKept((now) => ({ ...now, [section]: folded }));
      void ask('preferences.set', { folded: { [section]: folded } });
    },
    [ask],
  );
  const folded = useCallback((section: string, byDefault: boolean): boolean => kept[section] ?? byDefault, [kept]);
  return { folded, fold };
}
