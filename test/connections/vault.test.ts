import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stub } from '@/test/support/stand-in';
import { freshHead, keyOf, ROUNDS, seal, sealedSchema } from '@/utils/connections/sealed';
import {
  eraseVault,
  keepSecrets,
  lockVault,
  readSecrets,
  sealVault,
  unlockVault,
  vaultStatus,
} from '@/utils/connections/vault';
import { toProblem } from '@/utils/problem';

const TOKEN = 'rt-token-4711-very-secret';
const PASS = 'Grüße an 7 rote Boote';

afterEach(() => vi.restoreAllMocks());

/** All that lies in this browser, as a thief of the disk and of the session would have it. */
async function everything(): Promise<string> {
  const areas = [fakeBrowser.storage.local, fakeBrowser.storage.session];
  return JSON.stringify(await Promise.all(areas.map((area) => area.get(null))));
}

const onDisk = async (): Promise<unknown> => (await fakeBrowser.storage.local.get('vault'))['vault'];
const sealedOnDisk = async () => v.parse(sealedSchema, await onDisk());
const problemOf = async (work: Promise<unknown>) => work.then(() => null, toProblem);

async function sealedWith(passphrase: string): Promise<void> {
  await keepSecrets('rt', { token: TOKEN });
  await sealVault(passphrase);
}

/** The browser ends: the session goes, the disk stays. */
const restart = () => fakeBrowser.storage.session.clear();

describe('Secrets without a passphrase', () => {
  it('are kept by connection, put and taken away one by one', async () => {
    expect(await readSecrets()).toEqual({});
    await keepSecrets('rt', { token: TOKEN });
    await keepSecrets('zammad', { token: 'other' });
    await keepSecrets('rt', null);
    expect(await readSecrets()).toEqual({ zammad: { token: 'other' } });
    expect(await vaultStatus()).toEqual({ sealed: false, locked: false, broken: false });
  });

  it('that are put at the same moment are all kept', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => keepSecrets(id, { token: id })));
    expect(Object.keys(await readSecrets())).toEqual(['a', 'b', 'c', 'd']);
  });

  it('cannot be locked', async () => {
    await keepSecrets('rt', { token: TOKEN });
    await lockVault();
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
  });
});

describe('Secrets behind a passphrase', () => {
  it('stand nowhere to be read, locked or not, and neither does the passphrase', async () => {
    await sealedWith(PASS);
    await keepSecrets('zammad', { token: `${TOKEN}-2` });
    for (const act of [async () => undefined, lockVault, restart]) {
      await act();
      const all = await everything();
      expect(all).not.toContain(TOKEN);
      expect(all).not.toContain('rote Boote');
      expect(all).not.toContain(btoa(TOKEN).slice(0, 16));
    }
  });

  it('are read while it is unlocked, by a background that was started again too', async () => {
    await sealedWith(PASS);
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
    vi.resetModules();
    const again = await import('@/utils/connections/vault');
    expect(await again.readSecrets()).toEqual({ rt: { token: TOKEN } });
  });

  it.each([
    ['after Lock', lockVault],
    ['after the browser was started again', restart],
  ])('are neither read nor changed %s, until the passphrase is typed', async (_, lock) => {
    await sealedWith(PASS);
    await lock();
    const before = await onDisk();
    expect(await problemOf(readSecrets())).toMatchObject({ kind: 'locked' });
    expect(await problemOf(keepSecrets('rt', null))).toMatchObject({ kind: 'locked' });
    expect(await vaultStatus()).toEqual({ sealed: true, locked: true, broken: false });
    expect(await problemOf(unlockVault('Grüße an 7 rote Bote'))).toMatchObject({ kind: 'forbidden' });
    expect(await vaultStatus()).toMatchObject({ locked: true });
    expect(await onDisk()).toEqual(before);
    await unlockVault(PASS);
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
  });

  it('open by the same letters, however a keyboard puts the accents on them', async () => {
    await sealedWith(PASS.normalize('NFC'));
    await lockVault();
    await unlockVault(PASS.normalize('NFD'));
    expect(await vaultStatus()).toMatchObject({ locked: false });
  });

  it('are sealed with a fresh iv at each write, under the same salt, by 600,000 rounds at least', async () => {
    await sealedWith(PASS);
    const first = await sealedOnDisk();
    await keepSecrets('rt', { token: TOKEN });
    const second = await sealedOnDisk();
    expect(second.secrets.iv).not.toBe(first.secrets.iv);
    expect(second.secrets.data).not.toBe(first.secrets.data);
    expect(second.salt).toBe(first.salt);
    expect(first.rounds).toBeGreaterThanOrEqual(600_000);
  });

  it('of an older version are sealed anew with as many rounds as now, when they are unlocked', async () => {
    const head = freshHead(1000);
    const old = await seal(JSON.stringify({ rt: { token: TOKEN } }), await keyOf(PASS, head), head);
    await fakeBrowser.storage.local.set({ vault: old });
    await unlockVault(PASS);
    expect(await sealedOnDisk()).toMatchObject({ rounds: ROUNDS });
    await lockVault();
    await unlockVault(PASS);
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
  });
});

