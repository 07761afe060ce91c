// One configured server, as connectors and pages know it.

import type { TextKey } from '@/utils/i18n';

type MarkShape = 'square' | 'circle' | 'diamond' | 'hexagon' | 'shield' | 'house';

/** One configured server or book, as the panel names it. */
export interface Connection {
  readonly id: string;
  readonly connector: string;
  readonly name: string;
  readonly mark: { readonly shape: MarkShape; readonly letter: string };
  /** Kept in this browser: answers at once, is never cached, never offline. */
  readonly local: boolean;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a server lacks and an agent would look for: said in its place. The server's name is its one place. */
export interface Says {
  /** It keeps no notes on people; what can be used instead. */
  readonly notes?: TextKey;
  /** What it cannot search by. */
  readonly search?: TextKey;
  /** What somebody who is disabled there cannot do, where that is not the same as in the own book. */
  readonly disabled?: TextKey;
  /** Why no files can be kept with people or notes. */
  readonly files?: TextKey;
  /** How its groups are called as a heading, where that is another word ("Usergroups"). */
  readonly groups?: TextKey;
  /** What making another address the primary one does there beside it. */
  readonly primary?: TextKey;
  /** How it deletes: when, what goes, until when it can be taken back. */
  readonly deleting?: TextKey;
  /** It deletes some time after it was told to; how that stands, `Reads.leaving` tells. */
  readonly deletesLater?: true;
  /** How little it knows of what people did: beside their activity. */
  readonly activity?: TextKey;
  /** What a session as somebody else does to the browser's own one. */
  readonly viewing?: TextKey;
  /** What a merge there cannot bring over. */
  readonly merging?: TextKey;
  /** What is good to know once a connection works: mails that the server sends about it. */
  readonly connected?: TextKey;
}

/**
 * What a connector may remember of its server beyond a stopped background: definitions, groups, queues. It lives as
 * long as the browser runs, and goes with the connection. Never a person, never a secret.
 */
export interface Memory {
  /** As it was written, undecoded; undefined: nothing is known. */
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  /** Of `lasting` the same is kept on disk, until the connection is changed: what was found out by trying. */
  readonly lasting: {
    read(key: string): Promise<unknown>;
    write(key: string, value: unknown): Promise<void>;
  };
}
