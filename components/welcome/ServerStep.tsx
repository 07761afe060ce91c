import { listText } from '@/components/ui/list-text';
import { plural, t } from '@/utils/i18n';
import { Step } from './Step';
import type { Turn } from './use-turns';

interface ServerStepProps {
  readonly servers: number;
  readonly people: number;
  readonly turn: Turn;
}

/** Third step: a server, or the own book instead. */
export function ServerStep({ servers, people, turn }: ServerStepProps) {
  return (
    <Step
      {...turn}
      number={3}
      title={t('welcome_server_title')}
      text={t('welcome_server_text')}
      acts={
        <>
          <a class="button button-small" href="options.html#book" target="_blank" rel="noreferrer">
            {t('welcome_server_import')}
          </a>
          <a
            class={`button button-small${turn.next ? ' button-primary' : ''}`}
            href="options.html#connections"
            target="_blank"
            rel="noreferrer"
          >
            {t('welcome_server_add')}
          </a>
        </>
      }
    >
      {(servers > 0 || people > 0) && (
        <p class="quiet figures">
          {listText([
            servers > 0 ? plural('welcome_server_count', servers) : null,
            people > 0 ? plural('welcome_server_people', people) : null,
          ])}
        </p>
      )}
    </Step>
  );
}
