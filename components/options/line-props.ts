import type { ConnectionRow } from '@/utils/messages/protocol';
import type { Connections } from './use-connections';
import type { Reorder } from './use-reorder';

export interface LineProps {
  readonly row: ConnectionRow;
  readonly place: { readonly first: boolean; readonly last: boolean; readonly hint: string };
  readonly connections: Connections;
  readonly reorder: Reorder;
  readonly edit: (signIn: boolean) => void;
  readonly remove: () => void;
  /** Shows the calls that its administrator describes. */
  readonly calls: () => void;
}
