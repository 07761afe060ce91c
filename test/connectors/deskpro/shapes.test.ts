import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FoundShape, inText } from '@/utils/connectors/deskpro/chain';
import { many, one } from '@/utils/connectors/deskpro/envelope';
import {
  ContactDataShape,
  CustomValueShape,
  NoteShape,
  PersonShape,
  TicketShape,
} from '@/utils/connectors/deskpro/shapes';

const NOBODY = v.parse(PersonShape, { id: 7 });

describe('What Deskpro writes for nothing', () => {
  it.each(
    Object.entries({
      'an empty list in place of an object': { fields: [], contact_data: [], phone_numbers: [], avatar: [] },
      null: {
        fields: null,
        emails: null,
        primary_email: null,
        labels: null,
        organization: null,
        contact_data: null,
        language: null,
        last_seen: null,
        disable_autoresponses: null,
        user_groups: null,
        avatar: null,
        tickets_count: null,
      },
      'an empty text': {
        fields: '',
        emails: '',
        labels: '',
        organization: '',
        contact_data: '',
        user_groups: '',
        tickets_count: '',
      },
      'an empty object in place of a list': {
        emails: {},
        labels: {},
        contact_data: {},
        phone_numbers: {},
        user_groups: {},
      },
      0: { organization: 0, language: 0, primary_team: 0, is_disabled: 0, is_agent: 0 },
    }),
  )('is read as nothing: %s', (_, given) => {
    expect(v.parse(PersonShape, { id: 7, ...given })).toEqual({ ...NOBODY });
  });

  it('around an answer is no reason to fail: linked and meta as lists', () => {
    expect(v.parse(one(PersonShape), { data: { id: 7 }, meta: [], linked: [] }).data.id).toBe('7');
    expect(v.parse(many(PersonShape), { data: null, meta: [], linked: [] }).data).toEqual([]);
    expect(v.parse(many(PersonShape), { data: [] }).data).toEqual([]);
  });

  it('in a ticket is no reason to fail: labels null, followers an empty text', () => {
    const ticket = v.parse(TicketShape, { id: 3, labels: null, followers: '', fields: [], agent: null });
    expect(ticket).toMatchObject({ id: '3', status: '', agent: '', person_email: '' });
  });

  it('in a note is no reason to fail: only its text is known', () => {
    expect(v.parse(NoteShape, { id: 3, note: 'Called' })).toMatchObject({
      note: 'Called',
      agent: '',
      date_created: '',
    });
  });
});

describe('What Deskpro writes in several ways', () => {
  it.each([
    [true, true],
    [1, true],
    ['1', true],
    [false, false],
    [0, false],
  ])('the flag %j is %j', (given, is) => {
    expect(v.parse(PersonShape, { id: 7, is_disabled: given }).is_disabled).toBe(is);
  });

  it('a thing is known by its id, whether that comes alone or in the thing', () => {
    expect(v.parse(PersonShape, { id: 7, organization: { id: 3, name: 'Acme' } }).organization).toBe('3');
    expect(v.parse(PersonShape, { id: 7, organization: 3 }).organization).toBe('3');
  });

  it('contact data is a list, or as it is written: by type and number', () => {
    const item = { contact_type: 'phone', number: '123' };
    const bare = { number: '123' };
    for (const given of [[item], { 0: item }, { phone: { 0: bare } }, { phone: [bare] }]) {
      expect(v.parse(ContactDataShape, given)).toMatchObject([item]);
    }
  });

  it('a custom value stands in an object with its titles, or alone', () => {
    expect(v.parse(CustomValueShape, { value: [9], detail: { 9: { id: 9, title: 'North' } } })).toMatchObject({
      value: [9],
      detail: { 9: { title: 'North' } },
    });
    expect(v.parse(CustomValueShape, 'C-1')).toMatchObject({ value: 'C-1', detail: {} });
    expect(v.parse(CustomValueShape, { value: 'C-1', detail: [] })).toMatchObject({ value: 'C-1', detail: {} });
  });
});

describe('What a text search answers', () => {
  const anna = { id: 10, name: 'Anna', emails: ['anna@example.com'], primary_email: 'anna@example.com' };
  const acme = { id: 1, name: 'Acme', importance: 0 };
  it.each([
    [
      'in groups',
      {
        grouped_results: [
          { type: 'person', results: [anna] },
          { type: 'organization', results: [acme] },
        ],
      },
    ],
    [
      'in groups, of which one is empty',
      {
        grouped_results: [
          { type: 'person', results: [anna] },
          { type: 'organization', results: [] },
        ],
      },
    ],
    ['in one list', [anna, acme]],
    [
      'in one list with types',
      [
        { ...anna, type: 'person' },
        { id: 1, name: 'Acme', type: 'organization' },
      ],
    ],
    ['in a list for each', { people: [anna], organizations: [acme] }],
  ])('is read %s', (_, data) => {
    const hits = v.parse(FoundShape, { data, meta: [], linked: [] });
    expect(inText(hits, (emails) => emails.includes('anna@example.com'))).toEqual(['10']);
    expect(inText(hits, (emails) => emails.includes('bob@example.com'))).toEqual([]);
  });

  it('is asked for by its id where the addresses are not told', () => {
    const hits = v.parse(FoundShape, { data: [{ id: 10, name: 'Anna', type: 'person' }] });
    expect(inText(hits, () => false)).toEqual(['10']);
  });

  it.each([null, [], '', {}])('is nobody for %j', (data) => {
    expect(v.parse(FoundShape, { data })).toEqual([]);
  });
});
