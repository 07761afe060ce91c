import { partiesFromText, partyFromText } from '@/utils/people/party';
import { attr, lineOf } from '@/utils/sites/elements';
import { MOST_PARTIES, openMessage, orNull, pageMessage, partiesOf } from '@/utils/sites/facts';
import type { Strategy } from '@/utils/sites/types';

/** A message being written: whom it goes to, as far as the page's elements tell (1.0 to 1.7). */
export const composed: Strategy = {
  name: 'compose-to-2012',
  read(doc, url) {
    if (url.searchParams.get('_action') !== 'compose') return null;
    const field = doc.querySelector('textarea[name="_to"],input[name="_to"]');
    if (field === null) return null;
    // Elastic turns what is typed into chips; elsewhere the field's first text is the addressee of the answer.
    const chips = partiesOf(field.parentElement?.querySelectorAll('li.recipient') ?? [], (chip) =>
      partyFromText(lineOf(chip)),
    );
    const typed = partiesFromText(attr(field, 'value') || (field.textContent ?? ''), MOST_PARTIES);
    const { list, more } = chips.list.length > 0 ? chips : typed;
    if (list.length === 0) return 'nothing';
    const subject = doc.querySelector('input[name="_subject"]');
    return openMessage({
      site: 'roundcube',
      strategy: composed.name,
      kind: 'draft',
      conversation: orNull(url.searchParams.get('_id') ?? ''),
      title: orNull(attr(subject, 'value')),
      messages: [pageMessage({ to: list, more, own: true }, [])],
    });
  },
};
