import { describe, expect, it } from 'vitest';
import { stateOf } from '@/components/panel/states';
import { partyOf } from '@/test/support/people';
import { answer, match, sources, subject, view } from '@/test/support/views';

const first = match({ ref: { connection: 'book', id: '1' } });
const second = match({ ref: { connection: 'book', id: '2' } });
const elsewhere = match({ ref: { connection: 'rt', id: '9' } });
const rt = { source: sources.rt };
const failed = { ...rt, state: 'failed', problem: { kind: 'server' } } as const;

describe('The state of the panel', () => {
  it.each([
    ['nothing is known of the tab', null, 'starting'],
    ['no message is open', view({ subject: null, page: { state: 'none', host: null, site: null } }), 'no-message'],
    [
      'the page is not allowed',
      view({ subject: null, page: { state: 'no-access', host: null, site: null } }),
      'no-access',
    ],
    [
      'the page cannot be read',
      view({ subject: null, page: { state: 'unknown', host: 'x', site: 'gmail' } }),
      'page-unknown',
    ],
    [
      'the open message names nobody',
      view({ subject: null, page: { state: 'open', host: 'x', site: 'gmail' } }),
      'no-writer',
    ],
    ['the site is switched off', view({ subject: null, page: { state: 'off', host: 'x', site: null } }), 'site-off'],
    [
      'a message is open that only several people share',
      view({ subject: null, others: [{ party: partyOf('A', 'a@example.com'), role: 'to', known: null }] }),
      'participants',
    ],
    ['the address is never looked up', view({ never: true, answers: [answer([first])] }), 'never'],
    ['no server has answered yet', view({ answers: [answer([], { state: 'looking' })] }), 'looking'],
    [
      'one has nobody and another still looks',
      view({ answers: [answer(), answer([], { ...rt, state: 'looking' })] }),
      'looking',
    ],
    [
      'one has the person and another still looks',
      view({ answers: [answer([first]), answer([], { ...rt, state: 'looking' })] }),
      'found',
    ],
    ['each of two servers has one record', view({ answers: [answer([first]), answer([elsewhere], rt)] }), 'found'],
    ['one server has two records', view({ answers: [answer([first, second])] }), 'several'],
    [
      'two records, and one was picked',
      view({ answers: [answer([first, second])], shown: second.person.ref }),
      'found',
    ],
    ['all have answered with nobody', view({ answers: [answer(), answer([], rt)] }), 'not-found'],
    ['one has nobody and another failed', view({ answers: [answer(), answer([], failed)] }), 'not-found'],
    ['every server failed', view({ answers: [answer([], failed)] }), 'failed'],
    [
      'the page shows a name without address',
      view({ subject: subject({ party: partyOf('Anna') }), answers: [answer()] }),
      'name-only',
    ],
  ])('when %s', (_, given, kind) => {
    expect(stateOf(given).kind).toBe(kind);
  });

  it('shows the picked record, not the first one', () => {
    const state = stateOf(view({ answers: [answer([first, second])], shown: second.person.ref }));
    expect(state.kind === 'found' && state.hit.match.person.ref.id).toBe('2');
  });

  it('never shows another record in place of one that is not among the answers', () => {
    const state = stateOf(view({ answers: [answer([first])], shown: { connection: 'book', id: 'another' } }));
    expect(state.kind).toBe('looking');
  });
});
