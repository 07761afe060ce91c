import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import { address } from '@/test/support/people';
import type { FieldValue, Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const ref = { connection: 'book', id: '1' };
const ANNA = address('anna@example.com');
const HOME = address('anna@home.example');
const two: Partial<Person> = {
  emails: [
    { address: ANNA, primary: true },
    { address: HOME, primary: false, label: 'Home' },
  ],
};
const phone: FieldValue = { type: 'phone', value: '+49 30 5550-0133', label: 'Office' };

const section = () => within(screen.getByRole('region', { name: 'Contact' }));
const emails = () => within(section().getByRole('list', { name: 'Addresses' }));
const shown = () =>
  emails()
    .getAllByRole('listitem')
    .map((row) => row.querySelector('.address')?.textContent);
const others = () => within(section().getByRole('list', { name: 'Other contact information' }));
const press = (name: string | RegExp) => fireEvent.click(section().getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(section().getByLabelText(label), { target: { value } });
const enter = (label: string | RegExp) => fireEvent.keyDown(section().getByLabelText(label), { key: 'Enter' });
const add = (name: string) => {
  press('Add contact information');
  fireEvent.click(screen.getByRole('menuitem', { name }));
};
const server = () => Promise.reject(new ProblemError({ kind: 'server', status: 502 }));

describe('The addresses of a person', () => {
  it('mark the primary one in a word and stand after it, and say who is notified', () => {
    drawProfile({ emails: [...(two.emails ?? [])].reverse() });
    expect(shown()).toEqual([ANNA, HOME]);
    const [first, second] = emails().getAllByRole('listitem');
    expect(first?.textContent).toContain('Primary');
    expect(second?.textContent).toContain('Home');
    expect(second?.textContent).not.toContain('Primary');
    expect(section().getByText('Only the primary address gets ticket notifications.')).toBeTruthy();
  });

  it('are added by the plus at the heading, checked in place, with a way back', async () => {
    const { questions } = drawProfile({});
    add('Address');
    expect(document.activeElement).toBe(section().getByLabelText('Address'));
    type('Address', 'anna');
    enter('Address');
    expect(section().getByRole('textbox', { name: 'Address', description: /^This is not an address/ })).toBeTruthy();
    type('Address', ANNA);
    expect(section().getByText('This person has this address already.')).toBeTruthy();
    type('Address', `Anna <${HOME}>`);
    type('Label', 'Home');
    enter('Address');
    expect(document.activeElement).toBe(section().getByRole('button', { name: 'Add contact information' }));
    await screen.findByText('Address added');
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: { action: 'edit-address', input: { from: null, to: { address: HOME, label: 'Home' } } },
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('are drawn once when the record has what was added', async () => {
    const { become } = drawProfile({});
    add('Address');
    type('Address', HOME);
    enter('Address');
    await screen.findByText('Address added');
    expect(section().getAllByText(/home\.example|anna@home/).length).toBeGreaterThan(0);
    become({ ...two, version: '2' });
    expect(shown()).toEqual([ANNA, HOME]);
    expect(section().queryByRole('list', { name: 'Other contact information' })).toBeNull();
  });

  it('are edited with their label', async () => {
    const { questions } = drawProfile(two);
    press(`Edit ${HOME}`);
    type('Address', 'anna@work.example');
    type('Label', 'Work');
    enter('Address');
    await screen.findByText('anna@work.example changed');
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: {
          action: 'edit-address',
          input: {
            from: { address: HOME, label: 'Home' },
            to: { address: 'anna@work.example', label: 'Work' },
          },
        },
      },
    ]);
  });

  it('keep the focus at the pen of the row that was edited, though the record has it before the answer', async () => {
    const waiting: (() => void)[] = [];
    const { become } = drawProfile(two, {
      'action.run': () => new Promise((answer) => waiting.push(() => answer(ran))),
    });
    const pen = section().getByRole('button', { name: `Edit ${HOME}` });
    pen.focus();
    fireEvent.click(pen);
    type('Address', 'anna@work.example');
    enter('Address');
    become({
      emails: [
        { address: ANNA, primary: true },
        { address: address('anna@work.example'), primary: false, label: 'Home' },
      ],
      version: '2',
    });
    for (const answer of waiting) answer();
    await screen.findByText('anna@work.example changed');
    expect(document.activeElement).toBe(section().getByRole('button', { name: 'Edit anna@work.example' }));
  });

  it('say whose an address is that somebody else has, and lead there', async () => {
    const { questions } = drawProfile(two, {
      'action.run': () => Promise.reject(new ProblemError({ kind: 'conflict', owner: { id: '7', name: 'Bo Berg' } })),
      'lookup.person': () => null,
    });
    press(`Edit ${HOME}`);
    type('Address', 'bo@example.com');
    enter('Address');
    expect(await section().findByText(/Bo Berg.* has this address already/)).toBeTruthy();
    expect(shown()).toEqual([ANNA, 'bo@example.com']);
    press(/Show .*Bo Berg/);
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: '7' } }]);
  });

  it('keep what was added and could not be saved, to be tried again', async () => {
    const answers = [server, () => ran];
    const { questions } = drawProfile({}, { 'action.run': () => answers.shift()?.() ?? ran });
    add('Address');
    type('Address', HOME);
    enter('Address');
    expect(await others().findByText('Not saved')).toBeTruthy();
    expect(others().getByText(/home/)).toBeTruthy();
    press('Retry Address');
    await screen.findByText('Address added');
    expect(questions('action.run')).toHaveLength(2);
  });

  it('are made primary by a button, at once, with a way back', async () => {
    const { questions } = drawProfile(two);
    press(`Make ${HOME} primary`);
    expect(shown()).toEqual([HOME, ANNA]);
    await screen.findByText(`${HOME} is now primary`);
    expect(questions('action.run')).toEqual([{ ref, chosen: { action: 'make-primary', input: { address: HOME } } }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toHaveLength(1));
  });

  it('stay as they were when another could not be made primary, and say so in its row', async () => {
    drawProfile(two, { 'action.run': server });
    press(`Make ${HOME} primary`);
    expect(await emails().findByText('Not saved')).toBeTruthy();
    const [first, second] = emails().getAllByRole('listitem');
    const flagged = [first, second].filter((row) => row?.textContent?.includes('Primary'));
    expect(flagged).toHaveLength(1);
    expect(flagged[0]?.textContent).toContain('anna@example.com');
    press(`Revert ${HOME}`);
    expect(emails().queryByText('Not saved')).toBeNull();
    expect(shown()).toEqual([ANNA, HOME]);
  });

  it('are removed at once, but neither the primary one nor the last', async () => {
    const { questions, become } = drawProfile(two);
    expect(section().queryByRole('button', { name: `Remove ${ANNA}` })).toBeNull();
    press(`Remove ${HOME}`);
    expect(shown()).toEqual([ANNA]);
    await screen.findByText(`${HOME} removed`);
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: { action: 'edit-address', input: { from: { address: HOME, label: 'Home' }, to: null } },
      },
    ]);
    become({ emails: [{ address: ANNA, primary: true }], version: '2' });
    expect(section().queryByRole('button', { name: /^Remove/ })).toBeNull();
    become({ ...two, version: '3' });
    expect(shown()).toEqual([ANNA, HOME]);
  });

  it('say why the primary one and the last are not emptied', () => {
    const { become } = drawProfile(two);
    press(`Edit ${ANNA}`);
    type('Address', '');
    enter('Address');
    expect(section().getByText(/^This is the primary address\. Make another one primary/)).toBeTruthy();
    fireEvent.keyDown(section().getByLabelText('Address'), { key: 'Escape' });
    become({ emails: [{ address: ANNA, primary: true }] });
    press(`Edit ${ANNA}`);
    type('Address', '');
    enter('Address');
    expect(section().getByText(/^This is the only address/)).toBeTruthy();
  });

  it('come back when they could not be removed, and say so', async () => {
    drawProfile(two, { 'action.run': server });
    press(`Remove ${HOME}`);
    expect(await emails().findByText('Not saved')).toBeTruthy();
    expect(shown()).toEqual([ANNA, HOME]);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('502'));
  });
});

