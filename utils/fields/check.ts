// What can be wrong with typed text, told alike in forms, in the profile and in custom fields. Each is the key of a
// sentence among the texts.

export type FieldProblem =
  | 'wrong_website'
  | 'wrong_scheme'
  | 'wrong_twitter'
  | 'wrong_linkedin'
  | 'wrong_facebook'
  | 'wrong_number'
  | 'wrong_date'
  | 'wrong_toggle'
  | 'too_long';

/** Characters that a value may have, as the actions take it. */
export const LONGEST_VALUE = 4000;

const SCHEME = /^\s*[a-z][a-z0-9+.-]*:(?!\d+(?:\/|$))/iu;
const WEB = /^\s*https?:/iu;

/** The check of a type that takes what its `parse` takes; `problem` names the rest, null: there is none. */
export function checked(
  parse: (text: string, locale?: string) => string | null,
  problem: FieldProblem | null,
): (text: string, locale?: string) => FieldProblem | null {
  return (text, locale) => {
    if (text.length > LONGEST_VALUE) return 'too_long';
    if (text.trim() === '' || parse(text, locale) !== null) return null;
    return problem;
  };
}

/** The same for what leads to the web: `javascript:` and the like are named for what they are. */
export function checkedLink(
  parse: (text: string) => string | null,
  problem: FieldProblem,
): (text: string) => FieldProblem | null {
  const check = checked(parse, problem);
  return (text) => {
    const found = check(text);
    return found === problem && SCHEME.test(text) && !WEB.test(text) ? 'wrong_scheme' : found;
  };
}
