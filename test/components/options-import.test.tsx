import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { Options } from '@/components/options/Options';
import { LARGEST } from '@/components/options/send-file';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import { speak } from '@/test/support/words';
import { PIECE } from '@/utils/actions/limits';
import type { ImportProblem, ImportState } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

const book = { sample: { loaded: false, people: 0 }, own: { people: 1204 } };

function draw(answers: Answers = {}, importState: ImportState | null = null) {
  const background = answering({
    'book.state': () => book,
    'import.piece': () => null,
    'import.start': () => null,
    'import.stop': () => null,
    ...answers,
  });
  const drawn = (state: ImportState | null) => <Options ask={background.ask} page={pageActs()} importState={state} />;
  const { rerender } = render(drawn(importState));
  return { ...background, tell: (state: ImportState | null) => rerender(drawn(state)) };
}

const state = (some: Partial<ImportState>): ImportState => ({
  id: 'one',
  file: 'people.csv',
  state: 'running',
  done: 0,
  total: 0,
  known: 0,
  ...some,
});
const csv = (text: string, name = 'people.csv') => new File([text], name, { type: 'text/csv' });
const choose = (...files: File[]) => fireEvent.change(screen.getByLabelText('Choose file'), { target: { files } });
const drop = (...files: File[]) => fireEvent.drop(screen.getByText('or drop it here'), { dataTransfer: { files } });

beforeEach(() => {
  location.hash = '#book';
});

describe('A file that is chosen', () => {
  it('goes over in order, in pieces of at most 256 kB, and is started under its name', async () => {
    const text = `name,email\n${'Anna Keller,anna.keller@example.com\n'.repeat(14_000)}`;
    const { questions } = draw();
    choose(csv(text));
    await waitFor(() => expect(questions('import.start')).toHaveLength(1));
    const pieces = questions('import.piece').map((piece) => JSON.parse(JSON.stringify(piece)));
    expect(pieces.map((piece) => piece.index)).toEqual([0, 1, 2]);
    expect(pieces.every((piece) => piece.base64.length <= 256 * 1024)).toBe(true);
    expect(pieces.map((piece) => atob(piece.base64)).join('')).toBe(text);
    expect(new Set(pieces.map((piece) => piece.id)).size).toBe(1);
    expect(questions('import.start')).toEqual([{ id: pieces[0].id, file: 'people.csv' }]);
  });

  it('shows how far it is read, and can be stopped before it is started', async () => {
    const gate: { open: () => void } = { open: () => {} };
    const { questions } = draw({
      'import.piece': () => new Promise<null>((resolve) => (gate.open = () => resolve(null))),
    });
    choose(csv('x'.repeat(PIECE * 3)));
    const bar = await screen.findByRole('progressbar', { name: 'Reading “people.csv”' });
    await waitFor(() => expect(questions('import.piece')).toHaveLength(1));
    gate.open();
    await waitFor(() => expect(Number(bar.getAttribute('value'))).toBeCloseTo(1 / 3));
    fireEvent.click(screen.getByRole('button', { name: /Stop/ }));
    gate.open();
    expect(await screen.findByText('Stopped “people.csv”. Nothing was imported.')).toBeTruthy();
    expect(questions('import.start')).toEqual([]);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('is refused when it is empty, and nothing is sent', async () => {
    const { asked } = draw();
    choose(csv(''));
    expect(await screen.findByText('The file is empty.')).toBeTruthy();
    expect(asked.some(({ name }) => name.startsWith('import.'))).toBe(false);
  });

  it('is refused when it is larger than 200 MB', async () => {
    const file = csv('name');
    Object.defineProperty(file, 'size', { value: LARGEST + 1 });
    const { asked } = draw();
    choose(file);
    expect(await screen.findByText(/“people.csv” is larger than 200 MB/)).toBeTruthy();
    expect(asked.some(({ name }) => name.startsWith('import.'))).toBe(false);
  });

  it('that can no longer be read is told', async () => {
    const file = csv('name,email');
    Object.defineProperty(file, 'slice', { value: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) });
    draw();
    choose(file);
    expect(await screen.findByText(/“people.csv” could not be read/)).toBeTruthy();
  });

  it('is told not to have begun when the extension gives no answer', async () => {
    draw({
      'import.start': () => {
        throw new Error('asleep');
      },
    });
    choose(csv('name,email\n'));
    expect(await screen.findByText(/The import of “people.csv” did not start/)).toBeTruthy();
  });

  it('is told of a full disk while it is handed over, and that nothing was imported', async () => {
    draw({
      'import.piece': () => {
        throw new ProblemError({ kind: 'storage-full' });
      },
    });
    choose(csv('name,email\n'));
    expect(await screen.findByText(/no room left on this computer. Nothing was imported/)).toBeTruthy();
  });

  it('can be dropped instead, one at a time', async () => {
    const { questions } = draw();
    drop(csv('a'), csv('b'));
    expect(await screen.findByText('One file at a time. Nothing was imported.')).toBeTruthy();
    expect(questions('import.piece')).toEqual([]);
    drop(csv('name,email\n', 'dropped.csv'));
    await waitFor(() => expect(questions('import.start')).toMatchObject([{ file: 'dropped.csv' }]));
  });

  it('shows a name with markup as text', async () => {
    draw();
    choose(csv('', '<img src=x onerror=alert(1)>.csv'));
    expect(await screen.findByText('“<img src=x onerror=alert(1)>.csv” was not imported')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows nothing of an earlier import while the new one is begun', async () => {
    const { questions, tell } = draw({}, state({ state: 'done', done: 3, file: 'old.csv' }));
    expect(screen.getByText('Imported “old.csv”')).toBeTruthy();
    choose(csv('name,email\n', 'new.csv'));
    expect(await screen.findByRole('progressbar', { name: /new.csv/ })).toBeTruthy();
    expect(screen.queryByText('Imported “old.csv”')).toBeNull();
    await waitFor(() => expect(questions('import.start')).toHaveLength(1));
    tell(state({ state: 'done', done: 1, file: 'old.csv' }));
    expect(screen.queryByText('Imported “old.csv”')).toBeNull();
  });
});

describe('An import under way', () => {
  it('shows how many people are in, also to a page that was opened later, and stops on a click', async () => {
    const { questions, tell } = draw({}, state({ done: 25_000, total: 100_000 }));
    const bar = screen.getByRole('progressbar', { name: 'Importing “people.csv”' });
    expect(Number(bar.getAttribute('value'))).toBe(0.25);
    expect(screen.getByText('25,000 of 100,000')).toBeTruthy();
    expect(screen.queryByLabelText('Choose file')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /Stop/ }));
    await waitFor(() => expect(questions('import.stop')).toHaveLength(1));
    tell(state({ state: 'stopped' }));
    expect(screen.getByText('Stopped “people.csv”. Nothing was imported.')).toBeTruthy();
    expect(screen.getByLabelText('Choose file')).toBeTruthy();
  });

  it('counts nobody while the file is only checked', () => {
    draw({}, state({ state: 'checking', done: 3, total: 50 }));
    expect(screen.getByRole('progressbar', { name: 'Checking “people.csv”' }).getAttribute('value')).toBe('0.06');
    expect(screen.queryByText('3 of 50')).toBeNull();
  });

  it('ends with how many were added and how many were known, and counts the book anew', async () => {
    const people = { now: 1204 };
    const { tell } = draw({ 'book.state': () => ({ ...book, own: { people: people.now } }) }, state({ total: 9 }));
    expect(await screen.findByText('1,204 people')).toBeTruthy();
    people.now = 1212;
    tell(state({ state: 'done', done: 8, total: 8, known: 1 }));
    expect(screen.getByText('8 people added').parentElement?.textContent).toBe('8 people added · 1 known already');
    expect(await screen.findByText('1,212 people')).toBeTruthy();
  });

  it('says one person for one person', () => {
    draw({}, state({ state: 'done', done: 1, total: 1 }));
    expect(screen.getByText('1 person added')).toBeTruthy();
  });
});

