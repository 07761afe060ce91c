import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawProfile, ran } from '@/test/support/draw-profile';
import type { FieldValue } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const ref = { connection: 'book', id: '1' };
const phone: FieldValue = { type: 'phone', value: '+493055500133', label: 'Office' };
const postal: FieldValue = {
  type: 'postal',
  value: 'Am Weinberg 7\n55116 Mainz',
  parts: { city: 'Mainz', zip: '55116', street: 'Am Weinberg 7' },
};

const section = () => within(screen.getByRole('region', { name: 'Contact' }));
const rows = () => section().getByRole('list', { name: 'Other contact information' });
const field = (label: string) => section().getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const enter = (label: string) => fireEvent.keyDown(field(label), { key: 'Enter' });
const press = (name: string | RegExp) => fireEvent.click(section().getByRole('button', { name }));
const link = (name: string | RegExp) => within(rows()).getByRole<HTMLAnchorElement>('link', { name });
const add = (name: string) => {
  press('Add contact information');
  fireEvent.click(screen.getByRole('menuitem', { name }));
};

describe('Contact information', () => {
  it('is drawn and linked by its type', async () => {
    drawProfile({
      fields: [
        phone,
        { type: 'website', value: 'https://example.org/kontakt/' },
        { type: 'messenger', value: '@zoe.b', parts: { service: 'Telegram' } },
        { type: 'twitter', value: 'zoe' },
        { type: 'linkedin', value: 'https://www.linkedin.com/in/zoe' },
        { type: 'facebook', value: 'https://www.facebook.com/zoe' },
        postal,
      ],
    });
    expect((await within(rows()).findByRole('link', { name: '+49 30 55500133' })).getAttribute('href')).toBe(
      'tel:+493055500133',
    );
    expect(link('example.org/kontakt').href).toBe('https://example.org/kontakt/');
    expect(link('@zoe.b').href).toBe('https://t.me/zoe.b');
    expect(link('@zoe').href).toBe('https://x.com/zoe');
    expect(link('linkedin.com/in/zoe').rel).toBe('noopener noreferrer');
    expect(link('facebook.com/zoe').target).toBe('_blank');
    expect(rows().textContent).toContain('Telegram');
    expect(rows().textContent).toContain('Am Weinberg 7, 55116 Mainz');
    const map = link('Map at openstreetmap.org');
    expect(map.href).toBe('https://www.openstreetmap.org/search?query=Am%20Weinberg%207%2C%2055116%20Mainz');
    expect(document.querySelector('img, iframe')).toBeNull();
  });

  it.each(['javascript:alert(1)', 'data:text/html,x'])('is never a link to %s', (value) => {
    drawProfile({ fields: [{ type: 'website', value }] });
    expect(within(rows()).getByText(value)).toBeTruthy();
    expect(within(rows()).queryByRole('link')).toBeNull();
  });

  it('marks a phone that cannot be one, keeps it as it was typed and does not link it', async () => {
    drawProfile({
      fields: [
        { type: 'phone', value: '+49 123' },
        { type: 'phone', value: 'ask Bo' },
      ],
    });
    await waitFor(() => expect(within(rows()).getAllByText('Not a number that can be dialled')).toHaveLength(2));
    expect(within(rows()).getByText('+49 123')).toBeTruthy();
    expect(within(rows()).queryByRole('link')).toBeNull();
  });

  it('links each of two numbers in one field', async () => {
    drawProfile({ fields: [{ type: 'phone', value: '030 5550199 / 0171 5550123' }] });
    expect(link('030 5550199').href).toBe('tel:0305550199');
    expect(link('0171 5550123').href).toBe('tel:01715550123');
  });

  it('is added by its type, with a label and a way back', async () => {
    const { questions } = drawProfile({});
    add('Phone');
    expect(document.activeElement).toBe(field('Phone'));
    type('Phone', '+49 171 5550123');
    type('Label', 'M');
    fireEvent.mouseDown(screen.getByRole('option', { name: 'Mobile' }));
    fireEvent.click(screen.getByRole('option', { name: 'Mobile' }));
    enter('Phone');
    await screen.findByText('Phone added');
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: {
          action: 'edit-contact',
          input: { from: null, to: { type: 'phone', value: '+49 171 5550123', label: 'Mobile' } },
        },
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toHaveLength(1));
  });

  it('names the service of an instant messenger', async () => {
    const { questions } = drawProfile({});
    add('Messenger');
    type('Messenger', '@zoe');
    type('Service', 'Telegram');
    enter('Messenger');
    await screen.findByText('Messenger added');
    expect(questions('action.run')).toMatchObject([
      { chosen: { input: { to: { type: 'messenger', value: '@zoe', parts: { service: 'Telegram' } } } } },
    ]);
  });

  it('keeps of an X name only the name, and of LinkedIn the whole address', async () => {
    const { questions } = drawProfile({});
    add('X (Twitter)');
    type('X (Twitter)', '@zoe');
    enter('X (Twitter)');
    add('LinkedIn');
    type('LinkedIn', 'zoe-b');
    enter('LinkedIn');
    await waitFor(() => expect(questions('action.run')).toHaveLength(2));
    expect(questions('action.run')).toMatchObject([
      { chosen: { input: { to: { type: 'twitter', value: 'zoe' } } } },
      { chosen: { input: { to: { type: 'linkedin', value: 'https://www.linkedin.com/in/zoe-b' } } } },
    ]);
  });

  it.each([
    ['Website', 'no host', /^This is not the address of a website/],
    ['Website', 'javascript:alert(1)', /^Only web addresses are kept/],
    ['LinkedIn', 'https://example.org/in/anna', /^This is not a LinkedIn profile/],
    ['Facebook', 'two words', /^This is not a Facebook page/],
    ['X (Twitter)', 'https://example.org/x', /^This is not a name on X/],
    ['Phone', '1'.repeat(4001), /^This is too long/],
  ])('is refused in place: %s %#', (name, text, problem) => {
    const { questions } = drawProfile({});
    add(name);
    type(name, text);
    enter(name);
    expect(section().getByRole('textbox', { name, description: problem })).toBe(field(name));
    expect(field(name).value).toBe(text);
    expect(questions('action.run')).toEqual([]);
  });

  it('takes a postal address of several lines, and keeps the parts that still stand in it', async () => {
    const { questions } = drawProfile({ fields: [postal] });
    press('Edit Postal address');
    expect(field('Postal address').tagName).toBe('TEXTAREA');
    type('Postal address', 'Am Weinberg 9\n55116 Mainz');
    enter('Postal address');
    expect(field('Postal address')).toBeTruthy();
    fireEvent.keyDown(field('Postal address'), { key: 'Enter', ctrlKey: true });
    await screen.findByText('Postal address changed');
    expect(questions('action.run')).toEqual([
      {
        ref,
        chosen: {
          action: 'edit-contact',
          input: {
            from: postal,
            to: {
              type: 'postal',
              value: 'Am Weinberg 9\n55116 Mainz',
              parts: { city: 'Mainz', zip: '55116' },
            },
          },
        },
      },
    ]);
  });

  it('is shown as edited at once, and stays with both ways on when it could not be saved', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'timeout' })), () => ran];
    const { questions } = drawProfile({ fields: [phone] }, { 'action.run': () => answers.shift()?.() ?? ran });
    press('Edit Phone');
    type('Phone', '+49 30 5550 0144');
    enter('Phone');
    expect(rows().textContent).toContain('+49 30 5550 0144');
    expect(await within(rows()).findByText('Not saved')).toBeTruthy();
    expect(rows().textContent).toContain('Office');
    press('Retry Phone');
    await screen.findByText('Phone changed');
    expect(questions('action.run')).toHaveLength(2);
  });

  it('shows all three where somebody changed it meanwhile', async () => {
    const theirs: FieldValue = { type: 'phone', value: '+49 30 5550 0155', label: 'Desk' };
    const answers = [() => Promise.reject(new ProblemError({ kind: 'conflict', theirs })), () => ran];
    const { questions } = drawProfile({ fields: [phone] }, { 'action.run': () => answers.shift()?.() ?? ran });
    press('Edit Phone');
    type('Phone', '+49 30 5550 0144');
    enter('Phone');
    const box = within(await section().findByRole('region', { name: /Phone.*My book/ }));
    await waitFor(() => expect(box.getByText('+49 30 55500155')).toBeTruthy());
    expect(box.getByText('+49 30 55500144')).toBeTruthy();
    fireEvent.click(box.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(questions('action.run')).toHaveLength(2));
    expect(questions('action.run')[1]).toMatchObject({
      chosen: { input: { from: theirs, to: { value: '+49 30 5550 0144', label: 'Office' } } },
    });
  });

  it('is removed by its button or by emptying it, and comes back if that failed', async () => {
    const answers = [() => ran, () => Promise.reject(new ProblemError({ kind: 'server', status: 500 }))];
    const { questions, become } = drawProfile({ fields: [phone] }, { 'action.run': () => answers.shift()?.() ?? ran });
    press(/^Remove Phone/);
    expect(within(rows()).queryByRole('link')).toBeNull();
    await screen.findByText('Phone removed');
    expect(questions('action.run')).toEqual([
      { ref, chosen: { action: 'edit-contact', input: { from: phone, to: null } } },
    ]);
    become({ fields: [], version: '2' });
    become({ fields: [phone], version: '3' });
    press('Edit Phone');
    type('Phone', '');
    type('Label', '');
    enter('Phone');
    expect(await within(rows()).findByText('Not saved')).toBeTruthy();
    press('Revert Phone');
    expect(await within(rows()).findByRole('link', { name: '+49 30 55500133' })).toBeTruthy();
  });

  it('names each of several values of one type at its buttons', () => {
    drawProfile({ fields: [phone, { type: 'phone', value: '110' }] });
    expect(section().getByRole('button', { name: 'Edit Phone 110' })).toBeTruthy();
    expect(section().getByRole('button', { name: 'Remove Phone 110' })).toBeTruthy();
    expect(section().getByRole('button', { name: `Edit Phone ${phone.value}` })).toBeTruthy();
  });

  it('holds the panel to its person while it is typed', async () => {
    const { show } = drawProfile({ fields: [phone] });
    press('Edit Phone');
    type('Phone', '+49 30');
    const { view, answer, match, subject } = await import('@/test/support/views');
    const next = match({ ref: { connection: 'book', id: '2' }, name: 'Bo Berg' });
    show(view({ subject: subject({ key: 'next' }), answers: [answer([next])] }));
    expect(field('Phone').value).toBe('+49 30');
    expect(screen.getByText(/Still editing .*Anna Keller/)).toBeTruthy();
  });
});
