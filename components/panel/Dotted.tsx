import { Fragment } from 'preact';

/** Names and words side by side, each read along its own line: a Latin name must not turn Arabic words round. */
export function Dotted({ parts }: { readonly parts: readonly (string | null)[] }) {
  return (
    <>
      {parts
        .filter((part) => part !== null && part !== '')
        .map((part, index) => (
          <Fragment key={index}>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </Fragment>
        ))}
    </>
  );
}
