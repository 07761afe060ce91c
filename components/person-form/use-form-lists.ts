import { useActs } from '@/components/panel/acts';
import { useRead } from '@/components/sections/use-read';
import type { CustomField, Named } from '@/utils/people/types';

export interface FormLists {
  readonly definitions: readonly CustomField[];
  readonly groups: readonly Named[];
}

/** What a connection lets one choose from. Without an answer the form has the other fields all the same. */
export function useFormLists(connection: string | null): FormLists {
  const { ask } = useActs();
  const of = connection === null ? null : JSON.stringify(connection);
  const definitions = useRead({ of, ask: () => ask('definitions', { connection: connection ?? '' }) });
  const groups = useRead({ of, ask: () => ask('groups', { connection: connection ?? '' }) });
  return { definitions: definitions.value ?? [], groups: groups.value ?? [] };
}
