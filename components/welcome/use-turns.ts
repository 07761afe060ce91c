import { useState } from 'preact/hooks';

/** Where one step stands among the others. */
export interface Turn {
  readonly done: boolean;
  readonly later: boolean;
  /** The first that is neither done nor left for later: its button is the filled one. */
  readonly next: boolean;
  readonly onLater: (later: boolean) => void;
}

/** Tells each step's turn, of steps that can be done or left for later in any order; `done` names them in theirs. */
export function useTurns<Name extends string>(done: Readonly<Record<Name, boolean>>): (name: Name) => Turn {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const next = Object.entries(done).find(([name, is]) => is !== true && !waiting.includes(name))?.[0];
  return (name) => ({
    done: done[name],
    later: waiting.includes(name),
    next: name === next,
    onLater: (later) => setWaiting((before) => (later ? [...before, name] : before.filter((other) => other !== name))),
  });
}
