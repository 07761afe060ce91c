import { expect, test } from 'vitest';
import { speak } from '@/test/support/words';
import { direction, language, t } from '@/utils/i18n';

test('A text is shown in the language of the browser', () => {
  expect(t('action_title')).toBe('Open Sidecard');
  expect(language()).toBe('en');
  expect(direction()).toBe('ltr');
});

test('Arabic texts run from right to left', () => {
  speak('ar');
  expect(language()).toBe('ar');
  expect(direction()).toBe('rtl');
});

test('A text that no language has is empty, not an error', () => {
  // @ts-expect-error: a missing text does not compile
  expect(t('no_such_text')).toBe('');
});
