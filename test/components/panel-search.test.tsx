// Comes when it is asked for; here it is there already, so that no test waits for it to be compiled.
import '@/components/person-form/PersonForm';
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { addressIn } from '@/components/panel/use-search';
import { drawSearch as draw, field, hit, people, press, rows, shown, told, type } from '@/test/support/draw-search';
import { sources } from '@/test/support/views';
import type { Because } from '@/utils/connectors/types';

describe('Searching in the panel', () => {
  it('asks with each letter, and draws what is told', () => {
    const { asked, tell } = draw();
    for (const text of ['k', 'ke', 'kel']) type(text);
    expect(asked.map(({ wanted, signal }) => [wanted.query.text, signal.aborted])).toEqual([
      ['k', true],
      ['ke', true],
      ['kel', false],
    ]);
    tell(told(people, { total: 57 }));
    expect(screen.getByRole('heading', { name: 'First 3 of 57' })).toBeTruthy();
    expect(rows()[0]?.querySelector('.person-name mark')?.textContent).toBe('Kel');
  });

  it('has the index ready before the first letter', () => {
    const { page } = draw();
    fireEvent.focus(field());
    expect(page.warmSearch).toHaveBeenCalledWith(shown.sources);
  });

  it('loads the rest with one press, and thousands in parts that it names', () => {
    const { asked, tell } = draw();
    type('kel');
    tell(told(people, { total: 312 }));
    fireEvent.click(screen.getByRole('button', { name: 'Load the rest' }));
    expect(asked.at(-1)?.wanted.limit).toBe(312);
    tell(told(people, { total: 5_000 }));
    fireEvent.click(screen.getByRole('button', { name: 'Load 1,000 more' }));
    expect(asked.at(-1)?.wanted.limit).toBe(1_312);
  });

  it('tries again on each press what failed, beside what others found', () => {
    const { asked, tell } = draw();
    type('kel');
    const failed = [{ source: sources.rt, problem: { kind: 'server', status: 502 } as const }];
    tell(told(people, { failed }));
    expect(rows()).toHaveLength(3);
    expect(screen.getByText(/RT Support/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(asked).toHaveLength(2);
    tell(told([], { failed }));
    expect(screen.getByRole('heading', { name: 'The search failed' })).toBeTruthy();
  });

  it('moves with the arrows and opens with Enter', () => {
    const { questions } = draw(told(people));
    type('kel');
    const chosen = () => rows().filter((row) => row.getAttribute('aria-selected') === 'true');
    expect(chosen().map((row) => row.textContent)).toEqual([expect.stringContaining('Anna Keller')]);
    press('ArrowDown');
    expect(chosen().map(({ id }) => id)).toEqual([field().getAttribute('aria-activedescendant')]);
    press('Enter');
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: people[1]?.person.ref }]);
    expect(field().value).toBe('');
  });

  it('breaks a long address before its sign and its dots only', () => {
    const { tell } = draw();
    type('kel');
    tell(told([hit('Anna Keller', {}, { mail: 'anna.keller@support.example.com' })]));
    const address = rows()[0]?.querySelector('.address');
    expect(address?.textContent).toBe('anna.keller@support.example.com');
    expect(address?.innerHTML.replaceAll(/<wbr>(?:<\/wbr>)?/g, '|').replaceAll(/<[^>]+>/g, '')).toBe(
      'anna|.keller|@support|.example|.com',
    );
  });

  it('never opens a row of the letters before: Enter waits for the answer to what is typed', () => {
    const { questions, tell } = draw();
    type('kel');
    tell(told(people));
    type('kellerm');
    press('Enter');
    expect(questions('lookup.person')).toEqual([]);
    tell(told(people.slice(1, 2)));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: people[1]?.person.ref }]);
  });

  it('looks up a typed address on Enter', () => {
    const { questions } = draw(told([]));
    type('anna@example.com');
    press('Enter');
    expect(questions('lookup.text')).toEqual([{ tab: 1, text: 'anna@example.com' }]);
  });

  it('looks up pasted text with an address in it at once', () => {
    const { questions } = draw();
    const text = 'From: Anna Keller <anna@example.com>, today';
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    fireEvent.paste(field(), { clipboardData });
    expect(questions('lookup.text')).toEqual([{ tab: 1, text }]);
  });

  it('keeps the highlighted row and its record when a server answers later', () => {
    const { tell, questions } = draw();
    type('kel');
    const late = (name: string) => hit(name, { source: sources.rt }, { ref: { connection: 'rt', id: name } });
    tell(told(people, { waiting: [sources.rt] }));
    // Better than all of the book, and the first of the book is there too.
    const both = hit(
      'Anna Keller',
      { source: sources.rt, also: [sources.book] },
      { ref: { connection: 'rt', id: '9' } },
    );
    tell(told([late('Kel Best'), both, ...people.slice(1)]));
    expect(rows().map((row) => row.querySelector('.person-name')?.textContent?.trim())).toEqual([
      'Anna Keller',
      'Kel Best',
      'Maximilian Kellermann',
      'Lena Keller',
    ]);
    expect(
      within(rows()[0] ?? document.body)
        .getAllByRole('img')
        .map((mark) => mark.getAttribute('aria-label')),
    ).toEqual(['My book', 'RT Support']);
    press('ArrowDown');
    press('ArrowDown');
    tell(told([late('Another'), late('Kel Best'), both, ...people.slice(1)]));
    expect(rows()[2]?.textContent).toContain('Maximilian Kellermann');
    expect(rows()[2]?.getAttribute('aria-selected')).toBe('true');
    press('Enter');
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: people[1]?.person.ref }]);
  });

  it('counts people, not records, and says how many each server has', () => {
    const { tell } = draw();
    type('kel');
    const counts = [
      { source: sources.book, listed: 3, total: 3 },
      { source: sources.rt, listed: 1, total: 9 },
    ];
    tell(told([hit('Anna Keller', { also: [sources.rt] }), ...people.slice(1)], { listed: 4, total: 12, counts }));
    expect(screen.getByRole('heading', { name: 'First 4 of 12' })).toBeTruthy();
    expect(screen.getByText('My book: 3')).toBeTruthy();
    expect(screen.getByText('RT Support: 1 of 9')).toBeTruthy();
    tell(told([hit('Anna Keller', { also: [sources.rt] })], { listed: 2, total: 2 }));
    expect(screen.getByRole('heading', { name: '1 person' })).toBeTruthy();
  });

  it('says from how many letters on a server is searched', () => {
    const { tell } = draw();
    type('ke');
    tell(told(people, { short: [{ source: sources.rt, letters: 3 }] }));
    expect(screen.getByText(/is searched from/).textContent).toBe('RT Support is searched from 3 letters on.');
  });

  it('is cleared by Esc, and the person is there again', () => {
    draw(told(people));
    type('kel');
    press('Escape');
    expect(field().value).toBe('');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ben');
  });

  it('says of a server that found nobody what it cannot search by', () => {
    const rt = { ...sources.rt, says: { search: 'rt_says_search' } } as const;
    const { tell } = draw(told([], { counts: [{ source: rt, listed: 0, total: 0 }] }));
    type('555 0110');
    expect(screen.getByText(/^RT Support cannot search by phone/)).toBeTruthy();
    tell(told(people, { counts: [{ source: rt, listed: 3, total: 3 }] }));
    expect(screen.queryByText(/cannot search/)).toBeNull();
  });

  it('says when nobody is found, and leads to a new person of that name', async () => {
    draw(told([]));
    type('Zoë Zorn');
    expect(screen.getByText('Nobody is found by “Zoë Zorn”.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'New person “Zoë Zorn”' }));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /^Name/ })).value).toBe('Zoë Zorn');
  });
});

