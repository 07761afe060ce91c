// Calls that nobody but a server's administrator knows: how each is made is typed in the settings, per connection.

import type { TextKey } from '@/utils/i18n';

export interface OwnCall {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /**
   * 'people/{id}/merge/{source}', beside the server's other calls; with a slash before it ('/api/people/…') from where
   * the server stands. The names in braces are those of `CallPlace.places`.
   */
  readonly path: string;
  /** JSON with the same names in braces inside its texts; '' for none. */
  readonly body: string;
  /** Statuses by which it worked. */
  readonly codes: readonly number[];
}

/** As it is kept: switched off it stays as it was typed. */
export interface KeptCall extends OwnCall {
  readonly on: boolean;
}

/** A place for one such call. */
export interface CallPlace {
  /** Among the connection's settings it stands under 'call.' and this, as JSON. */
  readonly id: string;
  readonly label: TextKey;
  /** What it is for and what to be careful about. */
  readonly hint: TextKey;
  /** What may stand in braces ('id', 'email'). */
  readonly places: readonly string[];
  /** How an older version of the server makes it; `from` says which. */
  readonly preset?: OwnCall & { readonly from: TextKey };
}
