// Cards brought to the page for them, and what then stands on it.

import { fireEvent, screen } from '@testing-library/preact';
import { vi } from 'vitest';

/** A picture that the browser can draw, small enough to be kept as it is. */
export const PHOTO = '/9j/4AAQSkZJRg==';

/** This window draws no pictures. */
export function drawPictures(): () => void {
  vi.stubGlobal(
    'Image',
    class {
      onload: (() => void) | null = null;
      readonly naturalWidth = 64;
      readonly naturalHeight = 64;
      set src(_: string) {
        queueMicrotask(() => this.onload?.());
      }
    },
  );
  return () => vi.unstubAllGlobals();
}

export const vcf = (text: string): File => new File([text], 'anna.vcf', { type: 'text/vcard' });

export const card = (...lines: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');

export function choose(container: Element, ...files: readonly File[]): void {
  const input = container.querySelector('input[type="file"]');
  if (input === null) throw new Error('nothing to choose a file with');
  fireEvent.change(input, { target: { files } });
}

/** Every row that can be ticked, as it is read. */
export const boxes = (): readonly string[] =>
  screen.getAllByRole<HTMLInputElement>('checkbox').map((box) => {
    const words = box.closest('label')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return `${box.checked ? '[x]' : '[ ]'} ${words}`;
  });

/** An action of the journal that was done. */
export const ran = () => ({ entry: 'e1', made: [] });
