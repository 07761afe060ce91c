/** A panel in little, in its own light: what the choice beside it makes of all of them. */
export function ThemePicture({ scheme }: { readonly scheme: 'light' | 'dark' }) {
  return (
    <span class={`theme-picture theme-${scheme}`} aria-hidden="true">
      <span class="theme-desk">
        <span class="theme-person" />
        <span class="theme-line" />
      </span>
      <span class="theme-card">
        <span class="theme-line theme-strong" />
        <span class="theme-line" />
        <span class="theme-line theme-accent" />
      </span>
    </span>
  );
}
