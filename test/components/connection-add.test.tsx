import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { connectionRow, ownRow, rtKind } from '@/test/support/connections';
import {
  ADDRESS,
  drawConnections,
  field,
  fill,
  SECRET,
  save,
  startAdding,
  TOKEN,
  type,
} from '@/test/support/draw-connections';
import type { ConnectionKind } from '@/utils/messages/protocol';

describe('Adding a server', () => {
  it('asks the browser for that host alone within the click, saves after that, tests by itself and goes to the result', async () => {
    const asked: string[] = [];
    const { page, questions } = drawConnections([ownRow, connectionRow({ id: 'new', name: 'Desk' })], {
      page: {
        allowSite: vi.fn(async () => {
          asked.push('browser');
          return true;
        }),
      },
      answers: {
        'connection.save': () => {
          asked.push('save');
          return { id: 'new' };
        },
      },
    });
    await startAdding();
    await waitFor(() => expect(document.activeElement).toBe(field('Name')));
    type('Name', 'Zurich desk');
    fill();
    save();
    expect(page.allowSite).toHaveBeenCalledWith('https://tickets.example.org:8443');
    await waitFor(() => expect(asked).toEqual(['browser', 'save']));
    expect(questions('connection.save')).toEqual([
      {
        draft: {
          id: null,
          connector: 'rt',
          name: 'Zurich desk',
          mark: { shape: 'hexagon', letter: 'Z' },
          settings: { address: 'https://tickets.example.org:8443/rt', queue: '' },
          secrets: { token: SECRET },
          keeps: true,
        },
      },
    ]);
    expect(await screen.findByText('Mira Okafor')).toBeTruthy();
    expect(questions('connection.test')).toEqual([{ id: 'new' }]);
    expect(screen.queryByRole('form')).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Test of Desk'));
  });

  it('saves nothing and loses nothing when the browser is told no, and says so in place', async () => {
    const { questions } = drawConnections([ownRow], { page: { allowSite: async () => false } });
    await startAdding();
    fill();
    save();
    expect(await screen.findByText(/The browser was told no, so nothing is saved/)).toBeTruthy();
    expect(questions('connection.save')).toEqual([]);
    expect(field(ADDRESS).value).toBe('https://tickets.example.org:8443/rt/');
    expect(field(TOKEN).value).toBe(SECRET);
  });

  it('suggests a name and a mark that no other server has', async () => {
    drawConnections([ownRow, connectionRow({ name: 'Request Tracker' })]);
    await startAdding();
    expect(field('Name').value).toBe('Request Tracker 2');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Hexagon' }).checked).toBe(true);
    expect(screen.getAllByRole('radio')).toHaveLength(6);
  });

  it('says at each field what is missing, and goes to the first', async () => {
    const { page } = drawConnections([ownRow]);
    await startAdding();
    type('Name', ' ');
    save();
    expect(await screen.findByText(/Type a name/)).toBeTruthy();
    expect(screen.getByText('Type the address at which the server opens.')).toBeTruthy();
    expect(field(TOKEN).getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(field('Name')));
    expect(page.allowSite).not.toHaveBeenCalled();
  });

  it.each([
    ['anna@example.com', /This is an e-mail address/],
    ['ftp://tickets.example.org', /Only addresses that begin with https/],
    ['https://*.example.org', /not the address of one server/],
    ['tickets', /not the address of one server/],
  ])('does not take “%s” for an address', async (text, why) => {
    const { page } = drawConnections([ownRow]);
    await startAdding();
    fill(text);
    save();
    expect(await screen.findByText(why)).toBeTruthy();
    expect(page.allowSite).not.toHaveBeenCalled();
  });

  it.each([
    ['tickets.example.org/rt', 'https://tickets.example.org/rt'],
    ['localhost:8080/rt/', 'http://localhost:8080/rt'],
    ['https://user:word@tickets.example.org/rt/?x=1#y', 'https://tickets.example.org/rt'],
  ])('calls “%s” as %s, and shows so', async (text, url) => {
    const { questions } = drawConnections([ownRow]);
    await startAdding();
    fill(text);
    expect(await screen.findByText(`Called as ${url}`)).toBeTruthy();
    fireEvent.blur(field(ADDRESS));
    await waitFor(() => expect(field(ADDRESS).value).toBe(url));
    save();
    await waitFor(() =>
      expect(questions('connection.save')).toMatchObject([{ draft: { settings: { address: url } } }]),
    );
  });

  it('sends a token over plain http only after that was ticked for that very server', async () => {
    const { page } = drawConnections([ownRow]);
    await startAdding();
    fill('http://tickets.example.org/rt');
    expect(await screen.findByText(/readable to anyone on the way/)).toBeTruthy();
    save();
    const box = screen.getByRole('checkbox', { name: 'Send the token unencrypted to tickets.example.org' });
    expect(await screen.findByText('Tick this to go on, or type https.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(page.allowSite).not.toHaveBeenCalled();
    fireEvent.click(box);
    type(ADDRESS, 'http://other.example.org/rt');
    save();
    expect(page.allowSite).not.toHaveBeenCalled();
    fireEvent.click(await screen.findByRole('checkbox', { name: /other.example.org/ }));
    save();
    expect(page.allowSite).toHaveBeenCalledWith('http://other.example.org');
  });

  it('on this machine needs no confirmation for plain http', async () => {
    const { page } = drawConnections([ownRow]);
    await startAdding();
    fill('http://127.0.0.1:8080/rt');
    expect(screen.queryByRole('checkbox')).toBeNull();
    save();
    expect(page.allowSite).toHaveBeenCalledWith('http://127.0.0.1:8080');
  });

  it('offers each kind with its own form, when there are several', async () => {
    const other: ConnectionKind = {
      id: 'other',
      name: 'options_book',
      mark: { shape: 'circle', letter: 'O' },
      form: [
        { id: 'address', kind: 'address', required: true, label: 'rt_address', hint: 'rt_address_hint' },
        { id: 'all', kind: 'switch', required: false, label: 'rt_queue', hint: 'rt_queue_hint' },
      ],
    };
    const { questions } = drawConnections([ownRow], { answers: { 'connection.kinds': () => [rtKind, other] } });
    await startAdding();
    type(ADDRESS, 'https://tickets.example.org');
    type(TOKEN, SECRET);
    fireEvent.click(screen.getByRole('radio', { name: 'My book' }));
    await waitFor(() => expect(screen.queryByLabelText(TOKEN)).toBeNull());
    type('Name', 'Other');
    fireEvent.click(screen.getByRole('switch', { name: 'Queue for new tickets' }));
    save();
    await waitFor(() => expect(questions('connection.save')).toHaveLength(1));
    expect(questions('connection.save')).toMatchObject([
      {
        draft: {
          connector: 'other',
          settings: { address: 'https://tickets.example.org', all: 'yes' },
          secrets: {},
        },
      },
    ]);
  });
});
