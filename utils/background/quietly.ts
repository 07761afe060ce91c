/** For work that nobody waits for and whose failure no person could be told of: it ends here, not as an unhandled one. */
export function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
