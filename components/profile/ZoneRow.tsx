import { useActs, useNow } from '@/components/panel/acts';
import { cityOf, clockText, offset } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { ChooseControl } from './ChooseControl';
import { chosenBy } from './choosing';
import { PropertyRow } from './PropertyRow';
import type { RowProps } from './property-rows';
import { useLongList } from './use-long-list';
import { zoneList } from './zones';

const HALF_A_MINUTE = 30_000;
const MINUTE = 60_000;

function Zone({ zone }: { readonly zone: string }) {
  const now = useNow(HALF_A_MINUTE);
  if (offset(now, zone) === null) return <bdi>{zone}</bdi>;
  return (
    <>
      <bdi>{cityOf(zone)}</bdi>
      <span class="quiet"> · {clockText(now, zone)}</span>
    </>
  );
}

/** Where the person's clock is: a zone by its city, with what the clocks there show now. */
export function ZoneRow({ person, may, ...row }: RowProps & { readonly person: Person }) {
  const { run, now } = useActs();
  const label = t('property_timezone');
  // Their clocks are told in minutes.
  const list = useLongList(() => zoneList(now()), Math.floor(now() / MINUTE));
  // As the record has it, or as the list calls it: it may know the same zone by a newer name.
  const idOf = (text: string) => {
    if (text.trim() === '') return null;
    return text === person.timezone ? text : (chosenBy(list(), text)?.id ?? text);
  };
  return (
    <PropertyRow
      {...row}
      person={person}
      place="timezone"
      label={label}
      value={person.timezone ?? ''}
      read={(text) => <Zone zone={idOf(text) ?? text} />}
      control={(control) => <ChooseControl control={control} list={list} />}
      check={(typed) => (typed.trim() === '' || chosenBy(list(), typed) !== null ? null : t('timezone_unknown'))}
      save={
        may
          ? (to, from) => {
              const input = { from: idOf(from), to: idOf(to) };
              return run(person.ref, { action: 'set-timezone', input }, t('done_saved', [label]));
            }
          : null
      }
    />
  );
}
