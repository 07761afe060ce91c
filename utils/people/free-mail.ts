import { domainOf } from './address';
import type { Address } from './types';

// Providers where anybody has an address: having one there makes nobody a colleague. The largest of 2026; one that is
// missing only means that a stranger's mail with a foreign Reply-To, written to a user of the same provider, is taken
// for a contact form.
const FREE =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|aol|icloud|me|mac|gmx|web|freenet|t-online|mail|email|inbox|proton|protonmail|pm|tutanota|tuta|zoho|zohomail|fastmail|hey|posteo|mailbox|yandex|ya|rambler|bk|list|qq|163|126|sina|foxmail|naver|daum|hanmail|libero|virgilio|tiscali|orange|wanadoo|free|laposte|sfr|wp|o2|onet|interia|seznam|uol|bol|terra|rediffmail|comcast|verizon|att|sbcglobal|cox|btinternet|sky)\.(?:[a-z]{2,3}|com?\.[a-z]{2}|com\.[a-z]{2}|info|email|org|net)$/;

/** Domains of the addresses that belong to a company rather than to a mail provider for everybody. */
export function companyDomains(own: Iterable<Address>): ReadonlySet<string> {
  return new Set(Array.from(own, domainOf).filter((domain) => !FREE.test(domain)));
}
