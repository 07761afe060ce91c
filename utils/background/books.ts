import { writeStored } from '@/utils/browser/storage';
import { countPeople, loadSample, removeSample, runImport, settleImports, stagePiece } from '@/utils/connectors/local';
import { type BookState, type ImportState, importKey } from '@/utils/messages/protocol';
import { toProblem } from '@/utils/problem';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';

export interface Books {
  state(): Promise<BookState>;
  loadSample(): Promise<BookState>;
  removeSample(): Promise<BookState>;
  stagePiece(piece: { readonly id: string; readonly index: number; readonly base64: string }): Promise<null>;
  startImport(id: string, file: string): Promise<null>;
  stopImport(): Promise<null>;
  /** At the background's start: takes back what a stopped one left half. */
  settle(): Promise<void>;
}

export function makeBooks(settings: ChangeSettings): Books {
  const running = { import: new AbortController() };
  const tell = (state: ImportState): void => void writeStored('session', importKey, state);
  const state = async (): Promise<BookState> => {
    const { sampleLoaded } = await readSettings();
    const [own, sample] = await Promise.all([countPeople('own'), sampleLoaded ? countPeople('sample') : 0]);
    return { own: { people: own }, sample: { loaded: sampleLoaded, people: sample } };
  };
  return {
    state,
    async loadSample() {
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
      return state();
    },
    async stagePiece(piece) {
      await stagePiece(piece);
      return null;
    },
    async startImport(id, file) {
      running.import = new AbortController();
      const { signal } = running.import;
      // Not waited for: the page follows the progress in session storage, and may be closed meanwhile.
      void runImport({ id, file, tell, signal }).catch((error: unknown) =>
        tell({
          id,
          file,
          state: 'failed',
          done: 0,
          total: 0,
          known: 0,
          problem: { kind: 'nothing', line: 0, detail: toProblem(error).detail ?? toProblem(error).kind },
        }),
      );
      return null;
    },
    async stopImport() {
      running.import.abort();
      return null;
    },
    async settle() {
      await settleImports();
    },
  };
}
