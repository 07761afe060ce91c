import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const page = (state: 'none' | 'unknown' | 'no-access' | 'orphaned' | 'off', host: string | null = 'mail.example.org') =>
  view({ subject: null, page: { state, host, site: null } });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('Without a message, the panel', () => {
  it('has a search field before anything is known', () => {
    drawPanel(null);
    expect(screen.getByRole('combobox', { name: 'Search people, or paste an address' })).toBeTruthy();
  });

  it('lists people looked at lately, and opens one', () => {
    const recent = [{ ref: { connection: 'book', id: '7' }, name: 'Anna Keller', address: 'anna@example.com' }];
    const { questions } = drawPanel({ ...page('none'), recent }, { 'lookup.person': () => null });
    expect(heading()).toBe('No message is open');
    const list = screen.getByRole('region', { name: 'Recent people' });
    fireEvent.click(within(list).getByRole('button', { name: /Anna Keller/ }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: '7' } }]);
  });

  it('says that a page is new to us, shows nobody, and takes a pasted address', () => {
    const { questions } = drawPanel(page('unknown'), { 'lookup.text': () => null });
    expect(heading()).toBe('This page’s layout is new to us');
    fireEvent.input(screen.getByLabelText('Paste an address'), { target: { value: 'Anna <anna@example.com>' } });
    fireEvent.click(screen.getByRole('button', { name: 'Look up' }));
    expect(questions('lookup.text')).toEqual([{ tab: 1, text: 'Anna <anna@example.com>' }]);
  });

  it('says so when a pasted text holds no address', async () => {
    drawPanel(page('unknown'), {
      'lookup.text': () => {
        throw new ProblemError({ kind: 'invalid' });
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Look up' }));
    const field = await screen.findByRole('textbox', {
      name: 'Paste an address',
      description: 'There is no address in this text.',
    });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
  });

  it('does not blame a pasted text for a fault of its own', async () => {
    drawPanel(page('unknown'), {
      'lookup.text': () => {
        throw new ProblemError({ kind: 'bug' });
      },
    });
    fireEvent.input(screen.getByLabelText('Paste an address'), { target: { value: 'anna@example.com' } });
    fireEvent.click(screen.getByRole('button', { name: 'Look up' }));
    expect(await screen.findByText('Sidecard made a mistake. It is in the log.')).toBeTruthy();
    expect(screen.queryByText('There is no address in this text.')).toBeNull();
  });

  it('asks to reload a tab whose script is of an older version', () => {
    const { questions } = drawPanel(page('orphaned'), { 'tab.reload': () => null });
    fireEvent.click(screen.getByRole('button', { name: 'Reload tab' }));
    expect(questions('tab.reload')).toEqual([{ tab: 1 }]);
  });

  it('tells of a refusal only at the site that was refused', async () => {
    const { show } = drawPanel(page('no-access'), {}, { allowSite: async () => false });
    fireEvent.click(screen.getByRole('button', { name: 'Allow on this site' }));
    expect(await screen.findByText(/The site was not allowed/)).toBeTruthy();
    show(page('no-access', 'tickets.example.org'));
    expect(screen.queryByText(/The site was not allowed/)).toBeNull();
  });

  it('names the site it may not read, what would be read and what not, and asks only on a press', () => {
    const { page: acts } = drawPanel(page('no-access'));
    expect(heading()).toBe('Read who writes at mail.example.org?');
    expect(screen.getByText(/^Read: names and addresses/)).toBeTruthy();
    expect(screen.getByText(/^Not read: the text of messages/)).toBeTruthy();
    expect(acts.allowSite).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Allow on this site' }));
    expect(acts.allowSite).toHaveBeenCalledWith('https://mail.example.org');
  });

  it('asks for a site on plain http by its own origin', () => {
    const { page: acts } = drawPanel({
      ...page('no-access'),
      page: { state: 'no-access', host: 'mail.test:8080', origin: 'http://mail.test:8080', site: null },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Allow on this site' }));
    expect(acts.allowSite).toHaveBeenCalledWith('http://mail.test:8080');
  });

  it('asks for all hosts of a mailbox service that moves between them', () => {
    const allowSite = vi.fn(async (..._origins: readonly string[]) => true);
    drawPanel(page('no-access', 'outlook.office.com'), {}, { allowSite });
    fireEvent.click(screen.getByRole('button', { name: 'Allow on this site' }));
    expect(allowSite.mock.calls[0]).toContain('https://outlook.office365.com');
  });

  it('offers the known mail sites where the browser does not say which page is open', () => {
    const { page: acts } = drawPanel(page('no-access', null));
    fireEvent.click(screen.getByRole('button', { name: 'Allow Gmail' }));
    expect(acts.allowSite).toHaveBeenCalledWith('https://mail.google.com');
    fireEvent.click(screen.getByRole('button', { name: 'Another site' }));
    expect(acts.openOptions).toHaveBeenCalledOnce();
  });

  it('takes a refusal, and still takes a pasted address', async () => {
    drawPanel(page('no-access'), {}, { allowSite: vi.fn(async () => false) });
    fireEvent.click(screen.getByRole('button', { name: 'Allow on this site' }));
    expect(await screen.findByText(/The site was not allowed/)).toBeTruthy();
    expect(screen.getByLabelText('Paste an address')).toBeTruthy();
  });

  it('says that it is switched off here, with the way to the settings', () => {
    const { page: acts } = drawPanel(page('off'));
    expect(heading()).toBe('Sidecard is off on mail.example.org');
    fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(acts.openOptions).toHaveBeenCalledOnce();
  });
});
