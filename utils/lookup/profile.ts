import type { Reads } from '@/utils/connectors/types';
import type { Profile, Section } from '@/utils/messages/view';
import type { Part } from '@/utils/people/types';
import { toProblem } from '@/utils/problem';
import type { Place } from './find';
import { PATIENCE_MS, within } from './wait';

/** As many as the panel shows before "Show all". */
const TICKETS = 5;
const NOTES = 2;

type Calls = {
  readonly open: (signal: AbortSignal) => ReturnType<NonNullable<Reads['tickets']>>;
  readonly resolved: (signal: AbortSignal) => ReturnType<NonNullable<Reads['tickets']>>;
  readonly notes: (signal: AbortSignal) => ReturnType<NonNullable<Reads['notes']>>;
};

function callsOf(reads: Reads, id: string): Partial<Calls> {
  const { tickets, notes } = reads;
  return {
    ...(tickets && {
      open: (signal) => tickets(id, 'open', { limit: TICKETS }, signal),
      resolved: (signal) => tickets(id, 'resolved', { limit: TICKETS }, signal),
    }),
    ...(notes && { notes: (signal) => notes(id, { limit: NOTES }, signal) }),
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
  const first: Profile = {};
  const state = { profile: first };
  for (const name of ['open', 'resolved', 'notes'] as const) {
    if (calls[name]) state.profile = { ...state.profile, [name]: before?.[name] ?? { state: 'loading' } };
  }
  const read = async <Item>(
    call: ((stop: AbortSignal) => Promise<Part<Item>>) | undefined,
    put: (section: Section<Item>) => Profile,
  ): Promise<void> => {
    if (!call) return;
    const section: Section<Item> = await within(PATIENCE_MS, signal, call).then(
      (part) => ({ state: 'read', part }),
      (error: unknown) => ({ state: 'failed', problem: { ...toProblem(error), connection: place.source.id } }),
    );
    if (signal.aborted) return;
    state.profile = put(section);
    tell(state.profile);
  };
  // A server without any of them has told its profile whole.
  if (Object.keys(calls).length === 0) tell({});
  await Promise.all([
    read(calls.open, (open) => ({ ...state.profile, open })),
    read(calls.resolved, (resolved) => ({ ...state.profile, resolved })),
    read(calls.notes, (notes) => ({ ...state.profile, notes })),
  ]);
}
