import './site-fields.css';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import type { ConnectionKind } from '@/utils/messages/protocol';

interface KindProps {
  readonly kinds: readonly ConnectionKind[];
  readonly chosen: ConnectionKind;
  readonly choose: (kind: ConnectionKind) => void;
}

/** Which software runs there. */
export function KindChoice({ kinds, chosen, choose }: KindProps) {
  const group = useOwnId();
  return (
    <fieldset class="plain-group">
      <legend class="field-label">{t('connection_kind')}</legend>
      <div class="site-choices">
        {kinds.map((kind) => (
          <label key={kind.id} class="site-choice">
            <input type="radio" name={group} checked={kind.id === chosen.id} onChange={() => choose(kind)} />
            {t(kind.name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
