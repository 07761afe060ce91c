import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { Options } from '@/components/options/Options';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import { speak } from '@/test/support/words';
import type { Preferences } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

function draw(some: Partial<Preferences> = {}, answers: Answers = {}) {
  location.hash = '#appearance';
  const kept: { now: Preferences } = {
    now: { ownAddresses: [], neverLookUp: [], folded: {}, theme: 'system', singleKeys: true, ...some },
  };
  const background = answering({
    'preferences.get': () => kept.now,
    'preferences.set': (change) => {
      kept.now = { ...kept.now, ...change };
      return kept.now;
    },
    ...answers,
  });
  render(<Options ask={background.ask} page={pageActs()} importState={null} />);
  return background;
}

const radio = (name: string) => screen.findByRole<HTMLInputElement>('radio', { name });
const keys = () => screen.findByRole('switch', { name: 'Single keys in the panel' });

beforeEach(() => {
  location.hash = '';
});

describe('The section “Appearance”', () => {
  it('shows what is chosen: as the system, until somebody chose', async () => {
    draw();
    expect((await radio('As the system')).checked).toBe(true);
    expect((await radio('Dark')).checked).toBe(false);
    expect((await keys()).getAttribute('aria-checked')).toBe('true');
  });

  it('keeps light or dark at once', async () => {
    const { questions } = draw({ theme: 'light' });
    expect((await radio('Light')).checked).toBe(true);
    fireEvent.click(await radio('Dark'));
    expect((await radio('Dark')).checked).toBe(true);
    expect(questions('preferences.set')).toEqual([{ theme: 'dark' }]);
    fireEvent.click(await radio('As the system'));
    await waitFor(() => expect(questions('preferences.set').at(-1)).toEqual({ theme: 'system' }));
  });

  it('turns single keys off and on', async () => {
    const { questions } = draw();
    fireEvent.click(await keys());
    expect((await keys()).getAttribute('aria-checked')).toBe('false');
    await waitFor(() => expect(questions('preferences.set')).toEqual([{ singleKeys: false }]));
    fireEvent.click(await keys());
    await waitFor(() => expect(questions('preferences.set').at(-1)).toEqual({ singleKeys: true }));
  });

  it('shows what held before, and says so, where a choice was not kept', async () => {
    draw(
      { theme: 'light' },
      {
        'preferences.set': () => {
          throw new ProblemError({ kind: 'storage-full' });
        },
      },
    );
    fireEvent.click(await radio('Dark'));
    expect(await screen.findByText('Not saved. The extension gave no answer.')).toBeTruthy();
    expect((await radio('Light')).checked).toBe(true);
  });

  it('says that the button in mail pages follows the system', () => {
    draw();
    expect(screen.getByText(/The button in mail pages follows the system/)).toBeTruthy();
  });

  it.each(['en', 'ar'] as const)('keeps nobody out, in %s', async (language) => {
    speak(language);
    draw();
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(3));
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
