import { render } from 'preact';
import { Guarded } from '@/components/lock/Guarded';
import { Panel } from '@/components/panel/Panel';
import { followAppearance } from '@/utils/panel/appearance';
import { ask, page } from '@/utils/panel/asking';
import { follow } from '@/utils/panel/follow';

const place = document.getElementById('page');

followAppearance();

// The search is usable at once; the tab's own view comes a moment later.
follow(location.search, ({ locked, ...now }) => {
  const panel = (
    <Guarded locked={locked} ask={ask} page={page}>
      <Panel {...now} ask={ask} page={page} now={Date.now} />
    </Guarded>
  );
  if (place) render(panel, place);
});
