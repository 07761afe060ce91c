import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import type { ConnectionFieldProps } from './field-props';
import { hostOf, readServerAddress } from './server-address';

interface AddressProps extends ConnectionFieldProps {
  readonly value: string;
  readonly put: (text: string) => void;
}

const slashless = (text: string): string => text.trim().replace(/\/+$/, '');

/** Where the server opens. What is assumed is shown; plain http to another machine has to be meant. */
export function AddressField({ field, value, put, typed, error, unconfirmed, change }: AddressProps) {
  const address = readServerAddress(value);
  const differs = address.state === 'ready' && address.url !== slashless(value);
  const hint = differs ? t('connection_address_called', [address.url]) : t(field.hint);
  const plain = address.state === 'ready' && address.plain;
  const meant = plain && typed.plainTo === address.origin;
  return (
    <div class="connection-address">
      <Field
        label={t(field.label)}
        type="url"
        ltr
        placeholder="https://tickets.example.org"
        value={value}
        onInput={put}
        onLeave={() => {
          if (differs) put(address.url);
        }}
        hint={hint}
        {...(error === undefined ? {} : { error })}
      />
      {plain && (
        <Box
          icon="alert"
          tone={unconfirmed ? 'failed' : 'caution'}
          detail={
            <div class={unconfirmed ? 'plain-wrong' : undefined}>
              <Checkbox checked={meant} onChange={(on) => change({ plainTo: on ? address.origin : null })}>
                {t('connection_plain_confirm', [hostOf(address.origin)])}
              </Checkbox>
              {unconfirmed && <p role="alert">{t('connection_plain_first')}</p>}
            </div>
          }
        >
          {t('connection_plain')}
        </Box>
      )}
    </div>
  );
}
