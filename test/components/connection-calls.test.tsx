import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { deskKind, ownRow } from '@/test/support/connections';
import {
  CHATS,
  chatsRow,
  describeIt,
  desk,
  drawCalls,
  isOn,
  merge,
  mergeRow,
  saved,
  turn,
} from '@/test/support/draw-calls';
import { drawConnections, field, press, refusing, type } from '@/test/support/draw-connections';

const BODY = 'Body (can stay empty)';
const CODES = 'Answers that mean it worked';

describe('The further calls of a connection', () => {
  it('are in the menu of a kind that has such, and of no other', async () => {
    const { box } = await drawCalls();
    expect(document.activeElement?.textContent).toBe('What Old desk may have');
    expect(box.getAllByRole('switch').map((one) => one.textContent)).toEqual(['Merge', CHATS]);
    expect(box.getAllByRole('button', { name: /^Describe: / })).toHaveLength(2);
    press('More for RT Support');
    expect(screen.queryByRole('menuitem', { name: 'Further calls…' })).toBeNull();
  });

  it('show how each is made, and whether it is on', async () => {
    const { box } = await drawCalls([
      { ...mergeRow, kept: merge },
      { ...chatsRow, kept: { ...merge, on: false } },
    ]);
    expect([isOn('Merge'), isOn(CHATS)]).toEqual(['true', 'false']);
    expect(box.getAllByText('PUT people/{id}/join/{source}')).toHaveLength(2);
  });

  it('take the call of an older version with one press, and everything of it is saved', async () => {
    const { questions } = await drawCalls();
    await describeIt('Merge');
    expect(document.activeElement).toBe(field('Path'));
    press('Retry');
    await waitFor(() => expect(field('Path').value).toBe('/api/people/{id}/merge/{source}'));
    press('Save');
    await waitFor(() =>
      expect(saved(questions)).toEqual([
        {
          id: 'desk',
          call: 'merge',
          value: { on: true, method: 'post', path: '/api/people/{id}/merge/{source}', body: '', codes: [200] },
        },
      ]),
    );
    expect(await screen.findByText('Saved: Merge')).toBeTruthy();
    expect(isOn('Merge')).toBe('true');
    expect(screen.queryByRole('form', { name: /How it is called/ })).toBeNull();
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit: Merge'));
  });

  it('are saved as they were typed', async () => {
    const { questions } = await drawCalls();
    await describeIt('Merge');
    fireEvent.click(screen.getByRole('combobox', { name: /^Method/ }));
    fireEvent.click(screen.getByRole('option', { name: 'DELETE' }));
    type('Path', ' people/{source} ');
    type(BODY, '{"into": "{id}"}');
    type(CODES, '200 204,202');
    press('Save');
    await waitFor(() => expect(saved(questions)).toHaveLength(1));
    expect(saved(questions)).toMatchObject([
      { value: { method: 'delete', path: 'people/{source}', body: '{"into": "{id}"}', codes: [200, 204, 202] } },
    ]);
  });

  it.each([
    ['Path', '', 'Type the path of the call.'],
    ['Path', 'https://elsewhere.example/{id}', /The path has to stay at this server/],
    ['Path', 'people/{sauce}', '⁨{sauce}⁩ is not filled in here. Use ⁨{id}⁩, ⁨{source}⁩.'],
    ['Path', 'people/{id', /A brace stands alone/],
    ['Path', 'people/7', /It would be the same for everybody/],
    [BODY, '{"from": {source}}', /This is no JSON/],
    [BODY, '{"{source}": 1}', /on the right of a colon only/],
    [CODES, '', 'Type at least one, like 200.'],
    [CODES, '200, fine', '⁨fine⁩ does not mean that it worked. Those that do are from 200 to 299.'],
    [CODES, '404', '⁨404⁩ does not mean that it worked. Those that do are from 200 to 299.'],
  ])('with "%s" %s are not saved, and say in its place what is wrong', async (name, text, words) => {
    const { questions } = await drawCalls();
    await describeIt('Merge');
    type('Path', 'people/{id}/merge/{source}');
    type(name, text);
    expect(screen.queryByText(words)).toBeNull();
    press('Save');
    expect(await screen.findByText(words)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field(name)));
    expect(field(name).value).toBe(text);
    expect(saved(questions)).toEqual([]);
  });

  it('switched off are kept as far as they were typed', async () => {
    const { questions } = await drawCalls();
    await describeIt('Merge');
    type('Path', 'people/{id');
    turn('Merge');
    await waitFor(() => expect(isOn('Merge')).toBe('false'));
    press('Save');
    await waitFor(() => expect(saved(questions)).toMatchObject([{ value: { on: false, path: 'people/{id' } }]));
    expect(await screen.findByText('Off')).toBeTruthy();
    // Switched on as it is it could not be made: it is opened with what is wrong.
    turn('Merge');
    expect(await screen.findByText(/A brace stands alone/)).toBeTruthy();
    expect(saved(questions)).toHaveLength(1);
  });

  it('are switched on and off at once where they are described', async () => {
    const { questions } = await drawCalls([{ ...mergeRow, kept: merge }]);
    turn('Merge');
    await waitFor(() =>
      expect(saved(questions)).toEqual([{ id: 'desk', call: 'merge', value: { ...merge, on: false } }]),
    );
    expect(await screen.findByText('Switched off: Merge')).toBeTruthy();
    expect(isOn('Merge')).toBe('false');
  });

  it('are forgotten on demand', async () => {
    const { questions } = await drawCalls([{ ...mergeRow, kept: merge }]);
    press('Edit: Merge');
    fireEvent.click(await screen.findByRole('button', { name: 'Forget this call' }));
    await waitFor(() => expect(saved(questions)).toEqual([{ id: 'desk', call: 'merge', value: null }]));
    expect(await screen.findByRole('button', { name: 'Describe: Merge' })).toBeTruthy();
  });

  it('that cannot be read show what is kept, and lose nothing of it unless they are saved anew', async () => {
    const { questions } = await drawCalls([{ ...mergeRow, garbage: '{"method":"dance"}' }]);
    expect(screen.getByText('What is kept cannot be read')).toBeTruthy();
    expect(isOn('Merge')).toBe('false');
    await describeIt('Merge');
    expect(screen.getByText('{"method":"dance"}')).toBeTruthy();
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('form', { name: /How it is called/ })).toBeNull());
    expect(saved(questions)).toEqual([]);
  });
});

