// Organisations of the fake Zammad.
import { broken, type Call, given, isOn, noRecord, paged, says, sortedBy } from './answers';
import { isFound } from './index-words';
import { selected } from './selector';
import { now, type Row, type Store } from './store';

const withMembers = (store: Store, row: Row): object => ({
  ...row,
  member_ids: store.users.filter((user) => user['organization_id'] === row.id).map((user) => user.id),
  secondary_member_ids: store.users
    .filter(({ organization_ids: ids }) => Array.isArray(ids) && ids.includes(row.id))
    .map((user) => user.id),
});

function searched(store: Store, call: Call): Response {
  const old = call.dialect === '6.4';
  const query = String(given(call, 'query') ?? '');
  if (old && query === '') return broken();
  const condition = old ? null : call.json['condition'];
  const byWords = store.elastic && query !== '' && query !== '*';
  const fits = (row: Row): boolean | null => {
    if (query === '' || query === '*') return true;
    if (byWords) return isFound(row, [], query);
    const name = String(row['name']);
    return old ? name.includes(query) : name.toLowerCase().includes(query.toLowerCase());
  };
  const all = byWords ? (store.indexed ?? store).organizations : store.organizations;
  const fit = selected(all, condition, (row, name) => {
    const [kind, column = ''] = name.split('.');
    return kind === 'organization' && column in row ? row[column] : undefined;
  });
  const answers = fit?.map(fits) ?? [null];
  const left = answers.includes(null) ? null : sortedBy(fit?.filter((_, at) => answers[at] === true) ?? [], call);
  if (left === null) return broken();
  if (isOn(call, 'only_total_count') && !old) return Response.json({ total_count: left.length });
  const some = old ? paged(left, call, 100, 1000) : paged(left, call, 50, 200);
  return Response.json(some.map((row) => withMembers(store, row)));
}

export function organizations(store: Store, call: Call): Response {
  const [, id = ''] = call.path;
  if (id === 'search') return searched(store, call);
  if (call.method === 'POST') {
    const { name } = call.json;
    if (store.organizations.some((one) => one['name'] === name)) return says(422, 'This object already exists.');
    const at = now(store);
    const row: Row = { id: store.organizations.length + 7, name, domain: '', note: '', created_at: at, updated_at: at };
    store.organizations.push(row);
    return Response.json(withMembers(store, row), { status: 201 });
  }
  const row = store.organizations.find((one) => String(one.id) === id);
  return row === undefined ? noRecord('Organization', id) : Response.json(withMembers(store, row));
}
