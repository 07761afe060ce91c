// What pages and the workers that hold the index of a local book say to each other.
import type { SuspectPair } from '@/utils/people/same-person';
import type { Part } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import type { PersonHit, SearchQuery, Suspect } from './types';

/** What a page of ours asks the worker that holds the index of the local books. A new question ends the one before. */
export interface SearchAsked {
  readonly turn: number;
  /** Ids of local connections; none: the question before is over. */
  readonly connections: readonly string[];
  readonly query: SearchQuery;
  /** Rows a connection; 0: nothing is asked, the indexes are only made ready. */
  readonly limit: number;
}

/** An answer for one connection; told again as rows are read and as people change, until the next question. */
export interface SearchTold {
  readonly turn: number;
  readonly connection: string;
  readonly part: Part<PersonHit>;
  /** The index is still being made: these are found by name and address only. */
  readonly making: boolean;
  /** Nothing will be added to this part but what changes. */
  readonly whole: boolean;
  /** In place of the part, which is empty then. */
  readonly problem?: Problem;
}

/** Asked of the same worker: who may be the same person as this one, at most so many. */
export interface SuspectsAsked {
  readonly turn: number;
  readonly connection: string;
  readonly suspectsOf: string;
  readonly limit: number;
}

export interface SuspectsTold {
  readonly turn: number;
  readonly connection: string;
  /** The surest first; null: that worker does not hold this connection, or cannot tell now. */
  readonly suspects: readonly Suspect[] | null;
}

/** How far the search for all duplicates of a book has come. Told again and again. */
export interface DuplicatesTold {
  readonly state: 'reading' | 'comparing' | 'done' | 'failed';
  /** People read, of all. */
  readonly done: number;
  readonly total: number;
  /** Found in all; known once it is `done`. */
  readonly found: number;
  /** More pairs, the surest first: they come in portions. */
  readonly pairs: readonly SuspectPair[];
  /** Nothing more comes. */
  readonly last: boolean;
  readonly problem?: Problem;
}

/** What is wrong with a file of people, and where. */
export interface ImportProblem {
  readonly kind:
    | 'empty'
    | 'encoding'
    | 'quote-open'
    | 'quote-inside'
    | 'columns'
    | 'no-address-column'
    | 'line-too-long'
    | 'address-invalid'
    | 'nothing'
    | 'storage-full';
  /** From 1, as an editor counts the file's lines. */
  readonly line: number;
  readonly detail?: string;
}

/** Progress of an import into the own book. */
export interface ImportState {
  readonly id: string;
  readonly file: string;
  readonly state: 'checking' | 'running' | 'done' | 'stopped' | 'failed';
  /** Pieces of the file while it is checked, people from then on. */
  readonly done: number;
  readonly total: number;
  /** People left out, since they are in the book already, stand in the file twice or have a banned address. */
  readonly known: number;
  readonly problem?: ImportProblem;
}
