import { useState } from 'preact/hooks';
import type { LastNoticeProps } from './DoneNotice';
import { later } from './later';
import { useQueue } from './queue';

const DoneNotice = later(async () => (await import('./DoneNotice')).DoneNotice, 'nothing');
const HeldNotice = later(async () => (await import('@/components/queue/HeldNotice')).HeldNotice, 'nothing');

/** What runs out comes before what was done; once there was something, it stays to tell what became of it. */
export function LastNotice(props: LastNoticeProps) {
  const held = useQueue().items.some(({ state }) => state === 'held');
  const [watched, setWatched] = useState(false);
  if (held && !watched) setWatched(true);
  const { mark } = props.notices;
  if (!held && !watched) return <DoneNotice {...props} />;
  return (
    <HeldNotice mark={mark?.key ?? null}>
      <DoneNotice {...props} />
    </HeldNotice>
  );
}
