import './mark.css';

/** Sidecard's mark, beside its name or above a headline; a reader hears the words instead. */
export function Mark({ large = false }: { readonly large?: boolean }) {
  return (
    <svg class={`mark${large ? ' mark-large' : ''}`} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M4 8a2 2 0 0 1 2 2v18a2 2 0 0 1-4 0V10a2 2 0 0 1 2-2z" />
      <path d="M10 5.5A3.5 3.5 0 0 1 13.5 2h4.75A2.75 2.75 0 0 1 21 4.75v1.5C21 7.22 21.78 8 22.75 8h3.75A3.5 3.5 0 0 1 30 11.5v15a3.5 3.5 0 0 1-3.5 3.5h-13a3.5 3.5 0 0 1-3.5-3.5z" />
      <g class="mark-person">
        <circle cx="20" cy="15.5" r="3.5" />
        <path d="M13.5 27a6.5 6.2 0 0 1 13 0z" />
      </g>
    </svg>
  );
}
