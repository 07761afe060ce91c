import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import {
  drawMerge,
  group,
  HOME,
  mergeButton,
  PHUONG,
  part,
  phuong,
  plan,
  THAO,
  thao,
  WORK,
} from '@/test/support/merging';
import { person } from '@/test/support/people';
import { allCapabilities } from '@/test/support/views';
import { speak } from '@/test/support/words';

const radio = (field: RegExp | string, name: RegExp) => group(field).getByRole<HTMLInputElement>('radio', { name });
const planned = (panel: ReturnType<typeof drawMerge>) =>
  panel.questions('action.plan') as readonly { readonly ref: unknown; readonly chosen: { readonly input: unknown } }[];

describe('Two people on the way to become one', () => {
  it('stand side by side, the one with the longer history stays, and that is said', async () => {
    drawMerge();
    expect(await screen.findByText('Stays: the longer history')).toBeTruthy();
    const [stays, goes] = [part('Stays'), part('Is merged in')];
    expect(stays.getByText('Phương Thảo Nguyễn')).toBeTruthy();
    expect(stays.getByText('#4821')).toBeTruthy();
    expect(stays.getByText('14 tickets since 2021')).toBeTruthy();
    expect(goes.getByText('Thao N.')).toBeTruthy();
    expect(goes.getByText('3 tickets since 2025')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Merge two people' })).toBeTruthy();
  });

  it('are turned the other way where the one that was come from has the shorter history', async () => {
    drawMerge(undefined, {}, { stays: THAO, goes: PHUONG });
    await screen.findByText('Stays: the longer history');
    expect(part('Stays').getByText('Phương Thảo Nguyễn')).toBeTruthy();
  });

  it('show each field that differs, and only these; what is lost is struck out and called dropped', async () => {
    drawMerge();
    await mergeButton();
    const fields = part('What differs').getAllByRole('group');
    expect(fields.map((one) => one.querySelector('legend')?.textContent)).toEqual([
      'Name',
      'Position at Harbour & Finch',
      'Language',
    ]);
    expect(radio('Name', /^Phương/).checked).toBe(true);
    const lost = radio('Name', /^Thao N\.\s*dropped$/).closest('label');
    expect(lost?.querySelector('s')?.textContent).toBe('Thao N.');
    expect(lost?.querySelector('.merge-loses')).toBeTruthy();
    expect(within(radio('Language', /^English/).closest('label') ?? document.body).queryByText('dropped')).toBeNull();
  });

  it('have one value chosen of each field, which is planned anew at once', async () => {
    const panel = drawMerge();
    await mergeButton();
    fireEvent.click(radio('Language', /^Vietnamese/));
    expect(radio('Language', /^English\s*dropped/).checked).toBe(false);
    expect(screen.getByRole('button', { name: /Counting what moves/ }).getAttribute('aria-disabled')).toBe('true');
    await mergeButton();
    expect(planned(panel).at(-1)).toEqual({
      ref: PHUONG,
      chosen: {
        action: 'merge',
        input: {
          goes: THAO.id,
          keep: { name: 'stays', 'position:7': 'stays', language: 'goes' },
          primary: WORK,
          versions: { stays: 'p1', goes: 't1' },
        },
      },
    });
  });

  it('take over by themselves what only the one merged in has, which can be given up', async () => {
    const panel = drawMerge([phuong(), thao({ summary: 'Pays late.' })]);
    await mergeButton();
    expect(radio('Summary', /^Pays late\.$/).checked).toBe(true);
    fireEvent.click(radio('Summary', /empty/));
    expect(radio('Summary', /^Pays late\.\s*dropped$/).checked).toBe(false);
    await mergeButton();
    expect(planned(panel).at(-1)?.chosen.input).toMatchObject({ keep: { summary: 'stays' } });
  });

  it('choose between two organisations where only one can stay, and drop the other by name', async () => {
    const other = thao({ memberships: [{ organisation: '9', name: 'Finch Freelance' }] });
    const panel = drawMerge([phuong(), other], {}, { oneOrganisation: true });
    await mergeButton();
    expect(radio('Organisation', /^Finch Freelance\s*dropped$/).checked).toBe(false);
    fireEvent.click(radio('Organisation', /Finch Freelance/));
    expect(radio('Organisation', /^Harbour & Finch\s*dropped$/).checked).toBe(false);
    await mergeButton();
    expect(planned(panel).at(-1)?.chosen.input).toMatchObject({ keep: { organisation: 'goes' } });
  });

  it('have no choice where the server cannot take the other value over, and that is said', async () => {
    const panel = drawMerge([phuong(), thao()], {}, { can: allCapabilities.filter((one) => one !== 'person.set') });
    await mergeButton();
    expect(radio('Name', /^Thao N\.\s*dropped$/).disabled).toBe(true);
    expect(group('Name').getByText('My book cannot take the other value.')).toBeTruthy();
    expect(radio('Position at Harbour & Finch', /^Bookkeeper/).disabled).toBe(false);
    expect(planned(panel).at(-1)?.chosen.input).toMatchObject({ keep: { 'position:7': 'stays' } });
  });

  it('say that nothing differs where nothing does', async () => {
    drawMerge([person({ ref: PHUONG, name: 'Thao' }), person({ ref: THAO, name: 'Thao', mail: 'thao@home.example' })]);
    await mergeButton();
    expect(part('What differs').getByText('Nothing differs. Nothing is dropped.')).toBeTruthy();
  });

  it('keep addresses, contact values, labels and groups of both, and say whose they were', async () => {
    const panel = drawMerge();
    await mergeButton();
    const kept = part('Kept from both');
    const addresses = kept.getByRole('group', { name: /^Addresses/ });
    expect(within(addresses).getAllByRole('radio')).toHaveLength(2);
    expect(radio(/^Addresses/, /harbourfinch.*Primary/).checked).toBe(true);
    expect(kept.getByRole('list', { name: 'Labels' }).textContent).toMatch(/key account.*freelance from .*Thao N\./);
    expect(kept.getByRole('list', { name: 'Contact' }).textContent).toMatch(/5550133.*thao\.example.* from .*Thao N\./);
    expect(kept.getByRole('list', { name: 'Groups' }).textContent).toBe('Customers');
    fireEvent.click(radio(/^Addresses/, /home.*example/));
    await mergeButton();
    expect(planned(panel).at(-1)?.chosen.input).toMatchObject({ primary: HOME });
    expect(radio(/^Addresses/, /home.*example.*Primary/).checked).toBe(true);
  });

  it('are told with what moves, by kind, and in how many steps that can all be undone', async () => {
    drawMerge();
    await mergeButton();
    const moves = part(/^What moves to .*Phương/);
    expect(moves.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '3 tickets',
      '2 notes',
      '1 file',
    ]);
    expect(moves.getByText('Sidecard does it in 4 steps; all of them can be undone.')).toBeTruthy();
  });

  it('are told which steps cannot be undone', async () => {
    drawMerge(undefined, { 'action.plan': () => plan({ final: [1, 2] }) });
    await mergeButton();
    expect(screen.getByText('Sidecard does it in 4 steps. These cannot be undone: Ticket, Note.')).toBeTruthy();
  });

  it('cannot be merged before it is known what moves, and that is said', async () => {
    const panel = drawMerge(undefined, { 'action.plan': () => new Promise(() => {}) });
    const button = await screen.findByRole('button', { name: /Counting what moves/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(panel.questions('action.confirm')).toEqual([]);
  });
});

describe('Switch', () => {
  it('turns all of it round, tells it aloud, and sends nothing but a question', async () => {
    const panel = drawMerge();
    await mergeButton();
    fireEvent.click(screen.getByRole('button', { name: 'Switch' }));
    expect(part('Stays').getByText('Thao N.')).toBeTruthy();
    expect(part('Is merged in').getByText('Phương Thảo Nguyễn')).toBeTruthy();
    expect(screen.getByText('Stays: your choice')).toBeTruthy();
    expect(panel.said.at(-1)).toMatch(/^Stays: .*Thao N\..*\. Is merged in: .*Phương/);
    expect(radio('Name', /^Thao N\.$/).checked).toBe(true);
    expect(radio(/^Addresses/, /home.*example.*Primary/).checked).toBe(true);
    await mergeButton();
    expect(planned(panel).at(-1)).toMatchObject({
      ref: THAO,
      chosen: { input: { goes: PHUONG.id, primary: HOME, versions: { stays: 't1', goes: 'p1' } } },
    });
    expect(panel.questions('action.confirm')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Switch' }));
    expect(screen.getByText('Stays: the longer history')).toBeTruthy();
  });

  it('takes no choice back: whose value was chosen stays chosen', async () => {
    const panel = drawMerge();
    await mergeButton();
    fireEvent.click(radio('Language', /^Vietnamese/));
    fireEvent.click(screen.getByRole('button', { name: 'Switch' }));
    expect(radio('Language', /^Vietnamese$/).checked).toBe(true);
    await mergeButton();
    expect(planned(panel).at(-1)?.chosen.input).toMatchObject({ keep: { language: 'stays' } });
  });
});

describe('Plans of a merge', () => {
  it('are asked for once after a run through the choices, and older drafts are dropped', async () => {
    const panel = drawMerge();
    await mergeButton();
    fireEvent.click(radio('Language', /^Vietnamese/));
    fireEvent.click(radio('Language', /^English/));
    fireEvent.click(radio('Name', /^Thao/));
    await mergeButton();
    expect(planned(panel)).toHaveLength(2);
    expect(panel.questions('action.drop')).toEqual([{ entry: 'd1' }]);
    panel.unmount();
    await waitFor(() => expect(panel.questions('action.drop')).toEqual([{ entry: 'd1' }, { entry: 'd2' }]));
  });

  it('that come too late are dropped, and never shown', async () => {
    const waiting: ((draft: string) => void)[] = [];
    const panel = drawMerge(undefined, {
      'action.plan': () =>
        new Promise((resolve) =>
          waiting.push((draft) => resolve(plan({ draft, changes: plan().changes.slice(0, 2) }))),
        ),
    });
    await waitFor(() => expect(waiting).toHaveLength(1));
    fireEvent.click(radio('Language', /^Vietnamese/));
    await waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.('new');
    await mergeButton();
    waiting[0]?.('old');
    await waitFor(() => expect(panel.questions('action.drop')).toEqual([{ entry: 'old' }]));
    fireEvent.click(await mergeButton());
    await waitFor(() => expect(panel.questions('action.confirm')).toEqual([{ draft: 'new' }]));
  });
});

describe('The button of a merge', () => {
  it('runs the plan as it was shown, once, and leaves the page for the one who stays', async () => {
    const panel = drawMerge();
    const button = await mergeButton();
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(panel.leave).toHaveBeenCalledTimes(1));
    expect(panel.questions('action.confirm')).toEqual([{ draft: 'd1' }]);
    expect(panel.questions('lookup.person')).toEqual([]);
    panel.unmount();
    expect(panel.questions('action.drop')).toEqual([]);
  });

  it('shows the survivor, where that is somebody else than the panel is about', async () => {
    const panel = drawMerge();
    await mergeButton();
    fireEvent.click(screen.getByRole('button', { name: 'Switch' }));
    fireEvent.click(await mergeButton());
    await waitFor(() => expect(panel.questions('lookup.person')).toEqual([{ tab: 1, ref: THAO }]));
  });

  it('is never pressed by Enter on a choice', async () => {
    const panel = drawMerge();
    await mergeButton();
    expect(radio('Name', /^Thao/).closest('form')).toBeNull();
    fireEvent.keyDown(radio('Name', /^Thao/), { key: 'Enter' });
    expect(panel.questions('action.confirm')).toEqual([]);
  });

  it('says that it works, and nothing is chosen meanwhile', async () => {
    drawMerge(undefined, { 'action.confirm': () => new Promise(() => {}) });
    fireEvent.click(await mergeButton());
    expect(await screen.findByRole('button', { name: /Merging/ })).toBeTruthy();
    expect(radio('Name', /^Thao/).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Switch' }));
    expect(part('Stays').getByText('Phương Thảo Nguyễn')).toBeTruthy();
  });
});

describe('While it is open, a merge', () => {
  it('holds the panel, and Cancel and the X let it go without a trace', async () => {
    const panel = drawMerge();
    await mergeButton();
    expect(panel.held.has('form')).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(panel.held.has('form')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(panel.leave).toHaveBeenCalledTimes(2);
    expect(panel.questions('action.confirm')).toEqual([]);
  });

  it('is left by Esc from a choice too', async () => {
    const panel = drawMerge();
    await mergeButton();
    fireEvent.keyDown(radio('Name', /^Thao/), { key: 'Escape' });
    expect(panel.leave).toHaveBeenCalledTimes(1);
  });

  it('speaks Arabic with its plurals', async () => {
    speak('ar');
    const panel = drawMerge();
    expect(await screen.findByRole('button', { name: 'دمج هذين الشخصين' })).toBeTruthy();
    expect(screen.getByText('تذاكر').parentElement?.textContent).toMatch(/3|٣/);
    expect(screen.getByText(/في 4 خطوات|في ٤ خطوات/)).toBeTruthy();
    panel.unmount();
    speak('en');
  });
});
