import { autoRepliesOf, customOf } from '@/utils/changes/current';
import type { Change } from '@/utils/changes/types';
import type { Differing, Two } from './types';

/** The single values that are taken from the one merged in; organisations and places in them stand in lists.ts. */
export function valueChanges(two: Two, rows: readonly Differing[]): readonly Change[] {
  return rows.filter(({ wins }) => wins === 'goes').flatMap((row) => valueChange(two, row));
}

function valueChange({ stays, goes }: Two, { key, what, goes: value }: Differing): readonly Change[] {
  const change = { type: 'person.set', person: stays.ref.id } as const;
  switch (what) {
    case 'name':
      return [{ ...change, field: what, from: stays.name, to: goes.name }];
    case 'summary':
      return [{ ...change, field: what, from: stays.summary, to: value ?? '' }];
    case 'timezone':
    case 'language':
    case 'picture':
      return [{ ...change, field: what, from: stays[what] ?? null, to: goes[what] ?? null }];
    case 'autoReplies':
      return [{ ...change, field: what, from: autoRepliesOf(stays), to: autoRepliesOf(goes) }];
    case 'custom': {
      const field = key.slice('custom:'.length);
      return [{ type: 'custom.set', person: stays.ref.id, field, from: customOf(stays, field), to: value }];
    }
    case 'organisation':
    case 'position':
    case 'manager':
      return [];
  }
}
