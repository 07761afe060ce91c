// Chance that is the same in every run.

export interface Dice {
  /** 0 to below 1. */
  readonly roll: () => number;
  readonly below: (n: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** As `pick`, the first ones far more often. */
  readonly common: <T>(items: readonly T[]) => T;
}

/** Dice that fall the same way for the same seed. */
export function dice(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0 || 1;
  const roll = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x100000000;
  };
  for (let turn = 0; turn < 20; turn += 1) roll();
  const at = <T>(items: readonly T[], share: number): T => {
    const item = items[Math.floor(share * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    roll,
    below: (n) => Math.floor(roll() * n),
    chance: (share) => roll() < share,
    pick: (items) => at(items, roll()),
    common: (items) => at(items, roll() ** 2.5),
  };
}
