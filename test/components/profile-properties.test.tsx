import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import {
  away,
  drawProperties,
  edit,
  enter,
  fields,
  inside,
  kept,
  row,
  section,
  sent,
  shows,
  type,
} from '@/test/support/draw-properties';
import { speak } from '@/test/support/words';
import { ProblemError } from '@/utils/problem';

describe('Properties', () => {
  it('are the server’s own fields in its order, each written as its type is', async () => {
    await drawProperties({
      timezone: 'Asia/Tokyo',
      language: 'vi',
      fields: [
        kept('6', 'Mail, sorted\nFleet'),
        kept('5', 'North'),
        kept('4', 'true'),
        kept('3', '2021-03-03'),
        kept('2', '12500'),
        kept('1', 'Fleet, yearly'),
      ],
    });
    const terms = [...section().querySelectorAll('dt')].map((term) => term.textContent);
    expect(terms).toEqual(['Timezone', 'Language', ...fields.map(({ title }) => title)]);
    expect(shows('Timezone')).toMatch(/^Tokyo · (22:32|10:32\spm)$/i);
    expect(shows('Language')).toBe('Vietnamese');
    expect(shows('Seats')).toBe('12,500');
    expect(shows('Customer since')).toMatch(/Mar/);
    expect(shows('Newsletter')).toBe('Yes');
    expect(shows('Products')).toBe('Mail, sorted, Fleet');
    expect(inside().queryByRole('button', { name: /empty/ })).toBeNull();
  });

  it('name the helpdesk’s own language where the person has none', async () => {
    await drawProperties({});
    expect(shows('Language')).toBe('Default');
  });

  it('fold empty fields away, count them exactly, and remember who wants to see them', async () => {
    const { questions } = await drawProperties({ fields: [kept('1', 'Fleet')] });
    const button = inside().getByRole('button', { name: 'Show 6 empty fields' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(away('Plan')).toBe(false);
    expect(away('Timezone')).toBe(true);
    fireEvent.click(button);
    expect(away('Timezone')).toBe(false);
    expect(inside().getByRole('button', { name: 'Hide 6 empty fields' }).getAttribute('aria-expanded')).toBe('true');
    expect(questions('preferences.set')).toEqual([{ folded: { 'empty-fields': false } }]);
  });

  it('say that one field is empty', async () => {
    await drawProperties({ timezone: 'Asia/Tokyo', fields: ['1', '2', '3', '4', '5'].map((id) => kept(id, '1')) });
    expect(inside().getByRole('button', { name: 'Show 1 empty field' })).toBeTruthy();
  });

  it('show what is half-typed in an empty field, though the empty ones are folded away', async () => {
    const typed = { 'custom:1': { text: 'Fle', base: '', at: '2026-11-17T13:30:00.000Z' } };
    await drawProperties({}, { 'typed.get': () => typed });
    const field = await within(row('Plan')).findByRole<HTMLInputElement>('textbox', { hidden: true });
    expect(field.value).toBe('Fle');
    expect(row('Plan').querySelector('.edit-open')).not.toBeNull();
  });

  it('still show the person’s own values where the list of fields could not be read, and try again', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 502 })), () => fields];
    drawProfile({ fields: [kept('1', 'Fleet')] }, { definitions: () => answers.shift()?.() ?? fields });
    await inside().findByText('The list of fields could not be read from My book.');
    expect(shows('Plan')).toBe('Fleet');
    fireEvent.click(inside().getByRole('button', { name: 'Retry' }));
    expect(await inside().findByRole('button', { name: 'Show 6 empty fields' })).toBeTruthy();
  });
});

