import { render } from 'preact';
import { Options } from '@/components/options/Options';
import { followAppearance } from '@/utils/panel/appearance';
import { ask, page } from '@/utils/panel/asking';
import { watchImport } from '@/utils/panel/imports';

const place = document.getElementById('page');

followAppearance();

watchImport((importState) => {
  if (place) render(<Options ask={ask} page={page} importState={importState} />, place);
});
