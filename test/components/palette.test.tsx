import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { doneByKey, edits, sections } from '@/components/actions/profile-commands';
import { withSignIn } from '@/test/support/asked-action';
import { drawPanel } from '@/test/support/draw-panel';
import { denying, drawProfile, ran } from '@/test/support/draw-profile';
import { ticket } from '@/test/support/people';
import { answer, match, subject, view } from '@/test/support/views';
import { actions } from '@/utils/actions';

const press = (target: Element = document.body) => fireEvent.keyDown(target, { key: 'k', ctrlKey: true });
const palette = () => screen.getByRole('dialog', { name: 'All commands' });
const field = () => within(palette()).getByRole('combobox', { name: 'Find a command' });
const options = () => within(palette()).queryAllByRole('option');
const names = () => options().map((option) => option.querySelector('.palette-words')?.firstChild?.textContent);
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const key = (name: string) => fireEvent.keyDown(field(), { key: name });
const chosen = () => options().find((option) => option.getAttribute('aria-selected') === 'true');
const choose = (text: string) => {
  type(text);
  key('Enter');
};

describe('The list of all commands', () => {
  it('opens with Ctrl K and Cmd K, also out of a text field, with the focus in its field', () => {
    drawProfile({});
    press(screen.getByRole('combobox', { name: /search/i }));
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(field().getAttribute('aria-controls')).toBe(within(palette()).getByRole('listbox').id);
    fireEvent.keyDown(field(), { key: 'k', metaKey: true });
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.keyDown(document.body, { key: 'k', metaKey: true });
    expect(palette()).toBeTruthy();
  });

  it('gives the focus back to where it was', () => {
    drawProfile({});
    const tab = screen.getByRole('tab', { name: 'History' });
    tab.focus();
    press(tab);
    fireEvent(palette(), new Event('close'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(tab);
  });

  it('names every action and section of the person, and what can be done with nobody shown', () => {
    drawProfile({}, {}, { can: withSignIn });
    press();
    for (const name of [
      'Edit person…',
      'Merge',
      'Import vCard…',
      'Export vCard',
      'Add note',
      'New ticket',
      'Edit Summary',
      'Add a label',
      'Add organisation',
      'Edit Groups',
      'Automatic replies',
      'Go to Overview',
      'Go to Notes',
      'Go to Billing',
      'Go to History',
      'Go to Open',
      'Go to Contact',
      'Go to Properties',
      'Go to Files',
      'Undo the last change of this person',
      'Disable',
      'Set password',
      'Send reset link',
      'View as this person',
      'Remove all sign-in methods',
      'Delete',
      'Delete and ban',
      'Search people',
      'New person',
      'Import people from vCards…',
      'Find duplicates in My book',
      'Agents by team',
      'Waiting to be sent',
      'Look up again',
      'Settings',
      'Keys in the panel',
    ]) {
      expect(names(), name).toContain(name);
    }
    expect(new Set(names()).size).toBe(names().length);
  });

  it('forgets no action there is', () => {
    const there = new Set([
      ...sections.flatMap(({ does }) => does),
      ...edits.flatMap(({ does }) => does),
      ...Object.values(doneByKey).flat(),
      ...Object.values(actions).flatMap(({ id, menu }) => (menu === undefined ? [] : [id])),
    ]);
    // A ban is lifted in the settings: whose it was is gone. Who is about to be deleted is kept by a row of its own.
    const elsewhere = ['lift-ban', 'cancel-delete', ...there];
    expect(Object.keys(actions).filter((id) => !elsewhere.some((one) => one === id))).toEqual([]);
  });

  it('tells at each how it stands, and its key', () => {
    const profile = { open: { state: 'read', part: { items: [ticket()], total: 1 } } } as const;
    drawProfile({ status: 'disabled', labels: ['vip'] }, {}, {}, { profile });
    press();
    const row = (name: string) => options().find((option) => option.textContent?.includes(name))?.textContent;
    expect(row('Enable')).toBe('EnableDisabled account');
    expect(row('Go to Open')).toBe('Go to Open1');
    expect(row('Add a label')).toContain('vip');
    expect(row('Automatic replies')).toBe('Automatic repliesThey go out');
    expect(row('Undo')).toContain('Ctrl Z');
    expect(row('Search people')).toContain('/');
    expect(row('Keys in the panel')).toContain('?');
  });

  it('says why this login may not, and does nothing on Enter', async () => {
    const { questions } = drawProfile({}, {}, denying('account.enable'));
    press();
    type('disable');
    expect(chosen()?.textContent).toBe('DisableYour login may not, at My book.');
    expect(chosen()?.getAttribute('aria-disabled')).toBe('true');
    key('Enter');
    expect(palette()).toBeTruthy();
    expect(questions('action.run')).toEqual([]);
  });

  it('leaves those that fit what is typed: begun words in any order, in hurried letters', () => {
    drawProfile({});
    press();
    type('vcar imp');
    expect(new Set(names())).toEqual(new Set(['Import people from vCards…', 'Import vCard…']));
    type('DEL');
    expect(names()).toEqual(['Delete', 'Delete and ban']);
    type('zzz');
    expect(options()).toEqual([]);
    expect(within(palette()).getByText('No command fits.')).toBeTruthy();
    expect(field().getAttribute('aria-activedescendant')).toBeNull();
    expect(within(palette()).getByRole('status').textContent).toBe('0 commands');
  });

  it('moves with the arrows, round at the ends, and tells readers where', () => {
    drawProfile({});
    press();
    type('delete');
    expect(field().getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
    key('ArrowDown');
    expect(chosen()).toBe(options()[1]);
    expect(field().getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    key('ArrowDown');
    expect(chosen()).toBe(options()[0]);
    key('ArrowUp');
    expect(chosen()).toBe(options()[1]);
  });

  it('puts what was chosen last first', async () => {
    drawProfile({});
    press();
    choose('history');
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'History' }).getAttribute('aria-selected')).toBe('true'),
    );
    press();
    expect(names()[0]).toBe('Go to History');
  });

  it('does what one press does, with the way back', async () => {
    const { questions } = drawProfile({});
    press();
    choose('disable');
    expect(await screen.findByText('Disabled: no sign-in, no new tickets')).toBeTruthy();
    expect(questions('action.run')).toMatchObject([{ chosen: { action: 'disable' } }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks before what is grave', async () => {
    drawProfile({}, { holdings: () => ({}) });
    press();
    const list = palette();
    choose('delete');
    const question = await screen.findByRole('dialog', { name: 'Delete this person?' });
    // A browser tells of a closed dialog a moment later: that does not close what stands there by then.
    fireEvent(list, new Event('close'));
    await waitFor(() => expect(list.isConnected).toBe(false));
    expect(question.isConnected).toBe(true);
    expect(screen.queryByRole('combobox', { name: 'Find a command' })).toBeNull();
  });

  it('leads to a section that is folded away, opens it, and gives its heading the focus', async () => {
    drawProfile({});
    fireEvent.click(screen.getByRole('tab', { name: 'History' }));
    press();
    choose('go details');
    const heading = await screen.findByRole('button', { name: 'Details' });
    await waitFor(() => expect(heading.getAttribute('aria-expanded')).toBe('true'));
    expect(document.activeElement).toBe(heading);
  });

  it('begins a note and a ticket from any tab', async () => {
    drawProfile({});
    fireEvent.click(screen.getByRole('tab', { name: 'History' }));
    press();
    choose('add note');
    expect(await screen.findByRole('textbox', { name: 'Note' })).toBeTruthy();
    press();
    choose('new ticket');
    expect(await screen.findByRole('form', { name: 'New ticket' })).toBeTruthy();
  });

  it('leaves a page that stands in place of the profile for what is on the profile', async () => {
    drawProfile({});
    press();
    choose('edit person');
    await screen.findByRole('button', { name: 'Back' });
    press();
    choose('go history');
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'History' }).getAttribute('aria-selected')).toBe('true'),
    );
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  it('takes back the last change of the person', async () => {
    const entry = {
      id: 'e7',
      action: 'set-summary',
      at: '2026-11-17T13:00:00Z',
      state: 'done',
      canUndo: true,
    } as const;
    const { questions } = drawProfile({}, { entries: () => [entry] });
    press();
    choose('undo');
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e7' }]));
  });

  it('stops automatic replies, with the way back', async () => {
    const { questions } = drawProfile({}, { 'action.run': () => ran });
    press();
    choose('automatic');
    await waitFor(() =>
      expect(questions('action.run')).toMatchObject([
        { chosen: { action: 'set-auto-replies', input: { from: true, to: false } } },
      ]),
    );
  });

  it('works with nobody shown: only what needs nobody', () => {
    const openOptions = vi.fn();
    drawPanel(view({ subject: null }), {}, { openOptions });
    press();
    expect(names()).not.toContain('Delete');
    expect(names()).not.toContain('Look up again');
    expect(names()).toContain('New person');
    choose('settings');
    return waitFor(() => expect(openOptions).toHaveBeenCalled());
  });

  it('leads to the search field', async () => {
    drawProfile({});
    press();
    choose('search');
    await waitFor(() => expect(document.activeElement?.getAttribute('inputmode')).toBe('search'));
  });

  it('keeps the panel with its person while it is open', () => {
    const { show } = drawProfile({});
    press();
    show(view({ subject: subject({ key: 'next' }), answers: [answer([match({ name: 'Next One' })])] }));
    expect(screen.getByRole('heading', { level: 1, hidden: true }).textContent).toBe('Anna Keller');
  });

  it('stands in the list of keys', async () => {
    drawProfile({});
    fireEvent.keyDown(document.body, { key: '?' });
    const keys = await screen.findByRole('dialog', { name: 'Keys in the panel' });
    expect(keys.textContent).toContain('Ctrl K');
    expect(keys.textContent).toContain('All commands');
  });

  it('does not open over a question', async () => {
    drawProfile({}, { holdings: () => ({}) });
    press();
    choose('delete');
    const dialog = await screen.findByRole('dialog', { name: 'Delete this person?' });
    press(dialog);
    expect(screen.getAllByRole('dialog')).toEqual([dialog]);
  });
});
