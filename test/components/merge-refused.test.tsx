import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawMerge, group, mergeButton, PHUONG, part, phuong, plan, thao } from '@/test/support/merging';
import type { Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const conflict = () => new ProblemError({ kind: 'conflict', theirs: 't2' });
/** A book in which the second is another one after it was first read. */
const changing = (now: Person) => {
  const readings = { count: 0 };
  return {
    people: () => {
      readings.count += 1;
      return [phuong(), readings.count === 1 ? thao() : now];
    },
  };
};

describe('A merge is refused', () => {
  it('of one and the same person, with words and without a button', async () => {
    const panel = drawMerge([phuong()], {}, { goes: PHUONG });
    expect(await screen.findByText('They are one record already. There is nothing to merge.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Merge these two people' })).toBeNull();
    expect(panel.questions('action.plan')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Choose somebody else' }));
    expect(await screen.findByText(/^Who is the same person as/)).toBeTruthy();
  });

  it('of somebody who was merged into the other meanwhile', async () => {
    drawMerge(undefined, { people: () => [phuong(), phuong()] });
    expect(await screen.findByText(/^They are one record already/)).toBeTruthy();
  });

  it('of an agent with a customer', async () => {
    const panel = drawMerge([phuong(), thao({ kind: 'agent' })]);
    expect(await screen.findByText(/Thao N\..* is no customer/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Merge these two people' })).toBeNull();
    expect(panel.questions('action.plan')).toEqual([]);
  });

  it('where only the server knows that one of them is an agent', async () => {
    const answer = () => Promise.reject(new ProblemError({ kind: 'invalid', detail: 'merge-agent' }));
    drawMerge(undefined, { 'action.plan': answer });
    expect(await screen.findByText(/ is no customer/)).toBeTruthy();
  });

  it('where there is nothing left to do', async () => {
    drawMerge(undefined, { 'action.plan': () => plan({ changes: [] }) });
    expect(await screen.findByText(/^They are one record already/)).toBeTruthy();
  });
});

describe('A record that was changed meanwhile', () => {
  it('is named with what was changed, loaded anew on a press, and what was chosen still holds', async () => {
    const answers = [() => Promise.reject(conflict())];
    const panel = drawMerge(undefined, {
      ...changing(thao({ version: 't2', name: 'Thao Nguyen', labels: ['freelance', 'late'] })),
      'action.confirm': () => answers.shift()?.() ?? { entry: 'e1', made: [] },
    });
    await mergeButton();
    fireEvent.click(group('Language').getByRole('radio', { name: /^Vietnamese/ }));
    fireEvent.click(await mergeButton());
    expect(await screen.findByText(/Thao N\..* was changed meanwhile\./)).toBeTruthy();
    expect(screen.queryByText(/Phương.* was changed meanwhile/)).toBeNull();
    expect(screen.getByText('Name', { selector: 'dt' }).parentElement?.textContent).toMatch(/Thao N\..*Thao Nguyen/);
    expect(screen.getByText('Labels', { selector: 'dt' }).parentElement?.textContent).toMatch(/freelance, late/);
    expect(screen.getByText('Nothing was merged. What you chose is kept.')).toBeTruthy();
    await waitFor(() => expect(panel.warned.at(-1)).toMatch(/Thao N\..* was changed meanwhile/));
    const button = screen.getByRole('button', { name: 'Merge these two people' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Reload' }));
    await waitFor(() => expect(part('Is merged in').getByText('Thao Nguyen')).toBeTruthy());
    expect(group('Language').getByRole<HTMLInputElement>('radio', { name: /^Vietnamese/ }).checked).toBe(true);
    await waitFor(() =>
      expect(panel.questions('action.plan').at(-1)).toMatchObject({
        chosen: { input: { keep: { language: 'goes' }, versions: { stays: 'p1', goes: 't2' } } },
      }),
    );
    await waitFor(async () => expect((await mergeButton()).getAttribute('aria-disabled')).toBeNull());
    fireEvent.click(await mergeButton());
    await waitFor(() => expect(panel.leave).toHaveBeenCalled());
  });

  it('is told when counting already finds it; the one who was chosen to stay does', async () => {
    const answers = [() => plan(), () => Promise.reject(conflict())];
    drawMerge(undefined, {
      ...changing(thao({ version: 't2' })),
      'action.plan': () => answers.shift()?.() ?? plan({ draft: 'd3' }),
    });
    await mergeButton();
    fireEvent.click(screen.getByRole('button', { name: 'Switch' }));
    expect(await screen.findByText('Something was changed that is not shown here.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Reload' }));
    await waitFor(() => expect(screen.queryByText(/was changed meanwhile/)).toBeNull());
    expect(part('Stays').getByText('Thao N.')).toBeTruthy();
    await mergeButton();
  });
});

describe('A merge that fails', () => {
  const offline = () => Promise.reject(new ProblemError({ kind: 'server', status: 502 }));

  it('says so in its place, and Retry does the very same once more', async () => {
    const answers = [offline];
    const panel = drawMerge(undefined, { 'action.confirm': () => answers.shift()?.() ?? { entry: 'e1', made: [] } });
    fireEvent.click(await mergeButton());
    expect(await screen.findByText('Not merged at My book.')).toBeTruthy();
    expect(screen.getByText('The server answered 502.')).toBeTruthy();
    await waitFor(() => expect(panel.warned.at(-1)).toBe('Not merged at My book. The server answered 502.'));
    expect(panel.leave).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(panel.leave).toHaveBeenCalled());
    expect(panel.questions('action.confirm')).toEqual([{ draft: 'd1' }, { draft: 'd2' }]);
  });

  it('runs by itself on Retry only what was shown before', async () => {
    const plans = [plan(), plan({ draft: 'd2', changes: plan().changes.slice(0, 2) })];
    const panel = drawMerge(undefined, {
      'action.plan': () => plans.shift() ?? plan({ draft: 'd3' }),
      'action.confirm': offline,
    });
    fireEvent.click(await mergeButton());
    fireEvent.click(await screen.findByRole('button', { name: 'Retry' }));
    await screen.findByText('Sidecard does it in 2 steps; all of them can be undone.');
    expect(panel.questions('action.confirm')).toEqual([{ draft: 'd1' }]);
  });

  it('because it could not be counted what moves cannot be pressed; Retry counts again', async () => {
    const answers = [offline];
    drawMerge(undefined, { 'action.plan': () => answers.shift()?.() ?? plan() });
    expect(await screen.findByText('What moves could not be counted at My book.')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Merge these two people' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(async () => expect((await mergeButton()).getAttribute('aria-disabled')).toBeNull());
  });

  it('of which one person cannot be read says so, and reads again', async () => {
    const answers = [offline];
    drawMerge(undefined, { people: () => answers.shift()?.() ?? [phuong(), thao()] });
    expect(await screen.findByText('People could not be read from My book.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await mergeButton()).toBeTruthy();
  });
});
