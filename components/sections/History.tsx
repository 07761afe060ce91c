import './history.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { type Hit, refKey } from '@/components/panel/states';
import { Skeleton } from '@/components/ui/Skeleton';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { HistoryQuery } from '@/utils/people/record';
import { HistoryActivity } from './HistoryActivity';
import { HistoryChange } from './HistoryChange';
import { HistoryDone } from './HistoryDone';
import { HistoryFilter } from './HistoryFilter';
import { HistoryStopped } from './HistoryStopped';
import { byDay, dayText } from './history-words';
import { Short } from './Short';
import { type HistoryRow, useHistory } from './use-history';

/** ms of rest after which a typed word counts. */
const STILL = 150;
/** Above this many rows only those in sight are laid out. */
const MANY = 200;

/** What is typed, a moment after the last letter; at once when it is emptied. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    if (text === rested) return;
    if (text === '') return setRested('');
    const timer = setTimeout(() => setRested(text), STILL);
    return () => clearTimeout(timer);
  }, [text, rested]);
  return text === '' ? '' : rested;
}

function Row({ row, hit }: { readonly row: HistoryRow; readonly hit: Hit }) {
  if (row.kind === 'stopped') return <HistoryStopped mark={row.mark} hit={hit} />;
  if (row.kind === 'done') return <HistoryDone mark={row.mark} hit={hit} />;
  return row.item.kind === 'change' ? (
    <HistoryChange item={row.item} mark={row.mark} hit={hit} />
  ) : (
    <HistoryActivity item={row.item} answer={hit.answer} />
  );
}

const rowKey = (row: HistoryRow): string => (row.kind === 'item' ? row.item.id : `entry ${row.mark.id}`);

function Days({ rows, hit }: { readonly rows: readonly HistoryRow[]; readonly hit: Hit }) {
  const now = useActs().now();
  const many = rows.length > MANY ? ' many' : '';
  const today = new Date(now).toDateString();
  // Drawn anew only when something of it is: the panel is drawn for many reasons.
  return useMemo(
    () => (
      <>
        {byDay(rows).map((day) => {
          const name = dayText(day.rows[0]?.at ?? '', now);
          return (
            <section key={day.key} class={`history-day${many}`} aria-label={name}>
              <h2 class="history-date">{name}</h2>
              <ul>
                {day.rows.map((row) => (
                  <Row key={rowKey(row)} row={row} hit={hit} />
                ))}
              </ul>
            </section>
          );
        })}
      </>
    ),
    // A new object each time, of the same two parts.
    [rows, hit.match, hit.answer, today, many],
  );
}

/** What was changed of somebody and what they did, newest first, by day; what we did can be taken back. */
export function History({ hit }: { readonly hit: Hit }) {
  const { say } = useActs();
  const [typed, setTyped] = useState('');
  const [which, setWhich] = useState<HistoryQuery['which']>('all');
  const of = refKey(hit.match.person.ref);
  // Another person's history starts unfiltered.
  useEffect(() => {
    setTyped('');
    setWhich('all');
  }, [of]);
  const text = useRested(typed.trim());
  const history = useHistory(hit, { which, text });
  const { rows, shown, total, busy, problem } = history;
  const { name: source, says } = hit.answer.source;
  const filtered = which !== 'all' || text !== '';
  const count =
    total > shown ? t('history_part', [formatNumber(shown), formatNumber(total)]) : plural('history_entries', total);
  // What a filter left is news only to those who do not see it.
  useEffect(() => {
    if (history.known && filtered && !busy) say(total === 0 ? t('history_none_match') : count);
  }, [busy, which, text]);
  return (
    <section class="history" aria-label={t('tab_history')} aria-busy={busy ? 'true' : undefined}>
      <HistoryFilter text={typed} which={which} onType={setTyped} onChoose={setWhich} />
      {says?.activity !== undefined && (which === 'all' || which === 'activity') && (
        <p class="history-end quiet">{t(says.activity, [source])}</p>
      )}
      <Days rows={rows} hit={hit} />
      {history.known && rows.length === 0 && !busy && problem === null && (
        <p class="history-end quiet">{t(filtered ? 'history_none_match' : 'history_none')}</p>
      )}
      {busy && (
        <div class="history-end">
          <Skeleton />
        </div>
      )}
      {problem !== null && (
        <div class="history-end">
          <ProblemBox
            problem={problem}
            call="failed_history"
            source={source}
            rest="rest_is_current"
            onRetry={history.again}
          />
        </div>
      )}
      {history.short && (
        <div class="history-end">
          <Short part={{ items: { length: shown }, total }} source={source} onAgain={history.again} />
        </div>
      )}
      {total > 0 && !history.short && (
        <div class="history-end history-count">
          <span class="quiet figures">{count}</span>
          {total > shown && !busy && problem === null && (
            <button type="button" class="row-action" onClick={history.older}>
              {t('history_older')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
