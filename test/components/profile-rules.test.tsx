// Comes later in the panel; here it is there, so that no test waits for it longer than usual.
import '@/components/person-form/PersonForm';
import '@/components/actions/ActionDialog';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawProfile, ran } from '@/test/support/draw-profile';
import { allCapabilities } from '@/test/support/views';
import type { SourceAnswer } from '@/utils/messages/view';
import type { CustomField, Person } from '@/utils/people/types';

const plan: CustomField = { id: '1', title: 'Plan', type: 'text', required: true, longest: 10 };
const basic: Partial<Person> = { fields: [{ type: 'text', label: 'Plan', value: 'Basic', custom: true, id: '1' }] };
const given = { definitions: () => [plan], 'action.run': () => ran, 'action.runAll': () => ran };

const part = (name: string) => within(screen.getByRole('region', { name }));
const more = () => fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
const draw = (some: Partial<Person>, source: Partial<SourceAnswer> = {}) => drawProfile(some, given, source);

describe('A field that the server takes only with a value', () => {
  const open = async () => {
    const panel = draw(basic);
    fireEvent.click(await part('Properties').findByRole('button', { name: 'Edit Plan' }));
    const field = part('Properties').getByRole<HTMLInputElement>('textbox', { name: 'Plan' });
    return { ...panel, field, type: (value: string) => fireEvent.input(field, { target: { value } }) };
  };
  const told = (field: HTMLElement) =>
    field.ownerDocument.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;

  it('says so beside it, and is not saved empty', async () => {
    const { field, type, questions } = await open();
    expect(told(field)).toBe('Cannot be empty.');
    type(' ');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(told(field)).toBe('Plan cannot be empty here.'));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(questions('action.run')).toEqual([]);
  });

  it('counts its characters near the limit, a drawn one as one, and is not saved beyond', async () => {
    const { field, type, questions } = await open();
    type('123456789');
    expect(told(field)).toBe('Cannot be empty.');
    type('123456789😀');
    expect(told(field)).toBe('10 of 10 characters');
    type('123456789😀1');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(told(field)).toBe('Too long: 11 of 10 characters.'));
    expect(questions('action.run')).toEqual([]);
    type('123456789😀');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(questions('action.run')).toHaveLength(1));
  });
});

describe('The form of a person', () => {
  const edit = async (some: Partial<Person>, source: Partial<SourceAnswer> = {}) => {
    const panel = draw(some, source);
    more();
    fireEvent.click(screen.getByRole('menuitem', { name: /^Edit person/ }));
    const form = within(await screen.findByRole('form', { name: /^Edit .*Anna Keller/ }));
    await form.findByLabelText('Plan');
    const input = (label: string) => form.getByLabelText<HTMLInputElement>(label);
    return {
      ...panel,
      form,
      type: (label: string, value: string) => fireEvent.input(input(label), { target: { value } }),
      save: () => fireEvent.click(form.getByRole('button', { name: 'Save' })),
    };
  };

  it('refuses what the server would cut, with how much it is, and what it would not take empty', async () => {
    const { form, type, save, questions } = await edit(basic, { limits: { name: 20, summary: 30 } });
    type('Name', 'Anna Keller-Wirth-Maier');
    type('Summary', 'a'.repeat(31));
    type('Plan', '');
    save();
    expect(await form.findByText('Too long: 23 of 20 characters.')).toBeTruthy();
    expect(form.getByText('Too long: 31 of 30 characters.')).toBeTruthy();
    expect(form.getByText('Plan cannot be empty here.')).toBeTruthy();
    expect(questions('action.runAll')).toEqual([]);
  });

  it('saves the rest of somebody who never had a value there', async () => {
    const { type, save, questions } = await edit({});
    type('Name', 'Anna Wirth');
    save();
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(1));
  });

  it('has no field for what the server cannot set', async () => {
    const { form } = await edit(basic, { sets: ['summary'] });
    expect(form.queryByLabelText('Name')).toBeNull();
    expect(form.queryByLabelText('Timezone')).toBeNull();
    expect(form.queryByLabelText('Language')).toBeNull();
    expect(form.getByLabelText('Summary')).toBeTruthy();
  });
});

describe('What a server tells of a person and cannot set', () => {
  it('is read, with no sign that it could be edited', async () => {
    draw({ ...basic, summary: 'Calls back.', timezone: 'Asia/Tokyo' }, { sets: ['name', 'picture'] });
    expect(await part('Properties').findByText('Plan')).toBeTruthy();
    expect(screen.getByText('Calls back.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Edit Summary' })).toBeNull();
    expect(part('Properties').getByText('Timezone')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Edit Timezone' })).toBeNull();
    expect(screen.queryByText('Language')).toBeNull();
    expect(part('Properties').getByRole('button', { name: 'Edit Plan' })).toBeTruthy();
  });

  it('is absent where there is nothing to read', async () => {
    draw(basic, { sets: ['name'] });
    expect(await part('Properties').findByText('Plan')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Summary' })).toBeNull();
    expect(screen.queryByText('Timezone')).toBeNull();
  });
});

describe('What nobody has tried on a server yet', () => {
  const source: Partial<SourceAnswer> = {
    can: [...allCapabilities, 'login.reset', 'security'],
    unproven: ['login.reset', 'account.enable'],
  };

  it('says so quietly in the menu, beside what it means, and nothing else does', () => {
    draw({}, source);
    more();
    const note = (name: RegExp) => screen.getByRole('menuitem', { name }).querySelector('.menu-reason')?.textContent;
    expect(note(/^Disable/)).toMatch(/ · Not tried here yet$/);
    expect(note(/^Send reset link/)).toBe('Not tried here yet');
    expect(screen.getAllByText(/Not tried here yet/)).toHaveLength(2);
  });

  it('says so in the question before it', async () => {
    draw({}, source);
    more();
    fireEvent.click(screen.getByRole('menuitem', { name: /^Send reset link/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Not tried here yet')).toBeTruthy();
  });
});
