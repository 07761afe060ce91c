// Which commands were chosen last, the newest first: for as long as the panel is open, and known to nobody else.

const MOST = 5;
const chosen: string[] = [];

export const recentCommands = () => ({
  keys: (): readonly string[] => chosen,
  add(key: string): void {
    const kept = chosen.filter((one) => one !== key).slice(0, MOST - 1);
    chosen.splice(0, chosen.length, key, ...kept);
  },
});
