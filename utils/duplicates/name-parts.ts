// A whole name taken apart into given and family names, as well as its order tells.

import { words } from './normal';

const TITLES = new Set(
  'mr mrs ms miss mx dr prof sir dame lord lady rev reverend hon herr frau dipl ing mme mlle sig sra sr don dona'.split(
    ' ',
  ),
);
const SUFFIXES = new Set('jr junior ii iii iv phd md esq mba msc bsc qc obe'.split(' '));

const bare = (text: string): readonly string[] => {
  const all = words(text)
    .split(' ')
    .filter((word) => word !== '');
  const kept = all.filter((word, at) => !(TITLES.has(word) && at < all.length - 1) && !(SUFFIXES.has(word) && at > 0));
  return kept.length === 0 ? all : kept;
};

export interface NameParts {
  readonly given: string;
  readonly family: string;
}

/** "Keller, Anna" and "Dr. Anna Keller" are given "anna", family "keller". One word alone is a given name. */
export function nameParts(name: string): NameParts {
  const [first = '', rest = ''] = name.split(/,(.*)/s);
  const before = bare(first);
  const after = bare(rest);
  // What follows a comma may also be a rank ("Clifford, 1st baron"): that is no given name.
  const turned = after.length > 0 && after.length <= 3 && !after.some((word) => /\d/.test(word) || SUFFIXES.has(word));
  if (turned && before.length <= 3) return { given: after.join(' '), family: before.join(' ') };
  const family = before.length > 1 ? (before.at(-1) ?? '') : '';
  return { given: before.slice(0, before.length > 1 ? -1 : undefined).join(' '), family };
}
