import { deskpro } from './deskpro';
import { local } from './local';
import { rt } from './rt';
import type { Connector } from './types';
import { zammad } from './zammad';

/** Every kind of server there is code for. A new one is a folder here and a line in this list. */
export const connectors: readonly Connector[] = [local, rt, zammad, deskpro];

export function connectorOf(id: string): Connector | undefined {
  return connectors.find((connector) => connector.id === id);
}
