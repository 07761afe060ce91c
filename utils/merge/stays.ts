import type { Person } from '@/utils/people/types';

export interface Candidate {
  readonly person: Person;
  /** Null: not known. */
  readonly tickets: number | null;
}

/** Who is proposed to stay, and why: more tickets, or the older record; `same`: nothing speaks for either. */
export interface Proposed {
  readonly stays: Person;
  readonly goes: Person;
  readonly because: 'tickets' | 'older' | 'same';
}

/** Whoever has the longer history is proposed to stay. Where nothing tells, the first. */
export function whoStays(a: Candidate, b: Candidate): Proposed {
  const first = { stays: a.person, goes: b.person } as const;
  const second = { stays: b.person, goes: a.person } as const;
  const more = (a.tickets ?? 0) - (b.tickets ?? 0);
  if (more !== 0) return { ...(more > 0 ? first : second), because: 'tickets' };
  const [one, other] = [madeAt(a.person), madeAt(b.person)];
  // A record without a date is not known to be older than one that has it.
  if (one !== other) return { ...(one < other ? first : second), because: 'older' };
  return { ...first, because: 'same' };
}

function madeAt({ createdAt }: Person): number {
  const at = Date.parse(createdAt ?? '');
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}
