// What people do with Zammad, once more with one before 6.5, which searches by words alone and counts page by page.
import { describe } from 'vitest';
import { usual } from './answers';

describe('In Zammad before 6.5:', async () => {
  usual.dialect = '6.4';
  await import('./write.test');
  await import('./edit.test');
  await import('./create.test');
  await import('./custom.test');
  await import('./merge.test');
  await import('./merge-refused.test');
  await import('./merge-killed.test');
  await import('./erase.test');
  await import('./erase-killed.test');
  await import('./history.test');
  await import('./billing.test');
  await import('./news.test');
  await import('./profile.test');
  await import('./errors.test');
  await import('./view.test');
});
