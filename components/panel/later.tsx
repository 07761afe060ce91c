// Parts that are seldom drawn, or never at first: each comes in a file of its own, so that the panel itself opens
// sooner. Once the panel stands, all of them are fetched while the browser is idle: whoever needs one has it.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/utils/i18n';

type Load = () => Promise<void>;

const parts = new Set<Load>();

/** Fetches all parts there are, and those that come with them. */
export async function loadParts(): Promise<void> {
  const before = parts.size;
  await Promise.all([...parts].map((load) => load().catch(() => undefined)));
  if (parts.size > before) await loadParts();
}

/**
 * `load`: fetches the part. `waits`: what stands there until then, which is a moment. A part that cannot be fetched
 * (the extension was updated under an open panel) says so in its place.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waits: 'lines' | 'nothing' = 'lines',
): ComponentType<Props> {
  const loaded: { part: ComponentType<Props> | null } = { part: null };
  const fetch: Load = async () => {
    loaded.part ??= await load();
  };
  parts.add(fetch);
  return function Later(props: Props) {
    const [failed, setFailed] = useState(false);
    const [, redraw] = useState(0);
    useEffect(() => {
      if (loaded.part !== null) return;
      const drawn = { still: true };
      fetch().then(
        () => drawn.still && redraw(1),
        () => drawn.still && setFailed(true),
      );
      return () => {
        drawn.still = false;
      };
    }, []);
    const { part: Part } = loaded;
    if (Part !== null) return <Part {...props} />;
    if (failed) return <p class="pad">{t('part_missing')}</p>;
    if (waits === 'nothing') return null;
    return (
      <div class="pad" aria-busy="true">
        <Skeleton />
      </div>
    );
  };
}
