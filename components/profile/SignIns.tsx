import { Icon } from '@/components/ui/Icon';
import { dayTimeText } from '@/components/ui/time';
import { plural, t } from '@/utils/i18n';
import type { SignIn } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';

/** When somebody signed in, from where, and whether it went well. */
export function SignIns(props: { readonly part: Part<SignIn>; readonly now: number; readonly onAll: () => void }) {
  const { part, now, onAll } = props;
  if (part.total === 0) return null;
  return (
    <div class="sign-ins">
      <h3 class="sign-ins-title">{t('sign_ins')}</h3>
      <ul>
        {part.items.map(({ id, at, browser, ip, ok }) => (
          <li key={id} class="sign-in">
            <time class="figures" dateTime={at}>
              {dayTimeText(at, now)}
            </time>
            <span class="quiet">
              <bdi>{browser}</bdi>
              {ip !== undefined && (
                <>
                  {' · '}
                  <bdi dir="ltr" class="figures">
                    {ip}
                  </bdi>
                </>
              )}
            </span>
            {!ok && (
              <span class="sign-in-failed">
                <Icon name="alert" />
                {t('sign_in_failed')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {part.total > part.items.length && (
        <button type="button" class="more sign-ins-more" onClick={onAll}>
          {plural('show_all_sign_ins', part.total)}
        </button>
      )}
    </div>
  );
}
