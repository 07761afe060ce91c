import { describe, expect, it } from 'vitest';
import { filterCommands } from '@/components/actions/filter-commands';

describe('Commands that fit', () => {
  const command = (text: string, more = {}) => ({ key: text, icon: 'x' as const, text, onPress: () => {}, ...more });
  const found = (texts: readonly string[], typed: string, recent: readonly string[] = []) =>
    filterCommands(
      texts.map((text) => command(text)),
      typed,
      recent,
    ).map(({ text }) => text);

  it('are found without marks and case, in any script', () => {
    expect(found(['Löschen und sperren', 'Öffnen'], 'loschen')).toEqual(['Löschen und sperren']);
    expect(found(['تعطيل', 'حذف وحظر'], 'وحظر حذف')).toEqual(['حذف وحظر']);
    expect(found(['Größe'], 'grosse')).toEqual(['Größe']);
  });

  it('stand in the order: begins so, has such a word, is known by its state; the last used first', () => {
    expect(found(['Delete and ban', 'Ban list'], 'ban')).toEqual(['Ban list', 'Delete and ban']);
    expect(found(['Go to Notes', 'Go to Billing'], 'go', ['Go to Billing'])).toEqual(['Go to Billing', 'Go to Notes']);
    const state = filterCommands([command('Enable', { state: 'Disabled account' }), command('Account')], 'account', []);
    expect(state.map(({ text }) => text)).toEqual(['Account', 'Enable']);
  });
});
