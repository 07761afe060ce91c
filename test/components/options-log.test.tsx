import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { Options } from '@/components/options/Options';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import { speak } from '@/test/support/words';
import type { LogLine } from '@/utils/messages/connections';
import { ProblemError } from '@/utils/problem';

const mark = { shape: 'diamond', letter: 'R' } as const;
const noon = new Date();
noon.setHours(12, 0, 0, 0);

const line = (id: number, some: Partial<LogLine> = {}): LogLine => ({
  ...{ id, at: noon.getTime(), connection: 'rt', name: 'RT Support', mark, call: 'find', method: 'get', status: 200 },
  ...{ ms: 210, sent: 0, received: 2100 },
  ...some,
});

/** A log as the background keeps it. */
function draw(kept: readonly LogLine[], answers: Answers = {}) {
  location.hash = '#log';
  const log = { now: kept };
  const background = answering({
    'log.list': ({ connection, before, limit }) => {
      const all = log.now.filter((one) => connection === null || one.connection === connection);
      const servers = new Map(log.now.map((one) => [one.connection, one]));
      return {
        lines: all.filter(({ id }) => before === null || id < before).slice(0, limit),
        total: all.length,
        servers: [...servers.values()].map(({ connection: id, name, mark: sign }) => ({
          connection: id,
          name,
          mark: sign,
        })),
      };
    },
    'log.clear': () => {
      log.now = [];
      return null;
    },
    ...answers,
  });
  render(<Options ask={background.ask} page={pageActs()} importState={null} />);
  return { ...background, log };
}

const many = (count: number, some: Partial<LogLine> = {}) =>
  Array.from({ length: count }, (_, at) => line(count - at, some));
const words = (element: Element) => element.textContent.replaceAll('\u00a0', ' ');
const rows = () => screen.getAllByRole('listitem').filter((row) => row.classList.contains('log-row'));
const pick = (from: RegExp, to: string) => {
  fireEvent.click(screen.getByRole('combobox', { name: from }));
  fireEvent.click(screen.getByRole('option', { name: to }));
};

beforeEach(() => {
  location.hash = '';
});

