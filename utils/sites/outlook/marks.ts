import { attr, firstFree, free, lineOf } from '@/utils/sites/elements';
import type { Strategy } from '@/utils/sites/types';
import { roleOf } from '@/utils/sites/words';
import { type Block, conversation } from './conversation';
import { bodiesOf, NOT_HEADER, paneOf } from './pane';
import { afterWord, between, chipsIn, peopleIn } from './people';

type Find = (pane: Element, doc: Document) => readonly Block[];

function strategy(name: string, find: Find): Strategy {
  return {
    name,
    read(doc, url) {
      const pane = paneOf(doc);
      const blocks = pane === null ? [] : find(pane, doc);
      return pane === null || blocks.length === 0 ? null : conversation({ strategy: name, doc, url, pane, blocks });
    },
  };
}

const NOBODY: Pick<Block, 'from' | 'relation'> = { from: [], relation: 'list' };
const EMPTY = { to: [], cc: [], more: 0, date: '', title: '' };

/** `#MSG_<id>_FROM` and its neighbours `_TO`, `_CC`, `_DATETIME`, `_SUBJECT`: 2024 to 2026. */
const byId: Find = (pane) => {
  const parts = new Map<string, Element>();
  for (const element of free(pane, '[id^="MSG_"]:not(input):not(textarea)', NOT_HEADER)) {
    if (!parts.has(element.id)) parts.set(element.id, element);
  }
  if (![...parts.keys()].some((key) => key.endsWith('_FROM'))) return [];
  // A message that lacks its From still is one: whoever wrote before it did not write it.
  const ids = new Set([...parts.keys()].flatMap((key) => /^MSG_(.*)_(?:FROM|TO|DATETIME)$/su.exec(key)?.[1] ?? []));
  return [...ids].map((id): Block => {
    const part = (name: string): Element | undefined => parts.get(`MSG_${id}_${name}`);
    const heading = part('FROM');
    const people = (name: string) => {
      const element = part(name);
      return element === undefined ? { list: [], more: 0 } : peopleIn(element, afterWord(element));
    };
    const to = people('TO');
    const cc = people('CC');
    const unfolded = attr((heading ?? part('DATETIME'))?.closest('[aria-expanded]'), 'aria-expanded');
    return {
      ...(heading === undefined ? NOBODY : writers(heading)),
      id: id || null,
      to: to.list,
      cc: cc.list,
      more: to.more + cc.more,
      date: lineOf(part('DATETIME')),
      title: lineOf(part('SUBJECT')),
      // Folded messages show no recipients.
      expanded: unfolded === 'true' || (unfolded === '' && part('TO') !== undefined),
    };
  });
};

/** A heading or span labelled "word: name" that comes first in the block around a text: 2022 to 2026. */
const byLabel: Find = (pane) =>
  bodiesOf(pane).flatMap((body): readonly Block[] => {
    const [heading, ...rest] = labelled(body, pane);
    if (heading === undefined) return [];
    // Without a From the first label is one of the others.
    if (!['from', 'sender', null].includes(roleOf(wordOf(heading)))) return [];
    const to = rest.find((element) => roleOf(wordOf(element)) === 'to');
    const cc = rest.find((element) => element !== to && roleOf(wordOf(element)) === 'cc');
    const recipients = to === undefined ? { list: [], more: 0 } : peopleIn(to, afterWord(to));
    const copies = cc === undefined ? { list: [], more: 0 } : peopleIn(cc, afterWord(cc));
    return [
      {
        ...EMPTY,
        ...writers(heading),
        id: null,
        to: recipients.list,
        cc: copies.list,
        more: recipients.more + copies.more,
        date: lineOf(firstFree(heading.parentElement ?? heading, '[data-testid="SentReceivedSavedTime"]', NOT_HEADER)),
        expanded: true,
      },
    ];
  });

/** `span.OZZZK`, a class that a build made up: 2022-11 to 2025-11, gone sooner or later. */
const byClass: Find = (pane) =>
  free(pane, 'span.OZZZK', NOT_HEADER).flatMap((span): readonly Block[] => {
    const from = peopleIn(span, '').list;
    return from.length === 0 ? [] : [{ ...EMPTY, from, relation: 'list', id: null, expanded: true }];
  });

export const paneStrategies: readonly Strategy[] = [
  strategy('msg-from-id-2024', byId),
  strategy('label-2022', byLabel),
  strategy('class-ozzzk-2022', byClass),
];

function writers(heading: Element): Pick<Block, 'from' | 'relation'> {
  const { list } = peopleIn(heading, afterWord(heading));
  const [first, second] = chipsIn(heading);
  const relation = first === undefined || second === undefined ? 'list' : between(heading, first, second);
  return { from: list, relation };
}

// From the text upwards, until something labelled stands before it; never into the block of another message.
function labelled(body: Element, pane: Element): readonly Element[] {
  for (let block = body.parentElement; block !== null; block = block.parentElement) {
    if (bodiesOf(block).some((other) => other !== body)) return [];
    const found = free(block, '[role="heading"][aria-label],span[aria-label]', NOT_HEADER).filter(
      (element) => saysItself(element) && (element.compareDocumentPosition(body) & 4) !== 0,
    );
    if (found.length > 0) return found;
    if (block === pane) return [];
  }
  return [];
}

// "From: Anna" on an element that shows "Anna": a label of anything else does not repeat its text.
function saysItself(element: Element): boolean {
  const said = afterWord(element);
  const text = lineOf(element);
  return said !== '' && text !== '' && (text.includes(said) || said.includes(text));
}

function wordOf(element: Element): string {
  return attr(element, 'aria-label').split(/[:：]/u, 1)[0] ?? '';
}
