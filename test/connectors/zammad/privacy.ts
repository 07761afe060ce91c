// Tasks of the fake Zammad that delete somebody: a job makes them some minutes later.
import { type Call, noRecord, paged, says } from './answers';
import { ME, now, type Row, type Store } from './store';

export function tasks(store: Store, call: Call): Response {
  const [, id = ''] = call.path;
  if (call.method === 'POST') return newTask(store, call);
  if (id !== '') return oneTask(store, call, id);
  // By id upwards, unless told otherwise.
  const all = store.tasks.toSorted((a, b) => a.id - b.id);
  const down = call.search.get('sort_by') === 'id' && /^desc$/iu.test(call.search.get('order_by') ?? '');
  return Response.json(paged(down ? all.reverse() : all, call, 500, 1000));
}

function newTask(store: Store, call: Call): Response {
  const { deletable_type: type, deletable_id: id } = call.json;
  if (type !== 'User' && type !== 'Ticket')
    return says(422, 'Data privacy task allows to delete a user or a ticket only.');
  if (id === 1) return says(422, 'It is not possible to delete the system user.');
  if (id === ME) return says(422, 'It is not possible to delete your current account.');
  const admins = store.users.filter(
    ({ role_ids: roles, active }) => active && Array.isArray(roles) && roles.includes(1),
  );
  if (admins.length === 1 && admins[0]?.id === id)
    return says(422, 'It is not possible to delete the last account with admin permissions.');
  if (store.tasks.some((task) => task['deletable_id'] === id && task['state'] === 'in process'))
    return says(422, 'Selected object is already queued for deletion.');
  // All of theirs, whoever may see them.
  const numbers = store.tickets.filter(({ customer_id: of }) => of === id).map(({ number }) => number);
  const at = now(store);
  const task: Row = {
    id: Math.max(4, ...store.tasks.map((one) => one.id)) + 1,
    state: 'in process',
    deletable_type: type,
    deletable_id: id,
    preferences: {
      ...Object(call.json['preferences']),
      owner_tickets: [],
      customer_tickets: numbers,
      // Older ones count nothing.
      ...(call.dialect === '6.4' ? {} : { owner_tickets_count: 0, customer_tickets_count: numbers.length }),
      user: { firstname: 'A*a', lastname: 'K*r', email: 'a*a@e*e.com' },
    },
    created_at: at,
    updated_at: at,
  };
  store.tasks.push(task);
  return Response.json(task, { status: 201 });
}

function oneTask(store: Store, call: Call, id: string): Response {
  const task = store.tasks.find((one) => String(one.id) === id);
  if (task === undefined) return noRecord('DataPrivacyTask', id);
  if (call.method === 'DELETE') {
    store.tasks = store.tasks.filter((one) => one !== task);
    return Response.json({});
  }
  return Response.json(task);
}

/** What the job does after at most ten minutes; `error`: it fails in the middle. */
export function runTasks(store: Store, error: string | null = null): void {
  for (const task of store.tasks.filter(({ state }) => state === 'in process')) {
    task.updated_at = now(store);
    const user = store.users.find(({ id }) => id === task['deletable_id']);
    if (user !== undefined) user['active'] = false;
    if (error !== null) {
      Object.assign(task, { state: 'failed', preferences: { ...Object(task['preferences']), error } });
      continue;
    }
    task['state'] = 'completed';
    store.tickets = store.tickets.filter(({ customer_id: of }) => of !== task['deletable_id']);
    store.users = store.users.filter((one) => one !== user);
  }
}
