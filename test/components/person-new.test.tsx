// Comes later in the panel; here it is there, so that no test waits for it longer than usual.
import '@/components/person-form/PersonForm';
import '@/components/person-form/LongPart';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { partyOf } from '@/test/support/people';
import { answer, sources, subject, view } from '@/test/support/views';
import type { CustomField } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const MARIE = 'marie.sorensen@bauer-sohn.example.org';
const definitions: readonly CustomField[] = [{ id: '1', title: 'Seats', type: 'number' }];
const answers: Answers = {
  'typed.get': () => ({}),
  'typed.keep': () => null,
  'draft.keep': () => null,
  definitions: () => definitions,
  groups: () => [{ id: 'g1', name: 'Customers' }],
  labels: () => ({ items: [], total: 0 }),
  'person.create': () => ({ connection: 'book', id: '9' }),
};
const form = () => within(screen.getByRole('form', { name: 'New person' }));
const input = (label: string) =>
  form().getByLabelText<HTMLInputElement>(label, { selector: 'input, textarea, select' });
const type = (label: string, value: string) => fireEvent.input(input(label), { target: { value } });
const create = () => fireEvent.click(form().getByRole('button', { name: 'Create' }));
const add = (name: string) => {
  fireEvent.click(form().getByRole('button', { name: /Add field/ }));
  fireEvent.click(screen.getByRole('menuitem', { name }));
};

describe('The long form of somebody new', () => {
  const nobody = view({ subject: null, answers: [], sources: [sources.book, sources.rt] });
  async function open(more: Answers = {}) {
    const panel = drawPanel(nobody, { ...answers, ...more });
    fireEvent.input(screen.getByRole('combobox', { name: /^Search people/ }), { target: { value: 'Marie' } });
    fireEvent.click(await screen.findByRole('button', { name: /New person/ }));
    await screen.findByRole('form');
    await form().findByLabelText('Seats');
    return panel;
  }

  it('offers only servers that can make people, the last used one first chosen', async () => {
    const many = { ...nobody, sources: Object.values(sources), makers: ['book', 'zammad'], saveTo: 'zammad' };
    drawPanel(many, answers);
    fireEvent.input(screen.getByRole('combobox', { name: /^Search people/ }), { target: { value: 'Marie' } });
    fireEvent.click(await screen.findByRole('button', { name: /New person/ }));
    const field = await screen.findByRole('combobox', { name: /^Save to/ });
    expect(field.textContent).toContain('Zammad West');
    fireEvent.click(field);
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).not.toContainEqual(
      expect.stringContaining('RT Support'),
    );
  });

  it('begins with what was searched for, and makes a person with all that was filled in', async () => {
    const { questions } = await open();
    expect(input('Name').value).toBe('Marie');
    type('Address', MARIE);
    fireEvent.click(form().getByRole('button', { name: 'Add address' }));
    type('Address 2', 'marie@home.example');
    fireEvent.click(form().getAllByRole('radio', { name: 'Primary' })[1] ?? document.body);
    type('Organisation', 'Bauer');
    type('Position', 'Buyer');
    add('Phone');
    type('Phone', '+49 171 5550123');
    type('Label', 'Mobile');
    type('Timezone', 'Berlin');
    fireEvent.click(form().getByRole('option', { name: /^Berlin/ }));
    type('Language', 'German');
    type('Summary', 'Met in Mainz.');
    type('Seats', '12,345');
    fireEvent.click(form().getByRole('checkbox', { name: 'Customers' }));
    create();
    await waitFor(() => expect(questions('person.create')).toHaveLength(1));
    expect(questions('person.create')).toEqual([
      {
        tab: 1,
        draft: {
          name: 'Marie',
          address: 'marie@home.example',
          organisation: 'Bauer',
          connection: 'book',
          more: {
            addresses: [MARIE],
            position: 'Buyer',
            summary: 'Met in Mainz.',
            timezone: 'Europe/Berlin',
            language: 'de',
            labels: [],
            groups: ['g1'],
            fields: [
              { type: 'phone', value: '+49 171 5550123', label: 'Mobile' },
              { type: 'number', value: '12345', custom: true, id: '1' },
            ],
          },
        },
      },
    ]);
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  });

  it('says in place what is wrong, and sends nothing', async () => {
    const { questions } = await open();
    type('Address', 'marie');
    type('Position', 'Buyer');
    add('Website');
    type('Website', 'javascript:alert(1)');
    create();
    expect(input('Address')).toBe(document.activeElement);
    expect(form().getByText('A position needs an organisation.')).toBeTruthy();
    expect(form().getByRole('textbox', { name: 'Website', description: /^Only web addresses/ })).toBeTruthy();
    expect(questions('person.create')).toEqual([]);
  });

  it('says who has an address already, leads there and keeps what was typed', async () => {
    const { questions } = await open({
      'person.create': () =>
        Promise.reject(new ProblemError({ kind: 'conflict', owner: { id: '7', name: 'Bo Berg' } })),
      'lookup.person': () => null,
    });
    type('Address', 'bo@example.com');
    create();
    expect(await form().findByText(/Bo Berg.* has this address already\. What you typed is kept\./)).toBeTruthy();
    expect(input('Address').value).toBe('bo@example.com');
    fireEvent.click(form().getByRole('button', { name: /Show .*Bo Berg/ }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: '7' } }]);
  });

  it('is kept to the last letter', async () => {
    const { questions, unmount } = await open();
    type('Summary', 'Met in M');
    unmount();
    const kept = JSON.stringify(questions('typed.keep'));
    expect(kept).toContain('Met in M');
  });
});

