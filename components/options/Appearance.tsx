import './appearance.css';
import { Switch } from '@/components/ui/Switch';
import { useOwnId } from '@/components/ui/use-own-id';
import { type TextKey, t } from '@/utils/i18n';
import type { AskBackground, Preferences } from '@/utils/messages/protocol';
import { NoAnswer } from './NoAnswer';
import { ThemePicture } from './ThemePicture';
import { Title } from './Title';
import { useAppearance } from './use-appearance';

type Theme = Preferences['theme'];

const themes: readonly { readonly id: Theme; readonly name: TextKey; readonly text: TextKey }[] = [
  { id: 'system', name: 'look_system', text: 'look_system_text' },
  { id: 'light', name: 'look_light', text: 'look_light_text' },
  { id: 'dark', name: 'look_dark', text: 'look_dark_text' },
];

/** How our own pages look, and whether single keys do something in them. Each choice holds at once, everywhere. */
export function Appearance({ ask }: { readonly ask: AskBackground }) {
  const { asked, value, failed, save } = useAppearance(ask);
  return (
    <section aria-labelledby="look-title">
      <Title id="look-title" text={t('options_look_text')}>
        {t('options_look')}
      </Title>
      {asked.problem !== null && value === null && <NoAnswer again={asked.again} />}
      {value !== null && (
        <>
          <Themes chosen={value.theme} onChoose={(theme) => void save({ theme })} />
          <h2 class="name">{t('look_keys')}</h2>
          <Switch
            on={value.singleKeys}
            onChange={(singleKeys) => void save({ singleKeys })}
            hint={t('look_single_keys_text')}
          >
            {t('look_single_keys')}
          </Switch>
        </>
      )}
      <p role="alert" class="outcome">
        {failed && t('options_failed_save')}
      </p>
    </section>
  );
}

function Themes({ chosen, onChoose }: { readonly chosen: Theme; readonly onChoose: (theme: Theme) => void }) {
  const id = useOwnId();
  return (
    <fieldset class="themes" aria-describedby={`${id}-hint`}>
      <legend class="name">{t('look_theme')}</legend>
      <div class="theme-choices">
        {themes.map((theme) => (
          <label key={theme.id} class="theme-choice">
            <span class="theme-pictures">
              {theme.id !== 'dark' && <ThemePicture scheme="light" />}
              {theme.id !== 'light' && <ThemePicture scheme="dark" />}
            </span>
            <span class="theme-words">
              <input
                type="radio"
                name={id}
                checked={theme.id === chosen}
                onChange={() => onChoose(theme.id)}
                aria-describedby={`${id}-${theme.id}`}
                aria-label={t(theme.name)}
              />
              <span>
                <span class="theme-name">{t(theme.name)}</span>
                <span class="list-line" id={`${id}-${theme.id}`}>
                  {t(theme.text)}
                </span>
              </span>
            </span>
          </label>
        ))}
      </div>
      <p class="quiet" id={`${id}-hint`}>
        {t('look_forced')}
      </p>
    </fieldset>
  );
}
