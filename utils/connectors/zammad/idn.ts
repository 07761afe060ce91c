// Zammad keeps an international domain as it is written, we keep it as the wire does: here is the way back (RFC 3492).

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;

/** `xn--bcher-kva.test` → `bücher.test`; what is no such name stays as it is. */
export const unicodeDomain = (domain: string): string =>
  domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decoded(label.slice(4)) ?? label) : label))
    .join('.');

/** An address in both ways of writing its domain. */
export function writings(address: string): readonly string[] {
  const at = address.lastIndexOf('@') + 1;
  return [...new Set([address, address.slice(0, at) + unicodeDomain(address.slice(at))])];
}

function decoded(text: string): string | null {
  const end = text.lastIndexOf('-');
  const letters = [...text.slice(0, Math.max(0, end))].map((letter) => letter.codePointAt(0) ?? 0);
  const state = { code: 128, place: 0, bias: 72 };
  const digits = [...text.slice(end + 1)].map(digitOf);
  while (digits.length > 0) {
    const before = state.place;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digits.shift();
      if (digit === undefined || digit < 0) return null;
      state.place += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - state.bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = letters.length + 1;
    state.bias = adapted(state.place - before, length, before === 0);
    state.code += Math.floor(state.place / length);
    state.place %= length;
    if (state.code > 0x10_ff_ff) return null;
    letters.splice(state.place, 0, state.code);
    state.place += 1;
  }
  return String.fromCodePoint(...letters);
}

function digitOf(letter: string): number {
  if (/^[a-z]$/iu.test(letter)) return letter.toLowerCase().charCodeAt(0) - 97;
  return /^\d$/u.test(letter) ? Number(letter) + 26 : -1;
}

function adapted(change: number, length: number, first: boolean): number {
  const state = { delta: Math.floor(change / (first ? DAMP : 2)), k: 0 };
  state.delta += Math.floor(state.delta / length);
  while (state.delta > ((BASE - T_MIN) * T_MAX) / 2) {
    state.delta = Math.floor(state.delta / (BASE - T_MIN));
    state.k += BASE;
  }
  return state.k + Math.floor(((BASE - T_MIN + 1) * state.delta) / (state.delta + SKEW));
}
