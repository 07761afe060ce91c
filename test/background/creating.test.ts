import { describe, expect, it } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { partyOf } from '@/test/support/people';
import { rooms, TAB } from '@/test/support/rooms';
import { connectorOf } from '@/utils/connectors';

async function withRealBook() {
  const connection = {
    id: 'book',
    connector: 'local',
    name: 'My book',
    mark: { shape: 'square', letter: 'B' },
    local: true,
    settings: { book: 'own' },
  } as const;
  const session = await connectorOf('local')?.open(connection);
  if (!session) throw new Error('no local connector');
  return rooms([{ source: { id: 'book', name: 'My book', mark: connection.mark, local: true }, session }]);
}

const draft = (address: string) => ({
  name: 'Marie Sørensen',
  address,
  organisation: 'Bauer & Sohn',
  connection: 'book',
});
const opened = (mail: string) => ({
  state: 'open' as const,
  message: openMessage([partyOf('Marie', mail)], { conversation: mail }),
});

describe('creating a person from the message', () => {
  it('shows the new profile with Undo, and Undo takes it back wholly', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('marie@example.org'));
    expect((await view()).answers[0]?.matches).toEqual([]);
    const ref = await creating.create(TAB, draft('marie@example.org'));
    expect(await view()).toMatchObject({ shown: ref, created: { ref } });
    expect((await view()).answers[0]?.matches[0]?.person).toMatchObject({
      name: 'Marie Sørensen',
      memberships: [{ name: 'Bauer & Sohn' }],
    });
    await creating.uncreate(TAB);
    expect(await view()).toMatchObject({ shown: null, created: null });
    expect((await view()).answers[0]?.matches).toEqual([]);
  });

  it('refuses an address that somebody has, and keeps the form', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('taken@example.org'));
    await creating.create(TAB, draft('taken@example.org'));
    await read(opened('other@example.org'));
    await creating.keepDraft(TAB, draft('taken@example.org'));
    await expect(creating.create(TAB, draft('taken@example.org'))).rejects.toMatchObject({
      problem: { kind: 'conflict' },
    });
    await read(opened('third@example.org'));
    await read(opened('other@example.org'));
    expect((await view()).draft).toEqual(draft('taken@example.org'));
  });

  it('from a form that was left for another message leaves that message and its person alone', async () => {
    const { read, creating, view, tabs } = await withRealBook();
    await read(opened('ben4@example.org'));
    await creating.create(TAB, draft('ben4@example.org'));
    const ben = (await view()).shown;
    await read(opened('marie4@example.org'));
    await read(opened('ben4@example.org'));
    await creating.keepDraft(TAB, draft('ben4@example.org'), 'ben4@example.org');
    const ref = await creating.create(TAB, draft('marie4@example.org'), 'marie4@example.org');
    expect(ref).not.toEqual(ben);
    expect(await view()).toMatchObject({ shown: ben, created: null, draft: draft('ben4@example.org') });
    expect((await tabs.get(TAB)).picked).toBe(false);
  });

  it('while the page goes on to another message leaves that message alone', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('marie5@example.org'));
    const making = creating.create(TAB, draft('marie5@example.org'));
    await read(opened('ben5@example.org'));
    await making;
    expect(await view()).toMatchObject({ subject: { party: { address: 'ben5@example.org' } }, shown: null });
    expect((await view()).created).toBeNull();
  });

  it('with another address than the message has shows who was made, with Undo', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('typo@example.org'));
    const ref = await creating.create(TAB, draft('corrected@example.org'), 'typo@example.org');
    expect(await view()).toMatchObject({ shown: ref, created: { ref } });
    expect((await view()).answers[0]?.matches[0]?.person.emails[0]?.address).toBe('corrected@example.org');
    await creating.uncreate(TAB);
    expect(await view()).toMatchObject({ shown: null, created: null });
  });

  it('refuses what is no address', async () => {
    const { read, creating } = await withRealBook();
    await read(opened('marie2@example.org'));
    await expect(creating.create(TAB, draft('marie at example'))).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
  });
});
