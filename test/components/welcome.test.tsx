import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Welcome } from '@/components/welcome/Welcome';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import { connectionRow, ownRow } from '@/test/support/connections';
import { partyOf } from '@/test/support/people';
import { answer, match, subject, view as viewOf } from '@/test/support/views';
import { speak } from '@/test/support/words';
import type { PageActs, SiteAccess } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';

interface Given {
  readonly own?: number;
  readonly loaded?: boolean;
  readonly sites?: SiteAccess[];
  readonly answers?: Answers;
  readonly page?: Partial<PageActs>;
  readonly view?: PanelView;
}

function draw({ own = 0, loaded = false, sites = [], answers = {}, page: some = {}, view: drawn }: Given = {}) {
  const now = { loaded };
  const state = () => ({ sample: { loaded: now.loaded, people: now.loaded ? 60 : 0 }, own: { people: own } });
  const background = answering({
    'book.state': state,
    'sample.load': () => {
      now.loaded = true;
      return state();
    },
    'sample.remove': () => {
      now.loaded = false;
      return state();
    },
    'site.list': () => [...sites],
    'lookup.text': () => null,
    ...answers,
  });
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
  render(<Welcome ask={background.ask} page={page} view={drawn ?? null} />);
  return { ...background, page };
}

const step = (name: string) => within(screen.getByRole('listitem', { name }));
const sample = () => step('Try it on a sample person');
const site = () => step('Allow your mail site');
const server = () => step('Add a server, or not');

describe('The welcome page', () => {
  it('greets with one headline and three steps in their order', async () => {
    draw();
    expect(screen.getByRole('heading', { level: 1, name: 'See who wrote, beside the message.' })).toBeTruthy();
    const steps = within(screen.getByRole('list', { name: 'First steps' })).getAllByRole('heading', { level: 2 });
    expect(steps.map((head) => head.textContent)).toEqual([
      'Try it on a sample person',
      'Allow your mail site',
      'Add a server, or not',
    ]);
    expect(document.title).toBe('Welcome to Sidecard');
  });

  it('asks for nothing by itself: no sample people, no site', async () => {
    const { asked, page } = draw();
    await screen.findByText('Open panel');
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(['book.state', 'site.list', 'connection.list']));
    expect(page.allowSite).not.toHaveBeenCalled();
  });

  it.each(['Try it on a sample person', 'Allow your mail site', 'Add a server, or not'])(
    'leaves the step “%s” for later, and takes it up again',
    async (name) => {
      draw();
      const text = step(name).getByText(/60 invented|Reads the sender|comes first/).textContent ?? '';
      fireEvent.click(step(name).getByRole('button', { name: `Later: ${name}` }));
      expect(step(name).queryByText(text)).toBeNull();
      fireEvent.click(step(name).getByRole('button', { name: `Now: ${name}` }));
      expect(step(name).getByText(text)).toBeTruthy();
    },
  );

  it('speaks Arabic from right to left', () => {
    speak('ar');
    draw();
    expect(document.documentElement.dir).toBe('rtl');
    expect(document.documentElement.lang).toBe('ar');
  });
});

describe('The focus', () => {
  it('stays on the button by which a step was left for later', () => {
    draw();
    const later = site().getByRole('button', { name: 'Later: Allow your mail site' });
    later.focus();
    fireEvent.click(later);
    expect(document.activeElement).toBe(site().getByRole('button', { name: 'Now: Allow your mail site' }));
  });

  it('goes to the head of the step when the button that had it is gone', async () => {
    draw({ sites: [{ origin: 'https://mail.google.com', launcherHidden: false }] });
    const back = await site().findByRole('button', { name: 'Take back mail.google.com' });
    back.focus();
    fireEvent.click(back);
    await site().findByRole('radio', { name: 'Gmail' });
    expect(document.activeElement).toBe(site().getByRole('heading', { name: 'Allow your mail site' }));
  });

  it('stays where it is when a step changes elsewhere', async () => {
    draw();
    const load = sample().getByRole('button', { name: 'Load sample people' });
    load.focus();
    fireEvent.click(site().getByRole('button', { name: 'Allow mail.google.com' }));
    await site().findByText('Allowed');
    expect(document.activeElement).toBe(load);
  });
});

