import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { connectionRow, connectionTest, ownRow } from '@/test/support/connections';
import {
  ADDRESS,
  drawConnections,
  field,
  fill,
  press,
  refusing,
  SECRET,
  save,
  startAdding,
  startEditing,
  TOKEN,
  type,
} from '@/test/support/draw-connections';

const rows = [ownRow, connectionRow({ people: 31 })];

const goTo = (hash: string) => {
  location.hash = hash;
  fireEvent(window, new Event('hashchange'));
};

describe('Editing a server', () => {
  it('shows what is kept, but of a secret only that it is', async () => {
    const { questions } = drawConnections(rows);
    await startEditing();
    expect(field('Name').value).toBe('RT Support');
    expect(field(ADDRESS).value).toBe('https://tickets.example.org:8443/rt');
    expect(screen.queryByLabelText(TOKEN)).toBeNull();
    expect(screen.getByText('kept')).toBeTruthy();
    type('Name', 'Support');
    fireEvent.click(screen.getByRole('radio', { name: 'Shield' }));
    save();
    await waitFor(() =>
      expect(questions('connection.save')).toMatchObject([
        { draft: { id: 'rt', name: 'Support', mark: { shape: 'shield', letter: 'R' }, secrets: {} } },
      ]),
    );
  });

  it('replaces a secret, hidden unless shown and never written into the page', async () => {
    const { questions } = drawConnections(rows);
    await startEditing();
    press(`Replace: ${TOKEN}`);
    type(TOKEN, SECRET);
    expect(field(TOKEN).type).toBe('password');
    expect(field(TOKEN).autocomplete).toBe('off');
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
    press(`Show: ${TOKEN}`);
    await waitFor(() => expect(field(TOKEN).type).toBe('text'));
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
    save();
    await waitFor(() =>
      expect(questions('connection.save')).toMatchObject([{ draft: { secrets: { token: SECRET } } }]),
    );
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(SECRET);
  });

  it('keeps the old secret when no new one is wanted after all', async () => {
    const { questions } = drawConnections(rows);
    await startEditing();
    press(`Replace: ${TOKEN}`);
    type(TOKEN, SECRET);
    press('Keep the old one');
    await waitFor(() => expect(screen.queryByLabelText(TOKEN)).toBeNull());
    save();
    await waitFor(() => expect(questions('connection.save')).toMatchObject([{ draft: { secrets: {} } }]));
  });

  it('asks for the secret again when the address names another server, and says why', async () => {
    const { page } = drawConnections(rows);
    await startEditing();
    type(ADDRESS, 'https://other.example.org/rt');
    expect(
      await screen.findByText(
        'Kept for tickets.example.org:8443, and not sent to any other server. Type it again for other.example.org.',
      ),
    ).toBeTruthy();
    save();
    await waitFor(() => expect(document.activeElement).toBe(field(TOKEN)));
    expect(page.allowSite).not.toHaveBeenCalled();
    type(TOKEN, SECRET);
    save();
    expect(page.allowSite).toHaveBeenCalledWith('https://other.example.org');
  });

  it('says before saving that what is kept goes, when nothing is to be kept any more', async () => {
    const { questions } = drawConnections(rows);
    await startEditing();
    fireEvent.click(screen.getByRole('switch', { name: 'Keep answers on this computer' }));
    expect(await screen.findByText(/The 31 cards kept now go when you save/)).toBeTruthy();
    save();
    await waitFor(() => expect(questions('connection.save')).toMatchObject([{ draft: { keeps: false } }]));
  });

  it('that was tested before is tested anew, and the reader is taken to the result', async () => {
    const { questions } = drawConnections(rows);
    fireEvent.click(await screen.findByRole('button', { name: 'Test RT Support' }));
    await screen.findByText('Mira Okafor');
    await startEditing();
    save();
    await waitFor(() => expect(questions('connection.test')).toEqual([{ id: 'rt' }, { id: 'rt' }]));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Test of RT Support'));
    expect(screen.getByText('RT Support is saved.')).toBeTruthy();
  });

  it('shows at its field what only the background found wrong', async () => {
    drawConnections(rows, { answers: { 'connection.save': refusing({ kind: 'invalid', detail: 'address' }) } });
    await startEditing();
    save();
    expect(await screen.findByText('This is not accepted for this kind of server.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field(ADDRESS)));
  });

  it('keeps all that is typed when it could not be saved', async () => {
    drawConnections(rows, { answers: { 'connection.save': refusing({ kind: 'storage-full' }) } });
    await startEditing();
    type('Name', 'Support');
    save();
    expect(await screen.findByText('Not saved. There is no room left on this computer.')).toBeTruthy();
    expect(field('Name').value).toBe('Support');
  });

  it('is not possible while the tokens are locked, and says where to unlock', async () => {
    const { page } = drawConnections([ownRow, connectionRow({ state: 'locked', filled: [] })]);
    await startEditing();
    const form = within(screen.getByRole('form'));
    expect(form.getByText(/The tokens are locked/)).toBeTruthy();
    expect(form.getByRole('button', { name: `Replace: ${TOKEN}` }).getAttribute('aria-disabled')).toBe('true');
    save();
    expect(page.allowSite).not.toHaveBeenCalled();
    fireEvent.click(form.getByRole('button', { name: 'Unlock' }));
    expect(location.hash).toBe('#lock');
  });

  it('takes the last typed letter for the mark', async () => {
    drawConnections(rows);
    await startEditing();
    type('Letter', 'Rs');
    await waitFor(() => expect(field('Letter').value).toBe('S'));
  });
});

describe('A half-typed form', () => {
  it('is still there after a look at another section, which says that it waits', async () => {
    drawConnections(rows);
    await startAdding();
    fill();
    goTo('#sites');
    await screen.findByRole('heading', { level: 1, name: 'Mail sites' });
    expect(screen.getByRole('link', { name: 'Connections · not saved' })).toBeTruthy();
    goTo('#connections');
    await screen.findByRole('form', { name: 'Add a server' });
    expect(field(TOKEN).value).toBe(SECRET);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('is not given up without a word, neither for nothing nor for another one', async () => {
    drawConnections(rows);
    await startEditing();
    type('Name', 'Support');
    press('Cancel');
    expect(await screen.findByText('What you typed here is not saved.')).toBeTruthy();
    press('Keep editing');
    await waitFor(() => expect(screen.queryByText('What you typed here is not saved.')).toBeNull());
    expect(field('Name').value).toBe('Support');
    press('Add server');
    fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    await screen.findByRole('form', { name: 'Add a server' });
    expect(field('Name').value).toBe('Request Tracker');
  });

  it('holds the window as long as something would be lost', async () => {
    drawConnections(rows);
    await startEditing();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    type('Name', 'Support');
    await waitFor(() => expect(leave()).toBe(true));
    type('Name', 'RT Support');
    await waitFor(() => expect(leave()).toBe(false));
  });

  it('that nothing was typed into is left at once, and the focus stays on the page', async () => {
    drawConnections(rows);
    await startEditing();
    field('Name').focus();
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('is saved once, however often is pressed', async () => {
    const { questions } = drawConnections(rows, { answers: { 'connection.test': () => connectionTest() } });
    await startEditing();
    const button = screen.getByRole('button', { name: 'Save and allow access' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(questions('connection.save')).toHaveLength(1);
  });
});
