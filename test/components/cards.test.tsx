import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { CardsPage } from '@/components/cards/CardsPage';
import type { Answers } from '@/test/support/asking';
import { boxes, card, choose, drawPictures, PHOTO, ran, vcf } from '@/test/support/cards';
import { drawPart } from '@/test/support/draw-part';
import { person as personOf } from '@/test/support/people';
import { answer, match, view } from '@/test/support/views';
import { speak } from '@/test/support/words';
import type { Capability } from '@/utils/connectors/types';
import type { Person } from '@/utils/people/types';

beforeEach(() => speak('en'));
beforeEach(drawPictures);

function draw(some: Partial<Person> = {}, answers: Answers = {}, can?: readonly Capability[]) {
  const anna = personOf(some);
  const shown = view({ answers: [answer([match(some)], can === undefined ? {} : { can })] });
  return drawPart(<CardsPage view={shown} person={anna.ref} />, {
    people: () => [anna],
    'action.runAll': ran,
    ...answers,
  });
}

describe('What a card changes on a person', () => {
  const full = card(
    'FN:Anna Maria Keller',
    'EMAIL;TYPE=home:anna@home.example',
    'EMAIL:ANNA@example.com',
    'TEL;TYPE=work:+49 30 123',
    'TEL;TYPE=cell:+49 170 1',
    'ORG:Keller GmbH;Sales',
    'TITLE:Head',
    'CATEGORIES:VIP,myContacts',
    'URL:https://keller.example',
    'TZ:Europe/Berlin',
    'BDAY:1980-01-01',
    'X-OWN:1',
    `PHOTO;ENCODING=b;TYPE=JPEG:${PHOTO}`,
  );
  const has: Partial<Person> = {
    fields: [{ type: 'phone', value: '+4930123', label: 'Work' }],
    timezone: 'Asia/Ho_Chi_Minh',
    labels: ['vip'],
  };

  test('is listed value by value: what comes is ticked, what would replace something is not, what is equal is absent', async () => {
    const { container } = draw(has);
    choose(container, vcf(full));
    await screen.findByText('Is added');
    expect(boxes()).toEqual([
      '[x] Picture From the card',
      '[x] Address Home anna@home.example',
      '[x] Organisation Keller GmbH · Head',
      '[x] Phone Mobile +49 170 1',
      '[x] Website https://keller.example',
      '[ ] Name Now: Anna Keller Then: Anna Maria Keller',
      '[ ] Timezone Now: Asia/Ho_Chi_Minh Then: Europe/Berlin',
    ]);
  });

  test('what the book has no place for is named', async () => {
    const { container } = draw(has);
    choose(container, vcf(full));
    const cannot = await screen.findByRole('region', { name: 'There is no place for' });
    expect(
      within(cannot)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Department: Sales', 'Birthday: 1980-01-01', 'X-OWN']);
  });

  test('only what is ticked is done, as one entry', async () => {
    const { container, questions } = draw(has);
    choose(container, vcf(full));
    fireEvent.click(await screen.findByRole('checkbox', { name: /Website/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Picture/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Name/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Take 4 values' }));
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(1));
    expect(questions('action.runAll')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: [
          { action: 'set-name', input: { from: 'Anna Keller', to: 'Anna Maria Keller' } },
          { action: 'edit-address', input: { from: null, to: { address: 'anna@home.example', label: 'Home' } } },
          {
            action: 'set-membership',
            input: {
              organisation: { id: null, name: 'Keller GmbH' },
              from: null,
              to: { position: 'Head', manager: false },
            },
          },
          { action: 'edit-contact', input: { from: null, to: { type: 'phone', value: '+49 170 1', label: 'Mobile' } } },
        ],
      },
    ]);
  });

  test('a picture goes in as a data address', async () => {
    const { container, questions } = draw();
    choose(container, vcf(card(`PHOTO;ENCODING=b;TYPE=JPEG:${PHOTO}`)));
    fireEvent.click(await screen.findByRole('button', { name: 'Take 1 value' }));
    await waitFor(() =>
      expect(questions('action.runAll')).toMatchObject([
        { chosen: [{ action: 'set-picture', input: { from: null, to: `data:image/jpeg;base64,${PHOTO}` } }] },
      ]),
    );
  });

  test('a position is filled in at the organisation they are in', async () => {
    const { container, questions } = draw({ memberships: [{ organisation: 'o1', name: 'Keller GmbH' }] });
    choose(container, vcf(card('FN:Anna Keller', 'ORG:KELLER gmbh', 'TITLE:Head')));
    fireEvent.click(await screen.findByRole('checkbox', { name: /Organisation/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Take 1 value' }));
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(1));
    expect(questions('action.runAll')).toMatchObject([
      {
        chosen: [
          {
            action: 'set-membership',
            input: { organisation: { id: 'o1' }, from: { position: '' }, to: { position: 'Head' } },
          },
        ],
      },
    ]);
  });

  test('nothing new is said, and nothing can be taken', async () => {
    const { container } = draw();
    choose(container, vcf(card('FN:anna  keller', 'EMAIL:anna@example.com')));
    expect((await screen.findByText(/has all that the card/)).textContent).toContain('Anna Keller');
    expect(screen.queryByRole('button', { name: /Take/ })).toBeNull();
  });

  test('with nothing ticked there is nothing to do, and the button says why', async () => {
    const { container, questions } = draw();
    choose(container, vcf(card('TEL:+49 30 1')));
    fireEvent.click(await screen.findByRole('checkbox', { name: /Phone/ }));
    const button = screen.getByRole('button', { name: /Take 0 values/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(questions('action.runAll')).toEqual([]);
  });

  test('what this connection cannot write is named, not offered', async () => {
    const { container } = draw({}, {}, ['email.set']);
    choose(container, vcf(card('EMAIL:a@x.example', 'TEL:+49 30 1')));
    await screen.findByRole('checkbox', { name: /a@x.example/ });
    expect(boxes()).toHaveLength(1);
    expect(screen.getByText('Phone: +49 30 1')).toBeTruthy();
  });

  test('a refusal is told, and what was ticked stays', async () => {
    const { container, warned } = draw(
      {},
      {
        'action.runAll': () => {
          throw Object.assign(new Error('no'), { problem: { kind: 'refused' } });
        },
      },
    );
    choose(container, vcf(card('TEL:+49 30 1')));
    fireEvent.click(await screen.findByRole('button', { name: 'Take 1 value' }));
    await waitFor(() => expect(warned).toHaveLength(1));
    expect(boxes()).toEqual(['[x] Phone +49 30 1']);
  });
});

describe('Files', () => {
  test.each([
    ['', 'anna.vcf is empty.'],
    ['just a letter', 'anna.vcf is not a vCard.'],
    ['x'.repeat(20 * 1024 * 1024 + 1), 'anna.vcf is larger than'],
    [card('FN:A').repeat(1001), 'anna.vcf has 1,001 cards; at most 1,000'],
  ])('that cannot be taken say why (%#)', async (text, words) => {
    const { container, warned } = draw();
    choose(container, vcf(text));
    await waitFor(() => expect(warned.join()).toContain(words.replace('1,001', '1,001')));
    expect(screen.getByText(new RegExp(words.slice(0, 20)))).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('with broken parts give what can be read and name the line of what cannot', async () => {
    const { container } = draw();
    choose(container, vcf('BEGIN:VCARD\nFN:Anna Keller\n???\nTEL:+49 30 1\n'));
    await screen.findByRole('checkbox', { name: /Phone/ });
    expect(screen.getByText('Line 3: “???” could not be read.')).toBeTruthy();
    expect(screen.getByText(/^Line 5: the card ends in the middle/)).toBeTruthy();
  });

  test('of several cards the one is chosen that is meant', async () => {
    const { container } = draw();
    choose(container, vcf(card('FN:Bert', 'TEL:1234') + card('FN:Anna Keller', 'TEL:5678')));
    fireEvent.click(await screen.findByRole('button', { name: /Anna Keller/ }));
    expect(document.activeElement?.tagName).toBe('H1');
    await waitFor(() => expect(boxes()).toEqual(['[x] Phone 5678']));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('button', { name: /Bert/ })).toBeTruthy();
  });

  test('keep the panel with its person as long as they are looked at', async () => {
    const { container, held, unmount } = draw();
    expect([...held]).toEqual([]);
    choose(container, vcf(card('TEL:1234')));
    await screen.findByRole('checkbox');
    expect([...held]).toEqual(['cards']);
    unmount();
    await waitFor(() => expect([...held]).toEqual([]));
  });

  test('can be dropped, and a card can be pasted as text', async () => {
    const { container } = draw();
    const page = container.querySelector('.file-drop');
    if (page === null) throw new Error('nowhere to drop');
    fireEvent.drop(page, { dataTransfer: { files: [vcf(card('TEL:1234'))], types: ['Files'] } });
    await waitFor(() => expect(boxes()).toEqual(['[x] Phone 1234']));
    fireEvent.paste(document.body, {
      clipboardData: { files: [], types: ['text/plain'], getData: () => card('TEL:5678') },
    });
    await waitFor(() => expect(boxes()).toEqual(['[x] Phone 5678']));
  });
});
