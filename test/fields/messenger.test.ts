import { expect, it } from 'vitest';
import { messenger } from '@/utils/fields/messenger';
import { field } from './words';

it('A messenger name leads to its service where that has links', () => {
  const at = (service: string, value: string) => messenger.link({ type: 'messenger', value, parts: { service } });
  expect(at('Skype', 'zoe.vdb')).toBe('skype:zoe.vdb?chat');
  expect(at('Telegram', '@zoe')).toBe('https://t.me/zoe');
  expect(at('WhatsApp', '+31 6 5550 0101')).toBe('https://wa.me/31655500101');
  expect(at('Matrix', '@zoe:example.org')).toBe('https://matrix.to/#/%40zoe%3Aexample.org');
  expect(at('XMPP', 'zoe@example.org')).toBe('xmpp:zoe%40example.org');
});

it('A Signal name and an unknown service are shown, and lead nowhere', () => {
  expect(messenger.link({ type: 'messenger', value: 'thao.hf', parts: { service: 'Signal' } })).toBeNull();
  expect(messenger.link({ type: 'messenger', value: '123', parts: { service: 'constructor' } })).toBeNull();
  expect(messenger.link(field('messenger', 'thao.hf'))).toBeNull();
  expect(messenger.parse('  ')).toBeNull();
});

it('A name cannot write a link of its own', () => {
  expect(messenger.link({ type: 'messenger', value: 'a?call&x', parts: { service: 'skype' } })).toBe(
    'skype:a%3Fcall%26x?chat',
  );
});

it('Digits of any script lead to a number, and half a letter does not stop the link', () => {
  expect(messenger.link({ type: 'messenger', value: '+٤٩ ١٧١ ٥٥٥٠١٢٣', parts: { service: 'WhatsApp' } })).toBe(
    'https://wa.me/491715550123',
  );
  expect(messenger.link({ type: 'messenger', value: 'zoe\ud83d', parts: { service: 'Skype' } })).toContain('skype:zoe');
});
