import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { denying, drawProfile, without } from '@/test/support/draw-profile';
import { answer, match, view } from '@/test/support/views';

const head = () => screen.getByRole('banner');
const menu = () => {
  fireEvent.click(within(head()).getByRole('button', { name: 'More' }));
  return screen.getByRole('menu');
};
const DOT = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

describe('The head of a profile', () => {
  it('shows the picture of the record in place of the initials', () => {
    drawProfile({ picture: DOT });
    expect(head().querySelector('.head img')?.getAttribute('src')).toBe(DOT);
    expect(within(head()).queryByText('AK')).toBeNull();
  });

  it('never loads a picture from elsewhere', () => {
    drawProfile({ picture: 'https://example.com/anna.png' });
    expect(head().querySelector('img')).toBeNull();
    expect(within(head()).getAllByText('AK').length).toBeGreaterThan(0);
  });

  it('goes back to the initials where a picture cannot be drawn', async () => {
    drawProfile({ picture: 'data:image/png;base64,AAAA' });
    const image = head().querySelector('.head img');
    if (image) fireEvent.error(image);
    await waitFor(() => expect(head().querySelector('.head img')).toBeNull());
    expect(within(head()).getAllByText('AK').length).toBeGreaterThan(0);
  });

  it('hides nothing from readers that can have the focus, and has one menu for both its forms', () => {
    const { container } = drawProfile({});
    expect(within(head()).getAllByRole('button', { name: 'More' })).toHaveLength(1);
    expect(container.querySelectorAll('[aria-hidden="true"] button, [aria-hidden="true"] a')).toHaveLength(0);
  });

  it('copies the number of the record from its menu, and says so', async () => {
    const { page } = drawProfile({ ref: { connection: 'book', id: '4821' } });
    fireEvent.click(within(menu()).getByRole('menuitem', { name: 'Copy the number' }));
    expect(page.copy).toHaveBeenCalledWith('4821');
    expect(await screen.findByText(/^Copied/)).toBeTruthy();
  });

  it('leads to the form of the person', async () => {
    drawProfile({});
    fireEvent.click(within(menu()).getByRole('menuitem', { name: 'Edit person…' }));
    expect(await screen.findByRole('button', { name: 'Back' })).toBeTruthy();
  });

  it('says why the person cannot be edited by this login', () => {
    drawProfile({}, {}, denying('person.set'));
    const item = within(menu()).getByRole('menuitem', { name: /Edit person/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    expect(item.textContent).toContain('Your login may not, at My book.');
    fireEvent.click(item);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna Keller');
  });

  it('does not offer what the server has not', () => {
    drawProfile({}, {}, { can: without('person.set') });
    expect(within(menu()).queryByRole('menuitem', { name: /Edit person/ })).toBeNull();
  });
});

describe('The tabs of a profile', () => {
  it('are those the server has something for', () => {
    drawProfile({});
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      'Overview',
      'Notes 0',
      'Billing',
      'History',
    ]);
  });

  it('leave out what the server has not', () => {
    drawProfile({}, {}, { can: without('billing', 'history') });
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Overview', 'Notes 0']);
  });

  it('go back to the overview for somebody whose server has no such tab', async () => {
    const { show, questions } = drawProfile({}, { billing: () => Promise.reject(new Error('no')) });
    fireEvent.click(screen.getByRole('tab', { name: 'Billing' }));
    expect(screen.getByRole('tab', { name: 'Billing' }).getAttribute('aria-selected')).toBe('true');
    await waitFor(() => expect(questions('billing')).toHaveLength(1));
    show(view({ answers: [answer([match()], { can: without('billing') })] }));
    expect(screen.getByRole('tab', { name: 'Overview' }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('The quick buttons', () => {
  it('begin a note where notes are, also where they are folded away', async () => {
    drawProfile(
      {},
      {
        'preferences.get': () => ({
          ownAddresses: [],
          neverLookUp: [],
          theme: 'system',
          singleKeys: true,
          folded: { notes: true },
        }),
      },
    );
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Notes/ }).getAttribute('aria-expanded')).toBe('false'),
    );
    fireEvent.click(screen.getAllByRole('button', { name: 'Add note' })[0] ?? document.body);
    expect(await screen.findByRole('textbox', { name: 'Note' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Notes/ }).getAttribute('aria-expanded')).toBe('true');
  });

  it('begin a ticket', async () => {
    drawProfile({});
    fireEvent.click(screen.getAllByRole('button', { name: 'New ticket' })[0] ?? document.body);
    expect(await screen.findByRole('form', { name: 'New ticket' })).toBeTruthy();
  });

  it('say why this login may not', () => {
    drawProfile({}, {}, denying('note.add'));
    const buttons = screen.getAllByRole('button', { name: 'Add note', description: 'Your login may not, at My book.' });
    expect(buttons.some((button) => button.closest('.quick') !== null)).toBe(true);
    expect(buttons.every((button) => button.getAttribute('aria-disabled') === 'true')).toBe(true);
  });

  it('are absent where the server has neither', () => {
    const { container } = drawProfile({}, {}, { can: without('note.add', 'ticket.create') });
    expect(container.querySelector('.quick')).toBeNull();
  });
});
