import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Guarded } from '@/components/lock/Guarded';
import { loadParts } from '@/components/panel/later';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import type { VaultState } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

await loadParts();

const PASS = 'seven red boats';

const state = (some: Partial<VaultState> = {}): VaultState => ({
  sealed: true,
  locked: true,
  broken: false,
  idleMinutes: 15,
  onScreenLock: true,
  forgets: false,
  ...some,
});

function draw(locked: boolean | null, answers: Answers = {}) {
  const background = answering({
    'vault.state': () => state(),
    'vault.unlock': ({ passphrase }) => {
      if (passphrase !== PASS) throw new ProblemError({ kind: 'forbidden' });
      return state({ locked: false });
    },
    ...answers,
  });
  const page = pageActs();
  const drawn = (now: boolean | null) => (
    <Guarded locked={now} ask={background.ask} page={page}>
      <p>Anna Keller</p>
    </Guarded>
  );
  const { rerender } = render(drawn(locked));
  return { ...background, page, turn: (now: boolean) => rerender(drawn(now)) };
}

const field = (): HTMLInputElement => screen.getByLabelText('Passphrase');
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const enter = () => fireEvent.submit(field().closest('form') ?? field());

describe('A panel that is locked', () => {
  it('shows the passphrase field and Unlock, and nobody', () => {
    draw(true);
    expect(screen.queryByText('Anna Keller')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sidecard is locked');
    expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent)).toEqual([
      'Show the passphrase',
      'Unlock',
    ]);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('has the focus in the field as soon as it appears, and hides what is typed', () => {
    const { turn } = draw(false);
    expect(screen.getByText('Anna Keller')).toBeTruthy();
    turn(true);
    expect(document.activeElement).toBe(field());
    expect(field().type).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Show the passphrase' }));
    expect(field().type).toBe('text');
  });

  it('shows nobody before it is known whether it is locked', () => {
    draw(null);
    expect(document.body.textContent).toBe('');
  });

  it('is unlocked by Enter', async () => {
    const { questions } = draw(true);
    type(PASS);
    enter();
    await waitFor(() => expect(questions('vault.unlock')).toEqual([{ passphrase: PASS }]));
    await waitFor(() => expect(field().value).toBe(''));
  });

  it('says in place that a passphrase is wrong, to readers too, and what was typed stays selected', async () => {
    draw(true);
    type('six red boats');
    enter();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('This is not the passphrase.'));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(field().value).toBe('six red boats');
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, 13]);
    type('s');
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('asks nothing without a passphrase', () => {
    const { questions } = draw(true);
    enter();
    expect(screen.getByRole('alert').textContent).toBe('Type the passphrase first.');
    expect(questions('vault.unlock')).toEqual([]);
  });

  it('of which what is kept cannot be read says so, and leads to the settings instead of asking in vain', async () => {
    const { page } = draw(true, { 'vault.state': () => state({ broken: true }) });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Nothing was overwritten.'));
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(page.openOptions).toHaveBeenCalled();
  });
});
