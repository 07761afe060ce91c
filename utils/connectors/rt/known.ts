import type { Named } from '@/utils/people/types';
import { ask, type Rt, where } from './rt';
import { ChoicesShape, type CustomValue, NamedShape, pageOf, UserShape } from './shapes';

/** What changes seldom: read once while the connection is open, again only where that failed. */
export interface Known {
  /** Custom fields of people, in their order, without values. */
  fields(call: string): Promise<readonly CustomValue[]>;
  /** The choices of one custom field. */
  choices(call: string, field: string): Promise<readonly string[]>;
  /** The groups that people made. */
  groups(call: string): Promise<readonly Named[]>;
}

const MOST = 100;

export function knownOf(rt: Rt): Known {
  return {
    fields: keeping((call) => readFields(rt, call)),
    choices: keeping((call, field) => readChoices(rt, call, field)),
    groups: keeping((call) => readGroups(rt, call)),
  };
}

function keeping<Value>(read: (call: string, key: string) => Promise<Value>) {
  const kept = new Map<string, Promise<Value>>();
  return (call: string, key = ''): Promise<Value> => {
    const value = kept.get(key) ?? read(call, key);
    kept.set(key, value);
    value.catch(() => kept.delete(key));
    return value;
  };
}

/**
 * From anybody's record: the list of all custom fields is empty for whoever has rights upon each by itself (RT 5.0.3).
 */
async function readFields(rt: Rt, call: string): Promise<readonly CustomValue[]> {
  const search = {
    per_page: 1,
    fields: 'CustomFields',
    'fields[CustomFields]': 'Type,MaxValues,Description,SortOrder',
  };
  const { items } = await ask(rt, pageOf(UserShape), { path: 'users', search, call });
  return (items[0]?.CustomFields ?? [])
    .map((field) => ({ ...field, values: [] }))
    .sort((a, b) => Number(a.SortOrder) - Number(b.SortOrder) || Number(a.id) - Number(b.id));
}

async function readChoices(rt: Rt, call: string, field: string): Promise<readonly string[]> {
  return (await ask(rt, ChoicesShape, { path: `customfield/${field}`, call })).Values;
}

async function readGroups(rt: Rt, call: string): Promise<readonly Named[]> {
  // Without the condition RT would list four groups for each ticket.
  const search = { ...where([{ field: 'Domain', value: 'UserDefined' }]), fields: 'Name', per_page: MOST };
  const { items } = await ask(rt, pageOf(NamedShape), { path: 'groups', search, call });
  return items.map(({ id, Name }) => ({ id, name: Name }));
}