describe('Rows of people found', () => {
  const line = (because: Because) => {
    draw(told([hit('Katrin Bauer', { because })]));
    type('kel');
    return rows()[0]?.textContent ?? '';
  };

  it.each<[Because, string]>([
    [{ kind: 'field', title: 'Job title', text: 'Kellerei manager' }, 'Job title: Kellerei manager'],
    [{ kind: 'label', text: 'keller project' }, 'Label: keller project'],
    [{ kind: 'organisation', text: 'Keller AG' }, 'Organisation: Keller AG'],
    [{ kind: 'summary', text: 'Has a Keller' }, 'Summary: Has a Keller'],
  ])('say why somebody was found: %o', (because, words) => {
    expect(line(because)).toContain(words);
    expect(rows()[0]?.querySelector('mark')?.textContent?.toLowerCase()).toBe('kel');
  });

  it('name the ticket that a number is of', () => {
    draw(told([hit('Anna Keller', { because: { kind: 'ticket', title: '1018', text: 'Label printer offline' } })]));
    type('#101');
    expect(rows()[0]?.textContent).toContain('Label printer offline');
    expect(rows()[0]?.textContent).toContain('Ticket 1018 · ⁨Anna Keller⁩'.replaceAll(/[⁨⁩]/g, ''));
    expect(rows()[0]?.querySelector('mark')?.textContent).toBe('101');
  });

  it('tell organisation and open tickets, and of a disabled person when they were last seen', () => {
    const { tell } = draw();
    type('kel');
    const memberships = [{ organisation: '1', name: 'Bauer & Sohn' }];
    tell(
      told([
        hit('Anna Keller', { openTickets: 2 }, { memberships }),
        hit('Lena Keller', {}, { status: 'disabled', seenAt: '2023-05-01T10:00:00Z' }),
        hit('Max Keller', { openTickets: null }, { memberships: [] }),
      ]),
    );
    const [anna, lena, max] = rows().map((row) => row.textContent);
    expect(anna).toContain('Bauer & Sohn · 2 open');
    expect(lena).toContain('Disabled');
    expect(lena).toContain('0 open · last in 2023');
    expect(max).toContain('no organisation');
  });

  it('stand once for somebody who is in several sources, with the mark of each', () => {
    draw(told([hit('Anna Keller', { also: [sources.rt] })]));
    type('kel');
    expect(
      within(rows()[0] ?? document.body)
        .getAllByRole('img')
        .map((mark) => mark.getAttribute('aria-label')),
    ).toEqual(['My book', 'RT Support']);
  });
});

describe('An address inside text', () => {
  it.each([
    ['Anna Keller <Anna@Example.com>, later', 'anna@example.com'],
    ['mail (anna@example.com).', 'anna@example.com'],
    ['a@b', null],
    ['@anna on chat', null],
    ['nothing here', null],
  ])('of “%s” is %s', (text, address) => {
    expect(addressIn(text)).toBe(address);
  });
});