describe('The first step', () => {
  it('loads the sample people on a click and removes them on another', async () => {
    draw();
    fireEvent.click(sample().getByRole('button', { name: 'Load sample people' }));
    expect(await sample().findByText('Loaded')).toBeTruthy();
    fireEvent.click(sample().getByRole('button', { name: 'Remove sample people' }));
    expect(await sample().findByRole('button', { name: 'Load sample people' })).toBeTruthy();
    expect(sample().queryByText('Loaded')).toBeNull();
  });

  it('offers the sample mailbox once there are people to find', async () => {
    draw({ loaded: true });
    const link = await sample().findByRole('link', { name: 'Open the sample mailbox' });
    expect(link.getAttribute('href')).toBe('sample-mailbox.html');
  });

  it('does not load twice while it is loading', async () => {
    const { questions } = draw({ answers: { 'sample.load': () => new Promise<never>(() => {}) } });
    const load = sample().getByRole('button', { name: 'Load sample people' });
    fireEvent.click(load);
    await waitFor(() => expect(load.getAttribute('aria-busy')).toBe('true'));
    fireEvent.click(load);
    fireEvent.click(within(screen.getByRole('complementary')).getByRole('button'));
    expect(questions('sample.load')).toHaveLength(1);
  });

  it('says so when the sample people cannot be loaded, and offers to try again', async () => {
    draw({
      answers: {
        'sample.load': () => {
          throw new Error('no room');
        },
      },
    });
    fireEvent.click(sample().getByRole('button', { name: 'Load sample people' }));
    expect(await sample().findByText('The extension gave no answer.')).toBeTruthy();
    fireEvent.click(sample().getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(sample().queryByRole('button', { name: 'Retry' })).toBeNull());
  });
});

describe('The second step', () => {
  it('says what is read and what never, before it asks', () => {
    draw();
    expect(
      site().getByText(/Reads the sender, the other participants.* Never the text\. You can take it back/),
    ).toBeTruthy();
  });

  it('asks the browser for Gmail within the click, and shows that it is allowed', async () => {
    const { page } = draw();
    fireEvent.click(site().getByRole('button', { name: 'Allow mail.google.com' }));
    expect(page.allowSite).toHaveBeenCalledWith('https://mail.google.com');
    expect(await site().findByText('Allowed')).toBeTruthy();
    expect(site().getByText('mail.google.com')).toBeTruthy();
    expect(site().queryByRole('radio')).toBeNull();
  });

  it('takes an address that is typed', async () => {
    const { page } = draw();
    fireEvent.click(site().getByRole('radio', { name: 'Other' }));
    fireEvent.input(site().getByLabelText('Address of the site'), {
      target: { value: 'https://mail.example.org:8443/roundcube/' },
    });
    fireEvent.click(site().getByRole('button', { name: 'Allow mail.example.org' }));
    expect(page.allowSite).toHaveBeenCalledWith('https://mail.example.org:8443');
    expect(await site().findByText('Allowed')).toBeTruthy();
  });

  it('goes on without a site when the browser was told no', async () => {
    draw({ page: { allowSite: async () => false } });
    fireEvent.click(site().getByRole('button', { name: 'Allow mail.google.com' }));
    expect(await site().findByText(/The browser was told no/)).toBeTruthy();
    expect(site().getByRole('button', { name: 'Later: Allow your mail site' })).toBeTruthy();
    expect(site().queryByText('Allowed')).toBeNull();
  });

  it('takes a site back, and can allow another', async () => {
    const { page } = draw({
      sites: [
        { origin: 'https://mail.google.com', launcherHidden: false },
        { origin: 'https://tickets.example.org', launcherHidden: false },
      ],
    });
    fireEvent.click(await site().findByRole('button', { name: 'Take back mail.google.com' }));
    expect(page.revokeSite).toHaveBeenCalledWith('https://mail.google.com');
    expect(await site().findByText(/mail.google.com is taken back/)).toBeTruthy();
    await waitFor(() => expect(site().queryByRole('button', { name: 'Take back mail.google.com' })).toBeNull());
    fireEvent.click(site().getByRole('button', { name: 'Allow another' }));
    expect(site().getByRole('radio', { name: 'Gmail' })).toBeTruthy();
  });
});

