// A merge as the product plans it, made step by step.
import { sightOf } from '@/utils/actions';
import type { Input } from '@/utils/actions/inputs';
import { merge } from '@/utils/actions/merge';
import { inverse } from '@/utils/changes/inverse';
import type { Change } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import { write } from './changes';

/** What it takes to merge `goes` into `stays`, with nothing chosen but what is given. */
export async function planned(
  session: Session,
  stays: string,
  goes: string,
  chosen: Partial<Pick<Input<'merge'>, 'keep' | 'primary'>> = {},
): Promise<readonly Change[]> {
  const [person, other] = await Promise.all([session.get(stays), session.get(goes)]);
  const versions = { stays: person.version ?? null, goes: other.version ?? null };
  return merge.plan({ ...sightOf(session), person, input: { goes, keep: {}, primary: null, versions, ...chosen } });
}

/** Makes them, and gives what takes them back. */
export async function make(session: Session, changes: readonly Change[]): Promise<readonly Change[]> {
  const back: Change[] = [];
  for (const change of changes) {
    const inverted = inverse(change, await write(session, change));
    if (typeof inverted === 'string') throw new Error(`${change.type}: ${inverted}`);
    back.unshift(inverted);
  }
  return back;
}
