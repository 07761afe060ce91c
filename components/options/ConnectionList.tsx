import { useOwnId } from '@/components/ui/use-own-id';
import { formatNumber, t } from '@/utils/i18n';
import type { ConnectionRow } from '@/utils/messages/protocol';
import { ConnectionLine } from './ConnectionLine';
import type { Connections } from './use-connections';
import { useReorder } from './use-reorder';

interface ListProps {
  readonly rows: readonly ConnectionRow[];
  readonly connections: Connections;
  readonly edit: (row: ConnectionRow, signIn: boolean) => void;
  readonly remove: (row: ConnectionRow) => void;
  readonly calls: (connection: string) => void;
}

/** In the user's order, which is the order in which sources stand everywhere. */
export function ConnectionList({ rows, connections, edit, remove, calls }: ListProps) {
  const hint = useOwnId();
  const place = (ids: readonly string[], moved: string): void => {
    const name = rows.find(({ id }) => id === moved)?.name ?? '';
    connections.say(t('connection_moved', [name, formatNumber(ids.indexOf(moved) + 1), formatNumber(ids.length)]));
  };
  const reorder = useReorder(
    rows.map(({ id }) => id),
    (ids, moved) => {
      place(ids, moved);
      return connections.order(ids);
    },
  );
  const shown = reorder.ids.flatMap((id) => rows.filter((row) => row.id === id));
  return (
    <>
      <ul class="list-frame connection-list" aria-label={t('connections_list')} ref={reorder.list}>
        {shown.map((row, index) => (
          <ConnectionLine
            key={row.id}
            row={row}
            place={{ first: index === 0, last: index === shown.length - 1, hint }}
            connections={connections}
            reorder={reorder}
            edit={(signIn) => edit(row, signIn)}
            remove={() => remove(row)}
            calls={() => calls(row.id)}
          />
        ))}
      </ul>
      <p class="unseen" id={hint}>
        {t('connection_move_hint')}
      </p>
    </>
  );
}
