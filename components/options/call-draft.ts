// A call half-typed in the settings: what it began with, what is wrong with it, and what of it is kept.

import { isolate } from '@/components/panel/person-words';
import { listText } from '@/components/ui/list-text';
import { type CallFault, callFaults } from '@/utils/connectors/call-check';
import type { CallPlace, KeptCall, OwnCall } from '@/utils/connectors/types';
import { t } from '@/utils/i18n';

export interface CallDraft extends Omit<KeptCall, 'codes'> {
  /** As typed: '200, 204'. */
  readonly codes: string;
}

const FRESH: CallDraft = { on: true, method: 'post', path: '', body: '', codes: '200' };

/** What is kept, to be edited; a fresh one where nothing is, which reads where the older one does. */
export const draftOf = (kept: KeptCall | null, { preset }: Pick<CallPlace, 'preset'>): CallDraft =>
  kept === null ? { ...FRESH, method: preset?.method ?? 'post' } : { ...kept, codes: kept.codes.join(', ') };

/** An older version's call in place of what is typed. */
export const presetIn = (draft: CallDraft, { method, path, body, codes }: OwnCall): CallDraft => ({
  ...draft,
  method,
  path,
  body,
  codes: codes.join(', '),
});

const words = (codes: string): readonly string[] => codes.split(/[\s,;]+/u).filter((word) => word !== '');

/** What is no number is 0, which is no status. */
export const callOf = ({ codes, path, body, ...rest }: CallDraft): KeptCall => ({
  ...rest,
  path: path.trim(),
  body: body.trim(),
  codes: words(codes).map((word) => (/^\d{1,4}$/u.test(word) ? Number(word) : 0)),
});

export type WrongParts = Readonly<Partial<Record<CallFault['part'], string>>>;

/** Part → what is wrong there. */
export function wrongParts(draft: CallDraft, place: CallPlace): WrongParts {
  const odd = words(draft.codes).find((word) => !/^\d{1,4}$/u.test(word));
  return Object.fromEntries(
    callFaults(callOf(draft), place).map((fault) => [
      fault.part,
      faultText(fault.kind === 'code' && odd !== undefined ? { ...fault, text: odd } : fault, place),
    ]),
  );
}

/** "{id}, {source}" */
export const placesText = ({ places }: Pick<CallPlace, 'places'>): string =>
  listText(places.map((place) => isolate(`{${place}}`)));

function faultText(fault: CallFault, place: CallPlace): string {
  switch (fault.kind) {
    case 'empty':
      return t('call_path_empty');
    case 'leaves':
      return t('call_path_leaves');
    case 'brace':
      return t('call_path_brace');
    case 'nobody':
      return t('call_path_nobody', [placesText(place)]);
    case 'place':
      return place.places.length === 0
        ? t('call_place_none', [isolate(fault.text)])
        : t('call_place_unknown', [isolate(fault.text), placesText(place)]);
    case 'json':
      return t('call_body_json');
    case 'key':
      return t('call_body_key');
    case 'reading':
      return t('call_body_reading');
    case 'none':
      return t('call_codes_none');
    case 'code':
      return t('call_codes_wrong', [isolate(fault.text)]);
  }
}

export const sameDraft = (one: CallDraft, other: CallDraft): boolean => JSON.stringify(one) === JSON.stringify(other);
