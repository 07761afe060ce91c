import type { Party } from '@/utils/people/message';
import { partiesFromText } from '@/utils/people/party';
import { attr, countIn, firstFree, free, isElement, lineOf, outermost } from '@/utils/sites/elements';
import { MOST_PARTIES, type Parties, partiesOf } from '@/utils/sites/facts';
import { type HeaderRole, roleOf } from '@/utils/sites/words';
import { BODY, cellOf, dateOf, named, type Writer } from './marks';

export interface Header {
  readonly to: readonly Party[];
  readonly cc: readonly Party[];
  readonly replyTo: readonly Party[];
  readonly sender: readonly Party[];
  readonly more: number;
  readonly date: string;
}

/** Everything but the writer. Starts at the writer's mark, so that nothing of the body is looked at. */
export function headerOf(item: Element, { mark }: Writer): Header {
  const table = outermost(mark, 'table', item);
  const scope = table ?? item;
  const line = firstFree(scope, '.hb', BODY);
  const cell = cellOf(mark, item);
  const spans =
    line === null
      ? table === null
        ? []
        : free(table, '[email]', `${BODY},.ajA,.ajC`)
      : free(line, '[email]', '.ajA,.ajC');
  const to = partiesOf(
    spans.filter((span) => !cell.contains(span)),
    named,
  );
  const details = detailsOf(scope);
  const cc = details.get('cc')?.list ?? [];
  const all = details.get('to') ?? { list: to.list.filter((one) => !has(cc, one)), more: to.more + hiddenIn(line) };
  const date = dateOf(scope);
  return {
    to: all.list,
    cc,
    replyTo: details.get('reply-to')?.list ?? [],
    sender: details.get('sender')?.list ?? [],
    more: all.more,
    date: attr(date, 'title') || lineOf(date),
  };
}

// The popup behind the small arrow, if the user opened it: a table of label and people. The only place of Reply-To.
function detailsOf(scope: Element): ReadonlyMap<HeaderRole, Parties> {
  const found = new Map<HeaderRole, Parties>();
  const popup = firstFree(scope, '.ajC,.ajA', BODY);
  for (const row of popup?.querySelectorAll('tr') ?? []) {
    const role = row.children.length < 2 ? null : roleOf(lineOf(row.firstElementChild));
    const value = row.lastElementChild;
    if (role === null || value === null) continue;
    const spans = partiesOf(value.querySelectorAll('[email]'), named);
    found.set(role, spans.list.length > 0 ? spans : partiesFromText(value.textContent ?? '', MOST_PARTIES));
  }
  return found;
}

// A long list ends in a number ("… and 12 more") after the last person.
function hiddenIn(line: Element | null): number {
  let text = '';
  for (let node = line?.lastChild ?? null; node !== null; node = node.previousSibling) {
    if (isElement(node) && (node.hasAttribute('email') || node.querySelector('[email]') !== null)) return countIn(text);
    text = `${node.textContent ?? ''}${text}`;
  }
  return 0;
}

function has(parties: readonly Party[], { address }: Party): boolean {
  return address !== null && parties.some((one) => one.address === address);
}
