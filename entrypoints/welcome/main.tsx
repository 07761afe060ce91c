import { render } from 'preact';
import { Welcome } from '@/components/welcome/Welcome';
import { followAppearance } from '@/utils/panel/appearance';
import { ask, page } from '@/utils/panel/asking';
import { mirror } from '@/utils/panel/mirror';

const place = document.getElementById('page');

followAppearance();

/** Drawn at once; the tab's own view comes a moment later. */
function draw(view: Parameters<Parameters<typeof mirror>[1]>[0]): void {
  if (place) render(<Welcome ask={ask} page={page} view={view} />, place);
}

draw(null);
mirror('', draw);