describe('A half-typed contact value', () => {
  it('is there again when the panel is opened again, also one that was being added', async () => {
    const at = '2026-11-17T13:00:00.000Z';
    drawProfile(
      { ...two, fields: [phone] },
      {
        'typed.get': () => ({
          [`contact:address:${HOME}`]: {
            text: JSON.stringify(['anna@wo', 'Home', '']),
            base: JSON.stringify([HOME, 'Home', '']),
            at,
          },
          'contact:add:website': { text: JSON.stringify(['exam', '', '']), base: '', at },
        }),
      },
    );
    await waitFor(() => expect(section().getByLabelText<HTMLInputElement>('Address').value).toBe('anna@wo'));
    await waitFor(() => expect(section().getByLabelText<HTMLInputElement>('Website').value).toBe('exam'));
  });
});

describe('What this login may not do', () => {
  it('is absent where the server has no such thing', () => {
    drawProfile({ ...two, fields: [phone] }, {}, { can: without('email.set', 'email.primary', 'contact.set') });
    expect(section().queryByRole('button', { name: /^(Edit|Remove|Make|Add)/ })).toBeNull();
    expect(section().getByRole('button', { name: `Copy ${HOME}` })).toBeTruthy();
  });

  it('stands in the menu with the reason where only the login is missing', () => {
    drawProfile({ ...two, fields: [phone] }, {}, denying('contact.set'));
    press('Add contact information');
    const item = screen.getByRole('menuitem', { name: /^Phone/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    expect(item.textContent).toMatch(/^Phone./);
    expect(section().queryByRole('button', { name: 'Edit Phone' })).toBeNull();
    expect(section().getByRole('button', { name: `Edit ${HOME}` })).toBeTruthy();
  });
});
