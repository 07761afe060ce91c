import browser from 'webextension-polyfill';

export interface Suggestion {
  readonly content: string;
  /** Parts in the order shown; `match` is drawn bold, `dim` grey, where the browser can. */
  readonly parts: readonly { readonly text: string; readonly style?: 'match' | 'dim' }[];
}

const xml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Chrome wants XML, Firefox plain text: there a tag would be shown as it stands. */
function describe({ parts }: Pick<Suggestion, 'parts'>): string {
  return parts
    .map(({ text, style }) => {
      if (import.meta.env.FIREFOX) return text;
      return style === undefined ? xml(text) : `<${style}>${xml(text)}</${style}>`;
    })
    .join('');
}

export function onOmnibox(wire: {
  readonly suggest: (text: string) => Promise<readonly Suggestion[]>;
  readonly first: (text: string) => Pick<Suggestion, 'parts'>;
  readonly entered: (text: string, where: 'here' | 'new-tab') => void;
}): void {
  browser.omnibox.onInputChanged.addListener((text, show) => {
    browser.omnibox.setDefaultSuggestion({ description: describe(wire.first(text)) });
    void wire.suggest(text).then(
      (list) => show(list.map((one) => ({ content: one.content, description: describe(one) }))),
      () => show([]),
    );
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    wire.entered(text, disposition === 'currentTab' ? 'here' : 'new-tab');
  });
}
