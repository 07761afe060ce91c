// The only way to a server, and the only import of ky. What goes wrong on the way becomes a problem here, once.
import ky, { isNetworkError } from 'ky';
import { ProblemError } from '@/utils/problem';
import { readAnswer, refusalIn } from './answer';
import { pausing } from './pauses';
import { sharing } from './shared';
import { mayAskAgain, problemOf } from './status';
import { takingTurns } from './turns';
import type { Answer, Http, HttpCall, HttpSettings } from './types';

export type { Answer, Heard, Http, HttpCall, HttpSettings } from './types';

/**
 * Opens nothing yet. The browser's cookies are never sent, nor where a call came from, and no redirect is followed. A
 * read that is under way already is joined; one that broke on the way is made once more. A write is made once.
 */
export function openHttp(settings: HttpSettings): Http {
  const send = sender(settings);
  const turn = takingTurns(settings.atOnce ?? Number.POSITIVE_INFINITY);
  const shared = sharing<Answer>();
  const pause = settings.pauses === true ? pausing() : null;
  const about = settings.connection === undefined ? {} : { connection: settings.connection };
  const once = (call: HttpCall, signal?: AbortSignal): Promise<Answer> =>
    turn(
      () => (pause === null ? send(call, signal) : pause({ ...about, ...named(call) }, () => send(call, signal))),
      signal,
    );
  const answer = async (call: HttpCall): Promise<Answer> => {
    const { method = 'get', path, search, signal } = call;
    if (method === 'get' && call.once !== true) {
      const key = JSON.stringify([path, search, call.ifMatch, call.headers, call.wants]);
      return shared.read(
        key,
        (stop) =>
          once(call, stop).catch((error: unknown) => {
            if (stop.aborted || !mayAskAgain(error)) throw error;
            return once(call, stop);
          }),
        signal,
      );
    }
    shared.forget();
    // What was read while this was under way may be from before it.
    return once(call, signal).finally(shared.forget);
  };
  return { answer, ask: async (call) => (await answer(call)).json };
}

const named = ({ call }: HttpCall): { readonly call?: string } => (call === undefined ? {} : { call });

/** Browsers name in their error what cannot stand in a header: a token among them would be told along with it. */
function areSendable(headers: Readonly<Record<string, string>>): boolean {
  try {
    return new Headers(headers) !== null;
  } catch {
    return false;
  }
}

function sender({ base, headers: given = {}, timeoutMs, connection, heard, fetch }: HttpSettings) {
  const sendable = areSendable(given);
  const headers = sendable ? given : {};
  const secrets = Object.values(given).flatMap((value) => value.split(/\s+/u).filter(isLong));
  const client = ky.create({
    prefix: base,
    headers,
    // Our own limit below also counts the reading of the answer.
    timeout: false,
    // Who may be asked twice is decided above and by the journal.
    retry: 0,
    throwHttpErrors: false,
    credentials: 'omit',
    // A login page that is led to would be taken for an answer.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    ...(fetch === undefined ? {} : { fetch: (input, init) => fetch(input, init) }),
  });
  return async (asked: HttpCall, signal?: AbortSignal): Promise<Answer> => {
    const { path, method = 'get', search, json, call, file, wants } = asked;
    const own = ownHeaders(asked);
    const about = { ...(connection === undefined ? {} : { connection }), ...named(asked) };
    const limit = AbortSignal.timeout(asked.timeoutMs ?? timeoutMs);
    const at = Date.now();
    const log: { status: number | null; received: number } = { status: null, received: 0 };
    signal?.throwIfAborted();
    // No server has given out such a token.
    if (!sendable) throw new ProblemError({ ...about, kind: 'signed-out' });
    const broken = (cause: unknown): never => {
      signal?.throwIfAborted();
      if (limit.aborted) throw new ProblemError({ ...about, kind: 'timeout' }, { cause });
      throw new ProblemError({ ...about, kind: 'offline' }, { cause });
    };
    try {
      const response = await client(path, {
        method,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        ...(search === undefined ? {} : { searchParams: { ...search } }),
        ...(json === undefined ? {} : { json }),
        ...(file === undefined ? {} : { body: formOf(file) }),
        ...(own === null ? {} : { headers: own }),
      }).catch((cause: unknown) =>
        isNetworkError(cause) || limit.aborted || signal?.aborted ? broken(cause) : fail(cause),
      );
      log.status = response.status;
      const blob = wants === 'bytes' && response.ok ? await response.blob().catch(broken) : null;
      const body = blob === null ? await response.text().catch(broken) : '';
      log.received = blob?.size ?? bytes(body);
      signal?.throwIfAborted();
      const problem = problemOf(response, body, Date.now());
      if (problem !== null) {
        const told = { ...about, ...withoutSecrets(problem, secrets) };
        throw new ProblemError(told, { answer: refusalIn(response, body) });
      }
      const answer = readAnswer(response, body, about);
      return blob === null ? answer : { ...answer, blob };
    } finally {
      const sent = file?.blob.size ?? (json === undefined ? 0 : bytes(JSON.stringify(json)));
      heard?.({ connection: connection ?? null, call: call ?? null, method, at, ms: Date.now() - at, sent, ...log });
    }
  };
}

function ownHeaders({ ifMatch, headers }: HttpCall): Record<string, string> | null {
  if (ifMatch === undefined && headers === undefined) return null;
  return { ...headers, ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }) };
}

function formOf({ field, name, blob }: NonNullable<HttpCall['file']>): FormData {
  const form = new FormData();
  form.append(field, blob, name);
  return form;
}

/** Shorter ones are words such as "token" and "Basic". */
const isLong = (word: string): boolean => word.length > 7;

/** A server, or a proxy before it, may tell in its error what it was sent. */
function withoutSecrets<Told extends { readonly detail?: string }>(problem: Told, secrets: readonly string[]): Told {
  const { detail } = problem;
  if (detail === undefined) return problem;
  return { ...problem, detail: secrets.reduce((text, secret) => text.replaceAll(secret, '…'), detail) };
}

const fail = (cause: unknown): never => {
  throw cause;
};

const bytes = (text: string): number => new TextEncoder().encode(text).length;
