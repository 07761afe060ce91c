import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { answer, match, view } from '@/test/support/views';
import { PIECE } from '@/utils/actions/limits';
import type { SourceAnswer } from '@/utils/messages/view';
import { LARGEST_FILE } from '@/utils/people/file-rules';
import type { FileRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const ran = { entry: 'e1', made: ['7'] };
const invoice: FileRef = { id: '3', name: 'invoice.txt', size: 12, type: 'text/plain' };

afterEach(() => {
  vi.restoreAllMocks();
});

function draw(files: readonly FileRef[], answers: Answers = {}, some: Partial<SourceAnswer> = {}) {
  const none = { state: 'read', part: { items: [], total: 0 } } as const;
  const read = { state: 'read', part: { items: files, total: files.length } } as const;
  const profile = { open: none, resolved: none, notes: none, files: read };
  const shown = view({ answers: [answer([match({}, { profile })], some)] });
  return drawPanel(shown, {
    'typed.get': () => ({}),
    'typed.keep': () => null,
    'file.piece': () => null,
    'file.drop': () => null,
    ...answers,
  });
}
const section = () => screen.getByRole('region', { name: /^Files/ });
const dropped = (...files: readonly File[]) => ({ dataTransfer: { files, types: ['Files'] } });
const file = (name: string, content: string | Uint8Array<ArrayBuffer> = 'content', type = 'text/plain') =>
  new File([content], name, { type });

describe('Files on the profile', () => {
  it('are listed with their size, under a heading that counts them', () => {
    draw([invoice]);
    expect(within(section()).getByRole('button', { name: 'Files (1)' })).toBeTruthy();
    expect(within(section()).getByText('invoice.txt')).toBeTruthy();
    expect(within(section()).getByText('12 bytes')).toBeTruthy();
  });

  it('that are dropped go over piece by piece and are kept as one step with Undo', async () => {
    const big = file('scan.pdf', new Uint8Array(PIECE + 5), 'application/pdf');
    const { questions } = draw([], { 'action.run': () => ran, 'action.undo': () => ran });
    fireEvent.drop(within(section()).getByText(/^Drop files here/), dropped(big, file('note.txt')));
    await screen.findByText('2 files added');
    const pieces = questions('file.piece');
    expect(pieces.map((piece) => Reflect.get(Object(piece), 'index'))).toEqual(expect.arrayContaining([0, 0, 1]));
    expect(questions('action.run')).toMatchObject([
      {
        chosen: {
          action: 'add-files',
          input: {
            files: [
              { name: 'scan.pdf', size: PIECE + 5 },
              { name: 'note.txt', size: 7 },
            ],
          },
        },
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('that are pasted are taken like those that are dropped', async () => {
    const { questions } = draw([], { 'action.run': () => ran });
    fireEvent.paste(within(section()).getByText(/^Drop files here/), {
      clipboardData: { files: [file('picture.png', 'x', 'image/png')], types: ['Files'] },
    });
    await screen.findByText('1 file added');
    expect(questions('action.run')).toHaveLength(1);
  });

  it('can be chosen by keyboard and pointer too', () => {
    const { container } = draw([]);
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    const click = vi.spyOn(input ?? document.createElement('input'), 'click');
    fireEvent.click(within(section()).getByRole('button', { name: 'Attach files' }));
    expect(click).toHaveBeenCalledOnce();
  });

  it.each([
    ['is empty', file('empty.txt', ''), 'This file is empty: it has 0 bytes. Nothing to keep.'],
    ['is a program', file('setup.exe'), /^This file is a program/],
    ['is a program under another name', file('photo.jpg', Uint8Array.of(0x4d, 0x5a, 0x90)), /^This file is a program/],
  ])('say why one that %s is not taken, and send nothing of it', async (_, refused, why) => {
    const { questions } = draw([]);
    fireEvent.drop(within(section()).getByText(/^Drop files here/), dropped(refused));
    await within(section()).findByText(why);
    expect(questions('file.piece')).toEqual([]);
    expect(questions('action.run')).toEqual([]);
  });

  it('say that one of 100 MB is too large, without reading it', async () => {
    const large = file('video.mp4');
    Object.defineProperty(large, 'size', { value: 100_000_000 });
    const { questions } = draw([]);
    fireEvent.drop(within(section()).getByText(/^Drop files here/), dropped(large));
    await within(section()).findByText('This file is too large. Up to 26 MB a file can be kept.');
    expect(LARGEST_FILE).toBeLessThan(100_000_000);
    expect(questions('file.piece')).toEqual([]);
  });

  it('say that the disk is full, in the place of the file', async () => {
    draw([], {
      'file.piece': () => {
        throw new ProblemError({ kind: 'storage-full' });
      },
    });
    fireEvent.drop(within(section()).getByText(/^Drop files here/), dropped(file('a.txt')));
    await within(section()).findByText(/^The file could not be kept in My book\./);
  });

  it('are removed with a way back', async () => {
    const { questions } = draw([invoice], { 'action.run': () => ran });
    fireEvent.click(within(section()).getByRole('button', { name: 'Remove invoice.txt' }));
    await screen.findByText('“invoice.txt” removed');
    expect(questions('action.run')).toEqual([
      { ref: { connection: 'book', id: '1' }, chosen: { action: 'remove-file', input: { file: invoice } } },
    ]);
  });

  it('that could not be removed stay, and the reason is told', async () => {
    draw([invoice], {
      'action.run': () => {
        throw new ProblemError({ kind: 'timeout' });
      },
    });
    fireEvent.click(within(section()).getByRole('button', { name: 'Remove invoice.txt' }));
    await within(section()).findByText('The file could not be removed from My book.');
    expect(within(section()).getByText('invoice.txt')).toBeTruthy();
  });

  it('are looked at as text, never as a page that could run', async () => {
    const text = '<script>alert(1)</script>';
    const { questions } = draw([invoice], {
      'file.read': () => ({ base64: btoa(text), last: true, type: 'text/html' }),
    });
    HTMLDialogElement.prototype.showModal = vi.fn();
    fireEvent.click(within(section()).getByRole('button', { name: 'Look at invoice.txt' }));
    expect(await screen.findByText(text)).toBeTruthy();
    expect(questions('file.read')).toEqual([{ connection: 'book', id: '3', index: 0 }]);
  });

  it('say where one cannot be read, and try again on a press', async () => {
    const went = { well: false };
    const { questions } = draw([invoice], {
      'file.read': () => {
        if (!went.well) throw new ProblemError({ kind: 'missing' });
        return { base64: btoa('hello'), last: true, type: '' };
      },
    });
    HTMLDialogElement.prototype.showModal = vi.fn();
    fireEvent.click(within(section()).getByRole('button', { name: 'Look at invoice.txt' }));
    await within(section()).findByText(/^The file could not be read from My book\./);
    went.well = true;
    fireEvent.click(within(section()).getByRole('button', { name: 'Retry' }));
    await screen.findByText('hello');
    expect(questions('file.read')).toHaveLength(2);
  });

  it('cannot be added or removed where the server only shows them', () => {
    draw([invoice], {}, { can: ['files', 'file'] });
    expect(within(section()).queryByRole('button', { name: 'Attach files' })).toBeNull();
    expect(within(section()).queryByRole('button', { name: /^Remove/ })).toBeNull();
  });

  it('that this login may not add or remove say so at each control', () => {
    const { questions } = draw([invoice], {}, { can: ['files', 'file'], denied: ['file.add', 'file.remove'] });
    for (const name of ['Attach files', 'Remove invoice.txt']) {
      const button = within(section()).getByRole('button', { name });
      expect(button.getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(button);
    }
    expect(questions('action.run')).toEqual([]);
  });

  it('that could not be read are asked for again, though nobody knows how many there are', async () => {
    const none = { state: 'read', part: { items: [], total: 0 } } as const;
    const failed = { state: 'failed', problem: { kind: 'timeout' } } as const;
    const profile = { open: none, resolved: none, notes: none, files: failed };
    const { questions } = drawPanel(view({ answers: [answer([match({}, { profile })])] }), {
      'typed.get': () => ({}),
      files: () => ({ items: [invoice], total: 1 }),
    });
    fireEvent.click(within(section()).getByRole('button', { name: 'Retry' }));
    await within(section()).findByText('invoice.txt');
    expect(questions('files')).toEqual([{ ref: { connection: 'book', id: '1' }, limit: 5 }]);
  });

  it('of which a server gives fewer than it counts do not end as if they were all', async () => {
    const none = { state: 'read', part: { items: [], total: 0 } } as const;
    const first = { state: 'read', part: { items: [invoice], total: 9 } } as const;
    const profile = { open: none, resolved: none, notes: none, files: first };
    drawPanel(view({ answers: [answer([match({}, { profile })])] }), {
      'typed.get': () => ({}),
      files: () => ({ items: [invoice], total: 9 }),
    });
    fireEvent.click(within(section()).getByRole('button', { name: 'Show all 9 files' }));
    await waitFor(() => expect(section().querySelector('.short')?.textContent).toMatch(/9.*1|1.*9/));
    expect(within(section()).queryByRole('button', { name: 'Show all 9 files' })).toBeNull();
  });

  it('on a note go over before the note is saved', async () => {
    const { questions } = draw([], { 'action.run': () => ran });
    const notes = screen.getByRole('region', { name: /^Notes/ });
    fireEvent.click(within(notes).getByRole('button', { name: 'Add note' }));
    fireEvent.paste(within(notes).getByRole('textbox', { name: 'Note' }), {
      clipboardData: { files: [file('shot.png', 'x', 'image/png')], types: ['Files'] },
    });
    await waitFor(() => expect(questions('file.piece')).toHaveLength(1));
    await waitFor(() => expect(within(notes).getByText('shot.png')).toBeTruthy());
    fireEvent.click(await within(notes).findByRole('button', { name: 'Save note' }));
    await screen.findByText('Note added');
    expect(questions('action.run')).toMatchObject([
      { chosen: { action: 'add-note', input: { text: '', files: [{ name: 'shot.png', size: 1 }] } } },
    ]);
  });
});
