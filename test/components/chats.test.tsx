import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { answer, match, view } from '@/test/support/views';
import type { Chat } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';

const chat = (some: Partial<Chat> = {}): Chat => ({
  id: '1',
  at: '2026-11-16T10:00:00.000Z',
  endedAt: '2026-11-16T10:06:00.000Z',
  agent: 'Priya Raman',
  subject: 'Printer',
  lines: [
    { by: 'person', at: '2026-11-16T10:00:00.000Z', text: 'It is gone.' },
    { by: 'agent', at: '2026-11-16T10:01:00.000Z', text: 'Is its light green?' },
  ],
  ...some,
});

const many = Array.from({ length: 5 }, (_, at) => chat({ id: String(at), subject: `Chat ${at}` }));

function draw(items: readonly Chat[], total = items.length, answers: Answers = {}) {
  const chats = { state: 'read', part: { items, total } } as const;
  return drawPanel(view({ answers: [answer([match({}, { profile: { chats } })])] }), answers);
}

const section = () => screen.getByRole('region', { name: /^Chats/ });

describe('Chats', () => {
  it('are told with time, length and agent, and unfold to what was said', () => {
    draw([chat()]);
    const row = within(section()).getByRole('button', { name: /^Printer/ });
    expect(row.textContent?.replaceAll('\u00a0', ' ')).toContain('6 min · Priya Raman');
    expect(row.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('It is gone.')).toBeNull();
    fireEvent.click(row);
    expect(row.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('It is gone.').closest('li')?.textContent).toContain('Anna Keller');
    expect(screen.getByText('Is its light green?').closest('li')?.textContent).toContain('Priya Raman');
    fireEvent.click(row);
    expect(screen.queryByText('It is gone.')).toBeNull();
  });

  it('show three, and all of them on a press', async () => {
    draw(many.slice(0, 3), 5, { chats: () => ({ items: many, total: 5 }) });
    expect(within(section()).getAllByRole('listitem')).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 5' }));
    await waitFor(() => expect(within(section()).getAllByRole('listitem')).toHaveLength(5));
  });

  it('are left out where there was none', () => {
    draw([]);
    expect(screen.queryByRole('region', { name: /^Chats/ })).toBeNull();
  });

  it('fail in their own place and are asked for again', async () => {
    const calls = { count: 0 };
    draw(many.slice(0, 3), 5, {
      chats: () => {
        calls.count += 1;
        if (calls.count === 1) throw new ProblemError({ kind: 'timeout' });
        return { items: many, total: 5 };
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Show all 5' }));
    expect(await screen.findByText('Chats could not be read from My book.')).toBeTruthy();
    expect(screen.getByText('Chat 0')).toBeTruthy();
    fireEvent.click(within(section()).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Chat 4')).toBeTruthy();
  });
});
