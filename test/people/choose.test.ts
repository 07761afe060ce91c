import { describe, expect, it } from 'vitest';
import { choose } from '@/utils/people/choose';
import type { Choice, OpenMessage } from '@/utils/people/message';
import type { Address } from '@/utils/people/types';
import { address, opened, somebody } from './messages';

const MARTA = 'Marta Kowalska <marta@northwind.test>';
const SAM = 'Sam Fox <sam@orchid.test>';
const ME = 'Arno Agent <agent@helpdesk.test>';

function who(choice: Choice): string | null {
  const { chosen } = choice;
  return chosen === null ? null : `${chosen.role}: ${chosen.party.address ?? chosen.party.name}`;
}

function others(choice: Choice): readonly string[] {
  return choice.others.map(({ role, party }) => `${role}: ${party.address ?? party.name}`);
}

const of = (message: OpenMessage, own: readonly Address[] = []): string | null => who(choose(message, own));

describe('one message', () => {
  it('is about its writer, and lists the others without the user', () => {
    const choice = choose(opened([{ from: [MARTA], to: [ME, SAM], cc: ['dispatch@kestrel.test'] }]), []);
    expect(who(choice)).toBe('from: marta@northwind.test');
    expect(others(choice)).toEqual(['to: sam@orchid.test', 'cc: dispatch@kestrel.test']);
  });

  it('is about nobody when the page shows no writer, even if somebody else is named', () => {
    const choice = choose(opened([{ to: [ME, SAM], replyTo: [MARTA] }]), []);
    expect(who(choice)).toBeNull();
    expect(others(choice)).toEqual(['reply-to: marta@northwind.test', 'to: sam@orchid.test']);
  });

  it('is about a name when there is no address', () => {
    expect(of(opened([{ from: ['Beate Agent'] }]))).toBe('from: Beate Agent');
  });

  it('is about nobody when the page has no message at all', () => {
    expect(choose(opened([]), [])).toEqual({ chosen: null, others: [], more: 0, noReply: false });
  });

  it('is about the first of two writers and lists the second', () => {
    const choice = choose(opened([{ from: [MARTA, SAM], to: [ME] }]), []);
    expect(who(choice)).toBe('from: marta@northwind.test');
    expect(others(choice)).toEqual(['from: sam@orchid.test']);
  });

  it('is about the other one when the user is the first of two writers', () => {
    expect(of(opened([{ from: [ME, SAM], to: [MARTA] }]))).toBe('from: sam@orchid.test');
  });

  it('is about B when A writes on behalf of B, and lists A', () => {
    const choice = choose(opened([{ from: [MARTA], sender: [SAM], to: [ME] }]), []);
    expect(who(choice)).toBe('from: marta@northwind.test');
    expect(others(choice)).toEqual(['sender: sam@orchid.test']);
  });

  it('is about nobody when the page does not tell A from B', () => {
    const choice = choose(opened([{ sender: [SAM, MARTA], to: [ME] }]), []);
    expect(who(choice)).toBeNull();
    expect(others(choice)).toEqual(['sender: sam@orchid.test', 'sender: marta@northwind.test']);
  });

  it('is about the writer when answers go elsewhere, and lists where', () => {
    const choice = choose(opened([{ from: [MARTA], replyTo: ['help@northwind.test'], to: [ME] }]), []);
    expect(who(choice)).toBe('from: marta@northwind.test');
    expect(others(choice)).toEqual(['reply-to: help@northwind.test']);
  });

  it('nobody can answer offers nobody to create', () => {
    expect(choose(opened([{ from: ['Shop <noreply@shop.test>'] }]), []).noReply).toBe(true);
    expect(choose(opened([{ from: [MARTA] }]), []).noReply).toBe(false);
  });

  it('names nobody twice, whatever the roles', () => {
    const choice = choose(opened([{ from: [MARTA], replyTo: [MARTA], to: [SAM, ME], cc: [SAM, MARTA] }]), []);
    expect(others(choice)).toEqual(['to: sam@orchid.test']);
  });
});

