import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { address, note, partyOf, ticket } from '@/test/support/people';
import { answer, match, sources, subject, view } from '@/test/support/views';
import { speak } from '@/test/support/words';
import type { Note, Ticket } from '@/utils/people/types';

const read = <Item,>(items: readonly Item[], total = items.length) =>
  ({ state: 'read', part: { items, total } }) as const;
const profile = (parts: { open?: readonly Ticket[]; resolved?: readonly Ticket[]; notes?: readonly Note[] }) => ({
  profile: { open: read(parts.open ?? []), resolved: read(parts.resolved ?? []), notes: read(parts.notes ?? []) },
});
const section = (name: string | RegExp) => screen.getByRole('region', { name });

describe('The profile', () => {
  it('is headed by the name, with the address of the message whole beside it', () => {
    const long = 'nguyen-hoang.phuong-an.accounts-receivable@support.example.com';
    drawPanel(
      view({
        subject: subject({ party: partyOf('An', long) }),
        answers: [answer([match({ name: 'Nguyễn Hoàng Thị Phương An-Kowalczyk', mail: long })])],
      }),
    );
    const head = screen.getByRole('banner');
    expect(within(head).getByRole('heading', { level: 1 }).textContent).toBe('Nguyễn Hoàng Thị Phương An-Kowalczyk');
    expect(head.querySelector('.address')?.textContent).toBe(long);
    expect(head.querySelector('.address')?.getAttribute('dir')).toBe('ltr');
  });

  it('shows a foreign domain as the page wrote it, and in its ASCII form too', () => {
    drawPanel(
      view({
        subject: subject({ party: { ...partyOf('Jo', 'jo@bücher.example'), shown: 'jo@bücher.example' } }),
        answers: [answer([match({ mail: 'jo@bücher.example' })])],
      }),
    );
    expect(screen.getByRole('banner').querySelector('.address')?.textContent).toBe(
      'jo@bücher.example (jo@xn--bcher-kva.example)',
    );
  });

  it('shows markup in names, tickets and notes as text', () => {
    const markup = '<img src=x onerror="document.title=1"><b>Anna</b>';
    const { container } = drawPanel(
      view({
        answers: [
          answer([
            match(
              { name: markup, summary: markup, labels: [markup], memberships: [{ organisation: '1', name: markup }] },
              profile({ open: [ticket({ title: markup })], notes: [note({ text: markup })] }),
            ),
          ]),
        ],
      }),
    );
    expect(container.querySelector('img, b')).toBeNull();
    expect(screen.getAllByText(markup).length).toBeGreaterThanOrEqual(5);
  });

  it('isolates a name from the words around it, whatever its letters do', () => {
    drawPanel(view({ answers: [answer([match({ name: 'ليلى الحدّاد' })])] }));
    expect(screen.getByRole('heading', { level: 1 }).firstElementChild?.tagName).toBe('BDI');
  });

  it.each([
    ['disabled', 'Disabled'],
    ['locked', 'Locked'],
    ['banned', 'Banned'],
  ] as const)('says in a word that somebody is %s', (status, word) => {
    drawPanel(view({ answers: [answer([match({ status })])] }));
    expect(within(screen.getByRole('banner')).getByText(word)).toBeTruthy();
  });

  it('names the source with the number, and copies it', async () => {
    const { page } = drawPanel(
      view({ answers: [answer([match({ ref: { connection: 'rt', id: '4821' } })], { source: sources.rt })] }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'RT Support #4821, copy the number' }));
    expect(page.copy).toHaveBeenCalledWith('4821');
    await waitFor(() => expect(screen.getByText(/^Copied/)).toBeTruthy());
  });

  it('says so when the browser refuses to copy, at each place that copies', async () => {
    drawPanel(view({ answers: [answer([match({ mail: 'anna@example.com' })])] }), {}, { copy: async () => false });
    const told = () =>
      waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Not copied. The browser did not allow it.'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy anna@example.com' }));
    await told();
    expect(await screen.findByRole('button', { name: 'Not copied. The browser did not allow it.' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /copy the number/ }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''));
    await told();
    fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Copy address' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''));
    await told();
  });

  it('switches to the record of another server', () => {
    const rt = match({ ref: { connection: 'rt', id: '9' } });
    const { questions } = drawPanel(view({ answers: [answer([match()]), answer([rt], { source: sources.rt })] }), {
      'match.pick': () => null,
    });
    fireEvent.click(screen.getByRole('button', { name: 'RT Support' }));
    expect(questions('match.pick')).toEqual([{ tab: 1, ref: rt.person.ref, always: false }]);
  });

  it('leads to the list where another server has several of them', () => {
    const [one, two] = ['8', '9'].map((id) => match({ ref: { connection: 'rt', id } }));
    const both = one && two ? [one, two] : [];
    const mine = match();
    const { questions } = drawPanel(
      view({ shown: mine.person.ref, answers: [answer([mine]), answer(both, { source: sources.rt })] }),
      { 'match.pick': () => null, 'lookup.back': () => null },
    );
    fireEvent.click(screen.getByRole('button', { name: 'RT Support' }));
    expect(questions('match.pick')).toEqual([]);
    expect(questions('lookup.back')).toEqual([{ tab: 1 }]);
  });

  it('tells the organisation with the position, and how many tickets the whole of it has', () => {
    drawPanel(
      view({
        answers: [
          answer([
            match(
              { memberships: [{ organisation: '1', name: 'Harbour & Finch', position: 'Accounts lead', tickets: 14 }] },
              { tickets: 3 },
            ),
          ]),
        ],
      }),
    );
    expect(screen.getByText('Harbour & Finch')).toBeTruthy();
    expect(screen.getByText('Accounts lead')).toBeTruthy();
    expect(screen.getByText('14 tickets')).toBeTruthy();
  });

  it('tells the person’s local time with the difference', () => {
    drawPanel(view({ answers: [answer([match({ timezone: 'Asia/Ho_Chi_Minh' })])] }));
    expect(screen.getByText(/in Ho Chi Minh City/).textContent).toMatch(/20:32|8:32/);
    expect(screen.getByText(/ahead of you/)).toBeTruthy();
  });

  it('marks the primary address in a word, lists the others after it, and copies each', () => {
    const emails = [
      { address: address('old@example.com'), primary: false },
      { address: address('anna@example.com'), primary: true },
    ];
    const { page } = drawPanel(view({ answers: [answer([match({ emails })])] }));
    const rows = within(section('Contact')).getAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('anna@example.com');
    expect(rows[0]?.textContent).toContain('Primary');
    expect(rows[1]?.textContent).not.toContain('Primary');
    fireEvent.click(screen.getByRole('button', { name: 'Copy old@example.com' }));
    expect(page.copy).toHaveBeenCalledWith('old@example.com');
  });

  it('makes no link of a value that is not safe to open', () => {
    const fields = [
      { type: 'website', value: 'javascript:alert(1)' },
      { type: 'phone', value: '+84 28 5550 0142' },
    ] as const;
    drawPanel(view({ answers: [answer([match({ fields })])] }));
    expect(screen.queryByRole('link', { name: /alert/ })).toBeNull();
    expect(screen.getByRole('link', { name: '+84 28 5550 0142' }).getAttribute('href')).toBe('tel:+842855500142');
  });

  it('names the language and custom fields under Properties', () => {
    const fields = [{ type: 'text', label: 'Plan', value: 'Fleet, yearly', custom: true }] as const;
    drawPanel(view({ answers: [answer([match({ language: 'vi', fields })])] }));
    const properties = section('Properties');
    expect(within(properties).getByText('Vietnamese')).toBeTruthy();
    expect(within(properties).getByText('Fleet, yearly')).toBeTruthy();
  });

  it('says from when it is, when it comes from the cache', () => {
    const { container } = drawPanel(
      view({ answers: [answer([match()], { source: sources.rt, asOf: '2026-11-17T13:30:00.000Z' })] }),
    );
    expect(screen.getByText(/^as of /)).toBeTruthy();
    expect(container.querySelector('.tabs-dashed')).toBeTruthy();
  });

  it('says by which address it was found when the message’s carries a tag', () => {
    const tagged = { ...match(), reason: { kind: 'tag', address: address('anna@example.com') } } as const;
    drawPanel(
      view({ subject: subject({ party: partyOf('Anna', 'anna+shop@example.com') }), answers: [answer([tagged])] }),
    );
    const words = screen.getByText(/^Found by/);
    expect(words.textContent).toBe('Found by anna@example.com, without the tag of this address.');
    expect(words.querySelector('bdi[dir=ltr]')?.textContent).toBe('anna@example.com');
  });

  it('tells where a reply goes, and shows that person on a press', () => {
    const reply = { party: partyOf('Desk', 'desk@example.test'), role: 'reply-to', known: null } as const;
    const { questions } = drawPanel(view({ answers: [answer([match()])], others: [reply] }), {
      'lookup.party': () => null,
    });
    expect(screen.getAllByText('Reply goes to').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(questions('lookup.party')).toEqual([{ tab: 1, party: reply.party }]);
  });

  it('goes back to the open message from somebody who was asked for', () => {
    const { questions } = drawPanel(
      view({ subject: subject({ origin: 'asked', role: 'asked' }), answers: [answer([match()])] }),
      {
        'lookup.back': () => null,
      },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Back to the open message' }));
    expect(questions('lookup.back')).toEqual([{ tab: 1 }]);
  });

  it('can be put on the list of people never looked up, from its menu', () => {
    const { questions } = drawPanel(view({ answers: [answer([match()])] }), { 'never.add': () => null });
    fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Never look up this address' }));
    expect(questions('never.add')).toEqual([{ tab: 1, of: 'anna@example.com' }]);
  });

  it('takes back who is always shown', () => {
    const { questions } = drawPanel(view({ always: true, answers: [answer([match()])] }), { 'match.ask': () => null });
    fireEvent.click(screen.getByRole('button', { name: 'Ask each time' }));
    expect(questions('match.ask')).toEqual([{ tab: 1, of: 'anna@example.com' }]);
  });

  it('is read from right to left in Arabic, with its plurals', () => {
    speak('ar');
    drawPanel(view({ answers: [answer([match({}, { tickets: 2 })])] }));
    expect(document.documentElement.dir).toBe('rtl');
    expect(screen.getByText('تذكرتان')).toBeTruthy();
  });
});
