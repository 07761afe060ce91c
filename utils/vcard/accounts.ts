// Messengers and networks: each program has a property of its own for them.

import { valuesIn } from './head';
import { marksOf } from './marks';
import type { Account, Property } from './types';
import { textOf } from './values';

const MESSENGERS: Readonly<Record<string, string>> = {
  'X-AIM': 'aim',
  'X-ICQ': 'icq',
  'X-MSN': 'msn',
  'X-MS-IMADDRESS': '',
  'X-YAHOO': 'yahoo',
  'X-YAHOO-ID': 'yahoo',
  'X-JABBER': 'xmpp',
  'X-GTALK': 'google talk',
  'X-GOOGLE-TALK': 'google talk',
  'X-SKYPE': 'skype',
  'X-SKYPE-USERNAME': 'skype',
  'X-GADUGADU': 'gadu-gadu',
  'X-GROUPWISE': 'groupwise',
  'X-QQ': 'qq',
  'X-SIP': 'sip',
  'X-TELEGRAM': 'telegram',
  'X-MATRIX': 'matrix',
};

const NETWORKS: Readonly<Record<string, string>> = {
  'X-TWITTER': 'twitter',
  'X-FACEBOOK': 'facebook',
  'X-LINKEDIN': 'linkedin',
};

export const isMessenger = (name: string): boolean => name === 'IMPP' || Object.hasOwn(MESSENGERS, name);
export const isNetwork = (name: string): boolean =>
  name === 'X-SOCIALPROFILE' || name === 'SOCIALPROFILE' || Object.hasOwn(NETWORKS, name);

/** `scheme:name` without `//`, or a whole address as it is. */
function split(text: string): readonly [scheme: string, name: string] {
  const [, scheme, name] = /^([a-z][a-z0-9+.-]*):(?!\/\/)(.+)$/i.exec(text) ?? [];
  return scheme === undefined || name === undefined ? ['', text] : [scheme.toLowerCase(), name];
}

const SCHEMES: Readonly<Record<string, string>> = { ymsgr: 'yahoo', msnim: 'msn', gtalk: 'google talk', 'x-apple': '' };

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where a service is said: by the property, by a parameter, by a type of a network, by the address. */
export function accountOf(property: Property): Account {
  const { name, params } = property;
  const marks = marksOf(property);
  const text = textOf(property);
  const [scheme, rest] = split(text);
  const said = valuesIn(params, 'X-SERVICE-TYPE')[0] ?? valuesIn(params, 'SERVICE-TYPE')[0];
  const fixed = MESSENGERS[name] ?? NETWORKS[name];
  const typed = name === 'X-SOCIALPROFILE' ? marks.types.find((type) => !['home', 'work', 'other'].includes(type)) : '';
  const service = fixed || (said ?? typed ?? '').toLowerCase() || (SCHEMES[scheme] ?? scheme);
  const value = isNetwork(name) ? networkName(text, params) : name === 'IMPP' ? readable(rest) : text;
  return { ...marks, value, service, property: name };
}

/** Apple gives a link and, sometimes, the name beside it. */
function networkName(text: string, params: Property['params']): string {
  const user = valuesIn(params, 'X-USER')[0] ?? valuesIn(params, 'USERNAME')[0];
  const bare = text.replace(/^x-apple:/i, '');
  return bare === '' ? (user ?? '') : readable(bare);
}
