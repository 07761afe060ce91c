import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Answers, answering } from '@/test/support/asking';
import { LOCK_KEY } from '@/utils/messages/protocol';
import { watchLock } from '@/utils/panel/lock';

const state = { sealed: true, locked: true, broken: false, idleMinutes: 15, onScreenLock: true, forgets: false };

function watched(answers: Answers = {}) {
  const told: boolean[] = [];
  const { ask, questions } = answering(answers);
  const stop = watchLock((locked) => told.push(locked), ask);
  return { told, stop, questions };
}

const put = (locked: boolean) => fakeBrowser.storage.session.set({ [LOCK_KEY]: locked });

describe('A page that follows the lock', () => {
  it('is told how it stands and each change, without asking the background', async () => {
    await put(false);
    const { told, stop, questions } = watched();
    await expect.poll(() => told).toEqual([false]);
    await put(true);
    expect(told).toEqual([false, true]);
    stop();
    await put(false);
    expect(told).toEqual([false, true]);
    expect(questions('vault.state')).toEqual([]);
  });

  it('asks where the background has not looked yet, and is told nothing before', async () => {
    const { told } = watched({ 'vault.state': () => ({ ...state, locked: false }) });
    expect(told).toEqual([]);
    await expect.poll(() => told).toEqual([false]);
  });

  it('takes a background that cannot say for locked', async () => {
    const { told } = watched();
    await expect.poll(() => told).toEqual([true]);
  });
});
