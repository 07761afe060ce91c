import type { MenuItem } from '@/components/ui/Menu';

/** A row of the menu and of the palette. */
export interface Command extends MenuItem {
  /** How it stands with what the command is about ("Disabled account"). */
  readonly state?: string;
  /** What it is also called: found by it, not shown. */
  readonly words?: string;
}
