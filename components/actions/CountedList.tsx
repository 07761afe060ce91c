import { Icon } from '@/components/ui/Icon';
import { useOwnId } from '@/components/ui/use-own-id';
import type { Counted } from './goes-words';

/** "14 tickets": the number first seen, wherever the language puts it. */
function Bold({ text, number }: Counted) {
  const at = text.indexOf(number);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <strong class="figures">{number}</strong>
      {text.slice(at + number.length)}
    </>
  );
}

/** A list with a sign before each line: a red X for what goes, a check for what stays. */
export function CountedList(props: {
  readonly title: string;
  readonly kind: 'goes' | 'stays';
  readonly lines: readonly Counted[];
}) {
  const { title, kind, lines } = props;
  const id = useOwnId();
  if (lines.length === 0) return null;
  return (
    <div class="question-list">
      <p class="question-list-title" id={id}>
        {title}
      </p>
      <ul class={`question-list question-${kind}`} aria-labelledby={id}>
        {lines.map((line) => (
          <li key={line.text} class="question-line">
            <Icon name={kind === 'goes' ? 'x' : 'check'} />
            <span>
              <Bold {...line} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
