import { isPrivate } from '@/utils/browser/tabs';
import type { Stamp } from '@/utils/changes/types';
import type { CreateDraft, Subject } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import { sameRef } from '@/utils/people/ref';
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
  /**
   * Makes the person of a filled form, and shows it where the panel is still about the form's subject (`of`, its
   * address or name). Fails with `invalid`, or `conflict` if the address is taken.
   */
  create(tab: number, draft: CreateDraft, of?: string): Promise<PersonRef>;
  /** Takes back what was just made; fails with `conflict` if it was changed since. */
  uncreate(tab: number): Promise<null>;
  /** Keeps a half-filled form for its subject; null forgets it. */
  keepDraft(tab: number, draft: CreateDraft | null, of?: string): Promise<null>;
}

/** Forms begun and left; the oldest go first. */
const DRAFTS = 50;

const stamped = (): Stamp => ({ entry: crypto.randomUUID(), step: 0, at: new Date().toISOString() });

/** What a form is kept under. */
const nameOf = ({ party }: Subject): string => party.address ?? party.name;

export function makeCreating({ views, tabs, places, lookups, settings }: Parts): Creating {
  const keepDraft: Creating['keepDraft'] = async (tab, draft, of) => {
    const { subject } = await views.get(tab);
    // A form can be typed on while another message is opened: it goes with its own subject.
    const key = of ?? (subject && nameOf(subject));
    if (key === null) return null;
    // Forgetting is right everywhere; of a private window nothing is written to disk.
    if (draft === null || !(await isPrivate(tab))) {
      await settings(({ drafts }) => {
        const rest = Object.entries(drafts).filter(([name]) => name !== key);
        return { drafts: Object.fromEntries(draft ? [...rest, [key, draft]].slice(-DRAFTS) : rest) };
      });
    }
    // A panel that is closed in the middle of a word and opened again finds it.
    await views.change(tab, (view) =>
      view.subject !== null && nameOf(view.subject) === key ? { ...view, draft } : view,
    );
    return null;
  };

  return {
    keepDraft,
    async create(tab, draft, of) {
      const address = parseAddress(draft.address);
      if (!address) throw new ProblemError({ kind: 'invalid', call: 'person.create', detail: draft.address });
      const { subject } = await views.get(tab);
      const key = of ?? (subject && nameOf(subject));
      const { session, source } = await places.at(draft.connection);
      const make = session.writes['person.create'];
      if (!make) throw new ProblemError({ kind: 'forbidden', connection: source.id, call: 'person.create' });
      const organisation = draft.organisation.trim();
      const name = draft.name.trim();
      const made = await make(
        {
          type: 'person.create',
          person: null,
          draft: {
            name: name === '' ? address : name,
            addresses: [address],
            ...(organisation === '' ? {} : { organisation: { create: organisation } }),
          },
        },
        stamped(),
      );
      const ref: PersonRef = { connection: source.id, id: made.id };
      if (key !== null) await keepDraft(tab, null, key);
      const asked = await views.get(tab);
      // The form can be older than the message that is open now: that one keeps its own person.
      if (asked.subject === null || nameOf(asked.subject) !== key) return ref;
      const created = { ref, version: made.version, at: new Date().toISOString() };
      if (asked.subject.party.address !== address) {
        // Made with another address than the message's: looked up by the message's, nobody would be found.
        await lookups.person(tab, ref);
        await views.change(tab, (view) => (sameRef(view.shown, ref) ? { ...view, created } : view));
        return ref;
      }
      await tabs.change(tab, (state) => ({ ...state, picked: true }));
      const { shown } = await views.change(tab, (view) =>
        view.subject?.key === asked.subject?.key ? { ...view, shown: ref, draft: null, created } : view,
      );
      if (sameRef(shown, ref)) await lookups.again(tab);
      return ref;
    },
    async uncreate(tab) {
      const { created } = await views.get(tab);
      if (!created) return null;
      const { session } = await places.at(created.ref.connection);
      await session.writes['person.delete']?.(
        {
          type: 'person.delete',
          person: created.ref.id,
          version: created.version,
        },
        stamped(),
      );
      const view = await views.change(tab, (now) =>
        sameRef(now.created?.ref ?? null, created.ref) ? { ...now, created: null, shown: null } : now,
      );
      // The panel can be about another message by now.
      if (view.created === null && view.shown === null) await lookups.again(tab);
      return null;
    },
  };
}
