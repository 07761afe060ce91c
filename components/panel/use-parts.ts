import { useEffect } from 'preact/hooks';
import { loadParts } from './later';

/** ms after which a browser that is never idle fetches them all the same. */
const AT_LATEST = 2000;

/** Once something is painted, fetches what is drawn seldom. */
export function useParts(painted: boolean): void {
  useEffect(() => {
    // Where a window has no such call, each comes when it is drawn.
    if (!painted || typeof requestIdleCallback !== 'function') return;
    const waiting = requestIdleCallback(() => void loadParts(), { timeout: AT_LATEST });
    return () => cancelIdleCallback(waiting);
  }, [painted]);
}
