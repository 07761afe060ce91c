import { render } from 'preact';
import { Options, type OptionsProps } from '@/components/options/Options';
import { followAppearance } from '@/utils/panel/appearance';
import { ask, page } from '@/utils/panel/asking';
import { watchImport } from '@/utils/panel/imports';
import { watchLock } from '@/utils/panel/lock';

const place = document.getElementById('page');

followAppearance();

const now: Pick<OptionsProps, 'importState' | 'locked'> = { importState: null, locked: null };

function draw(news: Partial<typeof now>): void {
  Object.assign(now, news);
  if (place) render(<Options ask={ask} page={page} {...now} />, place);
}

watchImport((importState) => draw({ importState }));
watchLock((locked) => draw({ locked }));
