import { Button } from '@/components/ui/Button';
import { type TextKey, t } from '@/utils/i18n';
import { actOf, type RowAct } from './connection-words';
import type { LineProps } from './line-props';
import { toUnlock } from './to-unlock';

const words: Readonly<Record<RowAct, { readonly text: TextKey; readonly label: TextKey }>> = {
  open: { text: 'connection_open', label: 'connection_open_of' },
  test: { text: 'connection_test', label: 'connection_test_of' },
  'sign-in': { text: 'sign_in', label: 'connection_sign_in_of' },
  resume: { text: 'connection_resume', label: 'connection_resume_of' },
  allow: { text: 'connection_allow', label: 'connection_allow_of' },
  unlock: { text: 'connection_unlock', label: 'connection_unlock_of' },
};

/** The one thing that its state asks for. */
export function ConnectionAct({ row, connections, edit }: LineProps) {
  const act = actOf(row);
  const { text, label } = words[act];
  const { tested } = connections;
  const testing = act === 'test' && tested?.id === row.id && tested.told === null;
  const press = (): void => {
    if (act === 'sign-in') edit(true);
    else if (act === 'resume') void connections.pause(row, false);
    else if (act === 'allow') void connections.allow(row);
    else if (act === 'test') void connections.test(row.id);
    else if (act === 'unlock') toUnlock();
    else location.hash = 'book';
  };
  return (
    <Button small label={t(label, [row.name])} busy={testing && t('connection_testing')} onPress={press}>
      {t(text)}
    </Button>
  );
}
