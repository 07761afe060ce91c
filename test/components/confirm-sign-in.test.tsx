import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { generatePassword } from '@/components/actions/generate-password';
import { strengthOf } from '@/components/actions/password-strength';
import { askFor, security } from '@/test/support/asked-action';
import { address } from '@/test/support/people';
import { ProblemError } from '@/utils/problem';

const act = (name: RegExp | string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const off = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const field = () => screen.getByLabelText('New password');
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });

describe('The question before a reset link', () => {
  it('says where it goes, and that it cannot be called back', async () => {
    const { dialog, questions } = askFor('Send reset link');
    await waitFor(() => expect(dialog.textContent).toContain('It goes to anna@example.com.'));
    expect(dialog.textContent).toContain('It cannot be called back.');
    expect(document.activeElement).toBe(act('Cancel'));
    fireEvent.click(act('Send link'));
    await waitFor(() =>
      expect(questions('action.run')).toMatchObject([
        { chosen: { action: 'send-reset', input: { address: 'anna@example.com' } } },
      ]),
    );
    expect(await screen.findByText('Reset link sent to anna@example.com')).toBeTruthy();
  });

  it('cannot be answered where there is no address, or nobody knows', async () => {
    const { unmount } = askFor('Send reset link', {}, { security: () => ({ ...security, resetTo: null }) });
    expect(await screen.findByText('RT Support has no address to send it to.')).toBeTruthy();
    expect(off(act('Send link'))).toBe(true);
    unmount();
    askFor(
      'Send reset link',
      {},
      {
        security: () => {
          throw new ProblemError({ kind: 'timeout' });
        },
      },
    );
    expect(await screen.findByText('RT Support did not say how this person signs in.')).toBeTruthy();
    expect(off(act('Send link'))).toBe(true);
  });
});

describe('A new password', () => {
  it('is set only when it is long enough, says how hard it is to guess, and goes to the server once', async () => {
    const { questions } = askFor('Set password');
    expect(await screen.findByText('At least 10 characters.')).toBeTruthy();
    expect(off(act('Set password'))).toBe(true);
    type('short');
    expect(screen.getByText('Too short: 5 characters more.')).toBeTruthy();
    expect(off(act('Set password'))).toBe(true);
    type('annaannaanna');
    expect(screen.getByText('Weak: guessed in no time.')).toBeTruthy();
    type('gr7!Zlw-93bQ_xpT');
    expect(screen.getByText('Strong: hard to guess.')).toBeTruthy();
    fireEvent.click(act('Set password'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'rt', id: '4821' },
        chosen: { action: 'set-password', input: { secret: 'gr7!Zlw-93bQ_xpT' } },
      },
    ]);
  });

  it('is kept nowhere: in no draft, and not in the dialog when it is opened again', async () => {
    const { asked } = askFor('Set password');
    await screen.findByText('At least 10 characters.');
    type('gr7!Zlw-93bQ_xpT');
    expect(field().getAttribute('autocomplete')).toBe('new-password');
    expect(field().getAttribute('type')).toBe('password');
    fireEvent.click(act('Cancel'));
    expect(JSON.stringify(asked)).not.toContain('gr7!Zlw');
    expect(document.documentElement.outerHTML).not.toContain('gr7!Zlw');
    fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Set password' }));
    expect(field()).toHaveProperty('value', '');
  });

  it('is not sent by Enter', async () => {
    const { questions } = askFor('Set password');
    await screen.findByText('At least 10 characters.');
    type('gr7!Zlw-93bQ_xpT');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(field().closest('form')).toBeNull();
    expect(questions('action.run')).toEqual([]);
  });

  it('can be made here, is shown then, can be hidden, and copied', async () => {
    const { page } = askFor('Set password');
    await screen.findByText('At least 10 characters.');
    fireEvent.click(act('Generate'));
    expect(field().getAttribute('type')).toBe('text');
    const made = (field() as HTMLInputElement).value;
    expect(made.length).toBeGreaterThanOrEqual(20);
    expect(screen.getByText('Strong: hard to guess.')).toBeTruthy();
    fireEvent.click(act('Copy'));
    expect(page.copy).toHaveBeenCalledWith(made);
    fireEvent.click(act('Hide password'));
    expect(field().getAttribute('type')).toBe('password');
  });

  it('tells whether the server mails it, and to whom', async () => {
    const { dialog, unmount } = askFor('Set password');
    await waitFor(() => expect(dialog.textContent).toContain('RT Support mails it to nobody: hand it over yourself.'));
    unmount();
    const mailed = askFor(
      'Set password',
      {},
      {
        security: () => ({ ...security, mailsPasswordTo: address('anna@example.com') }),
      },
    );
    await waitFor(() =>
      expect(mailed.dialog.textContent).toContain('RT Support mails the new one to anna@example.com.'),
    );
  });

  it('that is made differs each time, is as long as asked, and has no letter that looks like another', () => {
    const made = Array.from({ length: 200 }, () => generatePassword(30));
    expect(new Set(made).size).toBe(200);
    expect(made.every((one) => one.length >= 30)).toBe(true);
    expect(made.join('')).not.toMatch(/[0O1lI]/);
  });

  it.each([
    ['password1234', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['12345678901234567890', 'weak'],
    ['Anna.Keller.1984', 'weak'],
    ['xq7xq7xq7xq7xq7xq7', 'weak'],
    ['tR4k9WbzQ2', 'fair'],
    ['correct horse battery staple', 'strong'],
    ['kT7Wd-9xHmp-Rq4Zs-uB3Nf', 'strong'],
  ] as const)('%s is %s', (password, strength) => {
    expect(strengthOf(password, ['Anna Keller', 'anna@example.com'])).toBe(strength);
  });
});

