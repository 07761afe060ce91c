import type { ImportProblem } from '@/utils/connectors/told';
import { parseAddress } from '@/utils/people/address';
import { cleanName } from '@/utils/people/party';
import type { Address, FieldValue } from '@/utils/people/types';
import { FaultError } from './fault';
import type { Columns } from './header';
import type { Row } from './parser';

/** A row of the file as a person to be. */
export interface Draft {
  readonly line: number;
  readonly name: string;
  readonly addresses: readonly Address[];
  readonly organisation: string;
  readonly phones: readonly FieldValue[];
}

/** Fails with `columns` if the row has more or fewer cells than the heading, with `address-invalid` for what is no address. */
export function readDraft(columns: Columns, { line, cells }: Row): Draft {
  const count = cells.length;
  if (
    count !== columns.count &&
    (count < columns.count || cells.slice(columns.count).some((cell) => cell.trim() !== ''))
  ) {
    throw new FaultError({ kind: 'columns', line, detail: `${count}/${columns.count}` });
  }
  const cell = (at: number) => (cells[at] ?? '').trim();
  const addresses = columns.addresses.flatMap((at) =>
    cell(at) === '' ? [] : addressesIn(cell(at), line, columns.doubt),
  );
  return {
    line,
    name: cleanName(
      columns.name
        .map(cell)
        .filter((part) => part !== '')
        .join(' '),
    ),
    addresses: addresses.length > 1 ? [...new Set(addresses)] : addresses,
    organisation: columns.organisation === null ? '' : cleanName(cell(columns.organisation)),
    phones: columns.phones.flatMap(({ at, label }) => (cell(at) === '' ? [] : phonesIn(cell(at), label))),
  };
}

/** One address, or several parted by `;`, `,`, spaces, line breaks or Google's `:::`; each may be `Name <address>`. */
function addressesIn(text: string, line: number, doubt: ImportProblem | null): Address[] {
  const one = parseAddress(text);
  if (one !== null && !/[\s;,<]/u.test(text)) return [one];
  return text.split(/[;,\n\r]|:::|(?<=>)/u).flatMap((part) => {
    const piece = part.trim();
    if (piece === '') return [];
    const address = parseAddress(piece);
    if (address !== null) return [address];
    return piece.split(/\s+/u).map((word) => {
      const parsed = parseAddress(word);
      if (parsed === null) throw new FaultError(doubt ?? { kind: 'address-invalid', line, detail: word.slice(0, 100) });
      return parsed;
    });
  });
}

function phonesIn(text: string, label: string | null): FieldValue[] {
  return text.split(/[;,\n\r]|:::/u).flatMap((part): FieldValue[] => {
    const value = part.trim().slice(0, 100);
    if (value === '') return [];
    return [label === null ? { type: 'phone', value } : { type: 'phone', label, value }];
  });
}
