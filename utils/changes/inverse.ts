import type { Change, Made } from './types';

/**
 * What takes a change back, given what it made. 'harmless': there is nothing to take back. 'final': nothing can.
 * One case for each kind of change: a new one without a decision does not compile.
 */
export function inverse(change: Change, made: Made): Change | 'harmless' | 'final' {
  switch (change.type) {
    case 'person.create':
      return { type: 'person.delete', person: made.id, version: made.version };
    case 'person.delete':
      return 'final';
  }
}
