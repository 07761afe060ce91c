import { plural, t } from '@/utils/i18n';
import { Step } from './Step';
import type { Turn } from './use-turns';

/** Third step: this version has the own book only, so it offers to fill that. */
export function ServerStep({ people, turn }: { readonly people: number; readonly turn: Turn }) {
  return (
    <Step
      {...turn}
      number={3}
      title={t('welcome_server_title')}
      text={t('welcome_server_text')}
      acts={
        <a
          class={`button button-small${turn.next ? ' button-primary' : ''}`}
          href="options.html#book"
          target="_blank"
          rel="noreferrer"
        >
          {t('welcome_server_import')}
        </a>
      }
    >
      {people > 0 && <p class="quiet figures">{plural('welcome_server_people', people)}</p>}
    </Step>
  );
}
