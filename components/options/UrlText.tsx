/** A server's address: broken before its dots and slashes first, left to right in every language. */
export function UrlText({ url }: { readonly url: string }) {
  const parts = url.split(/(?=\.)|(?<=[^/])(?=\/[^/])/);
  return (
    <bdi dir="ltr">
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && <wbr />}
          {part}
        </span>
      ))}
    </bdi>
  );
}
