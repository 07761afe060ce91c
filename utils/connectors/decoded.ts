import * as v from 'valibot';
import { type Problem, ProblemError } from '@/utils/problem';

/** What a server answered, in the shape that is expected. Fails with `server`, naming the field, for anything else. */
export function decoded<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  about: Pick<Problem, 'connection' | 'call'>,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const field = v.getDotPath(parsed.issues[0]) ?? '';
  const detail = `unexpected answer at ${field === '' ? 'its root' : field}`;
  throw new ProblemError({ ...about, kind: 'server', field, detail });
}
