import { describe, expect, it } from 'vitest';
import { zammad } from '@/utils/connectors/zammad';
import { open } from './desk';
import { fakeZammad } from './server';

const SITE = 'https://support.example.test';
const shown = (path: string, site = SITE) => zammad.shows?.(site, `${site}${path}`);

describe('A page of Zammad', () => {
  it.each([
    ['/#ticket/zoom/67', 'ticket', '67'],
    ['/#ticket/zoom/67/12', 'ticket', '67'],
    ['/#ticket/zoom/number/67001', 'ticket', 'number:67001'],
    ['/#ticket/zoom/number/67001/3', 'ticket', 'number:67001'],
    ['#ticket/zoom/67', 'ticket', '67'],
    ['/#/ticket/zoom/67', 'ticket', '67'],
    ['/#user/profile/42', 'person', '42'],
    ['/#ticket/create/customer/42', 'person', '42'],
    ['/#ticket/create/id/123/customer/42', 'person', '42'],
    ['/desktop/tickets/67', 'ticket', '67'],
    ['/desktop/tickets/67#article-9', 'ticket', '67'],
    ['/desktop/ticket/67', 'ticket', '67'],
    ['/desktop/ticket/zoom/67', 'ticket', '67'],
    ['/desktop/users/42', 'person', '42'],
    ['/desktop/user/profile/42', 'person', '42'],
    ['/mobile/tickets/67', 'ticket', '67'],
    ['/mobile/tickets/67/information/customer', 'ticket', '67'],
    ['/mobile/users/42?from=x', 'person', '42'],
  ])('%s shows %s %s, also under a path of its own', (path, kind, id) => {
    expect(shown(path)).toEqual({ kind, id });
    expect(shown(path, `${SITE}/desk`)).toEqual({ kind, id });
  });

  it.each([
    '/',
    '/#dashboard',
    '/#organization/profile/7',
    '/#ticket/create',
    '/#ticket/zoom/number/',
    '/#ticket/zoom/number/6%2F7',
    '/#search/ticket/zoom/67',
    '/#manage/users',
    '/#ticket/zoom/067',
    '/#ticket/zoom/67x',
    '/desktop/tickets/create',
    '/desktop/organizations/7',
    '/desktop/organization/profile/7',
    '/desktop/search/users/42',
    '/mobile/organizations/7',
    '/desktop#ticket/zoom/67',
    '/help/#ticket/zoom/67',
  ])('%s shows neither a ticket nor a person', (path) => {
    expect(shown(path)).toBeNull();
  });

  it('of another server, or beside the path that Zammad stands under, is none', () => {
    expect(zammad.shows?.(SITE, 'https://other.example.test/#ticket/zoom/67')).toBeNull();
    expect(zammad.shows?.(`${SITE}/desk`, `${SITE}/#ticket/zoom/67`)).toBeNull();
    expect(zammad.shows?.(`${SITE}/desk`, `${SITE}/desktop/tickets/67`)).toBeNull();
    expect(zammad.shows?.(SITE, 'no address')).toBeNull();
  });
});

describe.each(['6.5', '6.4'] as const)('A ticket that the page calls by its number, in Zammad %s,', (dialect) => {
  it('says whose it is, and a number that nobody has is missing', async () => {
    const { reads } = await open(fakeZammad(dialect));
    expect(await reads.requestors?.('number:67001')).toMatchObject([{ id: '4', name: 'Anna Keller' }]);
    await expect(reads.requestors?.('number:1')).rejects.toMatchObject({ problem: { kind: 'missing' } });
    await expect(reads.requestors?.('number:')).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});
