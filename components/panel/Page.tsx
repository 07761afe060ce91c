import type { PanelPage } from './acts';

/** What stands in place of the profile: each kind of page is drawn by its own room. */
export function Page({ page }: { readonly page: PanelPage }) {
  switch (page.kind) {
    default:
      return null;
  }
}
