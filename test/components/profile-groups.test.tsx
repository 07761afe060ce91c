import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import { ProblemError } from '@/utils/problem';

const all = [
  { id: '1', name: 'Registered' },
  { id: '2', name: 'Resellers' },
  { id: '3', name: 'Beta' },
];
const mine = [{ id: '2', name: 'Resellers' }];
const section = () => screen.getByRole('region', { name: /^Groups \(/ });
const inside = () => within(section());
const pen = () => inside().getByRole('button', { name: 'Edit Groups' });
const names = () => [...section().querySelectorAll('.chip')].map((chip) => chip.textContent);
const draw = (groups = mine, answers: Answers = {}, source = {}) =>
  drawProfile({ groups }, { groups: () => all, ...answers }, source);
const check = async (name: string) => fireEvent.click(await inside().findByRole('checkbox', { name }));

describe('User groups', () => {
  it('are counted at the heading, and named', () => {
    draw();
    expect(inside().getByRole('heading').textContent).toBe('Groups (1)');
    expect(names()).toEqual(['Resellers']);
  });

  it('are chosen in a checklist and saved as one step, with a way back', async () => {
    const { questions } = draw();
    fireEvent.click(pen());
    await check('Beta');
    await check('Resellers');
    await check('Registered');
    fireEvent.click(inside().getByRole('button', { name: 'Save' }));
    await screen.findByText('Groups saved');
    expect(names()).toEqual(['Registered', 'Beta']);
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: { action: 'set-groups', input: { from: ['2'], to: ['1', '3'] } },
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('have the focus on the first of them as soon as there is something to choose', async () => {
    draw();
    pen().focus();
    fireEvent.click(pen());
    const first = await inside().findByRole('checkbox', { name: 'Registered' });
    await waitFor(() => expect(document.activeElement).toBe(first));
  });

  it('stay as they were after Cancel', async () => {
    const { questions } = draw();
    fireEvent.click(pen());
    await check('Beta');
    fireEvent.click(inside().getByRole('button', { name: 'Cancel' }));
    expect(names()).toEqual(['Resellers']);
    expect(questions('action.run')).toEqual([]);
  });

  it('keep what was chosen when it could not be saved', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'timeout' })), () => ran];
    const { questions } = draw(mine, { 'action.run': () => answers.shift()?.() ?? ran });
    fireEvent.click(pen());
    await check('Beta');
    fireEvent.click(inside().getByRole('button', { name: 'Save' }));
    expect(await inside().findByText('Not saved')).toBeTruthy();
    expect(names()).toEqual(['Resellers', 'Beta']);
    fireEvent.click(inside().getByRole('button', { name: 'Retry Groups' }));
    await waitFor(() => expect(questions('action.run')).toHaveLength(2));
  });

  it('say in their place that the list could not be read, and read it again', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 500 })), () => all];
    draw(mine, { groups: () => answers.shift()?.() ?? all });
    fireEvent.click(pen());
    await inside().findByText('The list of groups could not be read from My book.');
    fireEvent.click(inside().getByRole('button', { name: 'Retry' }));
    expect(await inside().findByRole('checkbox', { name: 'Beta' })).toBeTruthy();
  });

  it('can be put on where there is none', async () => {
    draw([]);
    expect(inside().getByText('In no group.')).toBeTruthy();
    fireEvent.click(pen());
    expect(await inside().findByRole('checkbox', { name: 'Beta' })).toBeTruthy();
  });

  it('are only read where they cannot be changed, and absent where there is none too', () => {
    draw(mine, {}, { can: without('group.set') });
    expect(inside().queryByRole('button', { name: 'Edit Groups' })).toBeNull();
    expect(names()).toEqual(['Resellers']);
  });

  it('are absent where there is none and none can be chosen', () => {
    draw([], {}, { can: without('group.set') });
    expect(screen.queryByRole('region', { name: /^Groups \(/ })).toBeNull();
  });

  it('say why this login may not change them', () => {
    draw(mine, {}, denying('group.set'));
    expect(pen().getAttribute('aria-disabled')).toBe('true');
    expect(section().textContent).toContain('Your login may not, at My book.');
    fireEvent.click(pen());
    expect(inside().queryByRole('checkbox')).toBeNull();
  });
});
