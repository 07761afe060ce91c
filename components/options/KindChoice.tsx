import './kind-choice.css';
import { SourceMark } from '@/components/ui/SourceMark';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import type { ConnectionKind } from '@/utils/messages/protocol';

interface KindProps {
  readonly kinds: readonly ConnectionKind[];
  readonly chosen: ConnectionKind;
  readonly choose: (kind: ConnectionKind) => void;
}

/** Which software runs there: each with the mark that is suggested for it. */
export function KindChoice({ kinds, chosen, choose }: KindProps) {
  const group = useOwnId();
  return (
    <fieldset class="plain-group">
      <legend class="field-label">{t('connection_kind')}</legend>
      <div class="kind-choices">
        {kinds.map((kind) => (
          <label key={kind.id} class="kind-choice">
            <input
              type="radio"
              class="kind-radio"
              name={group}
              checked={kind.id === chosen.id}
              onChange={() => choose(kind)}
            />
            <SourceMark {...kind.mark} large />
            <span class="kind-name">{t(kind.name)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
