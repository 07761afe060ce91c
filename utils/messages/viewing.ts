// A session as somebody else in this browser: who it is, and the way back. The background keeps it in the browser's
// session storage, never on disk; panels listen.

export interface Viewing {
  readonly connection: string;
  /** The server's name. */
  readonly source: string;
  /** The person's name. */
  readonly name: string;
  /** In private windows, which sign in apart from the others. */
  readonly hidden: boolean;
  /** Where it was opened; of another tab the browser tells nothing here. */
  readonly window: number;
  /** Null: its tab was closed. */
  readonly tab: number | null;
  /** `opening`, `leaving`: the address that begins or ends it is being opened. `refused`: the server has begun none. */
  readonly state: 'opening' | 'open' | 'leaving' | 'refused';
  /** Where the tab goes once that address has come. */
  readonly next?: string;
  /** What stands there where it worked; absent: that is not told. */
  readonly worked?: string;
  /** What ends it; absent: it ends with its tab. */
  readonly back?: string;
}

export const viewingKey = 'viewing';

/** Written by the background only, within this browser session: its outline is proof enough. */
const isViewing = (value: unknown): value is Viewing =>
  typeof value === 'object' && value !== null && 'connection' in value && 'hidden' in value && 'state' in value;

/** What lies in the storage; nothing there, or nothing of ours: none. */
export const viewingsIn = (stored: unknown): readonly Viewing[] =>
  Array.isArray(stored) ? stored.filter(isViewing) : [];
