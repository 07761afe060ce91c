// Drawn by calls, since pages with Trusted Types let nobody write markup.

/** A path, and how it is painted where not as a plain line: a class of launcher.css. */
type Stroke = readonly [path: string, paint?: 'fill' | 'hole' | 'dash' | 'dots'];

const SVG = 'http://www.w3.org/2000/svg';
const EDGE: Stroke = ['M2.75 6v11'];
const CARD =
  'M6.25 4.75a1.75 1.75 0 0 1 1.75-1.75h2.5a1.25 1.25 0 0 1 1.25 1.25v.75c0 .4.35.75.75.75h2.75a1.75 1.75 0 0 1 1.75 1.75v8a1.75 1.75 0 0 1-1.75 1.75H8a1.75 1.75 0 0 1-1.75-1.75z';

/** By face on a grid of 20, by menu entry on one of 16. */
const ICONS = {
  none: [EDGE, [CARD]],
  looking: [EDGE, [CARD], ['M9 11.5h.01M11.6 11.5h.01M14.2 11.5h.01', 'dots']],
  known: [
    EDGE,
    [CARD, 'fill'],
    ['M9.85 9.3a1.9 1.9 0 1 1 3.8 0a1.9 1.9 0 1 1-3.8 0z', 'hole'],
    ['M8.5 15.25a3.25 3 0 0 1 6.5 0z', 'hole'],
  ],
  several: [
    EDGE,
    ['M9.5 2.75h6.25a2 2 0 0 1 2 2v8.75'],
    [
      'M5.75 7a1.5 1.5 0 0 1 1.5-1.5h6.25a1.5 1.5 0 0 1 1.5 1.5v8.75a1.5 1.5 0 0 1-1.5 1.5H7.25a1.5 1.5 0 0 1-1.5-1.5z',
      'fill',
    ],
  ],
  new: [EDGE, [CARD, 'dash'], ['M11.5 9v5M9 11.5h5']],
  open: [
    ['M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8z'],
    ['M6.25 8a1.75 1.75 0 1 1 3.5 0a1.75 1.75 0 1 1-3.5 0z'],
  ],
  move: [['M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01', 'dots']],
  hide: [['m4 4 8 8M12 4l-8 8']],
} as const satisfies Record<string, readonly Stroke[]>;

export type LauncherIcon = keyof typeof ICONS;

/** @param size of the grid and of the drawing, px */
export function drawIcon(doc: Document, icon: LauncherIcon, size: 16 | 20): SVGElement {
  const svg = doc.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('width', `${size}`);
  svg.setAttribute('height', `${size}`);
  svg.setAttribute('aria-hidden', 'true');
  const strokes: readonly Stroke[] = ICONS[icon];
  for (const [path, paint] of strokes) {
    const line = doc.createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    if (paint !== undefined) line.setAttribute('class', paint);
    svg.append(line);
  }
  return svg;
}
