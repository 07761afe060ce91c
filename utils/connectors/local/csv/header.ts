import type { ImportProblem } from '@/utils/connectors/told';
import { foldName } from '@/utils/people/fold';
import { FaultError } from './fault';
import type { Row } from './parser';

/** Which cells hold what, by their place in a row. */
export interface Columns {
  readonly count: number;
  /** Parts of the name in the order they are joined: one full name, or first, middle and last. */
  readonly name: readonly number[];
  readonly addresses: readonly number[];
  /** The heading says "address" without "mail": what to say if the cells turn out to be streets. */
  readonly doubt: ImportProblem | null;
  readonly organisation: number | null;
  readonly phones: readonly { readonly at: number; readonly label: string | null }[];
}

// Header words after folding, without digits and signs: exports of Google, Outlook, Thunderbird and the like, in
// English and German.
const FULL =
  /^(full |display |contact |customer |person |vollstandiger |kompletter )?name$|^(anzeigename|ansprechpartner|kontakt|kunde|contact|person)$/;
const FIRST = /^(first ?name|given ?name|forename|vorname)$/;
const MIDDLE = /^(middle ?name|additional ?name|weitere vornamen|zweiter vorname)$/;
const LAST = /^(last ?name|sur ?name|family ?name|nachname|familienname|zuname)$/;
const WHERE = '(primary|secondary|other|work|home|private?|business|personal|geschaftlich)';
const MAIL = new RegExp(
  `^(${WHERE} )?(e ?mails?|mails?)( (address|addresses|adressen?))?( ${WHERE}| value)?$|^(e ?)?mail ?adressen?$`,
  'u',
);
/** Means a street in many exports: counts only where no column says "mail". */
const MAYBE_MAIL = /^(address|addresses|adressen?)$/;
const COMPANY = /^(company|organi[sz]ation|firma|unternehmen|firm)( name)?$|^(firmenname|account name|account)$/;
const PHONE =
  /(^| )(phones?|telephones?|telefone?|telefonnummern?|tel|mobile?|mobiltelefon|mobilnummer|handy|handynummer|cell|fax)( |$)/u;
/** Beside a value, what kind of value it is. */
const KIND = / (type|label|art|typ|display name|title)$/;
const PLAIN_PHONE = /^(phones?|telephones?|telefone?|tel)( numbers?)?( value)?$|^telefonnummern?$/u;

/** Finds the columns by their headings. Fails with `no-address-column` if none can hold e-mail addresses. */
export function readHeader({ cells, line }: Row): Columns {
  const words = cells.map((cell) =>
    foldName(cell)
      .replaceAll(/[^a-z]+/gu, ' ')
      .trim(),
  );
  const places = (pattern: RegExp) => words.flatMap((word, at) => (pattern.test(word) ? [at] : []));
  const first = (pattern: RegExp) => places(pattern).slice(0, 1);
  const mails = places(MAIL);
  const addresses = mails.length > 0 ? mails : places(MAYBE_MAIL);
  const none: ImportProblem = { kind: 'no-address-column', line, detail: cells.join(', ').slice(0, 200) };
  if (addresses.length === 0) throw new FaultError(none);
  const parts = [...first(FIRST), ...first(MIDDLE), ...first(LAST)];
  return {
    count: cells.length,
    name: first(FULL).length > 0 ? first(FULL) : parts,
    addresses,
    doubt: mails.length > 0 ? null : none,
    organisation: places(COMPANY)[0] ?? null,
    phones: words.flatMap((word, at) =>
      PHONE.test(word) && !KIND.test(word)
        ? [{ at, label: PLAIN_PHONE.test(word) ? null : (cells[at] ?? '').trim() }]
        : [],
    ),
  };
}
