import './site-fields.css';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { listText } from '@/components/ui/list-text';
import { Box } from '@/components/ui/Strip';
import { useOwnId } from '@/components/ui/use-own-id';
import { type TextKey, t } from '@/utils/i18n';
import { knownSites } from './known-sites';
import { originName, type SiteAddress } from './site-address';
import { type SiteChoice, TYPED } from './use-site-choice';

const choices: readonly { readonly id: string; readonly name: TextKey }[] = [
  ...knownSites,
  { id: TYPED, name: 'options_site_typed' },
];

const wrong = {
  empty: 'options_site_address_empty',
  email: 'options_site_address_email',
  scheme: 'options_site_address_scheme',
  unreadable: 'options_site_address_unreadable',
} as const satisfies Readonly<Record<Exclude<SiteAddress['state'], 'ready'>, TextKey>>;

/** Which site to allow: one of those everybody knows, or a typed address. */
export function SiteFields({ choice }: { readonly choice: SiteChoice }) {
  const group = useOwnId();
  const origins = knownSites.find(({ id }) => id === choice.id)?.origins ?? [];
  return (
    <div class="site-fields">
      <fieldset class="site-choices">
        <legend class="unseen">{t('options_site_which')}</legend>
        {choices.map(({ id, name }) => (
          <label key={id} class="site-choice">
            <input type="radio" name={group} checked={choice.id === id} onChange={() => choice.choose(id)} />
            {t(name)}
          </label>
        ))}
      </fieldset>
      {origins.length > 1 && (
        <p class="quiet">{t('options_site_outlook_hosts', [listText(origins.map(originName))])}</p>
      )}
      {choice.id === TYPED && <TypedSite choice={choice} />}
    </div>
  );
}

function TypedSite({ choice }: { readonly choice: SiteChoice }) {
  const { reading, tried } = choice;
  const error = tried && reading.state !== 'ready' ? { error: t(wrong[reading.state]) } : {};
  return (
    <>
      <Field
        label={t('options_site_address')}
        type="url"
        ltr
        placeholder="https://mail.example.org"
        value={choice.text}
        onInput={choice.type}
        hint={t('options_site_address_hint')}
        inputRef={choice.field}
        {...error}
      />
      {reading.state === 'ready' && reading.plain && (
        <Box icon="alert" tone="caution" detail={<ConfirmPlain choice={choice} />}>
          {t('options_site_plain')}
        </Box>
      )}
    </>
  );
}

function ConfirmPlain({ choice }: { readonly choice: SiteChoice }) {
  return (
    <Checkbox checked={choice.confirmed} onChange={choice.confirm}>
      {t('options_site_plain_confirm')}
    </Checkbox>
  );
}
