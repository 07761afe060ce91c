import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { Options } from '@/components/options/Options';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import type { Ban } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';

const at = '2026-11-14T10:00:00.000Z';

/** A book whose bans are lifted and come back as it is asked. */
function draw(own: readonly string[], answers: Answers = {}) {
  location.hash = '#bans';
  const banned = { now: own };
  const part = (items: readonly string[]) => ({
    items: items.map((address): Ban => ({ address, at })),
    total: items.length,
  });
  const background = answering({
    bans: ({ connection }) => {
      if (connection === 'sample') throw new ProblemError({ kind: 'missing' });
      return part(banned.now);
    },
    'ban.lift': ({ address }) => {
      banned.now = banned.now.filter((one) => one !== address);
      return { entry: 'e1', made: [] };
    },
    'action.undo': () => {
      banned.now = own;
      return { entry: 'e2', made: [] };
    },
    ...answers,
  });
  render(<Options ask={background.ask} page={pageActs()} importState={null} />);
  return background;
}

const list = () => screen.findByRole('list', { name: 'Blocked addresses' });

beforeEach(() => {
  location.hash = '';
});

describe('Blocked addresses', () => {
  it('are listed, whichever of them are banned in the own book, with the day', async () => {
    draw(['spam@example.com', '*@win-now.example.net']);
    const rows = within(await list()).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('spam@example.com'),
      expect.stringContaining('*@win-now.example.net'),
    ]);
    expect(rows[0]?.textContent).toContain('Since');
  });

  it('are lifted one by one, and Undo blocks them again', async () => {
    const { questions } = draw(['spam@example.com', 'other@example.com']);
    fireEvent.click(within(await list()).getByRole('button', { name: 'Lift the ban of spam@example.com' }));
    expect(await screen.findByText('spam@example.com may be used again.')).toBeTruthy();
    expect(questions('ban.lift')).toEqual([{ connection: 'book', address: 'spam@example.com' }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: /spam@example.com/ })).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('spam@example.com is blocked again.')).toBeTruthy();
    expect(questions('action.undo')).toEqual([{ entry: 'e1' }]);
    await waitFor(() => expect(screen.getByRole('button', { name: /spam@example.com/ })).toBeTruthy());
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('of the sample people stand there too while they are loaded', async () => {
    const { questions } = draw([], {
      bans: ({ connection }) =>
        connection === 'sample' ? { items: [{ address: 'max@example.net', at }], total: 1 } : { items: [], total: 0 },
    });
    const row = within(await list()).getByRole('listitem');
    expect(row.textContent).toContain('Sample book');
    fireEvent.click(within(row).getByRole('button'));
    await waitFor(() => expect(questions('ban.lift')).toEqual([{ connection: 'sample', address: 'max@example.net' }]));
  });

  it('are told to be none where none is', async () => {
    draw([]);
    expect(await screen.findByText('No address is blocked.')).toBeTruthy();
  });

  it('stay where a ban could not be lifted, and that is said', async () => {
    draw(['spam@example.com'], {
      'ban.lift': () => {
        throw new ProblemError({ kind: 'storage-full' });
      },
    });
    fireEvent.click(within(await list()).getByRole('button'));
    await waitFor(() => expect(screen.getAllByRole('alert').some((one) => one.textContent !== '')).toBe(true));
    expect(screen.getByRole('button', { name: /spam@example.com/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('say so where they could not be read', async () => {
    draw([], {
      bans: () => {
        throw new ProblemError({ kind: 'bug' });
      },
    });
    expect(await screen.findByRole('button', { name: 'Retry' })).toBeTruthy();
    expect(screen.queryByText('No address is blocked.')).toBeNull();
  });
});
