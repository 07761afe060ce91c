import type { Capability, Found, Login, Session, Shown } from '@/utils/connectors/types';
import type { NearMatch, PanelView, Source, SourceAnswer } from '@/utils/messages/view';
import type { Party } from '@/utils/people/message';
import { primaryOf } from '@/utils/people/primary';
import type { Address } from '@/utils/people/types';
import { toProblem } from '@/utils/problem';
import type { Cache } from './cache';
import { findRecord, meant, recordAt, recordKey } from './own-server';
import { PATIENCE_MS, within } from './wait';

/** A connection that is open: where to look. */
export interface Place {
  readonly source: Source;
  readonly session: Session;
  /** What an address of one of its pages shows. Absent: they tell nothing by their addresses. */
  readonly shows?: (url: string) => Shown | null;
  /** The user wants nothing of its people kept on disk. */
  readonly unkept?: true;
  /** Rights that the login lacks, as the server names them. */
  readonly missing?: Login['missing'];
  /** What the login may do is not known yet: only reading is offered. */
  readonly unasked?: true;
  /** Asks the server what the login may do, where that is not known or long ago; answers the place as it is then. */
  readonly ask?: (signal: AbortSignal) => Promise<Place>;
}

/** With the id that the page's own server has for them, where its page tells it. */
export type Question = Pick<Party, 'address' | 'name' | 'record' | 'server'>;

interface Job {
  readonly question: Question;
  readonly places: readonly Place[];
  readonly cache: Cache;
  readonly now: () => Date;
  /** Each place's answers as they come: from the cache first, then its own, or its problem. */
  readonly tell: (answer: SourceAnswer) => void;
  /** Addresses that nobody may be asked about, should a record turn out to have one. */
  readonly never?: (address: Address) => boolean;
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

/** Names of all places, and where somebody new can be made. */
export const offeredBy = (places: readonly Place[]): Required<Pick<PanelView, 'sources' | 'makers'>> => ({
  sources: places.map(({ source }) => source),
  makers: places.filter((place) => capabilities(place).includes('person.create')).map(({ source }) => source.id),
});

export function lookingAt(place: Place, now: Date): SourceAnswer {
  const { source, session } = place;
  return {
    source,
    state: 'looking',
    since: now.toISOString(),
    matches: [],
    can: capabilities(place),
    denied: session.denied,
    ...(place.missing === undefined ? {} : { missing: place.missing }),
    ...(session.oneOrganisation === true ? { oneOrganisation: true } : {}),
    ...(session.room === undefined ? {} : { room: session.room }),
    ...(session.mergesAt === undefined ? {} : { mergesAt: session.mergesAt }),
    ...(session.resetsAt === undefined ? {} : { resetsAt: session.resetsAt }),
    ...(session.sets === undefined ? {} : { sets: session.sets }),
    ...(session.limits === undefined ? {} : { limits: session.limits }),
    ...(session.unproven === undefined ? {} : { unproven: session.unproven }),
  };
}

async function askPlace(place: Place, job: Job): Promise<SourceAnswer> {
  const { question, cache, now, tell, signal } = job;
  const { address } = question;
  const record = recordAt(place.session, question);
  const asked = record === null ? address : recordKey(record);
  if (asked === null) {
    const answer: SourceAnswer = { ...lookingAt(place, now()), state: 'answered' };
    tell(answer);
    return answer;
  }
  const started: SourceAnswer = { ...lookingAt(place, now()), asked };
  const { id, local } = place.source;
  // Without its memory (a full or broken disk) a server still answers.
  const kept = local ? null : await cache.get(id, asked).catch(() => null);
  const shown: SourceAnswer = kept ? { ...started, matches: kept.matches, asOf: kept.at } : started;
  if (kept && !signal.aborted) tell(shown);
  // Beside the question: what may be done is wanted a moment later than who it is.
  const asking = place.ask && within(PATIENCE_MS, signal, place.ask).catch(() => place);
  try {
    const found = await within(PATIENCE_MS, signal, (stop) => findAt(place, question, stop));
    // The page is older than what the server has: whoever has the address by now is looked for there as elsewhere.
    if (found === null) return askPlace(place, { ...job, question: { address, name: question.name } });
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
    if (asking === undefined) return answer;
    const { state: _state, since: _since, matches: _matches, ...told } = lookingAt(await asking, now());
    const able: SourceAnswer = { ...answer, missing: {}, ...told };
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

/** Null: the page tells an id that its own server does not know any more. */
async function findAt({ session }: Place, question: Question, signal: AbortSignal): Promise<readonly Found[] | null> {
  const { address } = question;
  const record = recordAt(session, question);
  if (record === null) return address === null ? [] : session.find(address, signal);
  try {
    return [await findRecord(session, record, address, signal)];
  } catch (error) {
    if (toProblem(error).kind === 'missing') return null;
    throw error;
  }
}

/**
 * Asks all places at once; one that is slow or fails holds up none of the others. The server whose page is open is
 * asked by the id that the page tells; should its record have other addresses than the page says, or the page say none,
 * the others are asked by those.
 */
export async function lookUp(job: Job): Promise<readonly SourceAnswer[]> {
  const { question, places, signal, now, tell, never } = job;
  const ask = (list: readonly Place[], by: Partial<Job> = {}) =>
    Promise.all(list.map((place) => askPlace(place, { ...job, ...by })));
  const own = places.filter(({ session }) => recordAt(session, question) !== null);
  if (own.length === 0) return ask(places);
  const others = places.filter((place) => !own.includes(place));
  const early = new AbortController();
  const first = question.address === null ? null : ask(others, { signal: AbortSignal.any([signal, early.signal]) });
  const answers = await ask(own);
  const person = answers.map(meant).find((one) => one !== undefined);
  const addresses = person?.emails.map(({ address }) => address) ?? [];
  const stands = first !== null && (person === undefined || addresses.some((one) => one === question.address));
  if (stands || signal.aborted) return [...answers, ...((await first) ?? [])];
  early.abort();
  if (first !== null) for (const place of others) tell(lookingAt(place, now()));
  const address = (person && primaryOf(person)) ?? addresses[0] ?? null;
  const by: Question = { name: question.name, address: address !== null && never?.(address) === true ? null : address };
  return [...answers, ...(await ask(others, { question: by }))];
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