describe('a list that wrote its own address into From', () => {
  const list = (replyTo: readonly string[]) => ({
    from: ["'Ada Birch' via dev <dev@lists.test>"],
    replyTo,
    to: ['dev@lists.test'],
    viaList: true,
  });

  it('is about the one address that answers go to, marked as such', () => {
    const choice = choose(opened([list(['Ada Birch <ada@example.com>'])]), []);
    expect(who(choice)).toBe('reply-to: ada@example.com');
    expect(others(choice)).toEqual(['from: dev@lists.test']);
  });

  it('is about that address with the name out of "X via Group" when it has none itself', () => {
    expect(choose(opened([list(['ada@example.com'])]), []).chosen?.party.name).toBe('Ada Birch');
  });

  it('is about a program that writes as "X via Y" in its own name', () => {
    const mail = { ...list(['dev@lists.test']), to: [ME] };
    expect(of(opened([mail]))).toBe('from: dev@lists.test');
  });

  it('is about the writer by name when answers go to the list', () => {
    const { chosen } = choose(opened([list(['dev@lists.test'])]), []);
    expect(chosen).toEqual({ party: { name: 'Ada Birch', address: null, shown: '' }, role: 'from' });
  });

  it('at the own domain keeps the name of the writer too', () => {
    const group = { from: ["'Ada Birch' via Desk <desk@helpdesk.test>"], replyTo: ['ada@example.com'], viaList: true };
    expect(choose(opened([group]), []).chosen?.party).toMatchObject({ name: 'Ada Birch', address: 'ada@example.com' });
  });

  it('is about the writer by name when answers go to two others', () => {
    expect(of(opened([list([MARTA, SAM])]))).toBe('from: Ada Birch');
  });

  it('is about the writer when answers go to the list and to the writer', () => {
    expect(of(opened([list(['dev@lists.test', 'ada@example.com'])]))).toBe('reply-to: ada@example.com');
  });

  it('is about the name as it stands when the page gives the person alone', () => {
    expect(of(opened([{ from: ['Ada Birch <dev@lists.test>'], viaList: true }]))).toBe('from: Ada Birch');
  });

  it('but not From: list mail with the own From of the writer is about that writer', () => {
    expect(of(opened([{ from: ['Ada <ada@example.com>'], to: ['dev@lists.test'] }]))).toBe('from: ada@example.com');
  });
});

describe('a thread', () => {
  const thread = [
    { from: [MARTA], to: [ME] },
    { from: [ME], to: [MARTA], own: true },
    { from: [SAM], to: [ME, MARTA] },
  ];

  it('is about the last writer, and lists the others, last ones first', () => {
    const choice = choose(opened(thread), []);
    expect(who(choice)).toBe('from: sam@orchid.test');
    expect(others(choice)).toEqual(['from: marta@northwind.test']);
  });

  it('is about the message that the user opened', () => {
    expect(of(opened(thread, { focus: 0 }))).toBe('from: marta@northwind.test');
  });

  it('is about whom the user wrote to when the user opened an own message', () => {
    expect(of(opened(thread, { focus: 1 }))).toBe('to: marta@northwind.test');
  });

  it('is about the last writer when the opened message is not there any more', () => {
    expect(of(opened(thread, { focus: 9 }))).toBe('from: sam@orchid.test');
  });

  it('that ends with an own message is about the first addressee who is not the user', () => {
    expect(of(opened([...thread, { from: [ME], to: [ME, MARTA] }]))).toBe('to: marta@northwind.test');
  });

  it('that ends with an own message to nobody known is about the last other writer', () => {
    expect(of(opened([...thread, { from: [ME] }]))).toBe('from: sam@orchid.test');
  });

  it('that ends with an own message, shown by name only, is told by the page', () => {
    expect(of(opened([...thread, { from: ['Arno Agent'], own: true }]))).toBe('from: sam@orchid.test');
  });

  it('that ends with a message without a writer is about nobody', () => {
    expect(of(opened([...thread, { to: [ME] }]))).toBeNull();
  });

  it('of own messages only is about whom they went to', () => {
    expect(of(opened([{ from: [ME], to: [SAM] }]))).toBe('to: sam@orchid.test');
    expect(of(opened([{ from: [ME], to: [ME] }]))).toBeNull();
  });

  it('knows the addresses that only the options name', () => {
    const alias = 'Support <support@helpdesk.test>';
    const message = opened([
      { from: [MARTA], to: [alias] },
      { from: [alias], to: [SAM, alias] },
    ]);
    expect(of(message)).toBe('from: support@helpdesk.test');
    expect(of(message, [address('support@helpdesk.test')])).toBe('to: sam@orchid.test');
  });

  it('counts an address as own once the page says so of one of its messages', () => {
    const alias = 'Support <support@helpdesk.test>';
    const choice = choose(
      opened([
        { from: [alias], to: [MARTA], own: true },
        { from: [MARTA], to: [alias] },
      ]),
      [],
    );
    expect(others(choice)).toEqual([]);
  });

  it('says how many more there are that the page does not show', () => {
    expect(
      choose(
        opened([
          { from: [MARTA], more: 3 },
          { from: [SAM], more: 12 },
        ]),
        [],
      ).more,
    ).toBe(12);
  });

  it('lists two hundred and counts the rest', () => {
    const crowd = Array.from({ length: 250 }, (_, at) => `p${at}@example.net`);
    const choice = choose(opened([{ from: [MARTA], to: crowd, more: 5 }]), []);
    expect(choice.others).toHaveLength(200);
    expect(choice.more).toBe(55);
  });
});

