import { Box } from '@/components/ui/Strip';
import { formatNumber, plural, t } from '@/utils/i18n';

const SHOWN = 20;

/** What was wrong with a file, or with parts of a card, one line each. */
export function CardProblems({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const more = lines.length - SHOWN;
  return (
    <div class="pad">
      <Box
        icon="alert"
        tone="caution"
        detail={
          <ul class="cards-lines">
            {lines.slice(0, SHOWN).map((line, at) => (
              <li key={at} dir="auto">
                {line}
              </li>
            ))}
            {more > 0 && <li>{plural('cards_more_lines', more, [formatNumber(more)])}</li>}
          </ul>
        }
      >
        <strong>{title}</strong>
      </Box>
    </div>
  );
}

/** What there is no place for in the book. */
export function CannotKeep({ what }: { readonly what: readonly string[] }) {
  if (what.length === 0) return null;
  return (
    <section class="pad cards-cannot" aria-label={t('cards_cannot')}>
      <h2 class="cards-title">{t('cards_cannot')}</h2>
      <ul class="cards-lines quiet">
        {what.map((one) => (
          <li key={one} dir="auto">
            {one}
          </li>
        ))}
      </ul>
    </section>
  );
}
