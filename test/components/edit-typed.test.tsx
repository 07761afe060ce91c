import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPart } from '@/test/support/draw-part';
import { anna, done, edit, field, key, PHONE, Phone, saving } from '@/test/support/phone-field';

afterEach(() => {
  vi.useRealTimers();
});

describe('Text on its way into a field', () => {
  const typed = { text: 'half', base: PHONE, at: '2026-11-17T13:30:00.000Z' };

  it('is kept a moment after the last letter, with what the field held', async () => {
    vi.useFakeTimers();
    const { questions } = drawPart(<Phone />);
    edit('h');
    fireEvent.input(field(), { target: { value: 'ha' } });
    expect(questions('typed.keep')).toEqual([]);
    await act(async () => void vi.advanceTimersByTime(150));
    expect(questions('typed.keep')).toMatchObject([
      { tab: 1, ref: anna.ref, place: 'contact:phone', typed: { text: 'ha', base: PHONE } },
    ]);
  });

  it('is kept to the last letter when the page goes or the part is taken away', () => {
    const { questions, unmount } = drawPart(<Phone />);
    edit('h');
    void act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(questions('typed.keep')).toMatchObject([{ typed: { text: 'h' } }]);
    fireEvent.input(field(), { target: { value: 'ha' } });
    unmount();
    expect(questions('typed.keep')).toMatchObject([{ typed: { text: 'h' } }, { typed: { text: 'ha' } }]);
  });

  it('comes back as it was left, holds the panel, and takes the focus from nobody', async () => {
    const to = saving();
    const { held } = drawPart(<Phone save={to.save} value="changed" />, {
      'typed.get': () => ({ 'contact:phone': typed }),
    });
    await waitFor(() => expect(field().value).toBe('half'));
    expect(document.activeElement).toBe(document.body);
    expect([...held]).toEqual(['contact:phone']);
    key('Enter');
    expect(to.asked).toEqual([['half', PHONE]]);
  });

  it('comes back into a row that was added, too', async () => {
    const { held } = drawPart(<Phone value="" opened />, {
      'typed.get': () => ({ 'contact:phone': { ...typed, base: '' } }),
    });
    await waitFor(() => expect(field().value).toBe('half'));
    expect(held.size).toBe(1);
  });

  it('is not saved because the field is taken away with the focus in it', () => {
    const to = saving();
    const { show } = drawPart(<Phone save={to.save} />);
    edit('x');
    const left = field();
    show(<p>Another tab</p>);
    fireEvent.focusOut(left);
    expect(to.asked).toEqual([]);
  });

  it('stays while the text before it is being saved', async () => {
    const to = saving();
    const { held, questions } = drawPart(<Phone save={to.save} />);
    edit('x');
    key('Enter');
    edit('xy');
    await to.answer(done);
    expect(field().value).toBe('xy');
    expect(held.size).toBe(1);
    expect(questions('typed.keep').filter((one) => JSON.stringify(one).includes('null'))).toEqual([]);
  });

  it('is asked for once for all the fields of a person', async () => {
    const { questions } = drawPart(
      <>
        <Phone />
        <Phone place="summary" label="Summary" />
      </>,
      { 'typed.get': () => ({ summary: typed }) },
    );
    expect(await screen.findByRole('textbox', { name: 'Summary' })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Phone' })).toBeNull();
    expect(questions('typed.get')).toEqual([{ tab: 1, ref: anna.ref }]);
  });

  it('comes back into the same place after something else was drawn there', async () => {
    const { show } = drawPart(<Phone />);
    edit('half');
    show(<p>Another tab</p>);
    show(<Phone />);
    await waitFor(() => expect(field().value).toBe('half'));
  });

  it('is let go of once it is saved or given up', async () => {
    const to = saving();
    const { questions, show } = drawPart(<Phone save={to.save} />);
    edit('x');
    key('Enter');
    await to.answer(done);
    expect(questions('typed.keep').at(-1)).toMatchObject({ place: 'contact:phone', typed: null });
    edit('y');
    key('Escape');
    expect(questions('typed.keep').at(-1)).toMatchObject({ typed: null });
    show(<p>Another tab</p>);
    show(<Phone />);
    await act(async () => {});
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('that is what the record holds by now is forgotten', async () => {
    const { questions } = drawPart(<Phone value="half" />, { 'typed.get': () => ({ 'contact:phone': typed }) });
    await waitFor(() => expect(questions('typed.keep')).toMatchObject([{ typed: null }]));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
