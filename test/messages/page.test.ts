import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askFromPage, readingTeller } from '@/utils/messages/page';

const NOTHING = { reading: { state: 'nothing' } } as const;
const answered = async () => JSON.parse('{ "ok": true, "value": null }');
const never = () => new Promise<never>(() => undefined);

describe('a page telling what it reads', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('leaves no timer behind once it was answered', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answered);
    expect(await askFromPage('page.read', NOTHING)).toMatchObject({ ok: true, value: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells a second time what reached a background in the moment it was stopped', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementationOnce(never);
    send.mockImplementation(answered);
    const answer = askFromPage('page.read', NOTHING);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await answer).toMatchObject({ ok: true, value: null });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('does not tell a lost reading again after a newer one: that would bring the person before back', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValueOnce(new Error('channel closed'));
    send.mockImplementation(answered);
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
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answered);
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
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('Could not establish connection.'));
    const answer = askFromPage('page.read', NOTHING);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'bug' } });
  });
});
