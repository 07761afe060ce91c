import { cleanText, parseAddress } from './address';
import type { Party } from './message';
import { partyFromText } from './party';

// An apostrophe between letters belongs to the address (o'brien@): what follows it alone is somebody else.
const MENTION =
  /(?:"[^"\n]{0,200}"\s*)?<?(?:[^\s<>,;"'()[\]]|(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])){1,120}@[^\s<>,;"'()[\]]{3,200}>?/gu;
const LONGEST = 20_000;

/**
 * The first person whom a typed, pasted, selected or linked text names: `Name <address>`, a bare address, a mailto
 * link, or an address within a sentence. Null if it holds no address.
 */
export function firstParty(text: string): Party | null {
  const short = text.slice(0, LONGEST);
  const line = cleanText(short);
  if (/^mailto:/i.test(line)) {
    const address = parseAddress(line.split(/[,;]/, 1)[0] ?? '');
    return address && { name: '', address, shown: address };
  }
  // One person and nothing else: then the words before the address are the name.
  const whole = parseAddress(line) === null ? null : partyFromText(line);
  if (whole?.address && (line.match(/@/g)?.length ?? 0) <= 2) return whole;
  for (const [found] of short.matchAll(MENTION)) {
    const party = partyFromText(found.replace(/[.!?:]+$/u, ''));
    if (party?.address?.slice(party.address.lastIndexOf('@')).includes('.')) return party;
  }
  return null;
}
