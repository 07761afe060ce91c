import { connectors } from '@/utils/connectors';
import type { Connection } from '@/utils/connectors/types';
import type { TextKey } from '@/utils/i18n';
import type { ConnectionKind } from '@/utils/messages/connections';

/** How each kind of server is called, and marked until the user picks another mark. */
const CALLED: Readonly<Record<string, { readonly name: TextKey; readonly mark: Connection['mark'] }>> = {
  rt: { name: 'connector_rt', mark: { shape: 'diamond', letter: 'R' } },
  zammad: { name: 'connector_zammad', mark: { shape: 'hexagon', letter: 'Z' } },
  deskpro: { name: 'connector_deskpro', mark: { shape: 'circle', letter: 'D' } },
};

/** Kinds of servers that can be added: every connector but the one for the books of this browser. */
export function connectionKinds(): readonly ConnectionKind[] {
  return connectors.flatMap(({ id, settings, calls, says }): readonly ConnectionKind[] => {
    const called = CALLED[id];
    if (called === undefined) return [];
    return [
      {
        id,
        form: settings,
        ...called,
        ...(says?.connected === undefined ? {} : { connected: says.connected }),
        ...(calls === undefined || calls.length === 0 ? {} : { calls: true }),
      },
    ];
  });
}