describe('The reading log', () => {
  it('says in plain words what was asked of which server, how much came and how it ended', async () => {
    draw([
      line(4, { call: 'tickets', received: 18_400, ms: 1234 }),
      line(3, { call: 'person.set', method: 'put', sent: 90, received: 21, name: 'RT West' }),
      line(2, { call: 'person.set' }),
      line(1, { call: 'new.thing', status: null, received: 0 }),
    ]);
    await screen.findByText('Read tickets');
    const [tickets = '', set = '', check = '', unknown = ''] = rows().map(words);
    expect(tickets).toMatch(/^12:00:00/);
    expect(tickets).toContain('RRead ticketsRT SupportRead 18 kBAnswered1.23 s');
    expect(set).toContain('Changed a fieldRT WestSent 90 bytesRead 21 bytesAnswered');
    expect(check).toContain('Changed a field: read to check');
    expect(unknown).toContain('new.thing');
    expect(unknown).toContain('–No answer');
  });

  it.each([
    [401, 'Sign-in refused'],
    [403, 'Not allowed'],
    [404, 'Not there'],
    [412, 'Changed meanwhile'],
    [429, 'Asked to wait'],
    [422, 'Refused (422)'],
    [502, 'Failed there (502)'],
    [302, 'Led to a sign-in page'],
    [0, 'Led to a sign-in page'],
  ])('tells an answer of %i as “%s”', async (status, text) => {
    draw([line(1, { status })]);
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('says what is logged and what never', async () => {
    draw([]);
    expect(
      screen.getByText(/Never what was in it: no address, no name, no text, no token\. The newest 5,000/),
    ).toBeTruthy();
    expect(await screen.findByText('Nothing was asked of a server yet.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Clear log' })).toBeNull();
  });

  it('stands by day, the newest first', async () => {
    draw([line(3), line(2, { at: noon.getTime() - 86_400_000 }), line(1, { at: Date.UTC(2020, 0, 5, 12) })]);
    await screen.findByRole('list', { name: 'Today' });
    const days = screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent);
    expect(days).toEqual(['Today', 'Yesterday', expect.stringMatching(/2020/)]);
    expect(within(screen.getByRole('list', { name: 'Yesterday' })).getAllByRole('listitem')).toHaveLength(1);
  });

  it('loads older lines page by page and counts honestly', async () => {
    const { questions } = draw(many(120));
    expect(await screen.findByText('Newest 50 of 120 calls')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('Newest 100 of 120 calls')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('120 calls')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
    expect(rows()).toHaveLength(120);
    expect(questions('log.list').at(-1)).toEqual({ connection: null, before: 21, limit: 50 });
  });

  it('puts what is new on top when the page comes back to the front, and keeps what was loaded', async () => {
    const { log } = draw(many(60));
    await screen.findByText('Newest 50 of 60 calls');
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
    await screen.findByText('60 calls');
    log.now = [line(61, { call: 'notes' }), ...log.now];
    fireEvent(window, new Event('focus'));
    expect(await screen.findByText('Read notes')).toBeTruthy();
    expect(rows()).toHaveLength(61);
  });

  it('leaves no gap where more came than a page holds', async () => {
    const { log } = draw(many(60));
    await screen.findByText('Newest 50 of 60 calls');
    log.now = many(200);
    fireEvent(window, new Event('focus'));
    expect(await screen.findByText('Newest 50 of 200 calls')).toBeTruthy();
  });

  it('shows the calls of one server', async () => {
    draw([line(3), line(2, { connection: 'west', name: 'Zammad West', call: 'notes' }), line(1)]);
    await screen.findByText('3 calls');
    pick(/^Server/, 'Zammad West');
    expect(await screen.findByText('1 call')).toBeTruthy();
    expect(rows().map(words)).toEqual([expect.stringContaining('Read notes')]);
    pick(/^Server/, 'All servers');
    expect(await screen.findByText('3 calls')).toBeTruthy();
  });

  it('is cleared only after a question whose Cancel has the focus, and then says that it is empty', async () => {
    const { questions } = draw(many(3));
    await screen.findByText('3 calls');
    const ask = () => fireEvent.click(screen.getByRole('button', { name: 'Clear log' }));
    ask();
    const dialog = screen.getByRole('dialog', { name: 'Clear the reading log?' });
    expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Cancel' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(questions('log.clear')).toEqual([]);
    ask();
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Clear log' }));
    expect(await screen.findByText('Nothing was asked of a server yet.')).toBeTruthy();
    expect(screen.getByText('The log was cleared.')).toBeTruthy();
    expect(screen.queryAllByRole('listitem').filter((row) => row.classList.contains('log-row'))).toEqual([]);
  });

  it('says so when nothing can be read, and when it was not cleared', async () => {
    const fail = () => {
      throw new ProblemError({ kind: 'bug' });
    };
    draw(many(2), { 'log.clear': fail });
    await screen.findByText('2 calls');
    fireEvent.click(screen.getByRole('button', { name: 'Clear log' }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Clear log' }));
    expect(await screen.findByText('Not saved. The extension gave no answer.')).toBeTruthy();
    expect(rows()).toHaveLength(2);
  });

  it('can be asked for again where there was no answer', async () => {
    draw([], {
      'log.list': () => {
        throw new ProblemError({ kind: 'bug' });
      },
    });
    expect(await screen.findByRole('button', { name: 'Retry' })).toBeTruthy();
    expect(screen.queryByText('Nothing was asked of a server yet.')).toBeNull();
  });

  it.each(['en', 'ar'] as const)('keeps nobody out, in %s', async (language) => {
    speak(language);
    draw(many(3, { status: 502 }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
