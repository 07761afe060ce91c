import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { withSignIn } from '@/test/support/asked-action';
import { drawPanel } from '@/test/support/draw-panel';
import { ran } from '@/test/support/draw-profile';
import { address, partyOf } from '@/test/support/people';
import { answer, match, sources, subject, view } from '@/test/support/views';
import type { Says } from '@/utils/connectors/types';

const ref = { connection: 'rt', id: '4821' };
const [work, home] = [address('anna@example.com'), address('anna@home.example')];

function draw(says: Says) {
  const source = { ...sources.rt, says };
  const emails = [
    { address: work, primary: true },
    { address: home, primary: false },
  ];
  const shown = answer([match({ ref, emails, summary: 'Pays on time.' })], { source, can: withSignIn });
  return drawPanel(
    view({ subject: subject({ party: partyOf('Anna', home) }), answers: [shown], shown: ref, sources: [source] }),
    { 'action.run': () => ran, 'typed.get': () => ({}), definitions: () => [], groups: () => [] },
  );
}
const menu = () => fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));

describe('Where a second address is how somebody signs in', () => {
  it('what making it the primary one changes is said before and after', async () => {
    draw({ primary: 'zammad_says_primary' });
    menu();
    const row = screen.getByRole('menuitem', { name: /primary/ });
    expect(row.textContent).toContain('RT Support keeps the second address as the login');
    fireEvent.click(row);
    expect(await screen.findByText(/is primary\. RT Support keeps the second address as the login/)).toBeTruthy();
  });

  it('elsewhere it is just the primary one', async () => {
    draw({});
    menu();
    fireEvent.click(screen.getByRole('menuitem', { name: /primary/ }));
    expect(await screen.findByText(/is primary$/)).toBeTruthy();
  });
});

describe('Where no files are kept with people', () => {
  const text = () => screen.getByText('Pays on time.');
  const dropped = (types: readonly string[]) => ({ dataTransfer: { types, files: [] } });

  it('one that is dropped on the notes is refused, with the reason, and does not take the panel away', async () => {
    draw({ files: 'zammad_says_files' });
    expect(screen.queryByText(/keeps no files/)).toBeNull();
    expect(fireEvent.dragOver(text(), dropped(['Files']))).toBe(false);
    expect(screen.queryByText(/keeps no files/)).toBeNull();
    expect(fireEvent.drop(text(), dropped(['Files']))).toBe(false);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^RT Support keeps no files/));
    expect(screen.getAllByText(/^RT Support keeps no files/)).toHaveLength(2);
  });

  it('text is taken, also with a picture of itself', () => {
    draw({ files: 'zammad_says_files' });
    const pasted = { clipboardData: { types: ['text/plain', 'Files'], files: [] } };
    expect(fireEvent.paste(text(), pasted)).toBe(true);
    expect(fireEvent.drop(text(), dropped(['text/plain']))).toBe(true);
    expect(screen.queryByText(/keeps no files/)).toBeNull();
  });
});
