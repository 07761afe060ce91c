import type { Because } from '@/utils/connectors/types';
import type { Person } from '@/utils/people/types';
import { wantedWords } from '@/utils/search/query';
import { addressTokens, foldText, internationalDigits, textTokens } from '@/utils/search/tokens';

/**
 * Why somebody was found by a text, if one of its words stands neither in the name nor in an address. Undefined too
 * for a misspelt word: it stands nowhere.
 */
export function because(person: Person, text: string): Because | undefined {
  const plain = [person.name, ...person.memberships.slice(0, 1).map(({ name }) => name)].flatMap(textTokens);
  const seen = [...plain, ...person.emails.flatMap(({ address }) => addressTokens(address))];
  const missing = wantedWords(text).filter((word) => !seen.some((token) => token.startsWith(word)));
  for (const word of missing) {
    const found = reasons(person).find((reason) => holds(reason, word));
    if (found !== undefined) return found;
  }
  return undefined;
}

function holds({ kind, text }: Because, word: string): boolean {
  if (textTokens(text).some((token) => token.startsWith(word))) return true;
  if (kind !== 'phone') return false;
  const digits = word.replace(/^0+/, '');
  return digits.length > 1 && internationalDigits(text).includes(digits);
}

function reasons(person: Person): readonly Because[] {
  return [
    ...person.memberships.slice(1).map(({ name }): Because => ({ kind: 'organisation', text: name })),
    ...person.labels.map((text): Because => ({ kind: 'label', text })),
    ...person.fields.flatMap(({ type, label, value, parts }): Because[] =>
      type === 'phone'
        ? [{ kind: 'phone', text: value }]
        : [value, ...Object.values(parts ?? {})].map((text) => ({
            kind: 'field',
            ...(label === undefined ? {} : { title: label }),
            text,
          })),
    ),
    ...person.memberships.flatMap(({ position }): Because[] =>
      position === undefined ? [] : [{ kind: 'field', text: position }],
    ),
    ...summaryLine(person.summary),
  ];
}

/** A line of the summary is shown, not all of it. */
function summaryLine(summary: string): readonly Because[] {
  return summary
    .split('\n')
    .filter((line) => foldText(line) !== '')
    .map((text) => ({ kind: 'summary', text }));
}
