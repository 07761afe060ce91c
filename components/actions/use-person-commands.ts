import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { withMeaning } from '@/components/panel/person-words';
import type { Hit } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { Subject } from '@/utils/messages/view';
import type { Command } from './command';
import { useExport } from './use-export';
import { runAtOnce, useOffered } from './use-offered';

/** Who has written from an address that is not the primary one: it can become that. */
function usePrimary(subject: Subject | null, hit: Hit): readonly Command[] {
  const acts = useActs();
  const able = may(hit.answer, 'email.primary');
  const found = hit.match.person.emails.find(({ address }) => address === subject?.party.address);
  if (able === null || found === undefined || found.primary) return [];
  const { address } = found;
  const { source } = hit.answer;
  const done = withMeaning(t('done_primary', [address]), source);
  const onPress = () => void runAtOnce(acts, hit, { action: 'make-primary', input: { address } }, done);
  const note = source.says?.primary === undefined ? {} : { note: t(source.says.primary, [source.name]) };
  const text = t('menu_make_primary', [address]);
  return [{ key: 'primary', icon: 'flag', text, onPress, apart: true, ...note, ...able }];
}

/** Who is about to be deleted can be kept, as long as the server waits with it. */
function useKeep(hit: Hit): readonly Command[] {
  const acts = useActs();
  const leaving = hit.match.profile?.leaving;
  const able = may(hit.answer, 'erase.cancel');
  if (leaving?.state !== 'waiting' || able === null) return [];
  const chosen = { action: 'cancel-delete', input: { task: leaving.task } } as const;
  const onPress = () => void runAtOnce(acts, hit, chosen, t('done_kept'));
  return [{ key: 'cancel-delete', icon: 'undo', text: t('action_cancel_delete'), onPress, ...able }];
}

/** What changes nothing and has a dialog: what they see themselves, and where a link is sent that cannot be sent here. */
function useLooks(hit: Hit): readonly Command[] {
  const { over } = useActs();
  const { answer, match } = hit;
  const { kind, status } = match.person;
  // Who cannot sign in sees nothing.
  const sees = kind === 'person' && status !== 'disabled' ? may(answer, 'sees') : null;
  const byHand = kind !== 'shared-mailbox' && answer.resetsAt !== undefined && may(answer, 'login.reset') === null;
  const looks: Command[] = [];
  if (sees !== null) {
    const onPress = () => over({ kind: 'sees', hit });
    looks.push({ key: 'sees', icon: 'eye', text: t('sees_action'), onPress, ...sees });
  }
  if (byHand) {
    const onPress = () => over({ kind: 'reset-page', hit });
    looks.push({ key: 'reset-page', icon: 'mail', text: t('action_send_reset'), onPress });
  }
  return looks;
}

/** What can be done with a record: what makes or joins people first, what destroys last. */
export function usePersonCommands(subject: Subject | null, hit: Hit) {
  const { open } = useActs();
  const { answer, match } = hit;
  const { ref } = match.person;
  const offered = useOffered(hit);
  const exported = useExport(hit);
  const of = (place: (typeof offered)[number]['place']) => offered.filter((one) => one.place === place);
  const edit = may(answer, 'person.set');
  const suspects = may(answer, 'suspects');
  const people: Command[] = [];
  if (edit !== null) {
    const onPress = () => open({ kind: 'edit-person', ref });
    people.push({ key: 'edit', icon: 'pen', text: t('menu_edit_person'), onPress, ...edit });
  }
  people.push(...of('people').map((one) => ({ ...one, apart: false })));
  if (suspects !== null) {
    const onPress = () => open({ kind: 'duplicates', connection: ref.connection });
    people.push({ key: 'duplicates', icon: 'people', text: t('menu_find_duplicates'), onPress, ...suspects });
  }
  if (edit !== null) {
    const onPress = () => open({ kind: 'cards', ref });
    people.push({ key: 'import-card', icon: 'up', text: t('menu_import_card'), onPress, ...edit });
  }
  people.push(exported);
  const account = [
    ...usePrimary(subject, hit),
    ...useKeep(hit),
    ...of('account').map((one) => ({ ...one, apart: false })),
  ];
  const security = [...of('security'), ...useLooks(hit)];
  return {
    people,
    account: account.map((one, index) => ({ ...one, apart: index === 0 })),
    security: security.map((one, index) => ({ ...one, apart: index === 0 })),
    danger: of('danger'),
  };
}
