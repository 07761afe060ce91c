import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stub } from '@/test/support/stand-in';
import { askFromPage, readingTeller } from '@/utils/messages/page';

const NOTHING = { reading: { state: 'nothing' } } as const;
const answered = async () => JSON.parse('{ "ok": true, "value": null }');
const never = () => new Promise<never>(() => undefined);
const refused = () => Promise.reject(new Error('Could not establish connection.'));

/** What becomes of the messages of a page, one after the other; the last holds for all that follow. */
function sending(...fates: readonly (() => Promise<unknown>)[]) {
  const count = { sent: 0 };
  stub(fakeBrowser.runtime, 'sendMessage', () => {
    count.sent += 1;
    return (fates[count.sent - 1] ?? fates.at(-1))?.();
  });
  return fakeBrowser.runtime.sendMessage;
}

describe('a page telling what it reads', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('leaves no timer behind once it was answered', async () => {
    sending(answered);
    expect(await askFromPage('page.read', NOTHING)).toMatchObject({ ok: true, value: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells a second time what reached a background in the moment it was stopped', async () => {
    const send = sending(never, answered);
    const answer = askFromPage('page.read', NOTHING);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await answer).toMatchObject({ ok: true, value: null });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('does not tell a lost reading again after a newer one: that would bring the person before back', async () => {
    const send = sending(refused, answered);
    const { tell } = readingTeller();
    tell(NOTHING.reading);
    await vi.advanceTimersByTimeAsync(10);
    tell({ state: 'unknown', site: 'gmail' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(send).toHaveBeenCalledTimes(2);
    expect(send).toHaveBeenLastCalledWith({
      name: 'page.read',
      question: { reading: { state: 'unknown', site: 'gmail' } },
    });
  });

  it('tells the newest once more when it is asked to, and nothing before there is anything', async () => {
    const send = sending(answered);
    const { tell, again } = readingTeller();
    again();
    expect(send).not.toHaveBeenCalled();
    tell({ state: 'unknown', site: 'gmail' });
    tell(NOTHING.reading);
    again();
    expect(send).toHaveBeenCalledTimes(3);
    expect(send).toHaveBeenLastCalledWith({ name: 'page.read', question: NOTHING });
  });

  it('gives up after the second time, and throws nothing into the page', async () => {
    sending(refused);
    const answer = askFromPage('page.read', NOTHING);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'bug' } });
  });
});
