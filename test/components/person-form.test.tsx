// Comes later in the panel; here it is there, so that no test waits for it longer than usual.
import '@/components/person-form/PersonForm';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawProfile, ran, without } from '@/test/support/draw-profile';
import { address } from '@/test/support/people';
import { answer, match, subject, view } from '@/test/support/views';
import type { CustomField, FieldValue, Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const ref = { connection: 'book', id: '1' };
const ANNA = address('anna@example.com');
const HOME = address('anna@home.example');
const phone: FieldValue = { type: 'phone', value: '+49 30 5550133', label: 'Office' };
const definitions: readonly CustomField[] = [
  { id: '1', title: 'Seats', type: 'number' },
  { id: '2', title: 'Plan', type: 'choice', choices: ['Basic', 'Fleet'] },
  { id: '3', title: 'Renewal', type: 'date' },
];
const whole: Partial<Person> = {
  emails: [
    { address: ANNA, primary: true },
    { address: HOME, primary: false, label: 'Home' },
  ],
  memberships: [{ organisation: '7', name: 'Harbour & Finch', position: 'Accounts lead' }],
  labels: ['vip'],
  groups: [{ id: 'g1', name: 'Customers' }],
  summary: 'Calls back.',
  timezone: 'Europe/Berlin',
  language: 'de',
  fields: [phone, { type: 'number', label: 'Seats', value: '1234.5', custom: true, id: '1' }],
};
const lists: Answers = {
  definitions: () => definitions,
  groups: () => [
    { id: 'g1', name: 'Customers' },
    { id: 'g2', name: 'Partners' },
  ],
};

const form = () => within(screen.getByRole('form', { name: /^Edit .*Anna Keller/ }));
const input = (label: string) =>
  form().getByLabelText<HTMLInputElement>(label, { selector: 'input, textarea, select' });
const type = (label: string, value: string) => fireEvent.input(input(label), { target: { value } });
const save = () => fireEvent.click(form().getByRole('button', { name: 'Save' }));
async function edit(some: Partial<Person> = whole, answers: Answers = {}, can = without()) {
  const panel = drawProfile(some, { ...lists, 'action.runAll': () => ran, ...answers }, { can });
  fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
  fireEvent.click(screen.getByRole('menuitem', { name: /^Edit person/ }));
  await screen.findByRole('form');
  if (can.includes('custom.set')) await form().findByLabelText('Seats');
  return panel;
}

describe('The form of a person', () => {
  it('is filled with all that the record holds', async () => {
    await edit();
    expect(input('Name').value).toBe('Anna Keller');
    expect(input('Address').value).toBe(ANNA);
    expect(input('Address 2').value).toBe(HOME);
    expect(
      form()
        .getAllByRole<HTMLInputElement>('radio', { name: 'Primary' })
        .map(({ checked }) => checked),
    ).toEqual([true, false]);
    expect(input('Organisation').value).toBe('Harbour & Finch');
    expect(input('Position').value).toBe('Accounts lead');
    expect(input('Phone').value).toBe('+49 30 5550133');
    expect(input('Timezone').value).toBe('Berlin');
    expect(input('Language').value).toBe('German');
    expect(input('Summary').value).toBe('Calls back.');
    expect(form().getByRole<HTMLInputElement>('checkbox', { name: 'Customers' }).checked).toBe(true);
    expect(input('Seats').value).toBe('1234.5');
  });

  it('sends only what was changed, as one entry with one way back', async () => {
    const { questions } = await edit();
    type('Name', 'Anna Berg');
    type('Phone', '+49 30 5550144');
    type('Summary', 'Calls back at noon.');
    type('Seats', '12,345');
    fireEvent.click(form().getByRole('checkbox', { name: 'Partners' }));
    fireEvent.input(input('Plan'), { target: { value: 'Fleet' } });
    save();
    await screen.findByText(/Anna Berg.* saved/);
    expect(questions('action.runAll')).toEqual([
      {
        ref,
        chosen: [
          { action: 'set-name', input: { from: 'Anna Keller', to: 'Anna Berg' } },
          {
            action: 'edit-contact',
            input: { from: phone, to: { type: 'phone', value: '+49 30 5550144', label: 'Office' } },
          },
          { action: 'set-groups', input: { from: ['g1'], to: ['g1', 'g2'] } },
          { action: 'set-summary', input: { from: 'Calls back.', to: 'Calls back at noon.' } },
          { action: 'edit-custom', input: { field: '1', from: '1234.5', to: '12345' } },
          { action: 'edit-custom', input: { field: '2', from: null, to: 'Fleet' } },
        ],
      },
    ]);
    expect(screen.queryByRole('form')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('makes another address primary before the old one goes', async () => {
    const { questions } = await edit();
    fireEvent.click(form().getAllByRole('radio', { name: 'Primary' })[1] ?? document.body);
    fireEvent.click(form().getByRole('button', { name: `Remove ${ANNA}` }));
    save();
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(1));
    expect(questions('action.runAll')).toMatchObject([
      {
        chosen: [
          { action: 'make-primary', input: { address: HOME } },
          { action: 'edit-address', input: { from: { address: ANNA }, to: null } },
        ],
      },
    ]);
  });

  it('adds an address, and changes one in its place', async () => {
    const { questions } = await edit();
    type('Address', 'anna@finch.example');
    fireEvent.click(form().getByRole('button', { name: 'Add address' }));
    type('Address 3', 'anna@third.example');
    save();
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(1));
    expect(questions('action.runAll')).toMatchObject([
      {
        chosen: [
          { action: 'edit-address', input: { from: { address: ANNA }, to: { address: 'anna@finch.example' } } },
          { action: 'edit-address', input: { from: null, to: { address: 'anna@third.example' } } },
        ],
      },
    ]);
  });

  it('adds a field of any type, labels, and leaves an organisation', async () => {
    const { questions } = await edit();
    fireEvent.click(form().getByRole('button', { name: /Add field/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Website' }));
    await waitFor(() => expect(document.activeElement).toBe(input('Website')));
    type('Website', 'finch.example');
    fireEvent.click(form().getByRole('button', { name: 'Remove label “vip”' }));
    type('Add a label', 'net 30');
    fireEvent.click(form().getByRole('option', { name: 'Create “net 30”' }));
    type('Organisation', '');
    type('Position', '');
    save();
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(1));
    expect(questions('action.runAll')).toMatchObject([
      {
        chosen: [
          { action: 'set-membership', input: { organisation: { id: '7' }, to: null } },
          { action: 'edit-contact', input: { from: null, to: { type: 'website', value: 'finch.example' } } },
          { action: 'set-label', input: { label: 'vip', on: false } },
          { action: 'set-label', input: { label: 'net 30', on: true } },
        ],
      },
    ]);
  });

  it('sends nothing when nothing was changed', async () => {
    const { questions } = await edit();
    save();
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(questions('action.runAll')).toEqual([]);
  });

  it('says in place what is wrong, and starts the focus at the first of it', async () => {
    const { questions } = await edit();
    type('Address 2', 'anna');
    type('Timezone', 'Atlantis');
    type('Seats', 'many');
    save();
    expect(form().getByRole('textbox', { name: 'Address 2', description: /^This is not an address/ })).toBe(
      document.activeElement,
    );
    expect(form().getByText(/^No timezone is called that/)).toBeTruthy();
    expect(form().getByText(/^This is not a number/)).toBeTruthy();
    expect(questions('action.runAll')).toEqual([]);
    type('Address 2', ANNA);
    expect(form().getByText('This person has this address already.')).toBeTruthy();
  });

  it('keeps what was typed when the server refuses, and can be tried again', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 502 })), () => ran];
    const { questions } = await edit(whole, { 'action.runAll': () => answers.shift()?.() ?? ran });
    type('Name', 'Anna Berg');
    type('Position', 'Buyer');
    save();
    expect(await form().findByText('Not saved in My book.')).toBeTruthy();
    expect(form().getByText('The server answered 502. What you typed is kept.')).toBeTruthy();
    expect(input('Name').value).toBe('Anna Berg');
    fireEvent.click(form().getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(2));
  });

  it('says whose an address is that somebody else has, and lead there', async () => {
    const { questions } = await edit(whole, {
      'action.runAll': () =>
        Promise.reject(new ProblemError({ kind: 'conflict', owner: { id: '7', name: 'Bo Berg' } })),
      'lookup.person': () => null,
    });
    type('Address 2', 'bo@example.com');
    save();
    expect(await form().findByText(/Bo Berg.* has this address already/)).toBeTruthy();
    expect(form().getByRole('button', { name: /^Merge with .*Bo Berg/ })).toBeTruthy();
    fireEvent.click(form().getByRole('button', { name: /Show .*Bo Berg/ }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: '7' } }]);
  });

  it('upon a record that was changed meanwhile keeps what was typed and takes the rest as it is now', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'conflict', theirs: 'Calls at ten.' })), () => ran];
    const { questions, become } = await edit(whole, { 'action.runAll': () => answers.shift()?.() ?? ran });
    type('Summary', 'Calls back at noon.');
    save();
    await form().findByText('Not saved in My book.');
    become({ ...whole, summary: 'Calls at ten.', name: 'Anna K. Keller', version: '2' });
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(2));
    expect(questions('action.runAll')[1]).toMatchObject({
      chosen: [{ action: 'set-summary', input: { from: 'Calls at ten.', to: 'Calls back at noon.' } }],
    });
  });

  it('is kept to the last letter, and there again when it is opened again', async () => {
    const { questions, unmount } = await edit();
    type('Name', 'Anna B');
    unmount();
    const [kept] = questions('typed.keep') as readonly { readonly place: string; readonly typed: { text: string } }[];
    expect(kept).toMatchObject({ tab: 1, ref, place: 'form' });
    await edit(whole, { 'typed.get': () => ({ form: { base: '', at: '', text: kept?.typed.text ?? '' } }) });
    await waitFor(() => expect(input('Name').value).toBe('Anna B'));
  });

  it('forgets what was typed on Cancel', async () => {
    const { questions } = await edit();
    type('Name', 'Anna B');
    fireEvent.click(form().getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('form')).toBeNull();
    expect(questions('typed.keep').at(-1)).toMatchObject({ place: 'form', typed: null });
    expect(questions('action.runAll')).toEqual([]);
  });

  it('has only the fields that can be saved there', async () => {
    await edit(whole, {}, without('email.set', 'contact.set', 'custom.set', 'membership.set', 'group.set'));
    expect(input('Name')).toBeTruthy();
    expect(form().queryByLabelText('Address')).toBeNull();
    expect(form().queryByLabelText('Phone')).toBeNull();
    expect(form().queryByLabelText('Organisation')).toBeNull();
    expect(form().queryByRole('checkbox', { name: 'Customers' })).toBeNull();
  });

  it('holds the panel while it is filled in, and lets go on the way back', async () => {
    const { show } = await edit();
    const next = view({ subject: subject({ key: 'next' }), answers: [answer([match({ name: 'Bo Berg' })])] });
    type('Name', 'Anna B');
    show(next);
    expect(input('Name').value).toBe('Anna B');
    expect(screen.getByText(/Still editing .*Anna Keller/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bo Berg');
  });
});
