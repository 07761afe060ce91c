import { useEffect, useState } from 'preact/hooks';
import { Menu } from '@/components/ui/Menu';
import { type TextKey, t } from '@/utils/i18n';
import type { Named } from '@/utils/people/types';
import { useActs } from './acts';
import { type FilterGroup, FilterSelect } from './FilterSelect';
import type { Filters, Search } from './use-search';

type Sort = Filters['sort'];

const sorts: readonly (readonly [Sort, TextKey])[] = [
  ['best', 'find_best'],
  ['name', 'find_by_name'],
  ['newest', 'sort_newest'],
  ['last-seen', 'find_last_seen'],
];

const roles: readonly { readonly key: Exclude<Filters['role'], 'anyone'>; readonly text: TextKey }[] = [
  { key: 'customers', text: 'find_customers' },
  { key: 'agents', text: 'find_agents' },
];

/** ms: the people who are typed for come first. */
const LATER = 200;

/** Groups of each source, or teams; a source that cannot tell has none. */
function useGroups(search: Search, kind: 'groups' | 'teams'): readonly FilterGroup[] {
  const { ask } = useActs();
  const [known, setKnown] = useState<Readonly<Record<string, readonly Named[]>>>({});
  const ids = search.sources.map(({ id }) => id);
  useEffect(() => {
    const told = { stale: false };
    const askAll = () => {
      for (const connection of ids) {
        void ask(kind, { connection }).then((answer) => {
          if (!told.stale && answer.ok) {
            setKnown((before) => ({ ...before, [`${kind} ${connection}`]: answer.value }));
          }
        });
      }
    };
    const timer = setTimeout(askAll, LATER);
    return () => {
      told.stale = true;
      clearTimeout(timer);
    };
  }, [ask, kind, ids.join(' ')]);
  const groups = search.sources.map(({ id, name }) => ({
    title: name,
    options: (known[`${kind} ${id}`] ?? []).map((group) => ({ key: `${id} ${group.id}`, text: group.name })),
  }));
  const some = groups.filter(({ options }) => options.length > 0);
  return some.length === 1 ? some.map((group) => ({ ...group, title: '' })) : some;
}

/** Whom to look for, and in which order; shown while something is typed. */
export function SearchFilters({ search }: { readonly search: Search }) {
  const { role, group, sort } = search.filters;
  const agents = role === 'agents';
  const groups = useGroups(search, agents ? 'teams' : 'groups');
  const pickGroup = (key: string) => {
    const at = key.indexOf(' ');
    search.filter({ group: key === '' ? null : { connection: key.slice(0, at), id: key.slice(at + 1) } });
  };
  const sorted = sorts.find(([key]) => key === sort)?.[1] ?? 'find_best';
  return (
    <div class="search-filters">
      <FilterSelect
        label={t('find_role')}
        value={role === 'anyone' ? '' : role}
        any={t('find_anyone')}
        groups={[{ title: '', options: roles.map(({ key, text }) => ({ key, text: t(text) })) }]}
        onPick={(picked) =>
          search.filter({ role: roles.find(({ key }) => key === picked)?.key ?? 'anyone', group: null })
        }
      />
      {groups.length > 0 && (
        <FilterSelect
          label={t(agents ? 'find_team' : 'find_group')}
          value={group === null ? '' : `${group.connection} ${group.id}`}
          any={t(agents ? 'find_any_team' : 'find_any_group')}
          groups={groups}
          onPick={pickGroup}
        />
      )}
      <span class="search-sort">
        <Menu
          label={t('sort_by')}
          button={{ icon: 'sort', text: t(sorted) }}
          items={sorts.map(([key, text]) => ({
            key,
            text: t(text),
            icon: 'sort',
            checked: key === sort,
            onPress: () => search.filter({ sort: key }),
          }))}
        />
      </span>
    </div>
  );
}
