import type { PageActs } from '@/utils/messages/protocol';
import { toProblem } from '@/utils/problem';
import { useAsked } from './use-asked';

export type Shortcuts = Awaited<ReturnType<PageActs['shortcuts']>>;

/** The keys as the browser granted them; null while it has not answered. */
export function useShortcuts(page: PageActs): Shortcuts | null {
  const asked = useAsked(() =>
    page.shortcuts().then(
      (value) => ({ ok: true as const, value }),
      (error: unknown) => ({ ok: false as const, problem: toProblem(error) }),
    ),
  );
  return asked.value;
}
