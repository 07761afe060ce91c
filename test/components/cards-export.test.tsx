import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cardValues } from '@/components/cards/card-values';
import { exportCard } from '@/components/cards/export-card';
import { personCard } from '@/components/cards/person-card';
import { address, person } from '@/test/support/people';
import { speak } from '@/test/support/words';
import type { Person } from '@/utils/people/types';
import { preferred, readCards } from '@/utils/vcard/read';
import { writeCard } from '@/utils/vcard/write';

beforeEach(() => speak('en'));
afterEach(() => vi.restoreAllMocks());

const anna: Person = person({
  name: 'Anna Keller, "die Große"',
  emails: [
    { address: address('second@example.com'), primary: false, label: 'Lager' },
    { address: address('anna@example.com'), primary: true, label: 'Work' },
  ],
  memberships: [
    { organisation: 'o1', name: 'Keller & Söhne; GmbH', position: 'Head, Sales' },
    { organisation: 'o2', name: 'Other', position: 'Board' },
  ],
  labels: ['VIP', 'a,b'],
  summary: 'Two\nlines',
  timezone: 'Europe/Berlin',
  language: 'de',
  picture: 'data:image/png;base64,iVBORw0KGgo=',
  fields: [
    { type: 'phone', value: '+49 30 1', label: 'Work' },
    { type: 'phone', value: '+49 30 2', label: 'Front desk' },
    { type: 'website', value: 'https://keller.example' },
    { type: 'messenger', value: 'anna.k', parts: { service: 'Skype' } },
    { type: 'twitter', value: 'annak' },
    {
      type: 'postal',
      value: 'Weg 1\n10115 Berlin',
      parts: { street: 'Weg 1', zip: '10115', city: 'Berlin' },
      label: 'Home',
    },
    { type: 'text', value: 'blue; green', label: 'Colour', custom: true, id: 'c1' },
  ],
});

const exported = (): string => writeCard(personCard(anna));

function again() {
  const [read] = readCards(new TextEncoder().encode(exported()));
  if (read === undefined || read.problems.length > 0) throw new Error('the export is broken');
  return read.card;
}

describe('An exported person', () => {
  test('is a vCard 4.0 with the primary address marked', () => {
    expect(exported()).toContain('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:');
    expect(exported()).toContain('EMAIL;TYPE=work;PREF=1:anna@example.com');
  });

  test('comes back with every value that the profile shows', () => {
    const card = again();
    const values = cardValues(card, preferred(card.emails));
    expect(values).toMatchObject({
      name: anna.name,
      emails: [
        { address: 'anna@example.com', label: 'Work' },
        { address: 'second@example.com', label: 'Lager' },
      ],
      organisation: 'Keller & Söhne; GmbH',
      position: 'Head, Sales',
      labels: ['VIP', 'a,b'],
      timezone: 'Europe/Berlin',
      language: 'de',
      summary: 'Two\nlines',
      picture: anna.picture,
    });
    expect(values.contacts).toEqual([
      { type: 'phone', value: '+49 30 1', label: 'Work' },
      { type: 'phone', value: '+49 30 2', label: 'Front desk' },
      { type: 'website', value: 'https://keller.example' },
      { type: 'twitter', value: 'annak' },
      { type: 'messenger', value: 'anna.k', parts: { service: 'Skype' } },
      {
        type: 'postal',
        value: 'Weg 1\n10115 Berlin',
        label: 'Home',
        parts: { street: 'Weg 1', zip: '10115', city: 'Berlin' },
      },
    ]);
  });

  test('keeps a second organisation and custom fields under names of their own', () => {
    const { rest } = again();
    expect(rest.filter(({ name }) => name !== 'X-ABLABEL').map(({ name, value }) => [name, value])).toEqual([
      ['ORG', 'Other'],
      ['TITLE', 'Board'],
      ['X-SIDECARD-FIELD', 'blue\\; green'],
    ]);
  });

  test('is saved under the name of the person, without signs that no file has', () => {
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    expect(exportCard({ ...anna, name: '../Anna: "K" / <x>' })).toBe('Anna K x .vcf'.replace(' .', '.'));
    exportCard({ ...anna, name: '...' });
    expect(saved).toEqual(['Anna K x.vcf', 'Person.vcf']);
  });
});
