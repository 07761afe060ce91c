import { act, fireEvent, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPart } from '@/test/support/draw-part';
import { person } from '@/test/support/people';
import { anna, done, edit, field, key, PHONE, Phone, pen, saving } from '@/test/support/phone-field';

afterEach(() => {
  vi.useRealTimers();
});

describe('A value that can be edited', () => {
  it('is text with a button that names it', () => {
    drawPart(<Phone />);
    expect(screen.getByText(PHONE).tagName).toBe('B');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(pen()).toBeTruthy();
  });

  it('that is empty is a dash to the eye and a word to the ear', () => {
    drawPart(<Phone value="" />);
    expect(screen.getByText('empty').className).toBe('unseen');
    expect(screen.getByText('–').getAttribute('aria-hidden')).toBe('true');
  });

  it('is edited in its place, with the value chosen, and Save and Cancel after it', () => {
    drawPart(<Phone />);
    fireEvent.click(pen());
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe(PHONE);
    expect(field().selectionEnd).toBe(PHONE.length);
    const stops = [...screen.getByRole('group', { name: 'Edit Phone' }).querySelectorAll('input, button')];
    expect(stops.map((stop) => stop.textContent || stop.getAttribute('aria-label'))).toEqual([
      'Phone',
      'Save',
      'Cancel',
    ]);
    expect(stops.every((stop) => stop instanceof HTMLElement && stop.tabIndex === 0)).toBe(true);
  });

  it('is edited by a press on its text too, but not by one on a link in it', () => {
    drawPart(<Phone read={(shown) => <a href="tel:1">{shown}</a>} />);
    fireEvent.click(screen.getByRole('link'));
    expect(screen.queryByRole('textbox')).toBeNull();
    const around = screen.getByRole('link').parentElement;
    if (around) fireEvent.click(around);
    expect(field()).toBeTruthy();
  });

  it('can be started from a pen at the heading, which then has the focus again', () => {
    const start = createRef<() => void>();
    drawPart(
      <>
        <button type="button" onClick={() => start.current?.()}>
          Edit Contact
        </button>
        <Phone pen="heading" edit={start} />
      </>,
    );
    const heading = screen.getByRole('button', { name: 'Edit Contact' });
    expect(screen.queryByRole('button', { name: 'Edit Phone' })).toBeNull();
    heading.focus();
    fireEvent.click(heading);
    expect(document.activeElement).toBe(field());
    key('Escape');
    expect(document.activeElement).toBe(heading);
  });
});

