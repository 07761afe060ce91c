import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { askFor, holdings } from '@/test/support/asked-action';
import { address } from '@/test/support/people';
import { answer, match, sources } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const act = (name: RegExp | string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const off = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const lines = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((line) => line.textContent?.replaceAll('\u00a0', ' '));
const ADDRESS = 'Type the address to go on';

describe('The question before a person is deleted', () => {
  it('says who, what goes for good with counts, what stays, and for how long it can be taken back', async () => {
    const others = [
      answer([match({ ref: { connection: 'book', id: '9' } })]),
      answer([match({ ref: { connection: 'zammad', id: '2' } })], { source: sources.zammad }),
    ];
    const { dialog } = askFor('Delete', {}, {}, others);
    expect(await screen.findByRole('dialog', { name: 'Delete this person and 14 tickets?' })).toBeTruthy();
    expect(within(dialog).getByText('Anna Keller')).toBeTruthy();
    expect(dialog.querySelector('.question-who')?.textContent).toContain('anna@example.com');
    expect(dialog.querySelector('.question-source')?.textContent).toContain('RT Support#4821');
    expect(lines('Goes for good')).toEqual([
      '14 tickets, 3 of them open',
      '4 notes with 2 files',
      '17 charges, 18 h 40 min',
    ]);
    expect([...dialog.querySelectorAll('.question-goes strong')].map((one) => one.textContent)).toEqual([
      '14',
      '4',
      '17',
    ]);
    expect(lines('Stays')).toEqual(['1 card in My book, not touched', '1 card in Zammad West, not touched']);
    expect(dialog.textContent).toContain(
      'RT Support cannot bring this back. You have 10 seconds to undo, then it is final.',
    );
  });

  it('does nothing until the address is typed, and then what it says', async () => {
    const { questions } = askFor('Delete');
    const button = await waitFor(() => act('Delete person and 14 tickets'));
    expect(off(button)).toBe(true);
    expect(button.classList.contains('button-may-not')).toBe(true);
    fireEvent.click(button);
    type(ADDRESS, 'anna@exampl');
    expect(screen.getByText('Does not match yet.')).toBeTruthy();
    fireEvent.click(button);
    expect(questions('action.run')).toEqual([]);
    type(ADDRESS, ' Anna@Example.com ');
    expect(screen.getByText('Matches.')).toBeTruthy();
    expect(off(button)).toBe(false);
    expect(button.classList.contains('button-destroy')).toBe(true);
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(questions('action.run')).toEqual([
      { ref: { connection: 'rt', id: '4821' }, chosen: { action: 'delete', input: { version: 'v7' } } },
    ]);
  });

  it('starts on Cancel, and Enter in the field does nothing, even once it matches', async () => {
    const { questions, dialog } = askFor('Delete');
    await waitFor(() => act('Delete person and 14 tickets'));
    expect(document.activeElement).toBe(act('Cancel'));
    type(ADDRESS, 'anna@example.com');
    const field = screen.getByLabelText(ADDRESS);
    expect(field.closest('form')).toBeNull();
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyUp(field, { key: 'Enter' });
    expect(questions('action.run')).toEqual([]);
    fireEvent.click(act('Cancel'));
    expect(dialog.isConnected).toBe(false);
    expect(questions('action.run')).toEqual([]);
  });

  it('is not pressed by a key that is still held down', async () => {
    askFor('Delete');
    const button = await waitFor(() => act('Delete person and 14 tickets'));
    type(ADDRESS, 'anna@example.com');
    expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false);
    expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true);
  });

  it('cannot be answered while nobody knows what goes, and says so', async () => {
    const known: { tell: () => void } = { tell: () => {} };
    const { questions } = askFor(
      'Delete',
      {},
      {
        holdings: () =>
          new Promise((tell) => {
            known.tell = () => tell(holdings);
          }),
      },
    );
    type(ADDRESS, 'anna@example.com');
    const button = act('Delete person');
    expect(off(button)).toBe(true);
    expect(screen.getByText('Counting what goes')).toBeTruthy();
    fireEvent.click(button);
    expect(questions('action.run')).toEqual([]);
    known.tell();
    expect(off(await waitFor(() => act('Delete person and 14 tickets')))).toBe(false);
  });

  it('cannot be answered where the counts cannot be had; they can be asked for again', async () => {
    const tries = { count: 0 };
    askFor(
      'Delete',
      {},
      {
        holdings: () => {
          tries.count += 1;
          if (tries.count === 1) throw new ProblemError({ kind: 'timeout' });
          return {};
        },
      },
    );
    expect(await screen.findByText('What goes could not be counted at RT Support.')).toBeTruthy();
    type(ADDRESS, 'anna@example.com');
    expect(off(act('Delete person'))).toBe(true);
    fireEvent.click(act('Retry'));
    expect(await screen.findByText('The record itself. Nothing else belongs to it.')).toBeTruthy();
    expect(off(act('Delete person'))).toBe(false);
    expect(screen.getByRole('dialog', { name: 'Delete this person?' })).toBeTruthy();
  });

  it('wants the name of somebody without an address', async () => {
    askFor('Delete', { emails: [], name: 'Phương Thảo' });
    const button = await waitFor(() => act('Delete person and 14 tickets'));
    type('Type the name to go on', 'phương thao');
    expect(off(button)).toBe(true);
    type('Type the name to go on', 'phương thảo');
    expect(off(button)).toBe(false);
  });

  it('stays open with the reason where it was refused', async () => {
    askFor(
      'Delete',
      {},
      {
        'action.run': () => {
          throw new ProblemError({ kind: 'conflict', theirs: 'v8' });
        },
      },
    );
    const button = await waitFor(() => act('Delete person and 14 tickets'));
    type(ADDRESS, 'anna@example.com');
    fireEvent.click(button);
    const told = await screen.findByText('Not done at RT Support.');
    expect(told.closest('[role="alert"]')?.textContent).toContain('Nothing was changed.');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('that was cancelled takes nothing away that was opened after it', () => {
    const { dialog } = askFor('Delete');
    fireEvent.click(act('Cancel'));
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    // A browser tells of a closed dialog a moment later.
    fireEvent(dialog, new Event('close'));
    expect(screen.getByRole('dialog', { name: 'All commands' })).toBeTruthy();
  });

  it('is about the person it was asked for, whoever writes meanwhile', async () => {
    const { show, questions } = askFor('Delete');
    const button = await waitFor(() => act('Delete person and 14 tickets'));
    const { subject, view } = await import('@/test/support/views');
    const ref = { connection: 'rt', id: '5000' };
    show(
      view({
        subject: subject({ key: 'other' }),
        answers: [answer([match({ ref, name: 'Somebody else' })])],
        shown: ref,
      }),
    );
    expect(screen.getByRole('dialog').textContent).toContain('Anna Keller');
    type(ADDRESS, 'anna@example.com');
    fireEvent.click(button);
    await waitFor(() => expect(questions('action.run')).toMatchObject([{ ref: { connection: 'rt', id: '4821' } }]));
  });
});

describe('The question before a person is deleted and banned', () => {
  const emails = [
    { address: address('anna@example.com'), primary: true },
    { address: address('anna@work.example.com'), primary: false },
  ];

  it('names every address, and says how a ban is lifted', async () => {
    const { dialog, questions } = askFor('Delete and ban', { emails });
    expect(await screen.findByRole('dialog', { name: 'Delete and ban 2 addresses?' })).toBeTruthy();
    expect(lines('Banned, nobody gets it again')).toEqual(['anna@example.com', 'anna@work.example.com']);
    expect(dialog.textContent).toContain('The ban is lifted at RT Support.');
    await screen.findByRole('list', { name: 'Goes for good' });
    type(ADDRESS, 'anna@example.com');
    fireEvent.click(act('Delete and ban'));
    await waitFor(() =>
      expect(questions('action.run')).toMatchObject([
        { chosen: { action: 'delete-and-ban', input: { version: 'v7' } } },
      ]),
    );
  });

  it('asks by the address where there is one', () => {
    askFor('Delete and ban');
    expect(screen.getByRole('dialog', { name: 'Delete and ban anna@example.com?' })).toBeTruthy();
  });
});
