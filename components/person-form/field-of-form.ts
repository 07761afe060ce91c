import { textHint } from '@/components/edit/text-rules';
import type { FormDraft } from './form-draft';
import type { FormProblems } from './form-read';

/** What each part of a form is given: the whole draft, and how to change some of it. */
export interface FormPart {
  readonly draft: FormDraft;
  readonly change: (part: Partial<FormDraft>) => void;
  readonly problems: FormProblems;
}

/** The error of a field, to be handed to it as it is. */
export function errorOf(problems: FormProblems, key: string): { readonly error?: string } {
  const error = problems[key];
  return error === undefined ? {} : { error };
}

export const replaced = <Item>(items: readonly Item[], at: number, item: Item): readonly Item[] =>
  items.map((one, index) => (index === at ? item : one));

export const without = <Item>(items: readonly Item[], at: number): readonly Item[] =>
  items.filter((_, index) => index !== at);

/** Counts the characters of a text that is nearly as long as the server takes. */
export function hintOf(text: string, longest: number | undefined): { readonly hint?: string } {
  const hint = textHint(text, { longest });
  return hint === undefined ? {} : { hint };
}
