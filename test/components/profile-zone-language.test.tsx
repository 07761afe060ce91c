import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawProperties, edit, enter, inside, sent, shows, type } from '@/test/support/draw-properties';

describe('A property', () => {
  it('such as the timezone is found by its city, and saved by choosing it', async () => {
    const drawn = await drawProperties({ timezone: 'Europe/Berlin' });
    edit('Timezone');
    const field = inside().getByRole<HTMLInputElement>('combobox', { name: 'Timezone' });
    expect(field.value).toBe('Berlin');
    type(field, 'ho chi');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      expect.stringMatching(/^Ho Chi Minh City.*UTC\+7$/),
    ]);
    enter(field);
    await screen.findByText('Timezone saved');
    expect(sent(drawn)).toEqual([{ action: 'set-timezone', input: { from: 'Europe/Berlin', to: 'Asia/Ho_Chi_Minh' } }]);
    expect(shows('Timezone')).toContain('Ho Chi Minh City');
  });

  it('such as the timezone is known by the name that the record has for it, though the list has a newer one', async () => {
    const drawn = await drawProperties({ timezone: 'Asia/Saigon' });
    expect(shows('Timezone')).toContain('Ho Chi Minh City');
    edit('Timezone');
    const field = inside().getByRole<HTMLInputElement>('combobox', { name: 'Timezone' });
    type(field, 'tokyo');
    enter(field);
    await waitFor(() =>
      expect(sent(drawn)).toEqual([{ action: 'set-timezone', input: { from: 'Asia/Saigon', to: 'Asia/Tokyo' } }]),
    );
  });

  it('such as the timezone is not saved while it is no place', async () => {
    const drawn = await drawProperties({ timezone: 'Europe/Berlin' });
    edit('Timezone');
    const field = inside().getByRole<HTMLInputElement>('combobox', { name: 'Timezone' });
    type(field, 'Atlantis');
    enter(field);
    expect(inside().getByText('No timezone is called that. Choose one from the list.')).toBeTruthy();
    expect(field.value).toBe('Atlantis');
    expect(sent(drawn)).toEqual([]);
  });

  it('such as the language can be left to the helpdesk', async () => {
    const drawn = await drawProperties({ language: 'vi' });
    edit('Language');
    const field = inside().getByRole<HTMLInputElement>('combobox', { name: 'Language' });
    expect(field.value).toBe('Vietnamese');
    type(field, '');
    fireEvent.click(inside().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent(drawn)).toEqual([{ action: 'set-language', input: { from: 'vi', to: null } }]));
    expect(shows('Language')).toContain('Default');
  });
});