describe('The passphrase', () => {
  it('is changed by who knows the one before, and by nobody else', async () => {
    await sealedWith(PASS);
    expect(await problemOf(sealVault('new', 'guessed'))).toMatchObject({ kind: 'forbidden' });
    expect(await problemOf(sealVault('new'))).toMatchObject({ kind: 'forbidden' });
    await sealVault('new', PASS);
    await lockVault();
    expect(await problemOf(unlockVault(PASS))).toMatchObject({ kind: 'forbidden' });
    await unlockVault('new');
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
  });

  it('is taken away by who knows it, and by nobody else', async () => {
    await sealedWith(PASS);
    expect(await problemOf(sealVault(null, 'guessed'))).toMatchObject({ kind: 'forbidden' });
    expect(await vaultStatus()).toMatchObject({ sealed: true });
    await sealVault(null, PASS);
    await restart();
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
  });

  it('does not lose what is put while it is being set', async () => {
    await keepSecrets('rt', { token: TOKEN });
    await Promise.all([sealVault(PASS), keepSecrets('zammad', { token: 'other' })]);
    await lockVault();
    await unlockVault(PASS);
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN }, zammad: { token: 'other' } });
  });
});

describe('A stop in the middle', () => {
  /** The background is stopped when it comes to this call. */
  const stoppedAt = async (area: object, call: string, act: () => Promise<void>): Promise<void> => {
    stub(area, call, () => Promise.reject(new Error('stopped')));
    expect(await problemOf(act())).toMatchObject({ kind: 'bug' });
    vi.restoreAllMocks();
  };
  const tried = async (passphrases: readonly string[]) => {
    await restart();
    const opened: string[] = [];
    for (const one of passphrases) if ((await problemOf(unlockVault(one))) === null) opened.push(one);
    return { opened, secrets: await readSecrets() };
  };

  it('before a new passphrase is on disk leaves the old one, with all secrets', async () => {
    await sealedWith(PASS);
    await stoppedAt(fakeBrowser.storage.local, 'set', () => sealVault('new', PASS));
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
    expect(await tried([PASS, 'new'])).toEqual({ opened: [PASS], secrets: { rt: { token: TOKEN } } });
  });

  it('between the two places leaves the new one, with all secrets', async () => {
    await sealedWith(PASS);
    await stoppedAt(fakeBrowser.storage.session, 'set', () => sealVault('new', PASS));
    expect(await vaultStatus()).toMatchObject({ locked: true, broken: false });
    expect(await tried([PASS, 'new'])).toEqual({ opened: ['new'], secrets: { rt: { token: TOKEN } } });
  });

  it('while it is taken away leaves all secrets, with it or without', async () => {
    await sealedWith(PASS);
    await stoppedAt(fakeBrowser.storage.local, 'set', () => sealVault(null, PASS));
    expect(await tried([PASS])).toEqual({ opened: [PASS], secrets: { rt: { token: TOKEN } } });
    await stoppedAt(fakeBrowser.storage.session, 'remove', () => sealVault(null, PASS));
    await restart();
    expect(await readSecrets()).toEqual({ rt: { token: TOKEN } });
  });
});

describe('A vault that cannot be read', () => {
  const broken = async (change: (vault: Awaited<ReturnType<typeof sealedOnDisk>>) => unknown) => {
    await sealedWith(PASS);
    await fakeBrowser.storage.local.set({ vault: change(await sealedOnDisk()) });
    return onDisk();
  };

  it.each([
    [
      'whose text was cut',
      ({ secrets, ...rest }: v.InferOutput<typeof sealedSchema>) => ({
        ...rest,
        secrets: { ...secrets, data: secrets.data.slice(0, 8) },
      }),
    ],
    ['without a salt', ({ salt: _salt, ...rest }: v.InferOutput<typeof sealedSchema>) => rest],
    ['of a kind that this version does not know', () => ({ kind: 'later' })],
  ])('%s says so, is not overwritten, and can be erased', async (_, change) => {
    const before = await broken(change);
    const told = { kind: 'locked', detail: 'broken' };
    expect(await problemOf(readSecrets())).toEqual(told);
    expect(await problemOf(keepSecrets('rt', { token: 'new' }))).toEqual(told);
    expect(await problemOf(unlockVault(PASS))).toEqual(told);
    expect(await problemOf(sealVault('new', PASS))).toEqual(told);
    expect(await vaultStatus()).toEqual({ sealed: true, locked: true, broken: true });
    expect(await onDisk()).toEqual(before);
    await eraseVault();
    expect(await readSecrets()).toEqual({});
    await keepSecrets('rt', { token: 'new' });
    expect(await readSecrets()).toEqual({ rt: { token: 'new' } });
  });

  it('of which another part was put in the place of the secrets is not taken for them', async () => {
    await broken((vault) => ({ ...vault, secrets: vault.check }));
    expect(await problemOf(readSecrets())).toMatchObject({ detail: 'broken' });
  });
});