describe('Viewing as somebody', () => {
  const opened = { url: 'https://help.example.com/session/abc', back: 'https://help.example.com/back' };
  const answers = {
    'action.run': () => ({ entry: 'e1', made: [], final: true as const, view: opened }),
    'view.open': () => null,
  };

  it('says that it is a real session, and has it opened in a tab of its own', async () => {
    const { dialog, questions } = askFor('View as this person', {}, answers);
    expect(dialog.textContent).toContain('A real session'.slice(2));
    expect(dialog.textContent).toContain('they may be signed out');
    fireEvent.click(act(/^Open as/));
    await waitFor(() =>
      expect(questions('view.open')).toEqual([
        { tab: 1, connection: 'rt', source: 'RT Support', name: 'Anna Keller', view: opened },
      ]),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.body.innerHTML).not.toContain(opened.url);
  });

  it('says so where no tab could be opened', async () => {
    const refuse = () => Promise.reject(new ProblemError({ kind: 'missing' }));
    askFor('View as this person', {}, { ...answers, 'view.open': refuse });
    fireEvent.click(act(/^Open as/));
    expect(await screen.findByText('Not done at RT Support. No tab could be opened.')).toBeTruthy();
  });
});

describe('Removing sign-in methods', () => {
  it('of several asks which, and chooses none beforehand', async () => {
    const { questions } = askFor('Remove one sign-in method');
    const choices = await screen.findAllByRole('radio');
    expect(choices.some((one) => (one as HTMLInputElement).checked)).toBe(false);
    expect(off(act('Remove method'))).toBe(true);
    fireEvent.click(screen.getByLabelText('Security key'));
    fireEvent.click(act(/^Remove .*Security key/));
    await waitFor(() =>
      expect(questions('action.run')).toMatchObject([{ chosen: { action: 'remove-factor', input: { factor: 'f2' } } }]),
    );
  });

  it('says so where there is none', async () => {
    askFor('Remove one sign-in method', {}, { security: () => ({ ...security, factors: [] }) });
    expect(await screen.findByText('No sign-in method is set up beside the password.')).toBeTruthy();
    expect(off(act('Remove method'))).toBe(true);
  });

  it('all of them wants the address typed, and names them', async () => {
    const { dialog, questions } = askFor('Remove all sign-in methods');
    const button = await waitFor(() => act('Remove all 2 methods'));
    expect(within(dialog).getByText('Authenticator app')).toBeTruthy();
    expect(dialog.textContent).toContain('The password alone will do');
    fireEvent.click(button);
    expect(questions('action.run')).toEqual([]);
    fireEvent.input(screen.getByLabelText('Type the address to go on'), { target: { value: 'anna@example.com' } });
    fireEvent.click(button);
    await waitFor(() =>
      expect(questions('action.run')).toMatchObject([{ chosen: { action: 'remove-factors', input: {} } }]),
    );
  });
});
