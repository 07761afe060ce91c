// People as the tables write them: `Name <address>`, `<address>`, `Name`.
import type { Party } from '@/utils/people/message';

export function nameParty({ name, address }: Party): string {
  if (address === null) return name;
  return name === '' ? `<${address}>` : `${name} <${address}>`;
}

/** As a page shows it that leaves the address out wherever there is a name. */
export function nameOnly(written: string): string {
  const open = written.lastIndexOf('<');
  return open > 0 ? written.slice(0, open).trim() : written;
}
