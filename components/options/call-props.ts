import type { CallRow } from '@/utils/messages/protocol';
import type { Calls } from './use-calls';

export interface CallProps {
  readonly row: CallRow;
  readonly calls: Calls;
  readonly locked: boolean;
}
