import type { ComponentChildren } from 'preact';
import { type TextKey, t } from '@/utils/i18n';

const HOLE = '\u0001';

/** A whole sentence in which the first place is drawn, not written: a server's sign and name, a bold address. */
export function Sentence(props: {
  readonly text: TextKey;
  readonly first: ComponentChildren;
  readonly rest?: readonly string[];
}) {
  const [before = '', after = ''] = t(props.text, [HOLE, ...(props.rest ?? [])]).split(HOLE);
  return (
    <>
      {before}
      {props.first}
      {after}
    </>
  );
}
