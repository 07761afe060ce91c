import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { Options } from '@/components/options/Options';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import type { VaultState } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

const PASS = 'seven red boats';

/** A background with a lock that works, but for its clock. */
function draw(some: Partial<VaultState> = {}, hash = '#lock', answers: Answers = {}) {
  location.hash = hash;
  const open = { sealed: false, locked: false, broken: false, idleMinutes: 15, onScreenLock: true, forgets: false };
  const now: { state: VaultState; passphrase: string } = { state: { ...open, ...some }, passphrase: PASS };
  const put = (change: Partial<VaultState>): VaultState => {
    now.state = { ...now.state, ...change };
    return now.state;
  };
  const mustFit = (passphrase: string | undefined): void => {
    if (now.state.sealed && passphrase !== now.passphrase) throw new ProblemError({ kind: 'forbidden' });
  };
  const background = answering({
    'connection.list': () => [],
    'connection.kinds': () => [],
    'preferences.get': () => ({
      ownAddresses: ['me@example.com'],
      neverLookUp: ['ben@example.com'],
      folded: {},
      theme: 'system',
      singleKeys: true,
    }),
    'vault.state': () => now.state,
    'vault.seal': ({ passphrase, before }) => {
      mustFit(before);
      now.passphrase = passphrase ?? '';
      return put({ sealed: passphrase !== null, locked: false });
    },
    'vault.unlock': ({ passphrase }) => {
      mustFit(passphrase);
      return put({ locked: false });
    },
    'vault.lock': () => put({ locked: true }),
    'vault.erase': () => put({ sealed: false, locked: false, broken: false }),
    'vault.set': put,
    ...answers,
  });
  const page = pageActs();
  const drawn = (locked: boolean | null) => (
    <Options ask={background.ask} page={page} importState={null} locked={locked} />
  );
  const { rerender } = render(drawn(now.state.locked));
  return { ...background, told: (locked: boolean) => rerender(drawn(locked)) };
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
/** Enter in the field. */
const enter = (label: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.submit(field.closest('form') ?? field);
};
const save = () => enter('New passphrase');

beforeEach(() => {
  location.hash = '';
});

describe('A passphrase', () => {
  it('is set by typing it twice, with its strength in words; then it can be changed, removed, locked', async () => {
    const { questions } = draw();
    await press('Set a passphrase');
    expect(document.activeElement).toBe(screen.getByLabelText('New passphrase'));
    type('New passphrase', PASS);
    expect(screen.getAllByRole('status').some(({ textContent }) => /guess/i.test(textContent ?? ''))).toBe(true);
    type('New passphrase once more', PASS);
    save();
    expect(await screen.findByText('The passphrase is set. Your tokens are sealed.')).toBeTruthy();
    expect(questions('vault.seal')).toEqual([{ passphrase: PASS }]);
    for (const name of ['Lock now', 'Change', 'Remove']) expect(screen.getByRole('button', { name })).toBeTruthy();
    expect(screen.queryByLabelText('New passphrase')).toBeNull();
  });

  it('is not taken when it is short, or the two differ; the field that is wrong says so and has the focus', async () => {
    const { questions } = draw();
    await press('Set a passphrase');
    type('New passphrase', 'short');
    save();
    expect(screen.getAllByText('Type at least 8 characters.').length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(screen.getByLabelText('New passphrase'));
    type('New passphrase', PASS);
    type('New passphrase once more', `${PASS}!`);
    save();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('New passphrase once more')));
    expect(screen.getAllByText('The two are not the same.').length).toBeGreaterThan(0);
    expect(questions('vault.seal')).toEqual([]);
  });

  it('is changed by who knows the one until now', async () => {
    const { questions } = draw({ sealed: true });
    await press('Change');
    type('Passphrase until now', 'guessed');
    type('New passphrase', 'eight blue ships');
    type('New passphrase once more', 'eight blue ships');
    save();
    screen.getByLabelText('New passphrase').focus();
    expect((await screen.findAllByText(/This is not the passphrase/)).length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase until now'));
    type('Passphrase until now', PASS);
    save();
    expect(await screen.findByText('The passphrase is changed.')).toBeTruthy();
    expect(questions('vault.seal').at(-1)).toEqual({ passphrase: 'eight blue ships', before: PASS });
  });

  it('is removed by who knows it, after it was said what that means', async () => {
    const { questions } = draw({ sealed: true });
    await press('Remove');
    expect(screen.getByText(/lie readable on this disk again/)).toBeTruthy();
    type('Passphrase until now', PASS);
    enter('Passphrase until now');
    expect(await screen.findByText(/The passphrase is removed/)).toBeTruthy();
    expect(questions('vault.seal')).toEqual([{ passphrase: null, before: PASS }]);
  });
});

describe('The lock', () => {
  it('falls at once when that is pressed, and opens with the passphrase in the same place', async () => {
    const { told } = draw({ sealed: true });
    await press('Lock now');
    told(true);
    expect(await screen.findByLabelText('Passphrase')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
    type('Passphrase', PASS);
    enter('Passphrase');
    expect(await screen.findByRole('button', { name: 'Lock now' })).toBeTruthy();
  });

  it('falls after the minutes and with the screen as chosen, and forgets what was kept if that is wanted', async () => {
    const { questions } = draw({ sealed: true });
    fireEvent.click(await screen.findByRole('combobox'));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '5 minutes',
      '15 minutes',
      '30 minutes',
      '1 hour',
      'Never',
    ]);
    fireEvent.click(screen.getByRole('option', { name: 'Never' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Lock with the screen' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Forget kept answers when locking' }));
    await waitFor(() =>
      expect(questions('vault.set')).toEqual([{ idleMinutes: null }, { onScreenLock: false }, { forgets: true }]),
    );
  });

  it.each(['#never', '#own', '#bans', '#apart', '#book'])('keeps the people of %s from being seen', async (hash) => {
    const { told, questions } = draw({ sealed: true, locked: true }, hash);
    expect(await screen.findByLabelText('Passphrase')).toBeTruthy();
    expect(document.body.textContent).not.toContain('@example.com');
    expect(questions('preferences.get')).toEqual([]);
    told(false);
    await waitFor(() => expect(screen.queryByLabelText('Passphrase')).toBeNull());
  });
});

describe('Starting over', () => {
  it('erases the tokens after a word was typed, and says before what goes and what stays', async () => {
    const { questions } = draw({ sealed: true, locked: true });
    await press('Start over');
    const dialog = within(screen.getByRole('dialog'));
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Cancel' }));
    expect(dialog.getByText(/cannot be taken back/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Erase all tokens' }));
    expect(questions('vault.erase')).toEqual([]);
    fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'Start over ' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Erase all tokens' }));
    expect(await screen.findByText(/You have started over/)).toBeTruthy();
    expect(questions('vault.erase')).toEqual([{}]);
  });

  it('is the way on where what is kept cannot be read, and that is said', async () => {
    draw({ sealed: true, locked: true, broken: true });
    expect(await screen.findByText(/cannot be read. Nothing was overwritten/)).toBeTruthy();
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
    expect(screen.getByRole('button', { name: 'Start over' })).toBeTruthy();
  });
});
