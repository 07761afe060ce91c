// The lock: when it falls, what goes with it, and what comes back when the passphrase is typed.
import { clearAlarm, onAlarm, setAlarm } from '@/utils/browser/alarms';
import { type IdleState, idleState, onIdle, setIdleAfter } from '@/utils/browser/idle';
import { readStored, writeStored } from '@/utils/browser/storage';
import { changeLockChoice, readLockChoice } from '@/utils/connections/lock-choice';
import { eraseVault, lockVault, sealVault, unlockVault, vaultStatus } from '@/utils/connections/vault';
import type { PanelAnswers } from '@/utils/messages';
import { LOCK_KEY, type VaultState } from '@/utils/messages/protocol';
import type { LockedTabs } from './locked-tabs';
import { quietly } from './quietly';

export type LockAnswers = Pick<
  PanelAnswers,
  'vault.state' | 'vault.seal' | 'vault.unlock' | 'vault.lock' | 'vault.erase' | 'vault.set'
>;

export interface Locking {
  readonly answers: LockAnswers;
  /** At the background's start: the browser may have ended meanwhile, and the key with it, or nobody sat there. */
  settle(): Promise<void>;
}

interface Parts {
  readonly tabs: LockedTabs;
  /** Closes what is open to servers: secrets are held there too. */
  readonly close: () => Promise<unknown>;
  /** What was kept of servers' answers goes. */
  readonly forget: () => Promise<void>;
  /** Sends what waits. */
  readonly send: () => Promise<void>;
}

const ALARM = 'lock';
const MINUTE = 60_000;
/** Minutes that are asked for while nobody wants it to lock by itself: of no meaning. */
const ANY = 15;

export function makeLocking({ tabs, close, forget, send }: Parts): Locking {
  const turns: { last: Promise<unknown> } = { last: Promise.resolve() };
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = turns.last.then(act);
    turns.last = turn.catch(() => undefined);
    return turn;
  };

  const tell = async (locked: boolean): Promise<void> => {
    if ((await readStored('session', LOCK_KEY)) !== locked) await writeStored('session', LOCK_KEY, locked);
  };
  const state = async (): Promise<VaultState> => ({ ...(await readLockChoice()), ...(await vaultStatus()) });

  /** Everything that names people or holds a secret goes; pages are told first, so that they show nobody at once. */
  const shut = async (): Promise<void> => {
    await tell(true);
    await tabs.empty();
    await close().catch(() => undefined);
    if ((await readLockChoice()).forgets) await forget();
  };
  const opened = async (): Promise<void> => {
    await tell(false);
    quietly(tabs.fill());
    quietly(send());
  };

  const lock = (): Promise<void> =>
    inTurn(async () => {
      if (!(await vaultStatus()).sealed) return;
      await lockVault();
      await shut();
    });

  /** What an idle machine, or a locked screen, asks for. */
  const mustLock = async (now: IdleState): Promise<boolean> => {
    const { idleMinutes, onScreenLock } = await readLockChoice();
    if (now === 'locked' && onScreenLock) return true;
    return now === 'idle' && idleMinutes !== null;
  };

  const noticed = async (now: IdleState): Promise<void> => {
    if (await mustLock(now)) return lock();
    const { idleMinutes } = await readLockChoice();
    // Behind a locked screen no browser tells that nobody is there.
    if (now === 'locked' && idleMinutes !== null) await setAlarm(ALARM, Date.now() + idleMinutes * MINUTE);
    else await clearAlarm(ALARM);
  };
  const lookAfter = async (): Promise<IdleState> => {
    const { idleMinutes } = await readLockChoice();
    setIdleAfter((idleMinutes ?? ANY) * 60);
    return idleState((idleMinutes ?? ANY) * 60);
  };

  // At once, before anything is awaited: the browser starts a stopped background for these.
  onIdle((now) => quietly(noticed(now)));
  onAlarm(ALARM, () => quietly(lookAfter().then((now) => (now === 'active' ? undefined : lock()))));

  return {
    answers: {
      'vault.state': state,
      'vault.seal': ({ passphrase, before }) =>
        inTurn(async () => {
          const { locked } = await vaultStatus();
          await sealVault(passphrase, before);
          await (locked ? opened() : tell(false));
          return state();
        }),
      'vault.unlock': ({ passphrase }) =>
        inTurn(async () => {
          await unlockVault(passphrase);
          await opened();
          return state();
        }),
      'vault.lock': async () => {
        await lock();
        return state();
      },
      'vault.erase': () =>
        inTurn(async () => {
          await eraseVault();
          await opened();
          return state();
        }),
      'vault.set': (change) =>
        inTurn(async () => {
          await changeLockChoice(change);
          await lookAfter();
          return state();
        }),
    },
    async settle() {
      await inTurn(async () => {
        const { locked } = await vaultStatus();
        // Also where it was locked already: the last background may have been stopped in the middle of it.
        await (locked ? shut() : tell(false));
      });
      if (await mustLock(await lookAfter())) await lock();
    },
  };
}
