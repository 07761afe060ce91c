import type { Answer } from '@/utils/messages/protocol';
import type { Section } from '@/utils/messages/view';
import type { Part } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { type More, useMore } from './use-more';

export interface Listed<Item> {
  readonly more: More<Item>;
  /** The rows there are: all that were asked for, else those of the view; null until the first come. */
  readonly part: Part<Item> | null;
  readonly problem: Problem | null;
  readonly waiting: boolean;
}

/** A list whose first rows come with the view, and the rest when it is asked for. `of`: whose list it is. */
export function useListed<Item>(
  of: string,
  section: Section<Item>,
  ask: (limit: number) => Promise<Answer<Part<Item>>>,
  touched: number | undefined,
): Listed<Item> {
  const more = useMore<Item>(of, ask, touched);
  const part = more.part ?? (section.state === 'read' ? section.part : null);
  const problem = more.problem ?? (section.state === 'failed' && more.part === null ? section.problem : null);
  return { more, part, problem, waiting: more.busy || (part === null && problem === null) };
}