describe('What is typed of a call', () => {
  const typeSome = async () => {
    await describeIt('Merge');
    type('Path', 'people/{id}/merge/{source}');
  };

  it('stays when it could not be saved, with the reason', async () => {
    await drawCalls([mergeRow], { 'connection.call.save': refusing({ kind: 'storage-full' }) });
    await typeSome();
    press('Save');
    expect(await screen.findByText('Not saved. There is no room left on this computer.')).toBeTruthy();
    expect(field('Path').value).toBe('people/{id}/merge/{source}');
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBeNull();
  });

  it('stays when the background finds something wrong, which is told in its place', async () => {
    await drawCalls([mergeRow], { 'connection.call.save': refusing({ kind: 'invalid', detail: 'path' }) });
    await typeSome();
    press('Save');
    expect(await screen.findByText('This is not accepted for this kind of server.')).toBeTruthy();
    expect(field('Path').getAttribute('aria-invalid')).toBe('true');
  });

  it('stays while another section is looked at, which says that it waits', async () => {
    await drawCalls();
    await typeSome();
    location.hash = 'log';
    fireEvent(window, new Event('hashchange'));
    expect(await screen.findByText(/not saved/)).toBeTruthy();
    location.hash = 'connections';
    fireEvent(window, new Event('hashchange'));
    await waitFor(() => expect(field('Path').value).toBe('people/{id}/merge/{source}'));
  });

  it('is not given up without a word', async () => {
    await drawCalls();
    await typeSome();
    press('Close');
    expect(await screen.findByText('What you typed here is not saved.')).toBeTruthy();
    press('Keep editing');
    await waitFor(() => expect(screen.queryByText('What you typed here is not saved.')).toBeNull());
    expect(field('Path').value).toBe('people/{id}/merge/{source}');
    press('Close');
    press('Discard');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'What Old desk may have' })).toBeNull());
  });

  it('is looked for anew at what is wrong each time that it is to be saved', async () => {
    await drawCalls();
    await describeIt('Merge');
    for (const text of ['people/7', 'people/8']) {
      type('Path', text);
      field(CODES).focus();
      press('Save');
      await waitFor(() => expect(document.activeElement).toBe(field('Path')));
    }
  });

  it('goes with its connection', async () => {
    const { kept } = await drawCalls();
    await typeSome();
    kept.rows = kept.rows.filter(({ id }) => id !== desk.id);
    fireEvent.focus(window);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'What Old desk may have' })).toBeNull());
    location.hash = 'log';
    fireEvent(window, new Event('hashchange'));
    await waitFor(() => expect(screen.queryByRole('heading', { level: 1, name: 'Connections' })).toBeNull());
    expect(screen.queryByText(/not saved/)).toBeNull();
  });

  it('cannot be changed while the tokens are locked, and is not lost by that', async () => {
    const { questions } = await drawCalls([{ ...mergeRow, kept: merge }], {}, { ...desk, state: 'locked' });
    expect(screen.getByText(/Unlock them with your passphrase to change these calls/)).toBeTruthy();
    turn('Merge');
    press('Edit: Merge');
    await screen.findByRole('form', { name: 'How it is called: Merge' });
    type('Path', 'people/{id}');
    press('Save');
    expect(saved(questions)).toEqual([]);
    expect(field('Path').value).toBe('people/{id}');
  });

  it('counts for a paused server once it is resumed, which is said', async () => {
    await drawCalls([mergeRow], {}, { ...desk, state: 'paused' });
    expect(screen.getByText('Old desk is paused. What is set here counts once it is resumed.')).toBeTruthy();
  });

  it('offers to ask again where the calls could not be read', async () => {
    drawConnections([ownRow, desk], {
      answers: { 'connection.kinds': () => [deskKind], 'connection.calls': refusing({ kind: 'bug' }) },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'More for Old desk' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Further calls…' }));
    const box = within(await screen.findByRole('region', { name: 'What Old desk may have' }));
    expect(await box.findByRole('button', { name: 'Retry' })).toBeTruthy();
  });
});
