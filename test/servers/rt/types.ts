// What the test Request Tracker is filled with, and what Sidecard must make of each ticket's page.

export interface RtPerson {
  readonly address: string;
  /** Empty: RT knows no name. */
  readonly name: string;
  readonly organisation?: string;
  readonly disabled?: true;
}

/** People who work with the tickets; they may log in. */
export interface RtAgent extends RtPerson {
  readonly login: string;
  /** How RT writes people for them: the address beside the name, or the name alone. */
  readonly names: 'role' | 'concise';
  /** Of the groups in `rights.mjs`; `Staff` unless told. */
  readonly group?: string;
}

/** People are written `Name <address>`, `<address>` without a name, `Name` without an address. */
export interface ExpectedTicket {
  /** Whom the panel is about; null: nobody, because no customer has to do with it. */
  readonly chosen: string | null;
  /** Who must be listed beside them, without their roles. Others may be: staff, writers of answers. */
  readonly others?: readonly string[];
}

export interface RtTicket {
  readonly about: string;
  readonly subject: string;
  readonly status?: 'open' | 'resolved' | 'stalled';
  /** Addresses; for tickets that do not come by mail. */
  readonly requestors?: readonly string[];
  readonly cc?: readonly string[];
  readonly owner?: string;
  /** Header lines of the mail that made the ticket; `To`, `Date` and `Message-ID` are added. */
  readonly mail?: readonly string[];
  readonly text: string;
  /** Answers by an agent's login or, as mail, by an address. */
  readonly answers?: readonly { readonly by: string; readonly text: string; readonly internal?: true }[];
  readonly expected: ExpectedTicket;
}
