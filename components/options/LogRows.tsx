import { byDay, dayText } from '@/components/sections/history-words';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { useOwnId } from '@/components/ui/use-own-id';
import type { LogLine } from '@/utils/messages/connections';
import { bytesText, callText, endText, timeText, tookText } from './log-words';

function Row({ line }: { readonly line: LogLine }) {
  const { icon, tone, text } = endText(line.status);
  return (
    <li class="log-row">
      <time class="log-time figures" dateTime={new Date(line.at).toISOString()}>
        {timeText(line.at)}
      </time>
      <SourceMark {...line.mark} />
      <span class="log-what">
        <span class="log-call">
          <bdi>{callText(line)}</bdi>
        </span>
        <span class="log-line">
          <bdi>{line.name}</bdi>
        </span>
      </span>
      <span class="log-bytes figures">
        {bytesText(line).map((part, at) => (
          <span key={part} class={at === 0 ? 'log-call' : 'log-line'}>
            {part}
          </span>
        ))}
      </span>
      <span class={`log-end log-${tone}`}>
        <span class="signed">
          <Icon name={icon} />
          {text}
        </span>
        <span class="log-line figures">{tookText(line.ms)}</span>
      </span>
    </li>
  );
}

/** Lines by day, the newest first. `now` in ms. */
export function LogRows({ lines, now }: { readonly lines: readonly LogLine[]; readonly now: number }) {
  const id = useOwnId();
  const days = byDay(lines.map((line) => ({ at: new Date(line.at).toISOString(), line })));
  return (
    <>
      {days.map(({ key, rows }) => (
        <div key={key} class="log-day">
          <h2 class="heading" id={`${id}-${key}`}>
            {dayText(rows[0]?.at ?? '', now)}
          </h2>
          <ul class="list-frame" aria-labelledby={`${id}-${key}`}>
            {rows.map(({ line }) => (
              <Row key={line.id} line={line} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
