import { describe, expect, it } from 'vitest';
import { foldName } from '@/utils/people/fold';

describe('A folded name', () => {
  it.each([
    ['Phương Thảo Nguyễn', 'phuong thao nguyen'],
    ['Marie Sørensen', 'marie sorensen'],
    ['Łucja Dąbrowska', 'lucja dabrowska'],
    ['Đặng Thị Hoa', 'dang thi hoa'],
    ['GROẞE Straße', 'grosse strasse'],
    ['Þóra Æsa Œuvre', 'thora aesa oeuvre'],
    ['İpek Işık', 'ipek isik'],
    ['  Anna \t Keller ', 'anna keller'],
    ['Ｆｕｌｌ', 'full'],
  ])('of %s is what is typed without the marks: %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('keeps the voiced sounds of Japanese, which other letters would be without them', () => {
    expect(foldName('やまだ')).toBe('やまだ');
    expect(foldName('やまだ')).not.toBe(foldName('やまた'));
  });

  it('drops marks in Greek and Cyrillic', () => {
    expect(foldName('Ελένη')).toBe(foldName('ΕΛΕΝΗ'));
    expect(foldName('Пётр')).toBe('петр');
  });

  it('leaves Chinese and Arabic letters as they are', () => {
    expect(foldName('田中 由紀')).toBe('田中 由紀');
    expect(foldName('ليلى')).toBe('ليلى');
  });
});
