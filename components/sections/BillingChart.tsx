import { t } from '@/utils/i18n';
import type { Billing } from '@/utils/people/record';
import { type Measure, measureOf } from './billing-measure';
import { monthText, roundTop } from './billing-words';

const WIDTH = 288;
const HEIGHT = 76;
const BAR = 15;
/** A month of nothing is still a month. */
const STUB = 1.5;
const ROUND = 1.5;

interface Bar {
  readonly month: string;
  readonly value: number;
  readonly text: string;
}

/** The bars are said in words too: the highest month, and this one. All of them are in the table. */
function chartName(title: string, bars: readonly Bar[]): string {
  const highest = bars.reduce((most, bar) => (bar.value > most.value ? bar : most), bars[0] ?? NOTHING);
  const last = bars.at(-1) ?? NOTHING;
  if (highest.value <= 0) return t('chart_name_empty', [title]);
  return t('chart_name', [
    title,
    monthText(highest.month, 'with-year'),
    highest.text,
    monthText(last.month, 'with-year'),
    last.text,
  ]);
}

const NOTHING: Bar = { month: '1970-01', value: 0, text: '' };

/** Twelve months of one measure as bars, this month in the accent's colour. One picture to a reader. */
export function BillingChart({ months, measure }: { readonly months: Billing['months']; readonly measure: Measure }) {
  const { title, value, text, axis } = measureOf(measure);
  const bars = months.map((month) => ({ month: month.month, value: value(month), text: text(month) }));
  const top = roundTop(Math.max(0, ...bars.map((bar) => bar.value)));
  const step = WIDTH / Math.max(bars.length, 1);
  return (
    <div class="chart" role="img" aria-label={chartName(title, bars)}>
      <svg class="chart-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {top > 0 && [0, HEIGHT / 2].map((y) => <line key={y} class="chart-line" x1="0" x2={WIDTH} y1={y} y2={y} />)}
        {bars.map((bar, index) => {
          const height = top > 0 ? Math.max(0, (bar.value / top) * HEIGHT) : 0;
          const look = height === 0 ? 'chart-none' : index === bars.length - 1 ? 'chart-now' : 'chart-bar';
          return (
            <rect
              key={bar.month}
              class={look}
              x={index * step + (step - BAR) / 2}
              y={HEIGHT - Math.max(height, STUB)}
              width={BAR}
              height={Math.max(height, STUB)}
              rx={height === 0 ? 0 : ROUND}
            />
          );
        })}
        <line class="chart-ground" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <div class="chart-scale figures">
        {top > 0 && [top, top / 2].map((mark) => <span key={mark}>{axis(mark)}</span>)}
      </div>
      <div class="chart-months">
        {bars.map((bar) => (
          <span key={bar.month}>{monthText(bar.month, 'narrow')}</span>
        ))}
      </div>
    </div>
  );
}
