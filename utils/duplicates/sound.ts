// What a name sounds like, roughly: names that are written differently and spoken alike get the same text.

const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/ph|pf/g, 'f'],
  [/sch|sh|tch|cz/g, 'c'],
  [/gh(?=t)/g, ''],
  [/mac|mc/g, 'mk'],
  [/dg(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/ck|qu|q|x/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
];
const GROUP: Readonly<Record<string, string>> = {
  b: '1',
  p: '1',
  f: '1',
  v: '1',
  w: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  s: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};
const VOWEL = /[aeiouyh]/;

/** The sound of one folded word; the word itself where it is not written in Latin letters. */
export function soundOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const spoken = SPOKEN.reduce((text, [from, to]) => text.replace(from, to), word);
  const [first = ''] = spoken;
  let code = VOWEL.test(first) ? 'a' : (GROUP[first] ?? first);
  let last = code;
  for (const letter of spoken.slice(1)) {
    const group = GROUP[letter] ?? '';
    if (group !== '' && group !== last) code += group;
    if (group !== '' || VOWEL.test(letter)) last = group;
    if (code.length === 5) break;
  }
  return code;
}
