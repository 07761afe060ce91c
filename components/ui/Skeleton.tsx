import './skeleton.css';

/** Where lines will be. Comes only if the wait is felt, is not read out, and holds no fact. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
