import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { type TextKey, t } from '@/utils/i18n';
import { Title } from './Title';

const lists: readonly { readonly head: TextKey; readonly icon: IconName; readonly lines: readonly TextKey[] }[] = [
  {
    head: 'options_about_read',
    icon: 'check',
    lines: ['options_about_read_sender', 'options_about_read_title', 'options_about_read_account'],
  },
  {
    head: 'options_about_not',
    icon: 'stop',
    lines: ['options_about_not_text', 'options_about_not_list', 'options_about_not_sites'],
  },
  { head: 'options_about_stays', icon: 'lock', lines: ['options_about_stays_text'] },
];

/** What is read, what never, and where it stays. */
export function About() {
  return (
    <section aria-labelledby="about-title">
      <Title id="about-title" text={t('options_about_text')}>
        {t('options_about')}
      </Title>
      {lists.map(({ head, icon, lines }) => (
        <div key={head} class="about-part">
          <h2 class="heading">{t(head)}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line} class="signed">
                <Icon name={icon} />
                <span>{t(line)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        <a class="link" href="welcome.html">
          {t('options_about_welcome')}
        </a>
      </p>
    </section>
  );
}
