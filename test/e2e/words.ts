// The words that the panel shows, read from its own texts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const texts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(process.cwd(), 'utils/i18n/locales/en.json'), 'utf8'),
);

const textOf = (key: string): string => {
  const text = texts[key];
  if (text === undefined) throw new Error(`There is no text ${key}`);
  return text;
};

/** The text with its places filled: what a control is called. */
export const say = (key: string, ...given: readonly string[]): string =>
  given.reduce((text, one, at) => text.replaceAll(`$${at + 1}`, one), textOf(key));

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text as part of a longer one, wherever the panel puts a name between marks of its own direction. */
export const within = (key: string, ...given: readonly string[]): RegExp =>
  new RegExp(
    textOf(key)
      .split(/(\$\d)/)
      .map((part) => {
        const one = /^\$\d$/.test(part) ? given[Number(part[1]) - 1] : undefined;
        return one === undefined ? plain(part) : `[\u2066-\u2069]?${plain(one)}[\u2066-\u2069]?`;
      })
      .join(''),
  );

/** The same as the whole text. */
export const exactly = (key: string, ...given: readonly string[]): RegExp =>
  new RegExp(`^${within(key, ...given).source}$`);
