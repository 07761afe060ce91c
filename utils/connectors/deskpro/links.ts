// Where Deskpro's own pages of one record stand: in no public source but for a ticket of legacy, so that whoever sets a
// connection up may say otherwise.

export interface Links {
  /** Below the helpdesk's address, '{id}' is the record. */
  readonly ticket: string;
  /** Null: not known. */
  readonly person: string | null;
}

/** † Assumption: as legacy has it (zapier-cli-app's sample, 2021), Horizon leads on from there. */
const TICKET = 'agent/tickets/{id}';

/** As typed: below the helpdesk's address, or with it. What names no record is not there. */
export function linksOf(site: string, typed: { readonly ticket: string; readonly person: string }): Links {
  return { ticket: template(site, typed.ticket) ?? TICKET, person: template(site, typed.person) };
}

function template(site: string, typed: string): string | null {
  const text = typed.trim();
  const path = (text.startsWith(`${site}/`) ? text.slice(site.length) : text).replace(/^\/+/u, '');
  return path.includes('{id}') && !/^[a-z][a-z\d+.-]*:|^\.\.|\/\.\.(?:\/|$)/iu.test(path) ? path : null;
}

export const pageAt = (site: string, template: string, id: string): string =>
  `${site}/${template.replaceAll('{id}', encodeURIComponent(id))}`;
