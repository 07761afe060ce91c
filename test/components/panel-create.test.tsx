import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { address, partyOf, person } from '@/test/support/people';
import { answer, match, sources, subject, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const MARIE = 'marie.sorensen@bauer-sohn.example.org';
const marie = subject({ key: 'marie', party: partyOf('Marie Sørensen', MARIE) });
const two = [sources.rt, sources.book];
const nobody = view({ subject: marie, answers: [answer([], { source: sources.rt }), answer()], sources: two });
const form = () => within(screen.getByRole('form', { name: 'New person' }));
const type = (label: string, value: string) => fireEvent.input(form().getByLabelText(label), { target: { value } });
const value = (label: string) =>
  form().getByLabelText(label).getAttribute('value') ?? screen.getByLabelText<HTMLInputElement>(label).value;

afterEach(() => {
  vi.useRealTimers();
});

describe('An address that nobody has', () => {
  it('is told with the servers that were asked, and with a form filled from the message', () => {
    drawPanel(nobody);
    const head = screen.getByRole('banner');
    expect(within(head).getByRole('heading', { name: 'No one has this address' })).toBeTruthy();
    expect(within(head).getByText(/Looked in/).textContent).toContain('RT Support');
    expect(value('Name')).toBe('Marie Sørensen');
    expect(value('Address')).toBe(MARIE);
    expect(form().getByText('From the message. Check the spelling.')).toBeTruthy();
  });

  it('is not said to be nobody while a server could not be asked, and no form stands there to make them twice', () => {
    const failed = answer([], {
      source: sources.rt,
      state: 'failed',
      problem: { kind: 'signed-out', connection: 'rt' },
    });
    drawPanel(view({ subject: subject(), answers: [answer(), failed] }));
    expect(screen.getByRole('heading', { name: 'No one found so far' })).toBeTruthy();
    expect(screen.getByText('Could not look in').textContent).toContain(sources.rt.name);
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Create person' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeTruthy();
  });

  it('has near matches above the form, with the reason in words and the differing letters bold', () => {
    const other = address('marie.sorensen@bauersohn.example.org');
    const near = [
      {
        source: sources.rt,
        person: person({ ref: { connection: 'rt', id: 'ms' }, name: 'Marie Sørensen', mail: other }),
        reason: { kind: 'similar-address', address: other, sameName: true },
      },
    ] as const;
    const { questions } = drawPanel({ ...nobody, near }, { 'lookup.person': () => null });
    const list = within(screen.getByRole('region', { name: 'Near matches' }));
    expect(list.getByText('Same name, address without the hyphen')).toBeTruthy();
    expect(list.getByText('bauersohn').tagName).toBe('STRONG');
    expect(list.getByText('RT Support')).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: 'Open Marie Sørensen' }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'rt', id: 'ms' } }]);
  });

  it('is saved where the last one was, and only a server that can make people is offered', () => {
    const can = ['person.create'] as const;
    const answers = [
      answer([], { source: sources.rt, can: [] }),
      answer(),
      answer([], { source: sources.zammad, can }),
    ];
    drawPanel(view({ subject: marie, answers, sources: Object.values(sources), saveTo: 'zammad' }));
    const field = screen.getByRole('combobox', { name: /^Save to/ });
    expect(field.textContent).toContain('Zammad West');
    fireEvent.click(field);
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
      expect.stringContaining('My book'),
      expect.stringContaining('Zammad West'),
    ]);
  });

  it('is saved to the first that can, where the last one cannot any more', () => {
    drawPanel({ ...nobody, saveTo: 'gone' });
    expect(screen.getByRole('combobox', { name: /^Save to/ }).textContent).toContain('RT Support');
  });

  it('becomes a person with what the form says', async () => {
    const { questions } = drawPanel(nobody, { 'person.create': () => ({ connection: 'book', id: '9' }) });
    type('Name', 'Marie');
    type('Organisation', 'Bauer');
    fireEvent.click(screen.getByRole('combobox', { name: /^Save to/ }));
    fireEvent.click(screen.getByRole('option', { name: 'My book' }));
    fireEvent.click(form().getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(questions('person.create')).toHaveLength(1));
    expect(questions('person.create')).toEqual([
      { tab: 1, draft: { name: 'Marie', address: MARIE, organisation: 'Bauer', connection: 'book' }, of: MARIE },
    ]);
  });

  it('is not sent again by itself after a server asked to wait: it may have been edited since', async () => {
    vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
    const busy = () => {
      throw new ProblemError({ kind: 'rate-limited', retryAt: NOW + 1000 });
    };
    const { questions, clock } = drawPanel(nobody, { 'person.create': busy });
    fireEvent.click(form().getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(form().getByText(/asks? us to wait/)).toBeTruthy());
    for (const _ of [1, 2, 3, 4]) {
      clock.now += 1000;
      await act(async () => void vi.advanceTimersByTime(1000));
    }
    expect(questions('person.create')).toHaveLength(1);
  });

  it('is not sent while it is none, and the reason stands at the field', () => {
    const { questions } = drawPanel(nobody, { 'person.create': () => ({ connection: 'book', id: '9' }) });
    type('Address', 'marie');
    fireEvent.click(form().getByRole('button', { name: 'Create' }));
    expect(form().getByRole('textbox', { name: 'Address', description: /^This is not an address/ })).toBe(
      document.activeElement,
    );
    expect(questions('person.create')).toEqual([]);
  });

  it('keeps what was typed when the server refuses, says why, and can be tried again', async () => {
    const { questions } = drawPanel(nobody, {
      'person.create': () => {
        throw new ProblemError({ kind: 'server', status: 500 });
      },
    });
    type('Name', 'Marie');
    fireEvent.click(form().getByRole('button', { name: 'Create' }));
    expect(await screen.findByText('Not created in RT Support.')).toBeTruthy();
    expect(screen.getByText('The server answered 500. What you typed is kept.')).toBeTruthy();
    expect(value('Name')).toBe('Marie');
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toBe(
        'Not created in RT Support. The server answered 500. What you typed is kept.',
      ),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(questions('person.create')).toHaveLength(2));
  });

  it('names who has it, where somebody was quicker', async () => {
    drawPanel(nobody, {
      'person.create': () => {
        throw new ProblemError({ kind: 'conflict', call: 'person.create', detail: 'Marie Berg' });
      },
    });
    fireEvent.click(form().getByRole('button', { name: 'Create' }));
    expect(await screen.findByText(/^.Marie Berg. has this address already\. What you typed is kept\.$/)).toBeTruthy();
  });

  it('can be given an organisation that is known, or a new one', async () => {
    drawPanel(nobody, {
      organisations: () => ({ items: [{ id: '1', name: 'Bauer & Sohn', people: 8 }], total: 1 }),
    });
    type('Organisation', 'Bauer');
    expect(await screen.findByRole('option', { name: /Bauer & Sohn.*8 people/ })).toBeTruthy();
    expect(screen.getByRole('option', { name: 'Create “Bauer”' })).toBeTruthy();
    const field = form().getByRole('combobox', { name: 'Organisation' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(value('Organisation')).toBe('Bauer & Sohn');
  });

  it('can be left alone for now, or for ever', () => {
    const { questions } = drawPanel(nobody, { 'draft.keep': () => null, 'never.add': () => null });
    fireEvent.click(form().getByRole('button', { name: 'Never look up' }));
    expect(questions('never.add')).toEqual([{ tab: 1, of: MARIE }]);
    fireEvent.click(form().getByRole('button', { name: 'Not now' }));
    expect(screen.queryByRole('form', { name: 'New person' })).toBeNull();
    const again = screen.getByRole('button', { name: 'Create person' });
    expect(document.activeElement).toBe(again);
    fireEvent.click(again);
    expect(document.activeElement).toBe(form().getByLabelText('Name'));
  });

  it('has no form where no server can make a person', () => {
    drawPanel(view({ subject: marie, answers: [answer([], { can: [] })] }));
    expect(screen.getByText('None of your servers can make a new person.')).toBeTruthy();
  });
});