describe('The short form of an address that nobody has', () => {
  const marie = subject({ key: 'marie', party: partyOf('Marie Sørensen', MARIE) });
  const nobody = view({ subject: marie, answers: [answer()] });

  it('unfolds to all fields, and sends them', async () => {
    const { questions } = drawPanel(nobody, answers);
    expect(form().queryByLabelText('Summary')).toBeNull();
    const more = form().getByRole('button', { name: 'More fields' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(more);
    await form().findByLabelText('Seats');
    fireEvent.click(form().getByRole('button', { name: 'Add address' }));
    type('Address 2', 'marie@home.example');
    type('Summary', 'Met in Mainz.');
    create();
    await waitFor(() => expect(questions('person.create')).toHaveLength(1));
    expect(questions('person.create')).toMatchObject([
      {
        of: MARIE,
        draft: { address: MARIE, more: { addresses: ['marie@home.example'], summary: 'Met in Mainz.', fields: [] } },
      },
    ]);
  });

  it('comes back unfolded where something was half-typed in it', async () => {
    const draft = {
      name: 'Marie',
      address: MARIE,
      organisation: '',
      connection: 'book',
      more: {
        addresses: [],
        position: '',
        summary: 'Met in M',
        timezone: '',
        language: '',
        labels: ['vip'],
        groups: [],
        fields: [{ type: 'phone', value: '+49' }],
      },
    } as const;
    drawPanel({ ...nobody, draft }, answers);
    await form().findByLabelText('Summary');
    expect(input('Summary').value).toBe('Met in M');
    expect(input('Phone').value).toBe('+49');
    expect(form().getByText('vip')).toBeTruthy();
  });

  it('keeps what was typed in its long part', async () => {
    const { questions } = drawPanel(nobody, answers);
    fireEvent.click(form().getByRole('button', { name: 'More fields' }));
    await form().findByLabelText('Summary');
    type('Summary', 'Met');
    await waitFor(() => expect(questions('draft.keep')).toHaveLength(1));
    expect(questions('draft.keep')).toMatchObject([{ of: MARIE, draft: { more: { summary: 'Met' } } }]);
  });

  it('names who has the address, and leads there', async () => {
    const { questions } = drawPanel(nobody, {
      ...answers,
      'person.create': () =>
        Promise.reject(new ProblemError({ kind: 'conflict', owner: { id: '7', name: 'Bo Berg' } })),
      'lookup.person': () => null,
    });
    create();
    fireEvent.click(await form().findByRole('button', { name: /Show .*Bo Berg/ }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: '7' } }]);
  });
});
