import './icon.css';
import { type IconName, icons, mirrored, type Piece } from './icons';

function Stroke({ piece }: { readonly piece: string | Piece }) {
  if (typeof piece === 'string') return <path d={piece} />;
  return (
    <path
      d={piece.d}
      class={piece.cut === true ? 'icon-cut' : undefined}
      fill={piece.solid === true ? 'currentColor' : undefined}
      stroke={piece.solid === true ? 'none' : undefined}
      stroke-width={piece.width}
      stroke-dasharray={piece.dash}
    />
  );
}

/** A drawing of 16 px beside words; the words name it, so it is not read out. */
export function Icon({ name, class: extra }: { readonly name: IconName; readonly class?: string }) {
  const drawing: string | readonly (string | Piece)[] = icons[name];
  const pieces = typeof drawing === 'string' ? [drawing] : drawing;
  const turns = mirrored.has(name) ? ' icon-turns' : '';
  return (
    <svg class={`icon${turns}${extra === undefined ? '' : ` ${extra}`}`} viewBox="0 0 16 16" aria-hidden="true">
      {pieces.map((piece, index) => (
        <Stroke key={index} piece={piece} />
      ))}
    </svg>
  );
}
