import { useEffect, useRef, useState } from 'preact/hooks';
import { useTyped } from '@/components/edit/use-typed';
import { type StagedFiles, useStagedFiles } from '@/components/files/use-staged-files';
import { MOST_FILES } from '@/utils/actions/limits';
import type { StagedFile } from '@/utils/changes/types';
import type { PersonRef } from '@/utils/people/types';

export interface NoteDraft {
  readonly text: string;
  readonly files: StagedFiles;
  /** Something stands in it. */
  readonly begun: boolean;
  readonly type: (text: string) => void;
  /** Saved or given up. */
  readonly drop: () => void;
}

const isStaged = (value: unknown): value is StagedFile =>
  typeof value === 'object' &&
  value !== null &&
  'staged' in value &&
  typeof value.staged === 'string' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'size' in value &&
  typeof value.size === 'number' &&
  'type' in value &&
  typeof value.type === 'string';

/** Files that were handed over before the panel was closed: written by ourselves, and gone if it cannot be read. */
function stagedFrom(text: string): readonly StagedFile[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isStaged) : [];
  } catch {
    return [];
  }
}

/** A note on its way, text and files, kept until it is saved or given up. */
export function useNoteDraft(person: PersonRef): NoteDraft {
  const words = useTyped(person, 'note', '');
  const attached = useTyped(person, 'note-files', '');
  const files = useStagedFiles(MOST_FILES);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? words.restored?.text ?? '';

  // What was attached last time is attached still.
  const taken = useRef(false);
  const before = attached.restored?.text;
  useEffect(() => {
    if (before === undefined || taken.current) return;
    taken.current = true;
    files.reset(stagedFrom(before));
  }, [before]);
  const kept = JSON.stringify(files.ready);
  useEffect(() => {
    if (files.ready.length > 0) attached.keep(kept);
    else if (taken.current) attached.drop();
    if (files.ready.length > 0) taken.current = true;
  }, [kept]);

  return {
    text,
    files,
    begun: text.trim() !== '' || files.files.length > 0,
    type(next) {
      setTyped(next);
      if (next === '') words.drop();
      else words.keep(next);
    },
    drop() {
      setTyped('');
      words.drop();
      attached.drop();
      taken.current = false;
      files.reset();
    },
  };
}
