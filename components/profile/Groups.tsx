import './properties.css';
import { useEffect, useRef } from 'preact/hooks';
import type { EditControl } from '@/components/edit/EditField';
import { InlineEdit } from '@/components/edit/InlineEdit';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { useRead } from '@/components/sections/use-read';
import { Checklist } from '@/components/ui/Checklist';
import { Chip } from '@/components/ui/Chip';
import { IconButton } from '@/components/ui/IconButton';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Named, Person } from '@/utils/people/types';

const joined = (ids: readonly string[]): string => [...ids].sort().join('\n');
const split = (text: string): string[] => text.split('\n').filter((id) => id !== '');

/** All groups there are, read when they are chosen from. */
function GroupsControl(props: {
  readonly control: EditControl;
  readonly own: readonly Named[];
  readonly connection: string;
  readonly onRead: (groups: readonly Named[]) => void;
}) {
  const { control, own, connection, onRead } = props;
  const { ask, sourceName } = useActs();
  const frame = useRef<HTMLDivElement>(null);
  const groups = useRead({ of: connection, ask: () => ask('groups', { connection }) });
  const { value } = groups;
  useEffect(() => {
    if (value === null) return;
    onRead(value);
    // What was pressed led here, and could not be followed before there was something to choose.
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) return;
    frame.current?.querySelector('input')?.focus();
  }, [value]);
  const all = [...(value ?? []), ...own.filter(({ id }) => value?.some((group) => group.id === id) === false)];
  return (
    <div ref={frame}>
      {groups.busy && <Skeleton />}
      {groups.problem !== null && (
        <ProblemBox
          problem={groups.problem}
          call="failed_groups"
          source={sourceName(connection)}
          onRetry={groups.again}
        />
      )}
      {value !== null && (
        <Checklist
          label={control.label}
          options={all.map(({ id, name }) => ({ key: id, text: name }))}
          chosen={split(control.value)}
          onChange={(next) => control.onInput(joined(next))}
          describedBy={control.ids.describedBy}
        />
      )}
    </div>
  );
}

/** In which user groups somebody is: one checklist, saved as one step. */
export function Groups({ person, answer }: { readonly person: Person; readonly answer: SourceAnswer }) {
  const { folded, fold, run } = useActs();
  const start = useRef<(() => void) | null>(null);
  const names = useRef(new Map<string, string>());
  for (const { id, name } of person.groups) names.current.set(id, name);
  const edit = may(answer, 'groups', 'group.set');
  if (person.groups.length === 0 && edit === null) return null;
  const mayEdit = edit !== null && edit.mayNot === undefined;
  const label = t(answer.source.says?.groups ?? 'section_groups');
  const value = joined(person.groups.map(({ id }) => id));
  const chips = (ids: readonly string[]) => (
    <ul class="chips" aria-label={label}>
      {ids.map((id) => (
        <li key={id}>
          <Chip>{names.current.get(id) ?? id}</Chip>
        </li>
      ))}
    </ul>
  );
  const none = <span class="quiet">{t('groups_none')}</span>;
  const ids = person.groups.map(({ id }) => id);
  return (
    <SectionFold
      title={label}
      count={ids.length}
      folded={folded('groups', false)}
      onFold={(to) => fold('groups', to)}
      actions={
        edit !== null && (
          <IconButton
            small
            icon="pen"
            label={t('edit_value', [label])}
            onPress={() => {
              fold('groups', false);
              start.current?.();
            }}
            {...edit}
          />
        )
      }
    >
      <div class="groups">
        {mayEdit ? (
          <InlineEdit
            person={person}
            place="groups"
            label={label}
            value={value}
            read={(shown) => chips(split(shown))}
            empty={none}
            control={(control) => (
              <GroupsControl
                control={control}
                own={person.groups}
                connection={person.ref.connection}
                onRead={(groups) => {
                  for (const { id, name } of groups) names.current.set(id, name);
                }}
              />
            )}
            theirs={(theirs) => (Array.isArray(theirs) ? joined(theirs.map(String)) : value)}
            save={(to, from) =>
              run(
                person.ref,
                { action: 'set-groups', input: { from: split(from), to: split(to) } },
                t('done_saved', [label]),
              )
            }
            pen="heading"
            edit={start}
          />
        ) : ids.length === 0 ? (
          none
        ) : (
          chips(ids)
        )}
      </div>
    </SectionFold>
  );
}
