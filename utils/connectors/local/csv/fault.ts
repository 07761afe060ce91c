/** What can be wrong with a file. */
export type FaultKind =
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

export interface Fault {
  readonly kind: FaultKind;
  /** From 1, as an editor counts the file's lines. */
  readonly line: number;
  readonly detail?: string;
}

/** Ends the reading of a file: a message to the user, not a bug. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(`${fault.kind} in line ${fault.line}`, options);
    this.name = 'FaultError';
    this.fault = fault;
  }
}
