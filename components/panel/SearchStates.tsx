// What stands below the people found: who has not answered, who could not, what is still being made.

import { useEffect, useState } from 'preact/hooks';
import { SourceMark } from '@/components/ui/SourceMark';
import { Box } from '@/components/ui/Strip';
import { formatNumber } from '@/utils/i18n';
import type { FoundPeople } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import { ProblemBox } from './ProblemPlace';
import { Sentence } from './Sentence';

/** ms: who answers sooner is not worth a word. */
const PATIENCE = 1_000;

function Waiting({ source }: { readonly source: Source }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return null;
  return (
    <Box icon="clock" tone="caution">
      <span class="search-waits">
        <span>
          <Sentence text="search_waits" first={<strong>{source.name}</strong>} />
        </span>
        <SourceMark {...source.mark} />
      </span>
    </Box>
  );
}

export interface SearchStatesProps {
  readonly part: FoundPeople | null;
  readonly again: () => void;
}

export function SearchStates({ part, again }: SearchStatesProps) {
  if (part === null) return null;
  const { short = [] } = part;
  if (part.failed.length + part.waiting.length + part.making.length + short.length === 0) return null;
  return (
    <div class="pad stack search-states">
      {part.failed.map(({ source, problem }) => (
        <ProblemBox key={source.id} problem={problem} call="failed_search" source={source.name} onRetry={again} />
      ))}
      {part.waiting.map((source) => (
        <Waiting key={source.id} source={source} />
      ))}
      {short.map(({ source, letters }) => (
        <p key={source.id} class="search-waits quiet">
          <span>
            <Sentence text="search_letters" first={source.name} rest={[formatNumber(letters)]} />
          </span>
          <SourceMark {...source.mark} />
        </p>
      ))}
      {part.making.map((source) => (
        <Box key={source.id} icon="info">
          <Sentence text="search_making" first={<strong>{source.name}</strong>} />
        </Box>
      ))}
    </div>
  );
}
