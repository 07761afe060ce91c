import { render } from 'preact';
import { Welcome, type WelcomeProps } from '@/components/welcome/Welcome';
import { followAppearance } from '@/utils/panel/appearance';
import { ask, page } from '@/utils/panel/asking';
import { watchLock } from '@/utils/panel/lock';
import { mirror } from '@/utils/panel/mirror';

const place = document.getElementById('page');

followAppearance();

const now: Pick<WelcomeProps, 'view' | 'locked'> = { view: null, locked: false };

/** Drawn at once; the tab's own view comes a moment later. */
function draw(news: Partial<typeof now>): void {
  Object.assign(now, news);
  if (place) render(<Welcome ask={ask} page={page} {...now} />, place);
}

draw({});
mirror('', (view) => draw({ view }));
watchLock((locked) => draw({ locked }));
