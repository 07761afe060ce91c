import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import type { Membership } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const ref = { connection: 'book', id: '1' };
const finch: Membership = {
  organisation: '7',
  name: 'Harbour & Finch',
  position: 'Accounts lead',
  manager: true,
  tickets: 14,
};
const bauer: Membership = { organisation: '8', name: 'Bauer & Sohn' };

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const organisation = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Organisation' });
const type = (value: string) => fireEvent.input(organisation(), { target: { value } });
const enter = () => fireEvent.keyDown(organisation(), { key: 'Enter' });
const place = (position = '', manager = false) => ({ position, manager });
const found = {
  organisations: () => ({ items: [{ id: '8', name: 'Bauer & Sohn', people: 8 }], total: 1 }),
} as const;

describe('Where somebody works', () => {
  it('lists each organisation with position, manager, and the tickets of the whole of it', () => {
    drawProfile({ memberships: [finch, bauer] });
    const row = screen.getByRole('button', { name: 'Harbour & Finch' }).closest('.row');
    expect(row?.textContent).toContain('Accounts lead · Manager');
    expect(row?.textContent).toContain('14 tickets');
    expect(screen.getByRole('button', { name: 'Bauer & Sohn' })).toBeTruthy();
  });

  it('leads to the organisation’s own page', async () => {
    drawProfile({ memberships: [finch] });
    press('Harbour & Finch');
    expect(await screen.findByRole('button', { name: 'Back' })).toBeTruthy();
  });

  it('is no link where the server has no such page', () => {
    drawProfile({ memberships: [finch] }, {}, { can: without('organisation') });
    expect(screen.getByText('Harbour & Finch')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Harbour & Finch' })).toBeNull();
  });

  it('is chosen by typing, with the people of each, and can be made', async () => {
    const { questions } = drawProfile({}, found);
    press('Add organisation');
    expect(document.activeElement).toBe(organisation());
    type('Bau');
    fireEvent.click(await screen.findByRole('option', { name: /Bauer & Sohn.*8 people/ }));
    fireEvent.input(screen.getByLabelText('Position'), { target: { value: 'Buyer' } });
    enter();
    await screen.findByText('Bauer & Sohn added');
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: {
          action: 'set-membership',
          input: { organisation: { id: '8', name: 'Bauer & Sohn' }, from: null, to: place('Buyer') },
        },
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toHaveLength(1));
  });

  it('takes a name that nobody knows as a new organisation', async () => {
    const { questions } = drawProfile({}, found);
    press('Add organisation');
    type('Weinbau');
    fireEvent.click(await screen.findByRole('option', { name: 'Create “Weinbau”' }));
    enter();
    await screen.findByText('Weinbau added');
    expect(questions('action.run')).toMatchObject([
      { chosen: { input: { organisation: { id: null, name: 'Weinbau' } } } },
    ]);
  });

  it('has its position and manager edited', async () => {
    const { questions } = drawProfile({ memberships: [finch] });
    press('Edit Harbour & Finch');
    fireEvent.input(screen.getByLabelText('Position'), { target: { value: 'Head of accounts' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Manager' }));
    enter();
    await screen.findByText('Harbour & Finch changed');
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: {
          action: 'set-membership',
          input: {
            organisation: { id: '7', name: 'Harbour & Finch' },
            from: place('Accounts lead', true),
            to: place('Head of accounts', false),
          },
        },
      },
    ]);
  });

  it('is changed to another organisation, with the position', async () => {
    const { questions, become } = drawProfile({ memberships: [finch] }, found);
    screen.getByRole('button', { name: 'Edit Harbour & Finch' }).focus();
    press('Edit Harbour & Finch');
    type('Bauer');
    fireEvent.click(await screen.findByRole('option', { name: /Bauer & Sohn/ }));
    enter();
    await screen.findByText('Bauer & Sohn changed');
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: {
          action: 'change-organisation',
          input: {
            from: { id: '7', name: 'Harbour & Finch', place: place('Accounts lead', true) },
            to: { id: '8', name: 'Bauer & Sohn', place: place('Accounts lead', true) },
          },
        },
      },
    ]);
    become({ memberships: [{ ...bauer, position: 'Accounts lead', manager: true }], version: '2' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit Bauer & Sohn' }));
  });

  it('is refused in place without a name, or where somebody is already', () => {
    const { questions } = drawProfile({ memberships: [finch, bauer] });
    press('Edit Harbour & Finch');
    type('');
    enter();
    expect(screen.getByText(/^Type the name of an organisation/)).toBeTruthy();
    type('bauer & sohn');
    expect(screen.getByText('This person is in this organisation already.')).toBeTruthy();
    expect(questions('action.run')).toEqual([]);
  });

  it('is left at once, and comes back when that failed', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 502 })), () => ran];
    const { questions } = drawProfile({ memberships: [finch] }, { 'action.run': () => answers.shift()?.() ?? ran });
    press('Remove Harbour & Finch');
    expect(screen.queryByText('Harbour & Finch')).toBeNull();
    expect(await screen.findByText('Not saved')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Harbour & Finch' })).toBeTruthy();
    press('Retry Harbour & Finch');
    await screen.findByText('Harbour & Finch removed');
    expect(questions('action.run')[1]).toEqual({
      ref,
      chosen: {
        action: 'set-membership',
        input: { organisation: { id: '7', name: 'Harbour & Finch' }, from: place('Accounts lead', true), to: null },
      },
    });
  });

  it('can be several', async () => {
    const { questions } = drawProfile({ memberships: [finch] }, found);
    press('Add another organisation');
    type('Bauer & Sohn');
    enter();
    await waitFor(() => expect(questions('action.run')).toHaveLength(1));
  });

  it('cannot be edited where the server has no such thing', () => {
    drawProfile({ memberships: [finch] }, {}, { can: without('membership.set') });
    const row = screen.getByRole('button', { name: 'Harbour & Finch' }).closest<HTMLElement>('.row');
    expect(row === null ? [] : within(row).getAllByRole('button')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Add organisation' })).toBeNull();
  });

  it('says why it cannot be added where only the login is missing', () => {
    const { questions } = drawProfile({}, {}, denying('membership.set'));
    const button = screen.getByRole('button', { name: 'Add organisation', description: /./ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(screen.queryByRole('combobox', { name: 'Organisation' })).toBeNull();
    expect(questions('action.run')).toEqual([]);
  });
});
