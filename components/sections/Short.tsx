import './short.css';
import { formatNumber, t } from '@/utils/i18n';

interface ShortProps {
  readonly part: { readonly items: { readonly length: number }; readonly total: number };
  /** The server's name. */
  readonly source: string;
  readonly onAgain: () => void;
}

/** A server that gives fewer than it counts: the list does not end as if that were all. */
export function Short({ part, source, onAgain }: ShortProps) {
  const { items, total } = part;
  if (items.length >= total) return null;
  return (
    <p class="short">
      {t('list_short', [source, formatNumber(total), formatNumber(items.length)])}{' '}
      <button type="button" class="short-again" onClick={onAgain}>
        {t('list_short_again')}
      </button>
    </p>
  );
}
