import { useActs } from '@/components/panel/acts';
import { RowName, RowPicture } from '@/components/panel/person-parts';
import { refKey } from '@/components/panel/states';
import { useRoving } from '@/components/panel/use-roving';
import { AddressText } from '@/components/ui/AddressText';
import { SourceMark } from '@/components/ui/SourceMark';
import { primaryOf } from '@/utils/people/primary';
import type { AgentHit } from './use-teams';

interface AgentListProps {
  readonly agents: readonly AgentHit[];
  /** Agents of several connections are listed: each row says whose it is. */
  readonly several: boolean;
  readonly label: string;
}

function Row({ hit, several }: { readonly hit: AgentHit; readonly several: boolean }) {
  const { person, source } = hit;
  const address = primaryOf(person);
  return (
    <>
      <RowPicture person={person} />
      <span class="person-words">
        <RowName person={person} />
        {address !== null && (
          <span>
            <AddressText address={address} />
          </span>
        )}
      </span>
      {several && (
        <span class="person-end">
          <SourceMark {...source.mark} label={source.name} />
        </span>
      )}
    </>
  );
}

/** Agents one below the other; pressed, one is opened like anybody else. */
export function AgentList({ agents, several, label }: AgentListProps) {
  const { ask, tab, leave } = useActs();
  const roving = useRoving(agents.length);
  return (
    <ul class="people" aria-label={label} {...roving.list}>
      {agents.map((hit, index) => (
        <li key={refKey(hit.person.ref)}>
          <button
            type="button"
            class="person"
            {...roving.row(index)}
            // The page goes by itself once the panel is about somebody else; this one may be shown already.
            onClick={() => void ask('lookup.person', { tab, ref: hit.person.ref }).then(leave)}
          >
            <Row hit={hit} several={several} />
          </button>
        </li>
      ))}
    </ul>
  );
}
