// Lists too long to scroll through, timezones and languages: found by typing a part of any of their names.

/** One of the list: how it is kept, how it reads, and by what else it is found. */
export interface Choosable {
  /** As the record keeps it: 'Asia/Saigon', 'pt-BR'. */
  readonly id: string;
  readonly text: string;
  /** Greyer, at the end of its row. */
  readonly end: string;
  /** All its names. */
  readonly names: readonly string[];
}

/** Without accents, capitals and underscores: "São_Paulo" → "sao paulo". */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('_', ' ').trim().toLocaleLowerCase();
}

/** All that hold every typed word; those whose name begins so come first. */
export function matching(list: readonly Choosable[], typed: string): readonly Choosable[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return list;
  const hits = list.filter(({ names }) => {
    const all = plain(names.join('\n'));
    return words.every((word) => all.includes(word));
  });
  const begins = (one: Choosable): boolean => one.names.some((name) => plain(name).startsWith(words.join(' ')));
  return [...hits.filter(begins), ...hits.filter((one) => !begins(one))];
}

/** What a typed text stands for: an id, or a name that only one has; null: nothing that is in the list. */
export function chosenBy(list: readonly Choosable[], typed: string): Choosable | null {
  const text = plain(typed);
  const known = list.find(({ id }) => plain(id) === text);
  if (known !== undefined) return known;
  const named = list.filter(({ names }) => names.some((name) => plain(name) === text));
  return named.length === 1 ? (named[0] ?? null) : null;
}
