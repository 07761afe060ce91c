import type { Party } from '@/utils/people/message';
import { partyFromText } from '@/utils/people/party';
import { countIn, isElement, lineOf } from '@/utils/sites/elements';
import { MOST_PARTIES, type Parties, partiesOf } from '@/utils/sites/facts';
import { labelOf } from './pane';

const CHIP = 'button,[role="button"]';
const OTHERS = '[id^="plusOthers"]';

/** The people in a heading (`MSG_…_FROM`, `_TO`, `_CC`): a button each, else the heading's own text. */
export function peopleIn(heading: Element, label: string): Parties {
  const chips = chipsIn(heading);
  // Once a heading, not once a person: the label can name thousands.
  let names: readonly string[] | null = null;
  const namesIn = (): readonly string[] => {
    names ??= [label, ...label.split(/[;；、，,]/u)].map((text) => partyFromText(text)?.name ?? '');
    return names;
  };
  if (chips.length === 0) {
    const one = personOf(heading, label, namesIn);
    return { list: one === null ? [] : [one], more: 0 };
  }
  const { list, more } = partiesOf(chips, (chip) => personOf(chip, label, namesIn));
  return { list, more: more + countIn(lineOf(heading.querySelector(OTHERS))) };
}

export function chipsIn(heading: Element): readonly Element[] {
  const chips = Array.from(heading.querySelectorAll(CHIP)).filter(
    (chip) => chip.closest(OTHERS) === null && chip.querySelector(CHIP) === null && lineOf(chip) !== '',
  );
  return chips.slice(0, 2 * MOST_PARTIES);
}

/**
 * `NAME`, `NAME<address>` or an address. Hidden wording for screen readers can stand before the name ("Opens profile
 * card for …"); the heading's label ("From: NAME") has the names without.
 */
function personOf(element: Element, label: string, namesIn: () => readonly string[]): Party | null {
  const found = partyFromText(visibleText(element) || lineOf(element));
  if (found === null || found.name === '' || label.includes(found.name)) return found;
  const name = namesIn().find((one) => one !== '' && found.name.endsWith(` ${one}`));
  return name === undefined ? found : { ...found, name };
}

const UNSEEN =
  '[hidden],[aria-hidden="true"],svg,i,[class*="creenReaderOnly"],[class*="isuallyHidden"],[style*="clip"],[style*="none"]';

// Without asking for the layout: what is marked as not for the eye is left out.
function visibleText(element: Element): string {
  const copy = element.cloneNode(true);
  if (isElement(copy)) for (const unseen of copy.querySelectorAll(UNSEEN)) unseen.remove();
  return lineOf(isElement(copy) ? copy : element);
}

/** "From: NAME", "Von: NAME", "发件人：NAME" → NAME; empty if the label has no word before. */
export function afterWord(element: Element): string {
  return /^[^:：]{1,30}\s?[:：]\s*(.+)$/su.exec(labelOf(element))?.[1]?.trim() ?? '';
}

// Between the two people of "A on behalf of B", where these words part them A is the hand and B the author. In
// languages that turn it around nobody knows the order, so there the text says nothing.
const BEHALF =
  /\b(?:on behalf of|im auftrag von|im namen von|de la part de|au nom de|en nombre de|per conto di|em nome de|namens|w imieniu|på vegne af|på uppdrag av|jménem)\b|от имени|від імені/iu;

/** How the two people of a From are told apart: by known words, as a list, or not at all. */
export function between(heading: Element, first: Element, second: Element): 'behalf' | 'list' | 'unknown' {
  const after = lineOf(heading).split(lineOf(first)).slice(1).join('');
  const text = after.split(lineOf(second), 1)[0] ?? '';
  if (BEHALF.test(text)) return 'behalf';
  return /^[\s,;、،；，&]*$/u.test(text) ? 'list' : 'unknown';
}
