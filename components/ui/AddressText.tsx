import './address.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

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

/** px that a shortened local part needs at least. */
const LOCAL_ROOM = 24;
/** Letters of it that stay where even the domain is too long: then the cut is in the middle. */
const KEPT = 4;

/** On one line: the local part is cut first, then the front of the domain; its end always stays. */
export function AddressLine({ address }: { readonly address: string }) {
  const line = useRef<HTMLElement>(null);
  const whole = useRef<HTMLElement>(null);
  const [tight, setTight] = useState(false);
  useLayoutEffect(() => {
    const frame = line.current;
    if (frame === null) return;
    const look = () => setTight((whole.current?.offsetWidth ?? 0) > Math.max(0, frame.clientWidth - LOCAL_ROOM));
    const seen = new ResizeObserver(look);
    seen.observe(frame);
    return () => seen.disconnect();
  }, []);
  const at = Math.max(address.lastIndexOf('@'), 0);
  return (
    <bdi class="address-line" dir="ltr" ref={line}>
      <span class={tight ? 'address-kept' : 'address-local'}>{address.slice(0, tight ? Math.min(at, KEPT) : at)}</span>
      <span class="address-domain">
        <bdi dir="ltr" ref={whole}>
          {address.slice(at)}
        </bdi>
      </span>
    </bdi>
  );
}
