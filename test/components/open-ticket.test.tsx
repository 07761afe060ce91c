import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { ticket } from '@/test/support/people';
import { answer, match, sources, view } from '@/test/support/views';
import type { OpenTicket, PanelView } from '@/utils/messages/view';

const page = (open: Partial<OpenTicket>): PanelView['page'] => ({
  state: 'open',
  host: 'desk.example.com',
  site: 'rt',
  ticket: { connection: 'rt', id: '19', state: 'known', ...open },
});
const nobody = (open: Partial<OpenTicket>) => view({ subject: null, page: page(open), sources: [sources.rt] });

describe('A ticket whose page does not say whose it is', () => {
  it('is named at once, with the server that is asked', () => {
    drawPanel(nobody({ state: 'looking' }));
    expect(screen.getByRole('heading', { name: 'Ticket 19' })).toBeTruthy();
    expect(screen.getByText(/^Asking/u).textContent).toContain('RT Support');
  });

  it.each([
    ['forbidden', 'Your login may not do this.'],
    ['missing', 'It is no longer there.'],
  ] as const)('says why that cannot be read: %s', (kind, why) => {
    drawPanel(nobody({ state: 'failed', problem: { kind, connection: 'rt' } }));
    expect(screen.getByText('Whose ticket this is could not be read from RT Support.')).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
  });

  it('is not called a message where its server names nobody either', () => {
    drawPanel(nobody({}));
    expect(screen.getByRole('heading', { name: 'Ticket 19' })).toBeTruthy();
    const told = screen.getByText(/names no requestor for it, or only you/u, { selector: '.head-text' });
    expect(told.textContent).toContain('RT Support');
    expect(screen.queryByText('Nobody to show for this message')).toBeNull();
  });

  it('is asked for again on a press', () => {
    const again = vi.fn(() => null);
    const failed = nobody({ state: 'failed', problem: { kind: 'offline', connection: 'rt' } });
    drawPanel(failed, { 'lookup.again': again });
    screen.getByRole('button', { name: 'Retry' }).click();
    expect(again).toHaveBeenCalledTimes(1);
  });
});

describe('The tickets of whom the open one is from', () => {
  const items = [ticket({ id: '18', number: '18' }), ticket({ id: '19', number: '19', title: 'The open one' })];
  const profile = {
    open: { state: 'read', part: { items, total: 2 } },
    resolved: { state: 'read', part: { items: [], total: 0 } },
  } as const;
  const found = (open: Partial<OpenTicket>, state: PanelView['page']['state'] = 'open') =>
    view({
      page: { ...page(open), state },
      answers: [answer([match({ ref: { connection: 'rt', id: '53' } }, { profile })], { source: sources.rt })],
    });
  const rows = () =>
    within(screen.getByRole('region', { name: /^Open/ }))
      .getAllByRole('listitem')
      .map((row) => row.textContent.includes('this ticket'));

  it('mark the one whose page is open', () => {
    drawPanel(found({}));
    expect(rows()).toEqual([false, true]);
  });

  it('mark none that only another server calls by that number, and none once its page is left', () => {
    const { show } = drawPanel(found({ connection: 'zammad' }));
    expect(rows()).toEqual([false, false]);
    show(found({}, 'none'));
    expect(rows()).toEqual([false, false]);
  });
});
