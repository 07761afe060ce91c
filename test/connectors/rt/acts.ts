import type { Store } from './store';

/** What was done in tickets, by RT's own language of questions as far as it is asked in it. */
export function actRows({ acts, users }: Store, search: URLSearchParams): object[] {
  const query = search.get('query') ?? '';
  const named = (field: string): readonly string[] =>
    [...query.matchAll(new RegExp(`${field} = '([^']*)'`, 'gu'))].map(([, value = '']) => value);
  if (!named('ObjectType').includes('RT::Ticket')) return [];
  return acts
    .filter(({ ticket, type }) => named('ObjectId').includes(String(ticket)) && named('\\bType').includes(type))
    .reverse()
    .map(({ id, ticket, by, at, type, from, to }) => {
      const { Name = '', RealName = '' } = users.find((user) => user.id === by)?.columns ?? {};
      return {
        type: 'transaction',
        id: String(id),
        ObjectId: String(ticket),
        Type: type,
        Field: type === 'Status' ? 'Status' : '',
        OldValue: from,
        NewValue: to,
        Created: at,
        Creator: { type: 'user', id: by, Name, RealName },
      };
    });
}
