import { readStored, writeStored } from '@/utils/browser/storage';
import {
  countPeople,
  dropStaged,
  loadSample,
  removeSample,
  runImport,
  settleImports,
  stagePiece,
} from '@/utils/connectors/local';
import { type BookState, type ImportState, importKey, isImport } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';

export interface Books {
  state(): Promise<BookState>;
  loadSample(): Promise<BookState>;
  removeSample(): Promise<BookState>;
  stagePiece(piece: { readonly id: string; readonly index: number; readonly base64: string }): Promise<null>;
  /** Fails with `conflict` while another import runs, which goes on. */
  startImport(id: string, file: string): Promise<null>;
  stopImport(): Promise<null>;
  /** At the background's start: takes back what a stopped one left half. */
  settle(): Promise<void>;
}

const ended = ({ state }: ImportState): boolean => state !== 'checking' && state !== 'running';

/** `forget`: what else is kept about the people of a book that is removed. */
export function makeBooks(
  settings: ChangeSettings,
  forget: (connection: string) => Promise<void> = async () => undefined,
): Books {
  const running: { import: AbortController | null } = { import: null };
  const tell = (state: ImportState): void => {
    // A full session storage loses the progress, not the import.
    writeStored('session', importKey, state).catch(() => undefined);
  };
  const state = async (): Promise<BookState> => {
    const { sampleLoaded } = await readSettings();
    const [own, sample] = await Promise.all([countPeople('own'), sampleLoaded ? countPeople('sample') : 0]);
    return { own: { people: own }, sample: { loaded: sampleLoaded, people: sample } };
  };
  return {
    state,
    async loadSample() {
      // Numbers count from 1 again: what was kept late, or by a removal that was stopped halfway, is of others.
      if (!(await readSettings()).sampleLoaded) await forget('sample');
      await loadSample(new Date());
      await settings(() => ({ sampleLoaded: true }));
      return state();
    },
    async removeSample() {
      await settings(({ recent, always }) => ({
        sampleLoaded: false,
        recent: recent.filter(({ ref }) => ref.connection !== 'sample'),
        always: Object.fromEntries(Object.entries(always).filter(([, ref]) => ref.connection !== 'sample')),
      }));
      await removeSample();
      await forget('sample');
      return state();
    },
    async stagePiece(piece) {
      await stagePiece(piece);
      return null;
    },
    async startImport(id, file) {
      if (running.import) throw new ProblemError({ kind: 'conflict', call: 'import.start' });
      const stop = new AbortController();
      running.import = stop;
      // Not waited for: the page follows the progress in session storage, and may be closed meanwhile.
      void runImport({ id, file, tell, signal: stop.signal })
        // A fault of ours or of the disk: no line of the file is to blame, so none is named.
        .catch(() => tell({ id, file, state: 'failed', done: 0, total: 0, known: 0 }))
        .finally(() => {
          running.import = null;
        });
      return null;
    },
    async stopImport() {
      if (running.import) running.import.abort();
      else await dropStaged();
      return null;
    },
    async settle() {
      const told = await readStored('session', importKey);
      await settleImports();
      // Told by a background that was stopped: nobody will tell its end.
      if (!running.import && isImport(told) && !ended(told)) tell({ ...told, state: 'stopped' });
    },
  };
}
