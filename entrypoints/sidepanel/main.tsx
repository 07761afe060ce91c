import { render } from 'preact';
import { Panel } from '@/components/panel/Panel';
import { ask, page } from '@/utils/panel/asking';
import { mirror } from '@/utils/panel/mirror';

const place = document.getElementById('page');

/** The search is usable at once; the tab's own view comes a moment later. */
function draw(view: Parameters<Parameters<typeof mirror>[1]>[0]): void {
  if (place) render(<Panel view={view} ask={ask} page={page} now={Date.now} />, place);
}

draw(null);
mirror(location.search, draw);
