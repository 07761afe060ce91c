import { act, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { AddressLine, AddressText } from '@/components/ui/AddressText';
import { Button } from '@/components/ui/Button';
import { initials, tintOf, tints } from '@/components/ui/initials';
import { Menu } from '@/components/ui/Menu';
import { Select } from '@/components/ui/Select';
import { ageText, dateText, localTime, seenText, sizeText } from '@/components/ui/time';
import { speak } from '@/test/support/words';

const NOW = Date.parse('2026-11-17T13:32:00.000Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

describe('The letters in a person’s picture', () => {
  it.each([
    ['Phương Thảo Nguyễn', 'PN'],
    ['Nguyễn Hoàng Thị Phương An-Kowalczyk', 'NA'],
    ['ليلى بنت عبد الرحمن الحدّاد', 'لح'],
    ['山田 太郎', '山太'],
    ['łukasz', 'Ł'],
    ['“Anna” (Sales)', 'AS'],
    ['e\u0301milie dupont', 'ÉD'],
    ['', ''],
    ['…', ''],
  ])('of “%s” are “%s”', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('stand on a tint that the record keeps, over all eight', () => {
    expect(tintOf('book:1')).toBe(tintOf('book:1'));
    const drawn = new Set(Array.from({ length: 200 }, (_, id) => tintOf(`book:${id}`)));
    expect([...drawn].sort()).toEqual([...tints].sort());
  });

  it('take the tint of the 32-bit hash, by its published values', () => {
    // FNV-1a of "a" is 0xe40c292c, of "foobar" 0xbf9cf968 (draft-eastlake-fnv-21, appendix C).
    expect(tintOf('a')).toBe(tints[0xe40c292c % 8]);
    expect(tintOf('foobar')).toBe(tints[0xbf9cf968 % 8]);
  });
});

describe('An address', () => {
  it('may break before its signs, never inside a short part with a hyphen', () => {
    const { container } = render(<AddressText address="nguyen-hoang.phuong-an@support.example.com" />);
    expect(container.textContent).toBe('nguyen-hoang.phuong-an@support.example.com');
    expect([...container.querySelectorAll('.address-part')].map((part) => part.textContent)).toEqual([
      'nguyen-hoang',
      '.phuong-an',
    ]);
    expect(container.querySelectorAll('wbr')).toHaveLength(4);
  });

  it('on one line keeps its first letters where even the domain is too long, so that the cut is in its middle', () => {
    const looks: (() => void)[] = [];
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(look: () => void) {
          looks.push(look);
        }
        observe() {}
        disconnect() {}
      },
    );
    const { container } = render(<AddressLine address="thao.nguyen@harbourfinch.example.com" />);
    const line = container.querySelector('.address-line');
    const domain = container.querySelector('.address-domain > bdi');
    const drawnAt = (width: number) => {
      void act(() => {
        Object.defineProperty(domain, 'offsetWidth', { configurable: true, value: 160 });
        Object.defineProperty(line, 'clientWidth', { configurable: true, value: width });
        for (const look of looks) look();
      });
    };
    drawnAt(150);
    expect(container.textContent).toBe('thao@harbourfinch.example.com');
    drawnAt(240);
    expect(container.textContent).toBe('thao.nguyen@harbourfinch.example.com');
    vi.unstubAllGlobals();
  });
});

/** A number and its unit are never parted at the end of a line; a test is read with plain spaces. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

describe('Times', () => {
  it('keep a number and its unit on one line', () => {
    expect(ageText(ago(185), NOW)).toBe('3\u00a0h');
  });

  it.each([
    [0, 'now'],
    [5, '5 min'],
    [59, '59 min'],
    [185, '3 h'],
    [2 * 24 * 60 + 5, '2 d'],
    [12 * 24 * 60, '12 d'],
  ])('%i minutes ago are “%s”', (minutes, text) => {
    expect(plain(ageText(ago(minutes), NOW))).toBe(text);
  });

  it('of a coming moment are now, not negative', () => {
    expect(ageText(ago(-10), NOW)).toBe('now');
  });

  it('older than a month are dates, with the year if it is another one', () => {
    expect(dateText('2026-03-12T12:00:00.000Z', NOW)).not.toContain('2026');
    expect(dateText('2024-03-12T12:00:00.000Z', NOW)).toContain('2024');
    expect(seenText('2024-05-01T12:00:00.000Z', NOW, 'last')).toBe('last in 2024');
    expect(plain(seenText(ago(120), NOW, 'last'))).toBe('last 2 h ago');
  });

  it.each([
    ['Asia/Ho_Chi_Minh', 'Europe/Berlin', '6 h ahead of you'],
    ['America/New_York', 'Europe/Berlin', '6 h behind you'],
    ['Europe/Paris', 'Europe/Berlin', 'your time'],
    ['Asia/Kolkata', 'Europe/Berlin', '4 h 30 min ahead of you'],
  ])('in %s, seen from %s, are %s', (zone, own, difference) => {
    expect(plain(localTime(zone, NOW, own)?.difference)).toBe(difference);
  });

  it('in the middle of a minute tell whole hours', () => {
    expect(plain(localTime('Asia/Tokyo', NOW + 40_000, 'UTC')?.difference)).toBe('9 h ahead of you');
  });

  it('in a zone that the browser does not know are not shown', () => {
    expect(localTime('Moon/Crater', NOW)).toBeNull();
  });

  it('follow the plurals of Arabic', () => {
    speak('ar');
    expect(ageText(ago(2 * 24 * 60), NOW)).toBe('يومان');
    expect(localTime('Europe/Berlin', NOW, 'UTC')?.difference).toBe('قبلك بساعة');
  });
});

describe('The size of a file', () => {
  it.each([
    [0, '0 bytes'],
    [184_000, '184 kB'],
    [1_540_000, '1.5 MB'],
  ])('of %i bytes is “%s”', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});

describe('A button', () => {
  it('that may not be pressed can be focused, says why, and does nothing', () => {
    const onPress = vi.fn();
    render(
      <Button onPress={onPress} mayNot="RT Support: your login may not set passwords.">
        Set password
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Set password', description: /your login may not/ });
    fireEvent.click(button);
    expect(onPress).not.toHaveBeenCalled();
    button.focus();
    expect(document.activeElement).toBe(button);
  });

  it('that works keeps its word for the width, says what it does, and takes no second press', () => {
    const onPress = vi.fn();
    render(
      <Button onPress={onPress} busy="Saving">
        Save
      </Button>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Saving' }));
    expect(onPress).not.toHaveBeenCalled();
  });
});

describe('A choice', () => {
  const options = [
    { key: 'rt', text: 'RT Support' },
    { key: 'book', text: 'My book' },
  ];

  it('opens with an arrow, is taken with Enter, and given up with Esc', () => {
    const onPick = vi.fn();
    render(<Select label="Save to" value="rt" options={options} onPick={onPick} />);
    const field = screen.getByRole('combobox', { name: 'Save to RT Support' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onPick).not.toHaveBeenCalled();
    expect(field.getAttribute('aria-expanded')).toBe('false');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onPick).toHaveBeenCalledWith('book');
  });
});

describe('A menu', () => {
  it('closes when somebody presses beside it', () => {
    render(<Menu label="More" items={[{ key: 'a', text: 'Copy address', icon: 'copy', onPress: () => {} }]} />);
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByRole('menu', { name: 'More' })).toBeTruthy();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('keeps a row that may not be pressed, with the reason', () => {
    const onPress = vi.fn();
    render(
      <Menu
        label="More"
        items={[{ key: 'a', text: 'Set password', icon: 'key', onPress, mayNot: 'Your login may not' }]}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('menuitem', { name: /Set password.*Your login may not/ }));
    expect(onPress).not.toHaveBeenCalled();
    expect(screen.getByRole('menu')).toBeTruthy();
  });
});
