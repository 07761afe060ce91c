import { useEffect, useState } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { type DrawnPhone, formatPhone, plainPhone } from '@/utils/fields/phone-format';
import { t } from '@/utils/i18n';

/** As typed at once, and as the number's country writes it a moment later. */
function usePhone(value: string): readonly DrawnPhone[] {
  const [formatted, setFormatted] = useState<{ readonly of: string; readonly pieces: readonly DrawnPhone[] }>();
  useEffect(() => {
    let gone = false;
    // Without the metadata the number stands there as it was typed.
    formatPhone(value).then(
      (pieces) => {
        if (!gone) setFormatted({ of: value, pieces });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [value]);
  return formatted?.of === value ? formatted.pieces : plainPhone(value);
}

/** Phone numbers, each with its link; what cannot be one is kept as it was typed, and said to be none. */
export function PhoneText({ value }: { readonly value: string }) {
  const pieces = usePhone(value);
  return (
    <>
      <bdi dir="ltr">
        {pieces.map(({ text, href }, index) =>
          href === null ? (
            text
          ) : (
            <a key={index} class="link" href={href}>
              {text}
            </a>
          ),
        )}
      </bdi>
      {pieces.some(({ dialled }) => !dialled) && (
        <span class="field-doubt">
          <Icon name="alert" />
          {t('phone_not_dialled')}
        </span>
      )}
    </>
  );
}
