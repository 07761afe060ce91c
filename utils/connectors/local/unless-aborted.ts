/** Answers to a question nobody waits for any more are not given: neither asked nor, if asked already, told. */
export async function unlessAborted<Value>(
  signal: AbortSignal | undefined,
  read: () => Promise<Value>,
): Promise<Value> {
  signal?.throwIfAborted();
  const value = await read();
  signal?.throwIfAborted();
  return value;
}
