import type { ComponentChildren } from 'preact';

interface TitleProps {
  readonly id: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

/** Head of a section: takes the focus when the section is chosen, so that readers hear where they are. */
export function Title({ id, text, children }: TitleProps) {
  return (
    <header class="section-head">
      <h1 id={id} class="title" tabIndex={-1}>
        {children}
      </h1>
      <p class="section-text">{text}</p>
    </header>
  );
}
