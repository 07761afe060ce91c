import { describe, expect, it } from 'vitest';
import { cleanFileName, fileFault, LARGEST_FILE, previewOf } from '@/utils/people/file-rules';

const text = new TextEncoder().encode('Hello, ag');
const fault = (name: string, size = 100, head: Uint8Array = text) => fileFault({ name, size }, head);

describe('which files a note takes', () => {
  it.each(['invoice.pdf', 'photo of the printer.JPG', 'README', 'Angebot 3.2.docx', 'shipments.csv', '.profile'])(
    'takes %s',
    (name) => {
      expect(fault(name)).toBeNull();
    },
  );

  it('refuses a file without a byte', () => {
    expect(fault('invoice.pdf', 0, new Uint8Array())).toBe('empty');
  });

  it('takes a file of exactly the limit and refuses one byte more', () => {
    expect(fault('scan.pdf', LARGEST_FILE)).toBeNull();
    expect(fault('scan.pdf', LARGEST_FILE + 1)).toBe('too-large');
  });

  it.each([
    'setup.exe',
    'Setup.EXE',
    'invoice.pdf.scr',
    'invoice.pdf.exe. ',
    'start.bat',
    'macro.js',
    'tool.AppX',
    'x\u202Efdp.exe',
    'odd.e\u200bxe',
    'folder/run.sh',
  ])('refuses a program by its name: %s', (name) => {
    expect(fault(name)).toBe('program');
  });

  it.each([
    ['Windows', [0x4d, 0x5a, 0x90, 0]],
    ['Linux', [0x7f, 0x45, 0x4c, 0x46]],
    ['macOS', [0xcf, 0xfa, 0xed, 0xfe]],
    ['a shell', [0x23, 0x21, 0x2f, 0x62]],
  ])('refuses a program of %s whatever its name says', (_, bytes) => {
    expect(fault('holiday.jpg', 100, Uint8Array.from(bytes))).toBe('program');
  });

  it('says that a large program is a program, so that nobody makes it smaller in vain', () => {
    expect(fault('setup.exe', LARGEST_FILE * 2)).toBe('program');
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\anna\\bill.pdf', 'bill.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['bill\u202Efdp.txt', 'billfdp.txt'],
    ['line\nbreak.txt', 'linebreak.txt'],
    ['فاتورة.pdf', 'فاتورة.pdf'],
    ['  ', 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });
});

describe('looking at a file', () => {
  it.each([
    ['photo.PNG', 'image'],
    ['printer.log', 'text'],
    ['invoice.pdf', 'pdf'],
    ['logo.svg', null],
    ['page.html', null],
    ['archive.zip', null],
  ])('%s as %s', (name, preview) => {
    expect(previewOf(name)).toBe(preview);
  });
});
