import { isUnkept } from '@/utils/connections/stored';
import type { Journal } from '@/utils/journal';
import type { CreateDraft, Subject } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { ChangeSettings } from '@/utils/settings/store';
import type { Lookups } from './lookups';
import { newPersonOf } from './new-person';
import { knowPrivateTabs } from './private-tabs';
import type { Tabs, Views } from './tab-state';

interface Parts {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly journal: Journal;
  readonly lookups: Lookups;
  readonly settings: ChangeSettings;
}

export interface Creating {
  /**
   * Makes the person of a filled form, and shows it where the panel is still about the form's subject: `of`, its
   * address or name, or if absent whatever the panel is about, be it nobody. Fails with `invalid`, or `conflict` if
   * the address is taken.
   */
  create(tab: number, draft: CreateDraft, of?: string): Promise<PersonRef>;
  /** Takes back what was just made; fails with `conflict` if it was changed since. */
  uncreate(tab: number): Promise<null>;
  /** Keeps a half-filled form for its subject; null forgets it. */
  keepDraft(tab: number, draft: CreateDraft | null, of?: string): Promise<null>;
}

/** Forms begun and left; the oldest go first. */
const DRAFTS = 50;

/** What a form is kept under. */
const nameOf = ({ party }: Subject): string => party.address ?? party.name;

export function makeCreating({ views, tabs, journal, lookups, settings }: Parts): Creating {
  const isPrivate = knowPrivateTabs();
  const keepDraft: Creating['keepDraft'] = async (tab, draft, of) => {
    const { subject } = await views.get(tab);
    // A form can be typed on while another message is opened: it goes with its own subject.
    const key = of ?? (subject && nameOf(subject));
    if (key === null) return null;
    // Forgetting is right everywhere; of a private window nothing is written to disk.
    if (draft === null || !(await isPrivate(tab))) {
      // What was begun for a book, and goes to a server of which nothing is to be on disk, leaves it again.
      const kept = draft !== null && !(await isUnkept(draft.connection));
      await settings(({ drafts }) => {
        const rest = Object.entries(drafts).filter(([name]) => name !== key);
        return { drafts: Object.fromEntries(kept ? [...rest, [key, draft]].slice(-DRAFTS) : rest) };
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
      const who = newPersonOf(draft);
      const [address] = who.addresses;
      const { subject } = await views.get(tab);
      const key = of ?? (subject && nameOf(subject));
      const entry = await journal.run({
        connection: draft.connection,
        person: null,
        action: 'create-person',
        needs: ['person.create'],
        plan: async () => [{ change: { type: 'person.create', person: null, draft: who }, of: 0 }],
      });
      const made = entry?.steps[0]?.made;
      if (!entry || !made) throw new ProblemError({ kind: 'bug', call: 'person.create', detail: 'made nobody' });
      const ref: PersonRef = { connection: entry.connection, id: made.id };
      await settings(() => ({ saveTo: entry.connection }));
      // Without `of` the form is of no message: one that was begun for the open message stays.
      if (of !== undefined || key === address) await keepDraft(tab, null, key ?? undefined);
      const asked = await views.get(tab);
      // The form can be older than the message that is open now: that one keeps its own person.
      if ((asked.subject && nameOf(asked.subject)) !== key) return ref;
      const created = { ref, version: made.version, at: entry.at, entry: entry.id };
      if (address === undefined || asked.subject?.party.address !== address) {
        // Made with another address than the message's, or without any message: found by nothing that is shown.
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
      // Whoever shows them, and looks them up anew, is told by the journal.
      if (created?.entry !== undefined) await journal.undo(created.entry);
      return null;
    },
  };
}
