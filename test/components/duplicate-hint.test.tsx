import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawProfile } from '@/test/support/draw-profile';
import { person } from '@/test/support/people';
import type { Suspect } from '@/utils/connectors/types';
import type { Evidence } from '@/utils/people/same-person';
import { ProblemError } from '@/utils/problem';

const same = (kind: Evidence['kind'], value: string): Evidence => ({ kind, level: 'same', left: value, right: value });

const suspect = (id: string, name: string, some: Partial<Suspect> = {}): Suspect => ({
  person: person({ ref: { connection: 'book', id }, name }),
  tickets: 2,
  tier: 'likely',
  probability: 0.97,
  evidence: [same('phone', '+84 28 5550 0142'), same('organisation', 'Harbour & Finch')],
  ...some,
});

const thao = suspect('7', 'Thao N.');
const draw = (suspects: readonly Suspect[], answers: Answers = {}) => {
  const apart = new Set<string>();
  return drawProfile(
    { name: 'Phương Thảo Nguyễn' },
    {
      suspects: () => suspects.filter(({ person: { ref } }) => !apart.has(ref.id)),
      'apart.set': ({ b, apart: to }) => {
        if (to) apart.add(b.id);
        else apart.delete(b.id);
        return null;
      },
      ...answers,
    },
  );
};
const hint = () => screen.findByRole('region', { name: 'Possible duplicate' });
const noHint = () => expect(screen.queryByRole('region', { name: 'Possible duplicate' })).toBeNull();
/** Isolated names, without the marks that isolate them. */
const bare = (text: string | null | undefined) => (text ?? '').replace(/[\u2068\u2069]/g, '');

describe('The hint of a duplicate on the profile', () => {
  it('says who, and why in words, without a number', async () => {
    const { questions } = draw([thao]);
    const text = bare((await hint()).textContent);
    expect(text).toContain('Maybe the same as Thao N.');
    expect(text).toContain('Same phone · Same organisation');
    expect(text).not.toMatch(/97|%/);
    expect(questions('suspects')).toEqual([{ ref: { connection: 'book', id: '1' }, limit: 10 }]);
  });

  it('says what speaks against it too, and what others have as well', async () => {
    draw([
      suspect('7', 'Thao N.', {
        evidence: [
          { kind: 'name', level: 'similar', left: 'Phương Thảo Nguyễn', right: 'Thao N.' },
          { ...same('phone', '1'), shared: true },
          { kind: 'birthDate', level: 'different', left: '1980-01-02', right: '1994-11-23' },
        ],
      }),
    ]);
    const text = bare((await hint()).textContent);
    expect(text).toContain('Similar name · ');
    expect(text).toContain('Same phone, which others have too');
    expect(text).toContain('Different birthday');
  });

  it('is not there for namesakes, nor where nobody is suspected, nor where that could not be read', async () => {
    const { questions, unmount } = draw([suspect('8', 'Anna Keller', { tier: 'possible' })]);
    await waitFor(() => expect(questions('suspects')).toHaveLength(1));
    await Promise.resolve();
    noHint();
    unmount();
    const failing = draw([], {
      suspects: () => {
        throw new ProblemError({ kind: 'offline' });
      },
    });
    await waitFor(() => expect(failing.questions('suspects')).toHaveLength(1));
    await Promise.resolve();
    noHint();
  });

  it('opens the comparison with this person', async () => {
    draw([thao], { people: () => [], holdings: () => ({}) });
    fireEvent.click(within(await hint()).getByRole('button', { name: 'Compare with Thao N.' }));
    expect(await screen.findByRole('button', { name: 'Back' })).toBeTruthy();
    noHint();
  });

  it('goes with "Different people", which is remembered for the pair and can be taken back at once', async () => {
    const { questions } = draw([thao]);
    fireEvent.click(within(await hint()).getByRole('button', { name: /Different people/ }));
    await waitFor(noHint);
    const pair = { a: { connection: 'book', id: '1' }, b: { connection: 'book', id: '7' } };
    expect(questions('apart.set')).toEqual([{ ...pair, apart: true }]);
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(bare(document.querySelector('.notice')?.textContent)).toContain(
      'Phương Thảo Nguyễn and Thao N. are different people',
    );
    fireEvent.click(undo);
    expect(bare((await hint()).textContent)).toContain('Thao N.');
    expect(questions('apart.set').at(-1)).toEqual({ ...pair, apart: false });
  });

  it('takes "Different people" back by the key for undo, not an older edit of this person', async () => {
    const { questions } = draw([thao], {
      entries: () => [{ id: 'old', action: 'set-name', at: '2026-11-01T00:00:00Z', state: 'done', canUndo: true }],
    });
    fireEvent.click(within(await hint()).getByRole('button', { name: /Different people/ }));
    await screen.findByRole('button', { name: 'Undo' });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(questions('apart.set')).toHaveLength(2));
    expect(questions('action.undo')).toEqual([]);
    await hint();
  });

  it('comes back, and says why, where it could not be remembered', async () => {
    draw([thao], {
      'apart.set': () => {
        throw new ProblemError({ kind: 'storage-full' });
      },
    });
    fireEvent.click(within(await hint()).getByRole('button', { name: /Different people/ }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('was not remembered'));
    await hint();
  });

  it('shows the surest first, and the others on a press', async () => {
    draw([thao, suspect('8', 'Thảo Nguyen'), suspect('9', 'P. T. Nguyen')]);
    await hint();
    fireEvent.click(screen.getByRole('button', { name: '2 more may be the same' }));
    expect(
      screen
        .getAllByRole('region', { name: 'Possible duplicate' })
        .map((one) => bare(one.querySelector('.duplicate-who')?.textContent)),
    ).toEqual(['Maybe the same as Thao N.', 'Maybe the same as Thảo Nguyen', 'Maybe the same as P. T. Nguyen']);
  });

  it('is asked anew when the person was changed, never one press after another left undecided', async () => {
    const { questions, become } = draw([thao]);
    await hint();
    become({ name: 'Phương Thảo Nguyễn' }, { touched: 5 });
    await waitFor(() => expect(questions('suspects')).toHaveLength(2));
    expect(questions('apart.set')).toEqual([]);
  });

  it('is not asked about agents', async () => {
    const { questions } = drawProfile({ kind: 'agent' }, { suspects: () => [thao] });
    await screen.findByRole('heading', { level: 1 });
    expect(questions('suspects')).toEqual([]);
  });
});
