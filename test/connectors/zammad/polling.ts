// How the fake Zammad tells of changes: a call that is answered when there is something to tell.
import { type Call, says } from './answers';

export interface Polling {
  /** What each who listens has yet to be told. */
  readonly clients: Map<string, object[]>;
  /** Ms that a call waits before it is answered with nothing. */
  patience: number;
  /** Tells everybody who listens. */
  tell(event: string, data?: object): void;
  /** Of whoever waits now. */
  readonly waiting: Set<() => void>;
}

export function polling(): Polling {
  const clients = new Map<string, object[]>();
  const waiting = new Set<() => void>();
  return {
    clients,
    waiting,
    patience: 0,
    tell(event, data) {
      for (const queue of clients.values()) queue.push(data === undefined ? { event } : { event, data });
      for (const wake of [...waiting]) wake();
    },
  };
}

export function listen({ clients }: Polling, call: Call): Response {
  const { event } = Object(call.json['data']);
  if (event !== 'login') return Response.json({});
  const id = `c-${clients.size + 1}-${call.method}`;
  // The first thing that anybody is told.
  clients.set(id, [{ event: 'app_version', data: { app_version: '1' } }]);
  return Response.json({ client_id: id });
}

export async function receive({ clients, waiting, patience }: Polling, call: Call): Promise<Response> {
  const id = call.search.get('client_id') ?? '';
  if (!clients.has(id)) return says(422, 'Invalid client_id received!');
  if (clients.get(id)?.length === 0 && patience > 0) {
    await new Promise<void>((done) => {
      const timer = setTimeout(() => wake(), patience);
      const wake = (): void => {
        clearTimeout(timer);
        waiting.delete(wake);
        done();
      };
      waiting.add(wake);
    });
  }
  const queue = clients.get(id) ?? [];
  if (queue.length === 0) return Response.json({ event: 'pong' });
  clients.set(id, []);
  return Response.json(queue);
}
