import { useActs } from './acts';
import { NamedSource } from './NamedSource';

/** At which server something is done, where there are several: nothing while there is one alone. */
export function AtSource({ of }: { readonly of: string }) {
  const { several, sourceOf } = useActs();
  const source = several ? sourceOf(of) : undefined;
  return source === undefined ? null : (
    <p class="at-source">
      <NamedSource source={source} />
    </p>
  );
}