describe('a draft', () => {
  it('is about its first addressee who is not the user', () => {
    const choice = choose(opened([{ to: [ME, SAM, MARTA], own: true }], { kind: 'draft' }), []);
    expect(who(choice)).toBe('to: sam@orchid.test');
    expect(others(choice)).toEqual(['to: marta@northwind.test']);
  });

  it('to nobody yet is about nobody', () => {
    expect(of(opened([{ from: [ME], own: true }], { kind: 'draft' }))).toBeNull();
  });
});

describe('a ticket', () => {
  const ticket = (rest: Partial<OpenMessage>, messages: Parameters<typeof opened>[0] = []): OpenMessage =>
    opened(messages, { kind: 'ticket', site: 'rt', account: [], ...rest });
  const STAFF = { from: ['root (Enoch Root)'], staff: true };

  it('is about the requestor, and lists who wrote in it', () => {
    const choice = choose(ticket({ requestors: [somebody(MARTA)] }, [{ from: [SAM] }, STAFF]), []);
    expect(who(choice)).toBe('requestor: marta@northwind.test');
    expect(others(choice)).toEqual(['author: root (Enoch Root)', 'author: sam@orchid.test']);
  });

  it('of two is about the first requestor and lists the second', () => {
    const choice = choose(ticket({ requestors: [somebody(MARTA), somebody(SAM)] }), []);
    expect(who(choice)).toBe('requestor: marta@northwind.test');
    expect(others(choice)).toEqual(['requestor: sam@orchid.test']);
  });

  it('of two people of one name, whose addresses are hidden, lists the other one by their record', () => {
    const pat = (record: string) => ({ ...somebody('Pat'), record });
    const texts = [{ from: ['Pat <pat@orchid.test>'] }];
    const choice = choose(ticket({ requestors: [pat('69'), pat('312'), pat('69')] }, texts), []);
    expect(choice.chosen?.party.record).toBe('69');
    expect(choice.others.map(({ party, role }) => [role, party.record ?? party.address])).toEqual([
      ['requestor', '312'],
      ['author', 'pat@orchid.test'],
    ]);
  });

  it('lists nobody twice whose record is told in one place and whose address alone in another', () => {
    const sam = somebody(SAM);
    const choice = choose(ticket({ requestors: [somebody(MARTA), { ...sam, record: '7' }] }, [{ from: [SAM] }]), []);
    expect(others(choice)).toEqual(['requestor: sam@orchid.test']);
  });

  it('stays about the requestor when another text is opened', () => {
    expect(of(ticket({ requestors: [somebody(MARTA)], focus: 0 }, [{ from: [SAM] }]))).toBe(
      'requestor: marta@northwind.test',
    );
  });

  it('without a requestor is about the last writer who is not staff', () => {
    expect(of(ticket({}, [{ from: [MARTA] }, { from: [SAM] }, STAFF]))).toBe('author: sam@orchid.test');
  });

  it('that only staff wrote in is about nobody', () => {
    const choice = choose(ticket({}, [STAFF]), []);
    expect(who(choice)).toBeNull();
    expect(others(choice)).toEqual(['author: root (Enoch Root)']);
  });

  it('that the user asked for is about the other requestor, if there is one', () => {
    const requestors = [somebody(ME), somebody(SAM)];
    expect(of(ticket({ requestors, account: [address('agent@helpdesk.test')] }))).toBe('requestor: sam@orchid.test');
  });

  it('by a mail that is answered elsewhere shows requestor and writer', () => {
    const choice = choose(ticket({ requestors: [somebody('reply@lookalike.test')] }, [{ from: [MARTA] }]), []);
    expect(who(choice)).toBe('requestor: reply@lookalike.test');
    expect(others(choice)).toEqual(['author: marta@northwind.test']);
  });
});