describe('A file with a fault', () => {
  const faults: readonly [ImportProblem, string | RegExp][] = [
    [{ kind: 'empty', line: 1 }, 'The file is empty.'],
    [{ kind: 'encoding', line: 12 }, /^Line 12 is not written in UTF-8/],
    [{ kind: 'quote-open', line: 12 }, 'A quote opens in line 12 and is never closed.'],
    [{ kind: 'quote-inside', line: 12 }, /^Line 12 has a quote inside a value/],
    [{ kind: 'columns', line: 12, detail: '5/4' }, /^Line 12 has another number of columns .*: 5 instead of 4\.$/],
    [{ kind: 'no-address-column', line: 1 }, /^Line 1 names no column of addresses/],
    [{ kind: 'line-too-long', line: 12 }, /^Line 12 is too long/],
    [{ kind: 'address-invalid', line: 1_012 }, 'Line 1,012 has no valid address.'],
    [{ kind: 'nothing', line: 1 }, /no people follow after line 1/],
    [{ kind: 'storage-full', line: 12 }, /no room left .* line 12/],
  ];

  it.each(faults)('%o is told in words, and that nothing was imported', (problem, words) => {
    draw({}, state({ state: 'failed', problem }));
    expect(screen.getByText('“people.csv” was not imported')).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('Nothing was imported.')).toBeTruthy();
    expect(screen.getByLabelText('Choose file')).toBeTruthy();
  });

  it('quotes what stands there, shortened and as text', () => {
    draw(
      {},
      state({ state: 'failed', problem: { kind: 'address-invalid', line: 2, detail: `<b>${'x'.repeat(200)}` } }),
    );
    expect(screen.getByText(`There: “<b>${'x'.repeat(77)}”`)).toBeTruthy();
  });

  it('is not blamed when the extension itself failed', () => {
    draw({}, state({ state: 'failed', problem: { kind: 'nothing', line: 0, detail: 'TypeError' } }));
    expect(screen.getByText(/something failed in the extension itself/)).toBeTruthy();
    expect(screen.queryByText(/TypeError/)).toBeNull();
  });
});

describe('My book', () => {
  it('loads and removes the sample people, apart from the own ones', async () => {
    const now = { loaded: false };
    const answer = () => ({ sample: { loaded: now.loaded, people: now.loaded ? 60 : 0 }, own: { people: 0 } });
    draw({
      'book.state': answer,
      'sample.load': () => {
        now.loaded = true;
        return answer();
      },
      'sample.remove': () => {
        now.loaded = false;
        return answer();
      },
    });
    expect(await screen.findByText('Not loaded')).toBeTruthy();
    expect(screen.getByText('0 people')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Load sample people' }));
    expect(await screen.findByText('60 people')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Remove sample people' }));
    expect(await screen.findByText('Not loaded')).toBeTruthy();
  });

  it('counts people in Arabic by its own plural forms', async () => {
    speak('ar');
    draw({ 'book.state': () => ({ ...book, own: { people: 2 } }) });
    expect(await screen.findByText('شخصان')).toBeTruthy();
  });
});
