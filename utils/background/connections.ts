import { local as books, OWN, SAMPLE } from '@/utils/connectors/local';
import type { Connection } from '@/utils/connectors/types';
import { t } from '@/utils/i18n';
import type { Place } from '@/utils/lookup/find';
import { ProblemError } from '@/utils/problem';
import type { Settings } from '@/utils/settings/schema';
import { readSettings } from '@/utils/settings/store';

/** The connections there are, in the user's order: the own book, and the sample people while they are loaded. */
function connections({ sampleLoaded }: Settings): readonly Connection[] {
  const own: Connection = {
    id: OWN,
    connector: 'local',
    name: t('source_own_book'),
    mark: { shape: 'square', letter: t('source_own_letter') },
    local: true,
    settings: { book: 'own' },
  };
  const sample: Connection = {
    ...own,
    id: SAMPLE,
    name: t('source_sample_book'),
    mark: { shape: 'house', letter: t('source_sample_letter') },
    settings: { book: 'sample' },
  };
  return sampleLoaded ? [own, sample] : [own];
}

async function open(connection: Connection): Promise<Place> {
  // No connection to a server can be set up yet: so that their code does not weigh on the background, only books open.
  if (connection.connector !== books.id) {
    throw new ProblemError({ kind: 'missing', connection: connection.id, detail: connection.connector });
  }
  const { id, name, mark, local } = connection;
  return { source: { id, name, mark, local }, session: await books.open(connection) };
}

export interface Places {
  all(settings?: Settings): Promise<readonly Place[]>;
  /** Fails with `missing` if the connection is gone. */
  at(connection: string): Promise<Place>;
}

/** Opens connections when they are first needed and keeps them while the background lives. */
export function openPlaces(): Places {
  const opened = new Map<string, Promise<Place>>();
  const all: Places['all'] = async (settings) =>
    Promise.all(
      connections(settings ?? (await readSettings())).map((connection) => {
        const known = opened.get(connection.id) ?? open(connection);
        opened.set(connection.id, known);
        known.catch(() => opened.delete(connection.id));
        return known;
      }),
    );
  return {
    all,
    async at(connection) {
      const place = (await all()).find(({ source }) => source.id === connection);
      if (!place) throw new ProblemError({ kind: 'missing', connection });
      return place;
    },
  };
}
