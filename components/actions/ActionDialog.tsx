import type { ActionId } from '@/utils/actions/inputs';
import type { AskedProps } from './asked';
import { DeleteDialog } from './DeleteDialog';
import { FactorDialog } from './FactorDialog';
import { FactorsDialog } from './FactorsDialog';
import { offersFor } from './offers';
import { PasswordDialog } from './PasswordDialog';
import { ResetDialog } from './ResetDialog';
import { Untried } from './untried';
import { ViewDialog } from './ViewDialog';

function Asked({ action, ...props }: AskedProps & { readonly action: ActionId }) {
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

/** The question before an action that wants one. */
export function ActionDialog(props: AskedProps & { readonly action: ActionId }) {
  const offer = offersFor(props.hit).find(({ id }) => id === props.action);
  return (
    <Untried.Provider value={offer?.untried === true}>
      <Asked {...props} />
    </Untried.Provider>
  );
}
