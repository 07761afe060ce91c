import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { problemWords } from '@/components/panel/problem-words';
import { codesFor } from '@/components/sections/history-words';
import { drawPanel } from '@/test/support/draw-panel';
import { allCapabilities, answer, match, view } from '@/test/support/views';
import type { ChangedItem } from '@/utils/people/record';

const change = (some: Partial<ChangedItem>): ChangedItem => ({
  kind: 'change',
  id: 'c1',
  at: '2026-11-17T10:22:00.000Z',
  by: '',
  field: 'merged',
  from: null,
  to: null,
  ...some,
});

async function said(item: ChangedItem): Promise<string> {
  drawPanel(view({ answers: [answer([match({})], { can: allCapabilities })] }), {
    history: () => ({ items: [item], total: 1 }),
    entries: () => [],
  });
  fireEvent.click(screen.getByRole('tab', { name: 'History' }));
  const history = await screen.findByRole('region', { name: 'History' });
  const [line] = await within(history).findAllByRole('listitem');
  return (line?.textContent ?? '').replace('10:22 AM', ' ').replaceAll(/\s+/g, ' ');
}

describe('The history of somebody who was merged', () => {
  it.each<[Partial<ChangedItem>, string]>([
    [{ which: 'in', to: 'Anne Keller' }, 'Merged in was empty, now: Anne Keller'],
    [{ which: 'into', to: 'Anna Keller' }, 'Merged into was empty, now: Anna Keller'],
    [{ which: 'in', from: 'Anne Keller' }, 'Merge taken back before: Anne Keller'],
    [{ field: 'moved', which: 'ticket', to: '12' }, 'Tickets added was empty, now: 12'],
    [{ field: 'moved', which: 'note', from: '3' }, 'Notes removed before: 3'],
    [{ field: 'moved', which: 'charge', to: '2' }, 'Charges added was empty, now: 2'],
    [{ field: 'banned', to: 'anna@example.com' }, 'Ban added was empty, now: anna@example.com'],
    [{ field: 'status', from: 'active', to: 'disabled' }, 'Account before: Active → now: Disabled'],
  ])('says it in words: %o', async (some, words) => {
    expect(await said(change(some))).toContain(words);
  });

  it('says of a picture that there is one, and shows no letter of it', async () => {
    const text = await said(change({ field: 'picture', to: 'true' }));
    expect(text).toContain('Picture added');
    expect(text).not.toContain('true');
  });

  it('is found by those words', () => {
    expect(codesFor('merged')).toContain('merged');
    expect(codesFor('ban')).toContain('banned');
  });
});

describe('An address that is banned', () => {
  it('is said to be that, not that the login may not', () => {
    const words = problemWords({ kind: 'forbidden', banned: 'anna@example.com' }, 'failed_create', 'My book');
    expect(words.detail).toContain('anna@example.com');
    expect(words.detail).toContain('is banned here');
    expect(problemWords({ kind: 'forbidden' }, 'failed_create', 'My book').detail).toBe('Your login may not do this.');
  });
});
