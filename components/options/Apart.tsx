import './apart.css';
import { Button } from '@/components/ui/Button';
import { SourceMark } from '@/components/ui/SourceMark';
import { useOwnId } from '@/components/ui/use-own-id';
import { formatNumber, t } from '@/utils/i18n';
import type { AskBackground } from '@/utils/messages/protocol';
import { ListTop } from './ListTop';
import { Outcome } from './Outcome';
import { type ApartRow, type ApartSide, PORTION, useApartPairs } from './use-apart-pairs';
import { useHeadingFocus } from './use-heading-focus';

const words = { title: 'options_apart', text: 'options_apart_text', none: 'options_apart_none' } as const;

function Side({ side: { name, row } }: { readonly side: ApartSide }) {
  return (
    <span class="apart-side">
      {row !== undefined && <SourceMark {...row.mark} />}
      <span>
        <bdi>{name}</bdi>
        {row !== undefined && (
          <span class="quiet">
            {' · '}
            <bdi>{row.name}</bdi>
          </span>
        )}
      </span>
    </span>
  );
}

function Row({ row, onTogether }: { readonly row: ApartRow; readonly onTogether: () => void }) {
  const { sides, across, places } = row;
  return (
    <li class="list-row list-one">
      <div class="list-what apart-sides">
        {sides.map((side, at) => (
          <Side key={at} side={side} />
        ))}
      </div>
      <div class="list-acts">
        <Button small label={t(across ? 'apart_take_back_at' : 'apart_take_back_of', places)} onPress={onTogether}>
          {t('apart_take_back')}
        </Button>
      </div>
    </li>
  );
}

/** Who was declared to be different people, at whichever servers: here each is taken back. */
export function Apart({ ask }: { readonly ask: AskBackground }) {
  const { asked, shown, left, more, told, failed, together, undo } = useApartPairs(ask);
  const id = useOwnId();
  const head = useHeadingFocus(shown.map(({ key }) => key).join(', '));
  return (
    <section aria-labelledby={`${id}-title`}>
      <ListTop id={`${id}-title`} words={words} asked={asked} empty={shown.length === 0} headRef={head} />
      {shown.length > 0 && (
        <ul class="list-frame" aria-label={t('options_apart')}>
          {shown.map((row) => (
            <Row key={row.key} row={row} onTogether={() => void together(row)} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <Button small onPress={more}>
          {t('load_count', [formatNumber(Math.min(left, PORTION))])}
        </Button>
      )}
      <Outcome told={told} failed={failed} undo={undo} />
    </section>
  );
}
