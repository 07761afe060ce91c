import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Options } from '@/components/options/Options';
import { readSiteAddress } from '@/components/options/site-address';
import { answering, pageActs } from '@/test/support/asking';
import type { PageActs, SiteAccess } from '@/utils/messages/protocol';

function draw(sites: SiteAccess[], some: Partial<PageActs> = {}) {
  const page = pageActs({
    allowSite: vi.fn(async (...origins: string[]) => {
      for (const origin of origins) sites.push({ origin, launcherHidden: false });
      return true;
    }),
    revokeSite: vi.fn(async (origin: string) => {
      sites.splice(
        sites.findIndex((site) => site.origin === origin),
        1,
      );
      return true;
    }),
    ...some,
  });
  const background = answering({
    'site.list': () => [...sites],
    'site.launcher': ({ origin, hidden }) => {
      const at = sites.findIndex((site) => site.origin === origin);
      sites[at] = { origin, launcherHidden: hidden };
      return null;
    },
  });
  render(<Options ask={background.ask} page={page} importState={null} />);
  return { page, ...background };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const type = (text: string) =>
  fireEvent.input(screen.getByLabelText('Address of the site'), { target: { value: text } });
const chooseOwn = () => fireEvent.click(screen.getByRole('radio', { name: 'Other' }));

beforeEach(() => {
  location.hash = '#sites';
});

describe('The list of allowed sites', () => {
  it('says that no site is allowed, and what can be done without one', async () => {
    draw([]);
    expect(await screen.findByText(/No site is allowed/)).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Allowed sites' })).toBeNull();
  });

  it('takes a site back on Revoke, and says so', async () => {
    const { page } = draw([{ origin: 'https://mail.google.com', launcherHidden: false }]);
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke mail.google.com' }));
    expect(page.revokeSite).toHaveBeenCalledWith('https://mail.google.com');
    expect(await screen.findByText('mail.google.com is taken back. Sidecard no longer reads it.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Revoke mail.google.com' })).toBeNull());
  });

  it('says when the browser keeps the access', async () => {
    draw([{ origin: 'https://mail.google.com', launcherHidden: false }], { revokeSite: async () => false });
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke mail.google.com' }));
    expect(await screen.findByText(/The browser kept the access to mail.google.com/)).toBeTruthy();
  });

  it('hides and shows the launcher of one site', async () => {
    const { questions } = draw([
      { origin: 'https://mail.google.com', launcherHidden: false },
      { origin: 'http://localhost', launcherHidden: true },
    ]);
    const gmail = await screen.findByRole('button', { name: 'Button on the page mail.google.com' });
    expect(gmail.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(gmail);
    await waitFor(() => expect(gmail.getAttribute('aria-pressed')).toBe('false'));
    fireEvent.click(button('Button on the page http://localhost'));
    await waitFor(() =>
      expect(button('Button on the page http://localhost').getAttribute('aria-pressed')).toBe('true'),
    );
    expect(questions('site.launcher')).toEqual([
      { origin: 'https://mail.google.com', hidden: true },
      { origin: 'http://localhost', hidden: false },
    ]);
  });

  it('notices a site that was taken back in the browser itself, when the window comes to the front', async () => {
    const sites: SiteAccess[] = [{ origin: 'https://mail.google.com', launcherHidden: false }];
    draw(sites);
    await screen.findByRole('button', { name: 'Revoke mail.google.com' });
    sites.length = 0;
    fireEvent.focus(window);
    expect(await screen.findByText(/No site is allowed/)).toBeTruthy();
  });

  it('offers to ask again when the extension gives no answer', async () => {
    const answers: { now: (() => SiteAccess[]) | null } = { now: null };
    const { ask } = answering({
      'site.list': () => {
        if (answers.now === null) throw new Error('asleep');
        return answers.now();
      },
    });
    render(<Options ask={ask} page={pageActs()} importState={null} />);
    const alert = await screen.findByText('The extension gave no answer.');
    expect(alert).toBeTruthy();
    answers.now = () => [{ origin: 'https://mail.google.com', launcherHidden: false }];
    fireEvent.click(button('Retry'));
    expect(await screen.findByRole('button', { name: 'Revoke mail.google.com' })).toBeTruthy();
    expect(screen.queryByText('The extension gave no answer.')).toBeNull();
  });
});

