import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Options } from '@/components/options/Options';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import type { Preferences } from '@/utils/messages/protocol';

function draw(hash: string, some: Partial<Preferences> = {}, answers: Answers = {}, page = pageActs()) {
  location.hash = hash;
  const kept: { now: Preferences } = {
    now: { ownAddresses: [], neverLookUp: [], theme: 'system', singleKeys: true, folded: {}, ...some },
  };
  const background = answering({
    'site.list': () => [],
    'preferences.get': () => kept.now,
    'preferences.set': (change) => {
      kept.now = { ...kept.now, ...change };
      return kept.now;
    },
    ...answers,
  });
  render(<Options ask={background.ask} page={page} importState={null} />);
  return { ...background, page };
}

const add = (label: string, text: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
};

beforeEach(() => {
  location.hash = '';
});

describe('The settings page', () => {
  it.each([
    ['#sites', 'Mail sites'],
    ['#book', 'My book'],
    ['#never', 'Never looked up'],
    ['#own', 'Your addresses'],
    ['#shortcuts', 'Shortcuts'],
    ['#about', 'What is read'],
    ['#connections', 'Connections'],
    ['', 'Connections'],
    ['#nowhere', 'Connections'],
  ])('opened at “%s” shows %s, and says so in its navigation', (hash, title) => {
    draw(hash);
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy();
    const nav = screen.getByRole('navigation', { name: 'Settings' });
    expect(within(nav).getByRole('link', { current: 'page' }).textContent).toBe(title);
  });

  it('turns to another section by its link, and takes the focus to its head', async () => {
    draw('#sites');
    location.hash = '#about';
    fireEvent(window, new Event('hashchange'));
    const head = await screen.findByRole('heading', { level: 1, name: 'What is read' });
    expect(document.activeElement).toBe(head);
  });

  it('says what is read, what never, and where it stays', () => {
    draw('#about');
    expect(screen.getByRole('heading', { name: 'Never read' })).toBeTruthy();
    expect(screen.getByText('the text and the files of a message')).toBeTruthy();
    expect(screen.getByText(/Nothing is sent anywhere/)).toBeTruthy();
  });

  it('shows the keys that the browser granted, and the way to change them', async () => {
    const page = pageActs({ shortcuts: vi.fn(async () => ({ openPanel: 'Alt+W', lookUp: null })) });
    draw('#shortcuts', {}, {}, page);
    expect(await screen.findByText('Alt W')).toBeTruthy();
    expect(screen.getByText('not set')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Change shortcuts' }));
    expect(page.openShortcuts).toHaveBeenCalledOnce();
  });
});

describe('People who are never looked up', () => {
  const label = 'Address or @domain';

  it('are kept by address or by domain, in one form', async () => {
    const { questions } = draw('#never', { neverLookUp: ['old@example.com'] });
    await screen.findByText(/^old/);
    add(label, ' Anna.Keller@Example.com ');
    await screen.findByText('anna.keller@example.com is added.');
    add(label, 'example.org');
    await screen.findByText('@example.org is added.');
    expect(questions('preferences.set')).toEqual([
      { neverLookUp: ['old@example.com', 'anna.keller@example.com'] },
      { neverLookUp: ['old@example.com', 'anna.keller@example.com', '@example.org'] },
    ]);
    expect(
      within(screen.getByRole('list', { name: 'People you never look up' })).getAllByRole('listitem'),
    ).toHaveLength(3);
    expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe('');
  });

  it('are taken off the list by name', async () => {
    const { questions } = draw('#never', { neverLookUp: ['anna@example.com', '@example.org'] });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove @example.org' }));
    expect(await screen.findByText('@example.org is removed.')).toBeTruthy();
    expect(questions('preferences.set')).toEqual([{ neverLookUp: ['anna@example.com'] }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove @example.org' })).toBeNull());
  });

  it('stay off the list when two are taken off in a row', async () => {
    const { questions } = draw('#never', { neverLookUp: ['anna@example.com', 'ben@example.com', '@example.org'] });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove anna@example.com' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove ben@example.com' }));
    expect(await screen.findByText('ben@example.com is removed.')).toBeTruthy();
    expect(questions('preferences.set').at(-1)).toEqual({ neverLookUp: ['@example.org'] });
  });

  it.each(['anna', '@', 'anna@', '<b>x</b>', 'a b@example.com c', ''])('are not kept as “%s”', async (text) => {
    const { questions } = draw('#never');
    await screen.findByText('Nobody. Every sender is looked up.');
    add(label, text);
    expect(screen.getByText(/Type an address like/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(label));
    expect(questions('preferences.set')).toEqual([]);
  });

  it('are not kept twice', async () => {
    const { questions } = draw('#never', { neverLookUp: ['anna@example.com'] });
    await screen.findByText(/^anna/);
    add(label, 'ANNA@example.com');
    expect(screen.getByText('anna@example.com is in the list already.')).toBeTruthy();
    expect(questions('preferences.set')).toEqual([]);
  });

  it('stay typed, and the list as it was, when they could not be saved', async () => {
    draw(
      '#never',
      {},
      {
        'preferences.set': () => {
          throw new Error('asleep');
        },
      },
    );
    await screen.findByText('Nobody. Every sender is looked up.');
    add(label, 'anna@example.com');
    expect(await screen.findByText('Not saved. The extension gave no answer.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe('anna@example.com');
    expect(screen.getByText('Nobody. Every sender is looked up.')).toBeTruthy();
  });
});

describe('The own addresses', () => {
  it('are kept, but no whole domain is', async () => {
    const { questions } = draw('#own', { ownAddresses: [] });
    await screen.findByText(/None typed/);
    add('Your address', '@example.com');
    expect(screen.getByText(/Type a whole address/)).toBeTruthy();
    add('Your address', 'mira@example.com');
    expect(await screen.findByRole('button', { name: 'Remove mira@example.com' })).toBeTruthy();
    expect(questions('preferences.set')).toEqual([{ ownAddresses: ['mira@example.com'] }]);
  });
});
