import './source-mark.css';

const shapes = {
  square: 'M4.5 2h9a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-9a2.5 2.5 0 0 1-2.5-2.5v-9a2.5 2.5 0 0 1 2.5-2.5z',
  circle: 'M16.25 9a7.25 7.25 0 1 1-14.5 0 7.25 7.25 0 1 1 14.5 0z',
  diamond: 'M9 .9 17.1 9 9 17.1.9 9z',
  hexagon: 'M5 1.75h8L17 9l-4 7.25H5L1 9z',
  shield: 'M9 1.2 15.8 3.4v5.1c0 4-2.7 6.7-6.8 8.2-4.1-1.5-6.8-4.2-6.8-8.2V3.4z',
  house: 'M2.25 7 9 1.3 15.75 7v9.25H2.25z',
} as const;

/** Where the letter stands on: the narrow foot of the shield and the roof of the house move it. */
const baselines: Partial<Record<keyof typeof shapes, number>> = { shield: 11.9, house: 13.4 };

export interface MarkProps {
  readonly shape: keyof typeof shapes;
  readonly letter: string;
  /** 24 instead of 18: on the options page. */
  readonly large?: boolean;
  /** For readers, where the server's name does not stand beside it. */
  readonly label?: string;
}

/** A server's sign: an outline and one letter, never a colour. */
export function SourceMark({ shape, letter, large = false, label }: MarkProps) {
  return (
    <svg
      class={`source-mark${large ? ' source-mark-large' : ''}`}
      viewBox="0 0 18 18"
      role={label === undefined ? undefined : 'img'}
      aria-hidden={label === undefined ? 'true' : undefined}
      aria-label={label}
    >
      <path d={shapes[shape]} />
      <text x="9" y={baselines[shape] ?? 12.4}>
        {letter}
      </text>
    </svg>
  );
}
