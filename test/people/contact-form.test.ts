import { describe, expect, it } from 'vitest';
import { choose } from '@/utils/people/choose';
import type { Choice, OpenMessage } from '@/utils/people/message';
import type { Address } from '@/utils/people/types';
import { address, opened } from './messages';

const MARTA = 'Marta Kowalska <marta@northwind.test>';
const SAM = 'Sam Fox <sam@orchid.test>';
const ME = 'Arno Agent <agent@helpdesk.test>';

function who({ chosen }: Choice): string | null {
  return chosen === null ? null : `${chosen.role}: ${chosen.party.address ?? chosen.party.name}`;
}
const of = (message: OpenMessage, own: readonly Address[] = []): string | null => who(choose(message, own));

describe('a mail that our own company sends for somebody else', () => {
  it('of a contact form of the own domain is about who filled it in, and lists the form', () => {
    const form = { from: ['Form <no-reply@helpdesk.test>'], replyTo: [MARTA], to: [ME] };
    const choice = choose(opened([form]), []);
    expect(who(choice)).toBe('reply-to: marta@northwind.test');
    expect(choice.noReply).toBe(false);
    expect(choice.others.map(({ role, party }) => `${role}: ${party.address}`)).toEqual([
      'from: no-reply@helpdesk.test',
    ]);
  });

  it('of a colleague whose answers go to another colleague is about the writer', () => {
    const mail = { from: ['Ann <ann@helpdesk.test>'], replyTo: ['Bo <bo@helpdesk.test>'], to: [ME] };
    expect(of(opened([mail]))).toBe('from: ann@helpdesk.test');
  });

  it('of a contact form is recognised by an address that only the options name', () => {
    const form = opened([{ from: ['Form <no-reply@shop.test>'], replyTo: [MARTA], to: [ME] }]);
    expect(of(form)).toBe('from: no-reply@shop.test');
    expect(of(form, [address('sales@shop.test')])).toBe('reply-to: marta@northwind.test');
  });

  it('from a stranger who wants the answers elsewhere is about the writer, with no address of the user known', () => {
    const mail = { from: ['Form <no-reply@helpdesk.test>'], replyTo: [MARTA], to: [ME] };
    expect(of(opened([mail], { account: [] }))).toBe('from: no-reply@helpdesk.test');
  });

  it.each(['gmail.com', 'yahoo.co.uk', 'hotmail.fr', 'gmx.net', 'web.de', 'icloud.com', 'proton.me'])(
    'from somebody else at the mail provider of the user, %s, is about the writer and not about the Reply-To',
    (provider) => {
      const mail = { from: [`Sly <sly@${provider}>`], replyTo: [MARTA], to: [`me@${provider}`] };
      expect(of(opened([mail], { account: [address(`me@${provider}`)] }))).toBe(`from: sly@${provider}`);
    },
  );

  it.each([
    ['two addresses to answer to', [MARTA, SAM]],
    ['the form itself to answer to', ['Form <no-reply@helpdesk.test>']],
    ['a name without an address to answer to', ['Marta Kowalska']],
    ['the user to answer to', [ME]],
  ])('of the own domain with %s is about its sender', (_, replyTo) => {
    const form = { from: ['Form <no-reply@helpdesk.test>'], replyTo, to: [ME] };
    expect(of(opened([form]))).toBe('from: no-reply@helpdesk.test');
  });

  it('of a subdomain that only looks like ours is about its sender', () => {
    const form = { from: ['Form <form@helpdesk.test.evil.example>'], replyTo: [MARTA], to: [ME] };
    expect(of(opened([form]))).toBe('from: form@helpdesk.test.evil.example');
  });

  it('of a contact form that uses the own address is about who filled it in', () => {
    expect(of(opened([{ from: [ME], replyTo: [MARTA], to: [ME] }]))).toBe('reply-to: marta@northwind.test');
  });
});
