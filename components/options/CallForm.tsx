import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Field, FieldFrame } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Select } from '@/components/ui/Select';
import { Box } from '@/components/ui/Strip';
import { TextArea } from '@/components/ui/TextArea';
import { useOwnId } from '@/components/ui/use-own-id';
import { METHODS } from '@/utils/connectors/call-check';
import { t } from '@/utils/i18n';
import { placesText, presetIn, type WrongParts, wrongParts } from './call-draft';
import type { CallProps } from './call-props';
import { methodText, triedText, unsavedText } from './call-words';
import type { OpenCall } from './use-calls';

/** How one call is made: its method, path, body and the statuses by which it worked; tried before it is saved. */
export function CallForm({ row, open, calls, locked }: CallProps & { readonly open: OpenCall }) {
  const { place, kept, garbage } = row;
  const { typed, tries, refusal, working, tried } = open;
  const told = tries > 0;
  const { preset } = place;
  const id = useOwnId();
  const frame = useRef<HTMLFormElement>(null);
  const off = told && refusal?.kind === 'invalid' ? refused(refusal.detail ?? '') : {};
  // Switched off it need not be one that could be made: it is kept as far as it was typed.
  const wrong: WrongParts = told && typed.on ? { ...off, ...wrongParts(typed, place) } : off;
  const put = (some: Partial<OpenCall['typed']>): void => calls.change(place.id, some);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('.call-path input')?.focus();
  }, []);
  const faults = Object.keys(wrong).length;
  useEffect(() => {
    if (tries > 0 && faults > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, refusal]);
  const why = unsavedText(refusal);
  return (
    <form
      noValidate
      class="call-form"
      aria-labelledby={id}
      ref={frame}
      onSubmit={(event) => {
        event.preventDefault();
        if (locked) return;
        void calls.save(row);
      }}
    >
      <h3 class="unseen" id={id}>
        {t('call_form', [t(place.label)])}
      </h3>
      {garbage !== undefined && (
        <Box
          icon="alert"
          tone="caution"
          detail={
            <bdi class="call-garbage" dir="ltr">
              {garbage}
            </bdi>
          }
        >
          {t('call_garbage')}
        </Box>
      )}
      {preset !== undefined && (
        <div class="call-preset">
          <Button small onPress={() => calls.change(place.id, presetIn(typed, preset))}>
            {t(preset.from)}
          </Button>
          <span class="quiet">{t('call_preset_hint')}</span>
        </div>
      )}
      <div class="call-way">
        <Select
          label={t('call_method')}
          value={typed.method}
          options={METHODS.map((method) => ({ key: method, text: methodText(method) }))}
          onPick={(picked) => {
            const method = METHODS.find((one) => one === picked);
            if (method !== undefined) put({ method });
          }}
        />
        <div class="call-path">
          <Field
            ltr
            label={t('call_path')}
            type="url"
            value={typed.path}
            onInput={(path) => put({ path })}
            hint={place.places.length === 0 ? t('call_path_hint') : t('call_path_hint_places', [placesText(place)])}
            {...(wrong.path === undefined ? {} : { error: wrong.path })}
          />
        </div>
      </div>
      {(typed.method !== 'get' || typed.body !== '') && (
        <FieldFrame label={t('connection_optional', [t('call_body')])} hint={t('call_body_hint')} error={wrong.body}>
          {({ input, describedBy }) => (
            <TextArea
              id={input}
              dir="ltr"
              value={typed.body}
              aria-describedby={describedBy}
              aria-invalid={wrong.body === undefined ? undefined : 'true'}
              onInput={(body) => put({ body })}
            />
          )}
        </FieldFrame>
      )}
      <div class="call-codes">
        <Field
          ltr
          label={t('call_codes')}
          value={typed.codes}
          onInput={(codes) => put({ codes })}
          hint={t('call_codes_hint')}
          {...(wrong.codes === undefined ? {} : { error: wrong.codes })}
        />
      </div>
      <Attempt {...{ row, open, calls, locked }} />
      <div role="alert">
        {why !== null && (
          <Box icon="alert" tone="failed">
            {why}
          </Box>
        )}
      </div>
      <div class="connection-end">
        <Button
          submit
          look="primary"
          busy={working === 'saving' && t('saving')}
          {...(locked ? { mayNot: t('connection_save_locked') } : {})}
        >
          {t('save')}
        </Button>
        <Button onPress={() => calls.fold(place.id)}>{t('cancel')}</Button>
        {(kept !== null || garbage !== undefined) && !locked && (
          <Button look="quiet" onPress={() => void calls.forget(row)}>
            {t('call_forget')}
          </Button>
        )}
      </div>
      <p role="status" class="unseen">
        {tried === null ? '' : triedText(tried)}
      </p>
    </form>
  );
}

/** What the background refused though nothing was seen to be wrong here. */
function refused(part: string): WrongParts {
  return { [part]: t('connection_field_refused') };
}

/** Only what reads is tried: its first use settles everything else. */
function Attempt({ row, open, calls, locked }: CallProps & { readonly open: OpenCall }) {
  const { typed, tried, working } = open;
  if (typed.method !== 'get') return <p class="quiet">{t('call_try_not')}</p>;
  return (
    <div class="call-try">
      <Button
        busy={working === 'trying' && t('call_trying')}
        onPress={() => void calls.attempt(row)}
        {...(locked ? { mayNot: t('connection_save_locked') } : {})}
      >
        {t('call_try')}
      </Button>
      {tried === null ? (
        <span class="quiet">{t('call_try_hint')}</span>
      ) : (
        <span class={`call-tried${tried.problem === null ? '' : ' call-failed'}`}>
          <Icon name={tried.problem === null ? 'check' : 'alert'} />
          <span>{triedText(tried)}</span>
        </span>
      )}
    </div>
  );
}
