import { Icon } from '@/components/ui/Icon';
import { type TextKey, t } from '@/utils/i18n';
import type { Evidence } from '@/utils/people/same-person';
import { reasonValues, reasonWord } from './evidence-words';

function Reasons(props: {
  readonly title: TextKey;
  readonly icon: 'check' | 'x';
  readonly reasons: readonly Evidence[];
}) {
  const { title, icon, reasons } = props;
  if (reasons.length === 0) return null;
  return (
    <section class="reasons">
      <h3 class="reasons-title">{t(title)}</h3>
      <ul>
        {reasons.map((one) => (
          <li key={`${one.kind} ${one.left} ${one.right}`} class="reason">
            <Icon name={icon} />
            <span>
              {reasonWord(one)} <span class="quiet">{reasonValues(one)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What speaks for it, then what speaks against it, each the weightiest first. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <>
      <Reasons title="evidence_for" icon="check" reasons={evidence.filter(({ level }) => level !== 'different')} />
      <Reasons title="evidence_against" icon="x" reasons={evidence.filter(({ level }) => level === 'different')} />
    </>
  );
}
