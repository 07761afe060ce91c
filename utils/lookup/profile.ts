import type { Reads } from '@/utils/connectors/types';
import type { Profile, Section } from '@/utils/messages/view';
import type { Chat } from '@/utils/people/record';
import type { FileRef, Note, Part, Ticket } from '@/utils/people/types';
import { toProblem } from '@/utils/problem';
import type { Place } from './find';
import { PATIENCE_MS, within } from './wait';

/** As many as the panel shows before "Show all". */
const SHOWN = { open: 5, resolved: 5, notes: 2, files: 5, chats: 3 } as const;
const PARTS = ['open', 'resolved', 'notes', 'files', 'chats'] as const;

type Call<Item> = (signal: AbortSignal) => Promise<Part<Item>>;
type Calls = {
  readonly open: Call<Ticket>;
  readonly resolved: Call<Ticket>;
  readonly notes: Call<Note>;
  readonly files: Call<FileRef>;
  readonly chats: Call<Chat>;
};

function callsOf(reads: Reads, id: string): Partial<Calls> {
  const { tickets, notes, files, chats } = reads;
  return {
    ...(tickets && {
      open: (signal) => tickets(id, 'open', { limit: SHOWN.open }, signal),
      resolved: (signal) => tickets(id, 'resolved', { limit: SHOWN.resolved }, signal),
    }),
    ...(notes && { notes: (signal) => notes(id, { limit: SHOWN.notes }, signal) }),
    ...(files && { files: (signal) => files(id, { limit: SHOWN.files }, signal) }),
    ...(chats && { chats: (signal) => chats(id, { limit: SHOWN.chats }, signal) }),
  };
}

/**
 * Reads the parts of a person's profile side by side. Each is told as it comes; one that fails says so in its own
 * place. Parts the server does not have are absent. `before`: parts known from earlier, shown until the new come.
 */
export async function readProfile(job: {
  readonly place: Place;
  readonly id: string;
  readonly before: Profile | null;
  readonly tell: (profile: Profile) => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { place, id, before, tell, signal } = job;
  const calls = callsOf(place.session.reads, id);
  const first: Profile = before?.leaving === undefined ? {} : { leaving: before.leaving };
  const state = { profile: first };
  for (const name of PARTS) {
    if (calls[name]) state.profile = { ...state.profile, [name]: before?.[name] ?? { state: 'loading' } };
  }
  const read = async <Item>(call: Call<Item> | undefined, put: (section: Section<Item>) => Profile): Promise<void> => {
    if (!call) return;
    const section: Section<Item> = await within(PATIENCE_MS, signal, call).then(
      (part) => ({ state: 'read', part }),
      (error: unknown) => ({ state: 'failed', problem: { ...toProblem(error), connection: place.source.id } }),
    );
    if (signal.aborted) return;
    state.profile = put(section);
    tell(state.profile);
  };
  /** Whether the server is about to delete them. What it does not tell stays as it was known. */
  const readLeaving = async (): Promise<void> => {
    const { session } = place;
    const { leaving } = session.reads;
    if (leaving === undefined || session.denied.includes('leaving')) return;
    const told = await within(PATIENCE_MS, signal, (stop) => leaving(id, stop)).catch(() => undefined);
    if (signal.aborted || told === undefined) return;
    const { leaving: known, ...rest } = state.profile;
    if (told === null && known === undefined) return;
    state.profile = told === null ? rest : { ...rest, leaving: told };
    tell(state.profile);
  };
  // A server without any of them has told its profile whole.
  if (Object.keys(calls).length === 0) tell(state.profile);
  await Promise.all([
    read(calls.open, (open) => ({ ...state.profile, open })),
    read(calls.resolved, (resolved) => ({ ...state.profile, resolved })),
    read(calls.notes, (notes) => ({ ...state.profile, notes })),
    read(calls.files, (files) => ({ ...state.profile, files })),
    read(calls.chats, (chats) => ({ ...state.profile, chats })),
    readLeaving(),
  ]);
}
