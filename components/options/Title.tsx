import type { ComponentChildren, RefObject } from 'preact';

interface TitleProps {
  readonly id: string;
  readonly text: string;
  readonly children: ComponentChildren;
  readonly headRef?: RefObject<HTMLHeadingElement | null>;
}

/** Head of a section: takes the focus when the section is chosen, so that readers hear where they are. */
export function Title({ id, text, children, headRef }: TitleProps) {
  return (
    <header class="section-head">
      <h1 id={id} class="title" tabIndex={-1} {...(headRef === undefined ? {} : { ref: headRef })}>
        {children}
      </h1>
      <p class="section-text">{text}</p>
    </header>
  );
}
