import type { ConnectionKind, ConnectionRow } from '@/utils/messages/protocol';
import type { TypedConnection } from './connection-draft';

export interface ConnectionFieldProps {
  readonly field: ConnectionKind['form'][number];
  /** Null: a new one. */
  readonly row: ConnectionRow | null;
  readonly typed: TypedConnection;
  readonly error: string | undefined;
  /** The address names another server than the one that the secrets were typed for. */
  readonly moved: { readonly from: string; readonly to: string } | null;
  readonly locked: boolean;
  /** It was tried to save with plain http that nobody confirmed. */
  readonly unconfirmed: boolean;
  readonly change: (some: Partial<TypedConnection>) => void;
}
