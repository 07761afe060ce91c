import './address.css';
import type { ComponentChildren } from 'preact';

const HYPHENATED = /-/;
const LONGEST_UNBROKEN = 24;

/** Breaks are offered before `@` and each dot only; a hyphen in a short part is no place to break at. */
function broken(text: string): ComponentChildren[] {
  return text.split(/(?=[@.])/).flatMap((part, index) => [
    index === 0 ? null : <wbr key={`w${index}`} />,
    HYPHENATED.test(part) && part.length <= LONGEST_UNBROKEN ? (
      <span key={index} class="address-part">
        {part}
      </span>
    ) : (
      part
    ),
  ]);
}

export interface AddressProps {
  /** The bare address; its domain is ASCII. */
  readonly address: string;
  /** As the page wrote it. Where the domain was written in other letters, both forms are shown. */
  readonly shown?: string;
}

/** An address, always left to right and never shortened. */
export function AddressText({ address, shown }: AddressProps) {
  const written = shown === undefined || shown === '' ? address : shown;
  const foreign = /(?:^|[@.])xn--/.test(address) && written.toLowerCase() !== address;
  return (
    <bdi class="address" dir="ltr">
      {broken(written)}
      {foreign && (
        <>
          {' '}
          <span class="address-ascii">({broken(address)})</span>
        </>
      )}
    </bdi>
  );
}

/** On one line: the local part is cut first, then the front of the domain; its end always stays. */
export function AddressLine({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@');
  return (
    <bdi class="address-line" dir="ltr">
      <span class="address-local">{address.slice(0, Math.max(at, 0))}</span>
      <span class="address-domain">
        <bdi dir="ltr">{address.slice(Math.max(at, 0))}</bdi>
      </span>
    </bdi>
  );
}