describe('An edit', () => {
  it('is saved by Enter, seen at once and marked until the server has it; the focus is on the pen again', async () => {
    const to = saving();
    const { show } = drawPart(<Phone save={to.save} />);
    edit('+84 28 5550 02');
    key('Enter');
    expect(screen.getByText('+84 28 5550 02')).toBeTruthy();
    expect(screen.getByText(/saving/)).toBeTruthy();
    expect(to.asked).toEqual([['+84 28 5550 02', PHONE]]);
    expect(document.activeElement).toBe(pen());
    await to.answer(done);
    expect(screen.queryByText(/saving/)).toBeNull();
    expect(screen.getByText('+84 28 5550 02')).toBeTruthy();
    show(<Phone save={to.save} value="+84 28 5550 02" person={{ ...anna, version: '2' }} />);
    show(<Phone save={to.save} value="+84 28 5550 03" person={{ ...anna, version: '3' }} />);
    expect(screen.getByText('+84 28 5550 03')).toBeTruthy();
  });

  it('is shown the moment the key is pressed, without waiting for anything', () => {
    drawPart(<Phone save={() => new Promise(() => {})} />);
    edit('x');
    key('Enter');
    expect(screen.getByText('x').tagName).toBe('B');
  });

  it('is given up by Esc, which closes nothing else', () => {
    const around = vi.fn();
    const to = saving();
    drawPart(
      // biome-ignore lint/a11y/noStaticElementInteractions: only listens
      <div onKeyDown={around}>
        <Phone save={to.save} />
      </div>,
    );
    edit('x');
    around.mockClear();
    key('Escape');
    expect(around).not.toHaveBeenCalled();
    expect(screen.getByText(PHONE)).toBeTruthy();
    expect(document.activeElement).toBe(pen());
    expect(to.asked).toEqual([]);
  });

  it('is saved and given up by its buttons', () => {
    const to = saving();
    drawPart(<Phone save={to.save} />);
    edit('x');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(to.asked).toEqual([]);
    edit('y');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(to.asked).toEqual([['y', PHONE]]);
    expect(document.activeElement).toBe(pen());
  });

  it('is saved by leaving it, and the focus stays where it went', () => {
    const to = saving();
    drawPart(<Phone save={to.save} />);
    edit('x');
    const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
    void act(() => elsewhere.focus());
    expect(to.asked).toEqual([['x', PHONE]]);
    expect(document.activeElement).toBe(elsewhere);
  });

  it('is not left by going to its own buttons, nor saved by leaving it unchanged', () => {
    const to = saving();
    drawPart(<Phone save={to.save} />);
    edit('x');
    void act(() => screen.getByRole('button', { name: 'Cancel' }).focus());
    expect(field().value).toBe('x');
    fireEvent.input(field(), { target: { value: PHONE } });
    void act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus());
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(to.asked).toEqual([]);
  });

  it('of something that cannot be stays, with the reason tied to it, also when it is left', () => {
    const to = saving();
    drawPart(<Phone save={to.save} check={(typed) => (typed === 'x' ? 'Not a phone number.' : null)} />);
    edit('x');
    key('Enter');
    const wrong = screen.getByRole('textbox', { name: 'Phone', description: 'Not a phone number.' });
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    void act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus());
    expect(field().value).toBe('x');
    fireEvent.input(field(), { target: { value: '1' } });
    expect(screen.queryByText('Not a phone number.')).toBeNull();
    key('Enter');
    expect(to.asked).toEqual([['1', PHONE]]);
  });

  it('of several lines is saved by Ctrl+Enter and by Cmd+Enter, while Enter makes a line', () => {
    const to = saving();
    drawPart(<Phone multiline save={to.save} />);
    edit('a\nb');
    key('Enter');
    expect(to.asked).toEqual([]);
    key('Enter', { ctrlKey: true });
    expect(to.asked).toEqual([['a\nb', PHONE]]);
    edit('c');
    key('Enter', { metaKey: true });
    expect(to.asked.at(-1)?.[0]).toBe('c');
  });

  it('is not saved by the Enter that ends a composed character', () => {
    const to = saving();
    drawPart(<Phone save={to.save} />);
    edit('か');
    key('Enter', { isComposing: true });
    expect(to.asked).toEqual([]);
  });

  it('of another control is saved with what was chosen in it', () => {
    const to = saving();
    drawPart(
      <Phone
        save={to.save}
        control={({ label, value, onSave, ids }) => (
          <select
            id={ids.input}
            aria-label={label}
            value={value}
            onChange={(event) => onSave(event.currentTarget.value)}
          >
            <option>{PHONE}</option>
            <option>other</option>
          </select>
        )}
      />,
    );
    fireEvent.click(pen());
    const choice = screen.getByRole('combobox', { name: 'Phone' });
    expect(document.activeElement).toBe(choice);
    fireEvent.change(choice, { target: { value: 'other' } });
    expect(to.asked).toEqual([['other', PHONE]]);
  });

  it('of a new row starts by itself, and tells when it is over', async () => {
    const over = vi.fn();
    const to = saving();
    drawPart(<Phone value="" opened onDone={over} save={to.save} pen="none" />);
    expect(document.activeElement).toBe(field());
    fireEvent.input(field(), { target: { value: '1' } });
    key('Enter');
    await to.answer(done);
    expect(over).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('shows the record again where the server kept what was there before', async () => {
    vi.useFakeTimers();
    const to = saving();
    const { show } = drawPart(<Phone save={to.save} />);
    edit(`${PHONE} `);
    key('Enter');
    await to.answer(done);
    show(<Phone save={to.save} person={{ ...anna, version: '2' }} read={(shown) => <i>{`[${shown}]`}</i>} />);
    await act(async () => void vi.advanceTimersByTime(1000));
    expect(screen.getByText(`[${PHONE}]`)).toBeTruthy();
  });

  it('holds the panel until it is saved or given up', async () => {
    const to = saving();
    const { held } = drawPart(<Phone save={to.save} />);
    edit('x');
    expect([...held]).toEqual(['contact:phone']);
    key('Enter');
    expect(held.size).toBe(1);
    await to.answer(done);
    expect(held.size).toBe(0);
    edit('y');
    key('Escape');
    expect(held.size).toBe(0);
  });

  it('is of one person: the next one in the same place begins with their own value', () => {
    const { show } = drawPart(<Phone />);
    edit('x');
    show(<Phone person={person({ ref: { connection: 'book', id: '2' } })} value="+49 30 1" />);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('+49 30 1')).toBeTruthy();
  });
});
