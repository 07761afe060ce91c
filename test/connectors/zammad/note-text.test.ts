import { describe, expect, it } from 'vitest';
import { textOf, withText } from '@/utils/connectors/zammad/note-text';

const LINK = '<a href="https://wiki.example.test/ann" rel="nofollow" target="_blank">the wiki</a>';

describe('The note of somebody in Zammad, edited as a text,', () => {
  it.each([
    [`<div>See ${LINK}, then call.</div>`, 'See the wiki, then mail.', `<div>See ${LINK}, then mail.</div>`],
    [`<div>See ${LINK}</div>`, 'Please see the wiki', `<div>Please see ${LINK}</div>`],
    [
      '<ul><li>One <b>two</b></li><li>Three</li></ul>',
      'One four\nThree',
      '<ul><li>One <b>four</b></li><li>Three</li></ul>',
    ],
    ['<div>A &amp; B</div>', 'A & C', '<div>A &amp; C</div>'],
    ['Theirs<br>now', 'Theirs\nand now', 'Theirs<br>and now'],
    [
      '<div>One</div><div><i>Two</i></div><div>Three</div>',
      '1\nTwo\n3',
      '<div>1</div><div><i>Two</i></div><div>3</div>',
    ],
    [
      '<div>One</div><div><i>Two</i></div>',
      '0\nTwo\nand three',
      '<div>0</div><div><i>Two</i></div><div>and three</div>',
    ],
    ['', 'a < b', '<div>a &lt; b</div>'],
    ['<div><b>All</b></div>', 'None', '<div><b>None</b></div>'],
  ])('keeps its links and its mark-up, within a line too: %s', (html, text, wanted) => {
    const made = withText(html, text);
    expect(textOf(made)).toBe(text);
    expect(made).toBe(wanted);
  });

  it('has the text that was written, whatever stood there', () => {
    const pieces = [
      '<b>',
      '</b>',
      '<br>',
      '<div>',
      '</div>',
      '&amp;',
      '&nbsp;',
      ' ',
      'Ann',
      'é',
      '😀',
      '&foo;',
      LINK,
      '&lt;',
      '\n',
    ];
    const words = ['Ann', 'b', '<', '&', '😀', '&amp;', 'the wiki', 'é'];
    const state = { seed: 7 };
    const random = (below: number): number => {
      state.seed = (state.seed * 48_271) % 2_147_483_647;
      return state.seed % below;
    };
    const some = (from: readonly string[], least: number): string[] =>
      Array.from({ length: least + random(5) }, () => from[random(from.length)] ?? '');
    for (let time = 0; time < 3_000; time += 1) {
      const html = some(pieces, 0).join('');
      const text = Array.from({ length: random(4) }, () => some(words, 1).join(' ')).join('\n');
      expect(textOf(withText(html, text)), JSON.stringify([html, text])).toBe(text);
    }
  });
});
