import type { CreateDraft } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { ChangeSettings } from '@/utils/settings/store';
import type { Places } from './connections';
import type { Lookups } from './lookups';
import type { Tabs, Views } from './tab-state';

interface Parts {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly places: Places;
  readonly lookups: Lookups;
  readonly settings: ChangeSettings;
}

export interface Creating {
  /** Makes the person of a filled form and shows it. Fails with `invalid`, or `conflict` if the address is taken. */
  create(tab: number, draft: CreateDraft): Promise<PersonRef>;
  /** Takes back what was just made; fails with `conflict` if it was changed since. */
  uncreate(tab: number): Promise<null>;
  /** Keeps a half-filled form for its subject; null forgets it. */
  keepDraft(tab: number, draft: CreateDraft | null, of?: string): Promise<null>;
}

/** Forms begun and left; the oldest go first. */
const DRAFTS = 50;

export function makeCreating({ views, tabs, places, lookups, settings }: Parts): Creating {
  const keepDraft: Creating['keepDraft'] = async (tab, draft, of) => {
    const { subject } = await views.get(tab);
    // A form can be typed on while another message is opened: it goes with its own subject.
    const key = of ?? subject?.party.address ?? subject?.party.name;
    if (key === undefined) return null;
    await settings(({ drafts }) => {
      const rest = Object.entries(drafts).filter(([name]) => name !== key);
      return { drafts: Object.fromEntries(draft ? [...rest, [key, draft]].slice(-DRAFTS) : rest) };
    });
    // A panel that is closed in the middle of a word and opened again finds it.
    await views.change(tab, (view) =>
      view.subject !== null && (view.subject.party.address ?? view.subject.party.name) === key
        ? { ...view, draft }
        : view,
    );
    return null;
  };

  return {
    keepDraft,
    async create(tab, draft) {
      const address = parseAddress(draft.address);
      if (!address) throw new ProblemError({ kind: 'invalid', call: 'person.create', detail: draft.address });
      const { session, source } = await places.at(draft.connection);
      const make = session.writes['person.create'];
      if (!make) throw new ProblemError({ kind: 'forbidden', connection: source.id, call: 'person.create' });
      const organisation = draft.organisation.trim();
      const name = draft.name.trim();
      const made = await make({
        type: 'person.create',
        person: null,
        draft: {
          name: name === '' ? address : name,
          addresses: [address],
          ...(organisation === '' ? {} : { organisation: { create: organisation } }),
        },
      });
      const ref: PersonRef = { connection: source.id, id: made.id };
      await keepDraft(tab, null);
      await tabs.change(tab, (state) => ({ ...state, picked: true }));
      await views.change(tab, (view) => ({
        ...view,
        shown: ref,
        draft: null,
        created: { ref, version: made.version, at: new Date().toISOString() },
      }));
      await lookups.again(tab);
      return ref;
    },
    async uncreate(tab) {
      const { created } = await views.get(tab);
      if (!created) return null;
      const { session } = await places.at(created.ref.connection);
      await session.writes['person.delete']?.({
        type: 'person.delete',
        person: created.ref.id,
        version: created.version,
      });
      await views.change(tab, (view) => ({ ...view, created: null, shown: null }));
      await lookups.again(tab);
      return null;
    },
  };
}
