import type { ImportProblem } from '@/utils/connectors/told';

/** Ends the reading of a file: a message to the user, not a bug. */
export class FaultError extends Error {
  readonly fault: ImportProblem;
  constructor(fault: ImportProblem, options?: ErrorOptions) {
    super(`${fault.kind} in line ${fault.line}`, options);
    this.name = 'FaultError';
    this.fault = fault;
  }
}