describe('A half-filled form', () => {
  const anna = view({ subject: subject({ key: 'anna' }), answers: [answer([match()])] });

  it('holds the panel when the next message is opened, and lets go on a press', () => {
    const { show } = drawPanel(nobody, { 'draft.keep': () => null });
    type('Name', 'Marie S');
    show(anna);
    expect(value('Name')).toBe('Marie S');
    expect(screen.getByText(/Still creating .*Marie Sørensen/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Show .*Anna Keller/ }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna Keller');
  });

  it('held over the next message keeps its last letter while another tab is looked at', () => {
    const { show } = drawPanel(nobody, { 'draft.keep': () => null });
    const next = view({ subject: subject({ key: 'next' }), answers: [answer()] });
    type('Name', 'Marie S');
    show(next);
    type('Organisation', 'Bauer');
    show(null);
    show(next);
    expect(value('Name')).toBe('Marie S');
    expect(value('Organisation')).toBe('Bauer');
  });

  it('is kept to the last letter when another tab takes its place', () => {
    const { show, questions } = drawPanel(nobody, { 'draft.keep': () => null });
    type('Name', 'Marie S');
    show(null);
    expect(questions('draft.keep')).toMatchObject([{ tab: 1, of: MARIE, draft: { name: 'Marie S' } }]);
  });

  it('is not kept once it is left', () => {
    const { questions } = drawPanel(nobody, { 'draft.keep': () => null });
    type('Name', 'Marie S');
    fireEvent.click(form().getByRole('button', { name: 'Not now' }));
    expect(questions('draft.keep')).toEqual([{ tab: 1, of: MARIE, draft: null }]);
  });

  it('that nobody typed in holds nothing', () => {
    const { show } = drawPanel(nobody);
    show(anna);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna Keller');
  });

  it('is kept for the person it is typed for, also when the page has moved on', async () => {
    const { show, questions } = drawPanel(nobody, { 'draft.keep': () => null });
    type('Name', 'Marie S');
    show(anna);
    await waitFor(() => expect(questions('draft.keep')).toHaveLength(1));
    expect(questions('draft.keep')).toMatchObject([{ tab: 1, of: MARIE, draft: { name: 'Marie S' } }]);
  });

  it('comes back as it was left', () => {
    const draft = { name: 'Marie S', address: MARIE, organisation: 'Bauer', connection: 'book' };
    drawPanel({ ...nobody, draft });
    expect(value('Name')).toBe('Marie S');
    expect(value('Organisation')).toBe('Bauer');
    expect(screen.getByRole('combobox', { name: /^Save to.*My book/ })).toBeTruthy();
  });

  it('does not hold the panel once the person is made', async () => {
    const { show } = drawPanel(nobody, {
      'person.create': () => ({ connection: 'rt', id: '9' }),
      'draft.keep': () => null,
    });
    type('Name', 'Marie S');
    fireEvent.click(form().getByRole('button', { name: 'Create' }));
    await screen.findByText('Saving');
    show(view({ subject: marie, answers: [answer([match({ name: 'Marie S' })])] }));
    show(anna);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna Keller');
    expect(screen.queryByText(/Still creating/)).toBeNull();
  });
});
