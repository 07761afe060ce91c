import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
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
  const onPress = () =>
    void runAtOnce(acts, hit, { action: 'make-primary', input: { address } }, t('done_primary', [address]));
  return [{ key: 'primary', icon: 'flag', text: t('menu_make_primary', [address]), onPress, apart: true, ...able }];
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
  const account = [...usePrimary(subject, hit), ...of('account').map((one) => ({ ...one, apart: false }))];
  return {
    people,
    account: account.map((one, index) => ({ ...one, apart: index === 0 })),
    security: of('security'),
    danger: of('danger'),
  };
}
