// The border for what the settings page asks about servers, secrets and the log.
import * as v from 'valibot';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const nothing = v.object({});
const id = text(100);
const ofId = v.object({ id });
/** A token or a certificate may be long; a passphrase is typed. */
const values = v.record(text(60), text(20_000));
const ofCall = { id, call: id };
const ownCall = v.object({
  method: v.picklist(['get', 'post', 'put', 'delete']),
  path: text(2000),
  body: text(20_000),
  codes: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(50)),
  on: v.boolean(),
});
const passphrase = v.pipe(text(1000), v.minLength(1));

export const connectionAsks = {
  'connection.kinds': nothing,
  'connection.list': nothing,
  'connection.save': v.object({
    draft: v.object({
      id: v.nullable(id),
      connector: id,
      name: v.pipe(text(200), v.trim(), v.minLength(1)),
      mark: v.object({
        shape: v.picklist(['square', 'circle', 'diamond', 'hexagon', 'shield', 'house']),
        letter: v.pipe(text(8), v.trim(), v.minLength(1)),
      }),
      settings: values,
      secrets: values,
      keeps: v.boolean(),
    }),
  }),
  'connection.test': ofId,
  'connection.pause': v.object({ id, paused: v.boolean() }),
  'connection.remove': ofId,
  'connection.order': v.object({ ids: v.pipe(v.array(id), v.maxLength(100)) }),
  'connection.calls': ofId,
  'connection.call.save': v.object({ ...ofCall, value: v.nullable(ownCall) }),
  'connection.call.probe': v.object({ ...ofCall, value: ownCall }),
  'connection.forget': ofId,
  'log.list': v.object({
    connection: v.nullable(id),
    before: v.nullable(v.pipe(v.number(), v.integer())),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  'log.clear': nothing,
  'vault.state': nothing,
  'vault.seal': v.object({ passphrase: v.nullable(passphrase), before: v.exactOptional(passphrase) }),
  'vault.unlock': v.object({ passphrase }),
  'vault.lock': nothing,
  'vault.erase': nothing,
  'vault.set': v.object({
    idleMinutes: v.exactOptional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)))),
    onScreenLock: v.exactOptional(v.boolean()),
    forgets: v.exactOptional(v.boolean()),
  }),
};
