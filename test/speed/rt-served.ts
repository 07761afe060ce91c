// The fake Request Tracker behind a port, with calls that take their time.
import { fakeRt } from '@/test/connectors/rt/server';
import { seeded } from '@/test/connectors/rt/store';
import { type ServedRt, serveRt } from '@/test/e2e/fake-rt';

export interface SlowRt extends ServedRt {
  /** Ms that each call takes at least. */
  readonly takes: { ms: number };
}

export async function serveSlowRt(): Promise<SlowRt> {
  const rt = fakeRt(seeded());
  const takes = { ms: 0 };
  const slowly: typeof fetch = async (input, init) => {
    const response = await rt.fetch(input, init);
    if (takes.ms > 0) await new Promise((done) => setTimeout(done, takes.ms));
    return response;
  };
  const served = await serveRt({ fetch: slowly });
  return { ...served, rt, takes };
}
