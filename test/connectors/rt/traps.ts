// The ways in which RT's interface leads astray, with what RT 5.0.3 answers: asked of the fake and of a real one, so
// that the fake is no easier than what it stands for.

export interface Answered {
  readonly status: number;
  readonly json: unknown;
  readonly etag: string | null;
}
export type Login = 'admin' | 'agent' | 'viewer' | 'nobody';

/** A Request Tracker and somebody in it whose record may be worn out. */
export interface World {
  ask(as: Login, method: string, path: string, json?: unknown): Promise<Answered>;
  /** Of the person. */
  readonly id: string;
  /** A custom field with choices, and one with a day. */
  readonly choice: string;
  readonly day: string;
  /** The number of a ticket of theirs. */
  readonly ticket: string;
}

interface Trap {
  readonly name: string;
  readonly tried: (world: World) => Promise<unknown>;
  readonly answer: unknown;
}

const listing = (field: string, value: string): string =>
  `users?per_page=1&fields=id,Disabled,Privileged&query=${encodeURIComponent(JSON.stringify([{ field, value }]))}`;
const get = (json: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((value, key) => Object(value)[key], json);
const refs = (json: unknown): readonly unknown[] => {
  const links = get(json, '_hyperlinks');
  return (Array.isArray(links) ? links : []).map((link) => get(link, 'ref'));
};
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

export const traps: readonly Trap[] = [
  ...(
    [
      ['admin', 'Comments'],
      ['admin', 'WorkPhone'],
      ['agent', 'Organization'],
    ] as const
  ).map(
    ([as, field]): Trap => ({
      name: `a search by ${field} is no search for ${as}: all are found`,
      async tried({ ask }) {
        const [some, all] = await Promise.all([
          ask(as, 'GET', listing(field, 'nobody has this')),
          ask(as, 'GET', 'users'),
        ]);
        return Number(get(some.json, 'total')) > 1 && get(some.json, 'total') === get(all.json, 'total');
      },
      answer: true,
    }),
  ),
  {
    name: 'a search by Organization is one for an admin',
    tried: async ({ ask }) =>
      get((await ask('admin', 'GET', listing('Organization', 'nobody has this'))).json, 'total'),
    answer: 0,
  },
  {
    name: 'lists say of nobody whether they are disabled or staff',
    async tried({ ask }) {
      const { json } = await ask('admin', 'GET', 'users?per_page=1&fields=id,Disabled,Privileged');
      return [get(json, 'items', 0, 'Disabled'), get(json, 'items', 0, 'Privileged')];
    },
    answer: ['', ''],
  },
  ...(
    [
      ['an address that is none', 'admin', { EmailAddress: 'not an address' }, 1],
      ['a column that is not there', 'admin', { Nope: 'x' }, 0],
      ['a flag as true', 'admin', { Disabled: true }, 0],
      ['a change without the right to it', 'agent', { City: 'Anywhere' }, 1],
      ['no flag without the right to it', 'agent', { Disabled: 1 }, 1],
    ] as const
  ).map(
    ([what, as, json, sentences]): Trap => ({
      name: `${what} is answered with 200, and nothing is changed`,
      async tried({ ask, id }) {
        const before = await ask('admin', 'GET', `user/${id}`);
        const { status, json: said } = await ask(as, 'PUT', `user/${id}`, json);
        const after = await ask('admin', 'GET', `user/${id}`);
        return { status, sentences: Array.isArray(said) ? said.length : null, same: before.etag === after.etag };
      },
      answer: { status: 200, sentences, same: true },
    }),
  ),
  {
    name: 'a choice that is none is answered with 200, and nothing is changed',
    async tried({ ask, id, choice }) {
      const { status, json } = await ask('admin', 'PUT', `user/${id}`, {
        CustomFields: { [choice]: 'no such choice' },
      });
      const after = await ask('admin', 'GET', `user/${id}`);
      return [status, kindOf(json), JSON.stringify(after.json).includes('no such choice')];
    },
    answer: [200, 'list', false],
  },
  {
    name: 'a custom field is not changed for whoever may only read, with 200',
    async tried({ ask, id, day }) {
      const before = await ask('admin', 'GET', `user/${id}`);
      const { status } = await ask('viewer', 'PUT', `user/${id}`, { CustomFields: { [day]: '2020-02-29' } });
      const after = await ask('admin', 'GET', `user/${id}`);
      return [status, before.etag === after.etag];
    },
    answer: [200, true],
  },
  {
    name: 'a day is made of anything',
    async tried({ ask, id, day }) {
      await ask('admin', 'PUT', `user/${id}`, { CustomFields: { [day]: 'soon' } });
      const { json } = await ask('admin', 'GET', `user/${id}`);
      await ask('admin', 'PUT', `user/${id}`, { CustomFields: { [day]: null } });
      return JSON.stringify(json).includes('1970-01-01"');
    },
    answer: true,
  },
  {
    name: 'a password is answered with 500',
    tried: async ({ ask, id }) => (await ask('admin', 'PUT', `user/${id}`, { Password: 'a-long-one-1' })).status,
    answer: 500,
  },
  {
    name: 'a person is deleted by nobody; without the right it looks like a failure of the server',
    tried: async ({ ask, id }) => (await ask('agent', 'DELETE', `user/${id}`)).status,
    answer: 500,
  },
  {
    name: 'an old version is refused',
    async tried({ ask, id }) {
      const path = `user/${id}`;
      const before = await ask('admin', 'GET', path);
      await ask('admin', 'PUT', path, { City: 'Elsewhere' });
      const after = await ask('admin', 'GET', path);
      return before.etag === after.etag;
    },
    answer: false,
  },
  {
    name: 'whoever sees no history sees no version',
    tried: async ({ ask, id }) => (await ask('viewer', 'GET', `user/${id}`)).etag?.includes('1970-01-01'),
    answer: true,
  },
  {
    name: 'an agent sees a name and an address, and that there is a history',
    async tried({ ask, id }) {
      const { json } = await ask('agent', 'GET', `user/${id}`);
      const seen = ['Disabled', 'Memberships', 'CustomFields', 'WorkPhone'].filter((key) => key in Object(json));
      return { seen, history: refs(json).includes('history'), groups: refs(json).includes('memberships') };
    },
    answer: { seen: [], history: true, groups: false },
  },
  {
    name: 'who changes groups without the right is told so',
    tried: async ({ ask, id }) => (await ask('agent', 'PUT', `user/${id}/groups`, [1])).status,
    answer: 403,
  },
  {
    name: 'a group that is not there is answered with 200',
    async tried({ ask, id }) {
      const { status, json } = await ask('admin', 'PUT', `user/${id}/groups`, [99_999]);
      return [status, kindOf(json)];
    },
    answer: [200, 'list'],
  },
  {
    name: 'to leave a group that one is not in is done',
    tried: async ({ ask, id }) => (await ask('admin', 'DELETE', `user/${id}/group/99999`)).status,
    answer: 204,
  },
  {
    name: 'a ticket names its requestors by number in a list only',
    async tried({ ask, ticket, id }) {
      const one = await ask('admin', 'GET', `ticket/${ticket}?fields[Requestor]=id`);
      const list = await ask('admin', 'GET', `tickets?query=id=${ticket}&fields=Requestor&fields[Requestor]=id`);
      const isNumber = (value: unknown): boolean => String(value) === id;
      return [
        isNumber(get(one.json, 'Requestor', 0, 'id')),
        isNumber(get(list.json, 'items', 0, 'Requestor', 0, 'id')),
      ];
    },
    answer: [false, true],
  },
  {
    name: 'a ticket is left as it is for whoever may only read, with 200',
    async tried({ ask, ticket }) {
      const { status } = await ask('viewer', 'PUT', `ticket/${ticket}`, { Status: 'stalled' });
      const list = await ask('admin', 'GET', `tickets?query=id=${ticket}&fields=Status`);
      return [status, get(list.json, 'items', 0, 'Status')];
    },
    answer: [200, 'new'],
  },
  {
    name: 'a ticket of somebody unknown is opened all the same',
    tried: async ({ ask }) => {
      const json = { Queue: 'Support', Subject: 'x', Requestor: ['999999'], Content: 'x', ContentType: 'text/plain' };
      return (await ask('admin', 'POST', 'ticket', json)).status;
    },
    answer: 201,
  },
  {
    name: 'a history has no total, and its last page is empty',
    async tried({ ask, id }) {
      const first = await ask('admin', 'GET', `user/${id}/history?per_page=100&page=1`);
      const second = await ask('admin', 'GET', `user/${id}/history?per_page=100&page=2`);
      const count = ({ json }: Answered): unknown => get(json, 'items', 'length');
      return [get(first.json, 'total'), Number(count(first)) > 0, count(second)];
    },
    answer: [null, true, 0],
  },
  {
    name: 'who is not signed in is led to a page',
    tried: async ({ ask, id }) => [0, 302].includes((await ask('nobody', 'GET', `user/${id}`)).status),
    answer: true,
  },
];
