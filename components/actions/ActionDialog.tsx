import type { ActionId } from '@/utils/actions/inputs';
import type { AskedProps } from './asked';
import { DeleteDialog } from './DeleteDialog';
import { FactorDialog } from './FactorDialog';
import { FactorsDialog } from './FactorsDialog';
import { PasswordDialog } from './PasswordDialog';
import { ResetDialog } from './ResetDialog';
import { ViewDialog } from './ViewDialog';

/** The question before an action that wants one. */
export function ActionDialog({ action, ...props }: AskedProps & { readonly action: ActionId }) {
  switch (action) {
    case 'delete':
      return <DeleteDialog {...props} bans={false} />;
    case 'delete-and-ban':
      return <DeleteDialog {...props} bans />;
    case 'set-password':
      return <PasswordDialog {...props} />;
    case 'send-reset':
      return <ResetDialog {...props} />;
    case 'view-as':
      return <ViewDialog {...props} />;
    case 'remove-factor':
      return <FactorDialog {...props} />;
    case 'remove-factors':
      return <FactorsDialog {...props} />;
    default:
      return null;
  }
}
