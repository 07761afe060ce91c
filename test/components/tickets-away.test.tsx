import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { ticket } from '@/test/support/people';
import { allCapabilities, answer, match, sources, view } from '@/test/support/views';
import type { Capability } from '@/utils/connectors/types';
import type { Ticket } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

interface Case {
  readonly open?: readonly Ticket[];
  readonly can?: readonly Capability[];
}

const read = <Item,>(items: readonly Item[]) => ({ state: 'read', part: { items, total: items.length } }) as const;

const viewOf = ({ open = [ticket()], can = allCapabilities }: Case) =>
  view({
    answers: [
      answer([match({}, { profile: { open: read(open), resolved: read([]) } })], { source: sources.zammad, can }),
    ],
  });

describe('Tickets that were put away', () => {
  const old = ticket({ id: '90', number: '0090', title: 'Long ago' });
  const can: readonly Capability[] = [...allCapabilities, 'archived'];
  const switchOf = () => screen.getByRole('button', { name: 'Archived tickets' });
  const unfold = () => fireEvent.click(screen.getByRole('button', { name: /^Resolved/ }));

  it('stand behind a switch of their own under the resolved ones, and are asked for on its press', async () => {
    const part = { items: [old], total: 7 };
    const panel = drawPanel(viewOf({ can }), { archived: () => part });
    unfold();
    expect(switchOf().getAttribute('aria-expanded')).toBe('false');
    expect(panel.questions('archived')).toEqual([]);
    fireEvent.click(switchOf());
    expect(await screen.findByText('Long ago')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all 7 tickets' }));
    await waitFor(() => expect(panel.questions('archived').at(-1)).toMatchObject({ limit: 7 }));
    fireEvent.click(switchOf());
    expect(switchOf().getAttribute('aria-expanded')).toBe('false');
  });

  it('are said to be none where there are none', async () => {
    drawPanel(viewOf({ can }), { archived: () => ({ items: [], total: 0 }) });
    unfold();
    expect(screen.getByText('No resolved tickets.')).toBeTruthy();
    fireEvent.click(switchOf());
    expect(await screen.findByText('No archived tickets.')).toBeTruthy();
  });

  it('that cannot be read say so in their place, and can be tried again', async () => {
    const answers = [new ProblemError({ kind: 'server', status: 500 })];
    const archived = () => {
      const failed = answers.pop();
      if (failed !== undefined) throw failed;
      return { items: [old], total: 1 };
    };
    drawPanel(viewOf({ can }), { archived, definitions: () => [] });
    unfold();
    fireEvent.click(switchOf());
    fireEvent.click(await screen.findByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Long ago')).toBeTruthy();
  });

  it('have no switch where the server tells no such thing', () => {
    drawPanel(viewOf({}));
    expect(screen.queryByRole('button', { name: /^Resolved/ })).toBeNull();
    expect(screen.queryByText('Archived tickets')).toBeNull();
  });
});

describe('Tickets that the login does not see', () => {
  const can: readonly Capability[] = [...allCapabilities, 'unseen'];

  it('are counted under the open ones', async () => {
    drawPanel(viewOf({ open: [], can }), { unseen: () => 3 });
    expect(await screen.findByText('3 more are in groups that you do not see.')).toBeTruthy();
    expect(screen.getByText('No open tickets.')).toBeTruthy();
  });

  it.each([
    ['there are none', () => 0],
    [
      'nobody can count them',
      () => {
        throw new ProblemError({ kind: 'forbidden' });
      },
    ],
  ])('are no matter where %s', async (_, unseen) => {
    const panel = drawPanel(viewOf({ can }), { unseen });
    await waitFor(() => expect(panel.questions('unseen')).toHaveLength(1));
    expect(screen.queryByText(/in groups that you do not see/)).toBeNull();
  });
});