describe('A property', () => {
  it('is saved with Enter, with a way back', async () => {
    const drawn = await drawProperties({ fields: [kept('1', 'Fleet')] });
    edit('Plan');
    const field = inside().getByRole('textbox', { name: 'Plan' });
    type(field, 'Fleet, yearly');
    enter(field);
    expect(shows('Plan')).toContain('Fleet, yearly');
    await screen.findByText('Plan saved');
    expect(sent(drawn)).toEqual([{ action: 'edit-custom', input: { field: '1', from: 'Fleet', to: 'Fleet, yearly' } }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(drawn.questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('that is emptied is taken away, and one that was empty comes to be', async () => {
    const drawn = await drawProperties({ fields: [kept('1', 'Fleet')] });
    edit('Plan');
    const field = inside().getByRole('textbox', { name: 'Plan' });
    type(field, ' ');
    enter(field);
    fireEvent.click(inside().getByRole('button', { name: 'Show 6 empty fields' }));
    edit('Seats');
    const seats = inside().getByRole('textbox', { name: 'Seats' });
    type(seats, '12');
    enter(seats);
    await waitFor(() =>
      expect(sent(drawn)).toEqual([
        { action: 'edit-custom', input: { field: '1', from: 'Fleet', to: null } },
        { action: 'edit-custom', input: { field: '2', from: null, to: '12' } },
      ]),
    );
  });

  it('that is no number stays in its field, with a word beside it', async () => {
    const drawn = await drawProperties({ fields: [kept('2', '12')] });
    edit('Seats');
    const field = inside().getByRole<HTMLInputElement>('textbox', { name: 'Seats' });
    type(field, 'twelve');
    enter(field);
    expect(field.value).toBe('twelve');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'This is not a number. Type digits only.',
    );
    expect(sent(drawn)).toEqual([]);
  });

  it('that is a number is typed as the reader writes numbers, and kept with a point', async () => {
    speak('de');
    const drawn = drawProfile({ fields: [kept('2', '1234.5')] }, { definitions: () => fields });
    const german = within(screen.getByRole('region', { name: 'Eigenschaften' }));
    fireEvent.click(await german.findByRole('button', { name: /Seats/ }));
    const field = german.getByRole<HTMLInputElement>('textbox', { name: 'Seats' });
    expect(field.value).toBe('1234,5');
    type(field, '1.234,75');
    enter(field);
    await waitFor(() =>
      expect(sent(drawn)).toEqual([{ action: 'edit-custom', input: { field: '2', from: '1234.5', to: '1234.75' } }]),
    );
  });

  it('that is a date is taken from the browser’s own field, and half a date is not taken for none', async () => {
    const drawn = await drawProperties({ fields: [kept('3', '2021-03-03')] });
    edit('Customer since');
    const field = inside().getByLabelText<HTMLInputElement>('Customer since');
    expect(field.type).toBe('date');
    Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: true } });
    type(field, '');
    enter(field);
    expect(inside().getByText(/This is not a day/)).toBeTruthy();
    Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: false } });
    type(field, '2022-04-05');
    enter(field);
    await waitFor(() =>
      expect(sent(drawn)).toEqual([
        { action: 'edit-custom', input: { field: '3', from: '2021-03-03', to: '2022-04-05' } },
      ]),
    );
  });

  it.each([
    ['Newsletter', '4', 'true', 'false', ['None', 'Yes', 'No']],
    ['Region', '5', 'North', 'South', ['None', 'North', 'South']],
    ['Region', '5', 'East', 'South', ['None', 'East', 'North', 'South']],
  ])('such as %s is chosen from what there is', async (label, id, from, to, choices) => {
    const drawn = await drawProperties({ fields: [kept(id, from)] });
    edit(label);
    const field = inside().getByRole<HTMLSelectElement>('combobox', { name: label });
    expect([...field.options].map((option) => option.text)).toEqual(choices);
    type(field, to);
    fireEvent.click(inside().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent(drawn)).toEqual([{ action: 'edit-custom', input: { field: id, from, to } }]));
  });

  it('of several choices is a checklist', async () => {
    const drawn = await drawProperties({ fields: [kept('6', 'Fleet')] });
    edit('Products');
    fireEvent.click(inside().getByRole('checkbox', { name: 'Mail, sorted' }));
    fireEvent.click(inside().getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent(drawn)).toEqual([
        { action: 'edit-custom', input: { field: '6', from: 'Fleet', to: 'Mail, sorted\nFleet' } },
      ]),
    );
  });

  it('that could not be saved stays, with both ways on', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'timeout' })), () => ran];
    const drawn = await drawProperties(
      { fields: [kept('1', 'Fleet')] },
      { 'action.run': () => answers.shift()?.() ?? ran },
    );
    edit('Plan');
    const field = inside().getByRole('textbox', { name: 'Plan' });
    type(field, 'Solo');
    enter(field);
    expect(await inside().findByText('Not saved')).toBeTruthy();
    expect(shows('Plan')).toContain('Solo');
    fireEvent.click(inside().getByRole('button', { name: 'Retry Plan' }));
    await waitFor(() => expect(sent(drawn)).toHaveLength(2));
    await waitFor(() => expect(inside().queryByText('Not saved')).toBeNull());
  });
});

describe('The pen at the heading', () => {
  const some = { timezone: 'Europe/Berlin', language: 'vi', fields: [kept('1', 'Fleet')] };

  it('leads from field to field with Enter, and no further than the last', async () => {
    await drawProperties(some);
    edit('Properties');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Timezone');
    enter(inside().getByRole('combobox', { name: 'Timezone' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Language'));
    enter(inside().getByRole('combobox', { name: 'Language' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Plan'));
    enter(inside().getByRole('textbox', { name: 'Plan' }));
    await waitFor(() => expect(inside().queryByRole('textbox')).toBeNull());
  });

  it('leads no further once a field is given up', async () => {
    await drawProperties(some);
    edit('Properties');
    fireEvent.keyDown(inside().getByRole('combobox', { name: 'Timezone' }), { key: 'Escape' });
    const pen = inside().getByRole('button', { name: 'Edit Properties' });
    await waitFor(() => expect(inside().queryByRole('combobox')).toBeNull());
    pen.focus();
    edit('Plan');
    enter(inside().getByRole('textbox', { name: 'Plan' }));
    await waitFor(() => expect(inside().queryByRole('textbox')).toBeNull());
    expect(inside().queryByRole('combobox')).toBeNull();
  });
});

describe('What may not be changed', () => {
  it('is read without a pen, and the heading says why', async () => {
    await drawProperties({ fields: [kept('1', 'Fleet')] }, {}, denying('person.set', 'custom.set'));
    const pen = inside().getByRole('button', { name: 'Edit Properties' });
    expect(pen.getAttribute('aria-disabled')).toBe('true');
    expect(section().textContent).toContain('Your login may not, at My book.');
    expect(inside().queryByRole('button', { name: 'Edit Plan' })).toBeNull();
  });

  it('has no pen at all where the server cannot', async () => {
    await drawProperties({ fields: [kept('1', 'Fleet')] }, {}, { can: without('person.set', 'custom.set') });
    expect(inside().queryByRole('button', { name: /^Edit/ })).toBeNull();
    expect(shows('Plan')).toBe('Fleet');
  });
});
