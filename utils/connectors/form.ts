import type { TextKey } from '@/utils/i18n';

/** One line of the form that a connection is set up with. */
export interface SettingsField {
  /** Key of `Connection.settings`. */
  readonly id: string;
  readonly label: TextKey;
  /** 'secret': kept apart from the other settings, and in them only while the connection is opened. */
  readonly kind: 'address' | 'text' | 'secret' | 'choice' | 'switch';
  readonly required: boolean;
  readonly hint: TextKey;
  /** Of a 'choice': what is kept, and how it is called. */
  readonly choices?: readonly { readonly id: string; readonly label: TextKey }[];
}
/** The options page draws this; no connector has a page of its own. */
export type Form = readonly SettingsField[];
