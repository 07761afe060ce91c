import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import { address, partyOf } from '@/test/support/people';
import { allCapabilities, answer, match, sources, subject, view } from '@/test/support/views';
import type { Capability } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';

const head = () => screen.getByRole('banner');
const open = () => {
  fireEvent.click(within(head()).getByRole('button', { name: 'More' }));
  return screen.getByRole('menu');
};
const rows = () =>
  within(open())
    .getAllByRole('menuitem')
    .map((row) => row.querySelector('.menu-words')?.firstChild?.textContent ?? '');
const row = (name: RegExp | string) => within(screen.queryByRole('menu') ?? open()).getByRole('menuitem', { name });

/** What a helpdesk with sign-ins has beside a book. */
const security: readonly Capability[] = [
  'security',
  'account.unlock',
  'login.password',
  'login.reset',
  'login.view',
  'factor.remove',
];
const all = [...allCapabilities, ...security];

describe('The menu of a person', () => {
  it('has what the own book can do: joining first, destroying last and apart, in red', () => {
    drawProfile({});
    expect(rows()).toEqual([
      'Edit person…',
      'Merge',
      'Find duplicates',
      'Import vCard…',
      'Export vCard',
      'Disable',
      'Look up again',
      'Copy the number',
      'Copy address',
      'Never look up this address',
      'All commands',
      'Delete',
      'Delete and ban',
    ]);
    const last = within(screen.getByRole('menu')).getAllByRole('menuitem').slice(-2);
    expect(last.map((item) => item.classList.contains('menu-row-danger'))).toEqual([true, true]);
    expect(last.map((item) => item.dataset['apart'])).toEqual(['true', 'false']);
  });

  it('has what concerns signing in only where the server has it', () => {
    const { unmount } = drawProfile({});
    expect(rows()).not.toContain('Set password');
    unmount();
    drawProfile({}, {}, { can: all });
    const names = rows();
    expect(names.slice(names.indexOf('Disable'), names.indexOf('Look up again'))).toEqual([
      'Disable',
      'Set password',
      'Send reset link',
      'View as this person',
      'Remove one sign-in method',
      'Remove all sign-in methods',
    ]);
  });

  it.each([
    ['Disable', 'account.enable'],
    ['Delete', 'person.erase'],
    ['Delete and ban', 'address.ban'],
    ['Find duplicates', 'suspects'],
  ] as const)(
    'leaves out %s where the server has no such thing, and says why where the login may not',
    (name, need) => {
      const { unmount, questions } = drawProfile({}, {}, { can: without(need) });
      expect(rows()).not.toContain(name);
      unmount();
      drawProfile({}, {}, denying(need));
      const item = row(new RegExp(`^${name} ?Your login may not, at My book\\.$`));
      expect(item.getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(item);
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(questions('action.run')).toEqual([]);
    },
  );

  it('offers a merge where the server can do it in any way', () => {
    const { unmount } = drawProfile({}, {}, { can: without('person.hide', 'account.enable') });
    expect(rows()).not.toContain('Merge');
    unmount();
    const second = drawProfile({}, {}, { can: without('person.hide') });
    expect(rows()).toContain('Merge');
    second.unmount();
    drawProfile({}, {}, { can: [...without('person.hide', 'account.enable'), 'person.merge'] });
    expect(rows()).toContain('Merge');
  });

  it('offers nothing that destroys or merges an agent', () => {
    drawProfile({ kind: 'agent' }, {}, { can: all });
    const names = rows();
    expect(names).not.toContain('Delete');
    expect(names).not.toContain('Merge');
    expect(names).not.toContain('Disable');
    expect(names).toContain('Set password');
  });

  it('leads to the merge with this person as the one who stays', async () => {
    drawProfile({});
    fireEvent.click(row('Merge'));
    expect(await screen.findByRole('button', { name: 'Back' })).toBeTruthy();
  });

  it('saves the person as a vCard, and says so', async () => {
    drawProfile({ name: 'Anna Keller' });
    const saved: string[] = [];
    const press = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    fireEvent.click(row('Export vCard'));
    expect(await screen.findByText('Anna Keller.vcf saved')).toBeTruthy();
    expect(saved).toEqual(['Anna Keller.vcf']);
    press.mockRestore();
  });

  it('of one person is gone when another is shown', () => {
    const { become } = drawProfile({ ref: { connection: 'book', id: '1' } });
    open();
    become({ ref: { connection: 'book', id: '2' }, name: 'Somebody else' });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes with Escape, and the focus is on its button again', () => {
    drawProfile({});
    const menu = open();
    expect(document.activeElement?.textContent).toContain('Edit person');
    fireEvent.keyDown(menu, { key: 'Escape' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('More');
  });
});

describe('One press', () => {
  it('disables, tells what that means, and can be taken back', async () => {
    const { questions, become } = drawProfile({});
    const item = row(/^Disable/);
    expect(item.textContent).toContain('Cannot sign in or open tickets. Stays in search, and can be enabled again.');
    fireEvent.click(item);
    expect(await screen.findByText('Disabled: no sign-in, no new tickets')).toBeTruthy();
    expect(questions('action.run')).toEqual([
      { ref: { connection: 'book', id: '1' }, chosen: { action: 'disable', input: {} } },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: ran.entry }]));
    become({ status: 'disabled' });
    expect(within(head()).getByText(/^Cannot sign in or open tickets/)).toBeTruthy();
  });

  it('says of a server where it means something else what it means there', async () => {
    const source = { ...sources.book, local: false, says: { disabled: 'rt_says_disabled' } } as const;
    const { become } = drawProfile({}, {}, { source });
    const item = row(/^Disable/);
    expect(item.textContent).toContain('Mail from them still opens tickets.');
    fireEvent.click(item);
    expect(await screen.findByText('Disabled')).toBeTruthy();
    become({ status: 'disabled' });
    expect(within(head()).getByText(/Mail from them still opens tickets/)).toBeTruthy();
  });

  it('enables who is disabled', async () => {
    const { questions } = drawProfile({ status: 'disabled' });
    expect(rows()).not.toContain('Disable');
    fireEvent.click(row('Enable'));
    await waitFor(() => expect(questions('action.run')).toMatchObject([{ chosen: { action: 'enable' } }]));
  });

  it('unlocks who is locked, and nobody else', async () => {
    const { questions, unmount } = drawProfile({ status: 'locked' }, {}, { can: all });
    fireEvent.click(row('Unlock'));
    await waitFor(() => expect(questions('action.run')).toMatchObject([{ chosen: { action: 'unlock' } }]));
    unmount();
    drawProfile({}, {}, { can: all });
    expect(rows()).not.toContain('Unlock');
  });

  it('makes the address they wrote from the primary one', async () => {
    const emails = [
      { address: address('anna@example.com'), primary: true },
      { address: address('anna@work.example.com'), primary: false },
    ];
    const from = subject({ party: partyOf('Anna Keller', 'anna@work.example.com') });
    const { show, questions } = drawProfile({ emails });
    expect(rows().some((name) => name.startsWith('Make'))).toBe(false);
    show(view({ subject: from, answers: [answer([match({ emails })])] }));
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    fireEvent.click(row('Make anna@work.example.com primary'));
    await waitFor(() =>
      expect(questions('action.run')).toMatchObject([
        { chosen: { action: 'make-primary', input: { address: 'anna@work.example.com' } } },
      ]),
    );
    expect(await screen.findByText('anna@work.example.com is primary')).toBeTruthy();
  });

  it('that was refused says so over everything, and can be tried again', async () => {
    const tries = { count: 0 };
    drawProfile(
      {},
      {
        'action.run': () => {
          tries.count += 1;
          if (tries.count === 1) throw new ProblemError({ kind: 'server', status: 502 });
          return ran;
        },
      },
    );
    fireEvent.click(row(/^Disable/));
    const dialog = await screen.findByRole('dialog', { name: 'Not done at My book.' });
    expect(dialog.textContent).toContain('502');
    expect(dialog.textContent).toContain('Nothing was changed.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Disabled: no sign-in, no new tickets')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
