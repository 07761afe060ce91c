// The fake servers that `npm run fake:…` serves, for anybody who wants to try a connection without a server.
import { fakeDeskpro, KEY } from '@/test/connectors/deskpro/server';
import { fakeRt, TOKEN as RT_TOKEN } from '@/test/connectors/rt/server';
import { fakeZammad, TOKEN as ZAMMAD_TOKEN } from '@/test/connectors/zammad/server';
import { seeded } from '@/test/connectors/zammad/store';
import { DESKPRO_GROUND, RT_GROUND, ZAMMAD_GROUND } from './grounds';
import { type Fake, type Ground, serve } from './served';

interface Made {
  readonly fake: Fake;
  /** What is typed into the connection's form, with what it is good for. */
  readonly secrets: readonly (readonly [secret: string, about: string])[];
  /** Addresses to look up. */
  readonly people: readonly (readonly [address: string, about: string])[];
}

interface Kind {
  readonly ground: Ground;
  readonly port: number;
  readonly secret: string;
  /** The first is served unless another one is asked for. */
  readonly dialects: readonly [string, ...string[]];
  make(dialect: string): Made;
}

/** Beside the one with all rights. */
const FEW_RIGHTS = 'zt-agent-0123456789ab';

const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    rt: {
      ground: RT_GROUND,
      port: 8641,
      secret: 'Token',
      dialects: ['5.0'],
      make: () => ({
        fake: fakeRt(),
        secrets: [[RT_TOKEN, 'all rights']],
        people: [
          ['anna.keller@example.com', 'a profile with tickets'],
          ['pat.oneil@kestrel.test', 'another one'],
          ['ben+shop@example.org', 'found by ben@example.org too'],
        ],
      }),
    },
    zammad: {
      ground: ZAMMAD_GROUND,
      port: 8642,
      secret: 'Token',
      dialects: ['6.5', '6.4'],
      make: (dialect) => ({
        fake: byToken(dialect === '6.4' ? '6.4' : '6.5'),
        secrets: [
          [ZAMMAD_TOKEN, 'all rights'],
          [FEW_RIGHTS, "an agent's rights: unlocking, second factors and deleting are refused"],
        ],
        people: [
          ['anna.keller@example.com', 'a profile with everything: tickets, custom fields, a note, a lock'],
          ['old@example.org', 'the second address of somebody'],
          ['olga.ivers@example.org', 'somebody who is disabled'],
          ['ben+shop@example.org', 'found by ben@example.org too'],
        ],
      }),
    },
    deskpro: {
      ground: DESKPRO_GROUND,
      port: 8643,
      secret: 'Key',
      dialects: ['horizon', 'legacy'],
      make: (dialect) => ({
        fake: fakeDeskpro(dialect === 'legacy' ? 'legacy' : 'horizon'),
        secrets: [[KEY, 'all rights of its agent']],
        people: [
          ['anna.keller@example.com', 'a profile with everything: tickets, notes, contact data, custom fields'],
          ['anna@home.example', 'her second address'],
          ['olga.ivers@example.org', 'somebody who is disabled'],
          ['ghost@example.org', 'an address that no search finds, and that nobody else can have'],
        ],
      }),
    },
  } satisfies Record<string, Kind>),
);

/** One Zammad that is asked with two tokens. */
function byToken(dialect: '6.5' | '6.4'): Fake {
  const store = seeded();
  const [all, few] = [fakeZammad(dialect, store), fakeZammad(dialect, store)];
  few.rights = new Set(['ticket.agent']);
  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.headers.get('authorization') !== `Token token=${FEW_RIGHTS}`) return all.fetch(request);
      request.headers.set('authorization', `Token token=${ZAMMAD_TOKEN}`);
      return few.fetch(request);
    },
  };
}

interface Started {
  /** What there is to be known of it. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** Fails with a sentence for whoever started it. `port`: its usual one unless told. */
export async function start(
  id: string,
  asked: { readonly port?: number; readonly dialect?: string },
): Promise<Started> {
  const kind = KINDS.get(id);
  if (kind === undefined) throw new Error(`There is no fake ${id}; there are ${[...KINDS.keys()].join(', ')}.`);
  const { ground, secret } = kind;
  const { dialect = kind.dialects[0], port = kind.port } = asked;
  if (!kind.dialects.includes(dialect)) {
    throw new Error(`${ground.title} speaks ${kind.dialects.join(' or ')} here, not ${dialect}.`);
  }
  const { fake, secrets, people } = kind.make(dialect);
  const served = await serve(fake, ground, port).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new Error(`Port ${port} is taken: name another one with --port.`) : error;
  });
  return {
    lines: [
      `A fake ${ground.title} (${dialect}) answers at ${served.address}`,
      '',
      `In Sidecard: Settings, Connections, Add, ${ground.title}.`,
      ...table([['Address', served.address, ''], ...secrets.map(([value, about]) => [secret, value, about] as const)]),
      '',
      'People to look up:',
      ...table(people),
      '',
      'It forgets all when it ends. Ctrl+C ends it.',
    ],
    close: served.close,
  };
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')}`.trimEnd());
}