describe('The third step', () => {
  it('leads to the form of a server, and to the import for who has none', () => {
    draw();
    expect(server().getByText(/Request Tracker comes first/)).toBeTruthy();
    expect(server().getByRole('link', { name: 'Add a server' }).getAttribute('href')).toBe('options.html#connections');
    expect(server().getByRole('link', { name: 'Import people' }).getAttribute('href')).toBe('options.html#book');
    expect(
      server()
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Later']);
  });

  it('is done once there is a server', async () => {
    draw({ answers: { 'connection.list': () => [ownRow, connectionRow()] } });
    expect(await server().findByText('1 server')).toBeTruthy();
  });

  it('counts the people who are in the own book already', async () => {
    draw({ own: 1204 });
    expect(await server().findByText('1,204 people in your book')).toBeTruthy();
  });
});

describe('The line of shortcuts', () => {
  it('shows the keys that the browser granted, and leads to its page for the one it did not', async () => {
    const { page } = draw({ page: { shortcuts: async () => ({ openPanel: 'Alt+W', lookUp: null }) } });
    const line = within(await screen.findByRole('list', { name: 'Keyboard shortcuts' }));
    expect(line.getByText('Alt W')).toBeTruthy();
    expect(line.getAllByText('not set')).toHaveLength(1);
    fireEvent.click(line.getByRole('button', { name: 'set it (Look up selection)' }));
    expect(page.openShortcuts).toHaveBeenCalledOnce();
  });

  it('is left out where the browser does not tell', async () => {
    draw({ page: { shortcuts: () => Promise.reject(new Error('no commands here')) } });
    await sample().findByRole('button', { name: 'Load sample people' });
    expect(screen.queryByRole('list', { name: 'Keyboard shortcuts' })).toBeNull();
  });
});

describe('The sample panel', () => {
  const anna = viewOf({
    tab: 7,
    page: { state: 'none', host: null, site: null },
    subject: subject({ party: partyOf('', 'anna.keller@example.com'), origin: 'asked', role: 'asked' }),
    answers: [answer([match({ mail: 'anna.keller@example.com', summary: 'Knows the product well.' })])],
  });
  const panel = () => within(screen.getByRole('complementary', { name: 'Sample panel' }));

  it('asks for Anna Keller in this tab, once the sample people are loaded', async () => {
    const { questions } = draw({ view: viewOf({ tab: 7, subject: null }) });
    expect(panel().getByText('Anna Keller appears here, as she would beside her message.')).toBeTruthy();
    fireEvent.click(panel().getByRole('button', { name: 'Load sample people' }));
    await waitFor(() => expect(questions('lookup.text')).toEqual([{ tab: 7, text: 'anna.keller@example.com' }]));
  });

  it('looks nobody up while there are no sample people', async () => {
    const { questions } = draw({ view: viewOf({ tab: 7, subject: null }) });
    await screen.findByText('Open panel');
    expect(questions('lookup.text')).toEqual([]);
  });

  it('shows her as the panel itself does, in a page that has one main part', async () => {
    draw({ loaded: true, view: anna });
    expect(await panel().findByRole('heading', { name: 'Anna Keller' })).toBeTruthy();
    expect(panel().getByText('Knows the product well.')).toBeTruthy();
    expect(panel().getByRole('tab', { name: 'Overview' })).toBeTruthy();
    expect(screen.getAllByRole('main')).toHaveLength(1);
  });

  it('lets go of her when the sample people are removed', async () => {
    draw({ loaded: true, view: anna });
    await panel().findByRole('heading', { name: 'Anna Keller' });
    fireEvent.click(sample().getByRole('button', { name: 'Remove sample people' }));
    await waitFor(() => expect(panel().queryByRole('heading', { name: 'Anna Keller' })).toBeNull());
  });
});
