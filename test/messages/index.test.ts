import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage } from '@/test/support/messages';
import { partyOf } from '@/test/support/people';
import { answerAsks, type PageAnswers, type PanelAnswers } from '@/utils/messages';
import { ProblemError } from '@/utils/problem';

type Listener = (raw: unknown, sender: unknown) => Promise<unknown> | undefined;

const own = fakeBrowser.runtime.getURL('');
const panelPage = { id: fakeBrowser.runtime.id, url: `${own}sidepanel.html` };
const tab = { id: 4, windowId: 2, incognito: false };
const script = { id: fakeBrowser.runtime.id, url: 'https://mail.example.com/', frameId: 0, tab };

function listening() {
  const page = {
    'page.hello': vi.fn(),
    'page.outlook': vi.fn(),
    'page.read': vi.fn(async () => null),
    'launcher.press': vi.fn(async () => null),
    'launcher.place': vi.fn(),
  };
  const panel = { 'never.add': vi.fn(async () => null), 'lookup.text': vi.fn(async () => null) };
  const listeners: Listener[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(
    (one) => void listeners.push(one as Listener),
  );
  answerAsks(page as PageAnswers, panel as Partial<PanelAnswers> as PanelAnswers);
  const say = (name: string, question: unknown, sender: unknown) => listeners[0]?.({ name, question }, sender);
  return { page, panel, say };
}

describe('messages', () => {
  beforeEach(() => vi.restoreAllMocks());

  it('a content script may tell what it reads', async () => {
    const { page, say } = listening();
    const reading = { state: 'open', message: openMessage([partyOf('Anna', 'anna@example.com')]) };
    expect(await say('page.read', { reading }, script)).toEqual({ ok: true, value: null });
    expect(page['page.read']).toHaveBeenCalledWith(
      { reading },
      expect.objectContaining({ tab: 4, frame: 0, window: 2 }),
    );
  });

  it('a content script that asks what only the panel may ask gets no answer', () => {
    const { panel, say } = listening();
    expect(say('never.add', { tab: 4 }, script)).toBeUndefined();
    expect(panel['never.add']).not.toHaveBeenCalled();
  });

  it('another extension gets no answer', () => {
    const { say } = listening();
    expect(say('page.read', { reading: { state: 'nothing' } }, { ...script, id: 'somebody-else' })).toBeUndefined();
    expect(say('never.add', { tab: 4 }, { ...panelPage, id: 'somebody-else' })).toBeUndefined();
  });

  it('a web page whose address begins like ours elsewhere is not ours', () => {
    const { say } = listening();
    expect(say('never.add', { tab: 4 }, { ...script, url: `https://evil.test/?${own}` })).toBeUndefined();
  });

  it.each([
    ['a name that is no message', 'constructor', {}],
    ['a name from the prototype', 'toString', {}],
  ])('%s gets no answer', (_, name, question) => {
    expect(listening().say(name, question, panelPage)).toBeUndefined();
  });

  it.each([
    ['an address that was not parsed', { name: 'Anna', address: 'Anna@Example.com', shown: '' }],
    ['markup instead of text', { name: { html: '<b>' }, address: null, shown: '' }],
    ['a record’s id of a megabyte', { name: 'Anna', address: null, shown: '', record: 'x'.repeat(1_000_000) }],
    ['a name of a megabyte', { name: 'x'.repeat(1_000_000), address: null, shown: '' }],
  ])('a reading with %s is a page that cannot be read, so that nobody stays from before', async (_, party) => {
    const { page, say } = listening();
    const reading = { state: 'open', message: { ...openMessage([]), requestors: [party] } };
    await say('page.read', { reading }, script);
    expect(page['page.read']).toHaveBeenCalledTimes(1);
    expect(page['page.read']).toHaveBeenCalledWith({ reading: { state: 'unknown', site: '' } }, expect.anything());
  });

  it('a message with a subject of a megabyte is read, and its subject cut', async () => {
    const { page, say } = listening();
    const message = openMessage([partyOf('Anna', 'anna@example.com')], { title: 'x'.repeat(1_000_000) });
    await say('page.read', { reading: { state: 'open', message } }, script);
    const read = { state: 'open', message: { ...message, title: 'x'.repeat(2000) } };
    expect(page['page.read']).toHaveBeenCalledWith({ reading: read }, expect.anything());
  });

  it('a page tells ids of records, and never which server they are of', async () => {
    const { page, say } = listening();
    const anna = { ...partyOf('Anna', 'anna@example.com'), record: '53' };
    const message = { ...openMessage([anna]), server: { address: 'https://mail.example.com/rt', ticket: '19' } };
    const forged = { ...message, requestors: [{ ...anna, server: 'https://desk.example.com' }] };
    await say('page.read', { reading: { state: 'open', message: forged } }, script);
    const read = { state: 'open', message: { ...message, requestors: [anna] } };
    expect(page['page.read']).toHaveBeenCalledWith({ reading: read }, expect.anything());
  });

  it('a question of the wrong shape is refused, and nothing is done', async () => {
    const { panel, say } = listening();
    expect(await say('never.add', { tab: 'first' }, panelPage)).toMatchObject({
      ok: false,
      problem: { kind: 'invalid' },
    });
    expect(panel['never.add']).not.toHaveBeenCalled();
  });

  it('a problem goes back as a problem, anything else as a bug with its stack', async () => {
    const { panel, say } = listening();
    panel['never.add'].mockRejectedValueOnce(new ProblemError({ kind: 'missing' }));
    expect(await say('never.add', { tab: 1, of: 'anna@example.com' }, panelPage)).toEqual({
      ok: false,
      problem: { kind: 'missing' },
    });
    panel['never.add'].mockRejectedValueOnce(new TypeError('oh'));
    expect(await say('never.add', { tab: 1, of: 'anna@example.com' }, panelPage)).toMatchObject({
      ok: false,
      problem: { kind: 'bug', detail: expect.stringContaining('oh') },
    });
  });

  it('calls the handler at once, within the user’s click, so that it may open the panel', () => {
    const { page, say } = listening();
    void say('launcher.press', {}, script);
    expect(page['launcher.press']).toHaveBeenCalledTimes(1);
  });
});
