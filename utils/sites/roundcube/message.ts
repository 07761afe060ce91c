import type { OpenMessage, Party } from '@/utils/people/message';
import type { Address } from '@/utils/people/types';
import { firstFree, free, lineOf } from '@/utils/sites/elements';
import { addressesIn, openMessage, orNull, pageMessage } from '@/utils/sites/facts';
import type { Strategy } from '@/utils/sites/types';
import { type Cells, cellsByClass, cellsByWord, NOT_HEADER, peopleIn } from './header';

function table(name: string, cellsOf: (doc: Document) => Cells | null): Strategy {
  return {
    name,
    read(doc, url) {
      const cells = cellsOf(doc);
      return cells === null ? null : open({ name, doc, url, cells });
    },
  };
}

/** The list, with or without a preview frame; the frame is a document of its own and read as such. */
const list: Strategy = {
  name: 'list-2012',
  read: (doc) =>
    doc.querySelector('#messagecontframe,#messagelist,#messagelistcontainer') === null ? null : 'nothing',
};

export const messageStrategies: readonly Strategy[] = [
  table('header-table-2009', cellsByClass),
  table('header-words-2009', cellsByWord),
  list,
];

interface Found {
  readonly name: string;
  readonly doc: Document;
  readonly url: URL;
  readonly cells: Cells;
}

function open({ name, doc, url, cells }: Found): OpenMessage {
  const from = peopleIn(cells.get('from')).list;
  const to = peopleIn(cells.get('to'));
  const cc = peopleIn(cells.get('cc'));
  const bcc = peopleIn(cells.get('bcc'));
  const mine = accountOf(doc);
  const own = isOwnFolder(doc, url, from, to.list);
  const account = own ? [...new Set([...mine, ...addressesIn(from.map(({ shown }) => shown))])] : mine;
  const replies = [...peopleIn(cells.get('replyto')).list, ...peopleIn(cells.get('mail-reply-to')).list];
  const message = pageMessage(
    {
      id: messageId(url),
      from,
      sender: peopleIn(cells.get('sender')).list,
      replyTo: replies,
      to: to.list,
      cc: [...cc.list, ...bcc.list],
      more: to.more + cc.more + bcc.more,
      date: orNull(lineOf(cells.get('date'))),
    },
    account,
  );
  return openMessage({
    site: 'roundcube',
    strategy: name,
    // A draft says so, with a link to go on writing it; the words around are translated.
    kind: firstFree(doc, '#message-buttons a[href="#edit"]', NOT_HEADER) === null ? 'mail' : 'draft',
    account,
    title: orNull(titleOf(doc, cells)),
    messages: [message],
  });
}

// `.header-title.username` in Elastic's list, `.username` in the bar above in Larry; all pages and frames of all skins
// tell their script who is logged in (seen in 1.6.5).
function accountOf(doc: Document): readonly Address[] {
  const shown = addressesIn(free(doc, '.username', NOT_HEADER).map(lineOf));
  return shown.length > 0 ? shown : addressesIn(free(doc, 'script:not([src])', NOT_HEADER).map(loginIn));
}

function loginIn(script: Element): string {
  return /\.set_env\(\{.*?"username":"([^"\\]{1,320})"/su.exec(script.textContent ?? '')?.[1] ?? '';
}

// In folders of sent mail and drafts the summary names the first recipient, elsewhere the writer (Elastic, since 1.4);
// without it the folder's own name has to do.
function isOwnFolder(doc: Document, url: URL, from: readonly Party[], to: readonly Party[]): boolean {
  const summary = peopleIn(firstFree(doc, '.header-summary', NOT_HEADER) ?? undefined).list[0];
  const same = (one: Party | undefined): boolean =>
    one !== undefined && summary !== undefined && one.address === summary.address && one.name === summary.name;
  if (summary !== undefined && from.length > 0) return !from.some(same) && same(to[0]);
  return /(?:^|[./])(?:sent|drafts)\b/iu.test(url.searchParams.get('_mbox') ?? '');
}

function messageId(url: URL): string | null {
  const uid = url.searchParams.get('_uid');
  const folder = url.searchParams.get('_mbox');
  return uid === null ? null : folder === null ? uid : `${folder}/${uid}`;
}

function titleOf(doc: Document, cells: Cells): string {
  const cell = cells.get('subject');
  if (cell !== undefined) return lineOf(cell);
  const heading = firstFree(doc, 'h2.subject,h3.subject', NOT_HEADER);
  if (heading === null) return doc.title.replace(/^.*? :: /u, '').trim();
  const unseen = Array.from(heading.querySelectorAll('.voice,a'), (part) => part.textContent ?? '');
  return unseen
    .reduce((text, part) => text.replace(part, ''), heading.textContent ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
}