describe('Allowing a site', () => {
  it('asks the browser within the click, before anything is awaited', async () => {
    const { page } = draw([]);
    fireEvent.click(button('Allow mail.google.com'));
    expect(page.allowSite).toHaveBeenCalledWith('https://mail.google.com');
    const list = await screen.findByRole('list', { name: 'Allowed sites' });
    expect(within(list).getByText('mail.google.com')).toBeTruthy();
    expect(screen.getByText(/mail.google.com is allowed/)).toBeTruthy();
  });

  it('asks for all three hosts of Outlook at work in one question, and names them', async () => {
    const { page } = draw([]);
    fireEvent.click(screen.getByRole('radio', { name: 'Outlook at work' }));
    expect(screen.getByText(/outlook.office.com, outlook.office365.com, outlook.cloud.microsoft/)).toBeTruthy();
    fireEvent.click(button('Allow Outlook'));
    expect(page.allowSite).toHaveBeenCalledTimes(1);
    expect(page.allowSite).toHaveBeenCalledWith(
      'https://outlook.office.com',
      'https://outlook.office365.com',
      'https://outlook.cloud.microsoft',
    );
    await screen.findByRole('list', { name: 'Allowed sites' });
  });

  it('says that nothing is read when the browser was told no', async () => {
    draw([], { allowSite: async () => false });
    fireEvent.click(button('Allow mail.google.com'));
    expect(await screen.findByText('The browser was told no. Nothing is read at mail.google.com.')).toBeTruthy();
  });

  it('takes a typed address with port and path, and clears the field when it is allowed', async () => {
    const { page } = draw([]);
    chooseOwn();
    type('https://tickets.example.org:8443/rt/');
    fireEvent.click(button('Allow tickets.example.org'));
    expect(page.allowSite).toHaveBeenCalledWith('https://tickets.example.org:8443');
    await screen.findByRole('list', { name: 'Allowed sites' });
    expect(screen.getByLabelText<HTMLInputElement>('Address of the site').value).toBe('');
  });

  it.each([
    ['', 'Type the address at which you open your mail or tickets.'],
    ['anna@example.com', /This is an e-mail address/],
    ['ftp://mail.example.org', /begin with https/],
    ['javascript:alert(1)', /begin with https/],
    ['https://*.example.org', /not the address of one site/],
    ['https://', /not the address of one site/],
    ['webmail', /not the address of one site/],
    ['<b>mail</b>', /not the address of one site/],
  ])('says what is wrong with “%s”, asks for nothing and goes back to the field', (text, why) => {
    const { page } = draw([]);
    chooseOwn();
    type(text);
    fireEvent.click(button('Allow site'));
    const field = screen.getByLabelText('Address of the site');
    expect(screen.getByText(why)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    expect(page.allowSite).not.toHaveBeenCalled();
    type('https://mail.example.org');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  it('allows plain http only after the person has confirmed what that means', () => {
    const { page } = draw([]);
    chooseOwn();
    type('http://mail.example.org/roundcube');
    expect(screen.getByText(/Plain http is not encrypted/)).toBeTruthy();
    fireEvent.click(button('Allow mail.example.org'));
    expect(page.allowSite).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Read it all the same' }));
    fireEvent.click(button('Allow mail.example.org'));
    expect(page.allowSite).toHaveBeenCalledWith('http://mail.example.org');
  });

  it('forgets the confirmation when another address is typed', () => {
    const { page } = draw([]);
    chooseOwn();
    type('http://mail.example.org');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Read it all the same' }));
    type('http://other.example.org');
    fireEvent.click(button('Allow other.example.org'));
    expect(page.allowSite).not.toHaveBeenCalled();
  });

  it('allows plain http on the own machine without a warning', () => {
    const { page } = draw([]);
    chooseOwn();
    type('http://127.0.0.1:8080/roundcube');
    expect(screen.queryByText(/Plain http/)).toBeNull();
    fireEvent.click(button('Allow 127.0.0.1'));
    expect(page.allowSite).toHaveBeenCalledWith('http://127.0.0.1:8080');
  });
});

describe('A typed address', () => {
  it.each([
    ['mail.example.org', 'https://mail.example.org'],
    [' HTTPS://Mail.Example.org/mail?x=1#y ', 'https://mail.example.org'],
    ['https://user:word@mail.example.org/', 'https://mail.example.org'],
    ['localhost:8080/roundcube', 'http://localhost:8080'],
    ['[::1]:8080', 'http://[::1]:8080'],
    ['https://webmail/', 'https://webmail'],
    ['192.168.1.5:8443', 'https://192.168.1.5:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('“%s” is the site %s', (text, origin) => {
    expect(readSiteAddress(text)).toMatchObject({ state: 'ready', origin, plain: false });
  });

  it('on another machine by plain http is marked as readable on the way', () => {
    expect(readSiteAddress('http://127.0.0.1.example.org')).toMatchObject({ state: 'ready', plain: true });
    expect(readSiteAddress('http://192.168.1.5')).toMatchObject({ state: 'ready', plain: true });
  });
});
