import type { Capability, Session } from '@/utils/connectors/types';
import type { NearMatch, Source, SourceAnswer } from '@/utils/messages/view';
import type { Address } from '@/utils/people/types';
import { toProblem } from '@/utils/problem';
import type { Cache } from './cache';
import { PATIENCE_MS, within } from './wait';

/** A connection that is open: where to look. */
export interface Place {
  readonly source: Source;
  readonly session: Session;
  /** What the login may do is not known yet: only reading is offered. */
  readonly unasked?: true;
  /** Asks the server what the login may do, where that is not known or long ago; answers the place as it is then. */
  readonly ask?: (signal: AbortSignal) => Promise<Place>;
}

export interface Question {
  readonly address: Address | null;
  readonly name: string;
}

interface Job {
  readonly question: Question;
  readonly places: readonly Place[];
  readonly cache: Cache;
  readonly now: () => Date;
  /** Each place's answers as they come: from the cache first, then its own, or its problem. */
  readonly tell: (answer: SourceAnswer) => void;
  readonly signal: AbortSignal;
}

const NEAR_AT_MOST = 5;

/** A capability is a method that is there; what this login may not is none, nor a write of which nobody knows. */
function capabilities({ session: { reads, writes, denied }, unasked }: Place): readonly Capability[] {
  const there = [...Object.entries(reads), ...(unasked ? [] : Object.entries(writes))].filter(
    ([, method]) => method !== undefined,
  );
  const isCapability = (name: string): name is Capability => name in reads || name in writes;
  return there
    .map(([name]) => name)
    .filter((name) => isCapability(name) && !denied.includes(name))
    .filter(isCapability);
}

export function lookingAt(place: Place, now: Date): SourceAnswer {
  const { source, session } = place;
  return {
    source,
    state: 'looking',
    since: now.toISOString(),
    matches: [],
    can: capabilities(place),
    denied: session.denied,
    ...(session.oneOrganisation === true ? { oneOrganisation: true } : {}),
  };
}

async function askPlace(place: Place, { question, cache, now, tell, signal }: Job): Promise<SourceAnswer> {
  const { address } = question;
  const started = lookingAt(place, now());
  if (address === null) {
    const answer: SourceAnswer = { ...started, state: 'answered' };
    tell(answer);
    return answer;
  }
  const { id, local } = place.source;
  // Without its memory (a full or broken disk) a server still answers.
  const kept = local ? null : await cache.get(id, address).catch(() => null);
  const shown: SourceAnswer = kept ? { ...started, matches: kept.matches, asOf: kept.at } : started;
  if (kept && !signal.aborted) tell(shown);
  // Beside the question: what may be done is wanted a moment later than who it is.
  const asked = place.ask && within(PATIENCE_MS, signal, place.ask).catch(() => place);
  try {
    const found = await within(PATIENCE_MS, signal, (stop) => place.session.find(address, stop));
    const answer: SourceAnswer = {
      ...started,
      state: 'answered',
      matches: found.map((one) => ({
        ...one,
        // The profile read last time stays until the new one comes.
        profile: kept?.matches.find(({ person }) => person.ref.id === one.person.ref.id)?.profile ?? null,
      })),
    };
    tell(answer);
    if (asked === undefined) return answer;
    const { can, denied } = lookingAt(await asked, now());
    const able: SourceAnswer = { ...answer, can, denied };
    if (!signal.aborted) tell(able);
    return able;
  } catch (error) {
    const failed: SourceAnswer = {
      ...shown,
      state: 'failed',
      problem: { ...toProblem(error), connection: id, call: 'find' },
    };
    if (!signal.aborted) tell(failed);
    return failed;
  }
}

/** Asks all places at once; one that is slow or fails holds up none of the others. */
export async function lookUp(job: Job): Promise<readonly SourceAnswer[]> {
  return Promise.all(job.places.map((place) => askPlace(place, job)));
}

/** Suggestions for an address that nobody has, or for a name alone; a place that cannot suggest is left out. */
export async function nearMatches(
  places: readonly Place[],
  question: Question,
  signal: AbortSignal,
): Promise<readonly NearMatch[]> {
  const lists = await Promise.all(
    places.map(async ({ source, session }) => {
      const { near } = session.reads;
      if (!near) return [];
      try {
        const found = await within(PATIENCE_MS, signal, (stop) => near(question, stop));
        return found.map((one) => ({ ...one, source }));
      } catch {
        return []; // a suggestion that fails is no news; the lookup itself has told its problem
      }
    }),
  );
  return lists.flat().slice(0, NEAR_AT_MOST);
}
