import './rows.css';
import './facts.css';
import type { Hit } from '@/components/panel/states';
import type { PanelView } from '@/utils/messages/view';
import { Clock } from './Clock';
import { Labels } from './Labels';
import { MessageFacts } from './MessageFacts';
import { OrganisationRows } from './OrganisationRows';
import { QuickButtons, type QuickForm } from './QuickButtons';

export interface FactsProps {
  readonly view: PanelView;
  readonly hit: Hit;
  /** One of the forms below is wanted. */
  readonly onStart: (form: QuickForm) => void;
}

/** What one wants to know before anything else: for whom they work, what time it is there, how they are marked. */
export function Facts({ view, hit, onStart }: FactsProps) {
  const { person } = hit.match;
  return (
    <div class="facts">
      <MessageFacts view={view} match={hit.match} />
      <OrganisationRows hit={hit} />
      {person.timezone !== undefined && <Clock zone={person.timezone} />}
      <Labels hit={hit} />
      <QuickButtons answer={hit.answer} onStart={onStart} />
    </div>
  );
}
