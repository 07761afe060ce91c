export interface OrganisationPageProps {
  readonly connection: string;
  readonly id: string;
}

/** An organisation's own page: its people and their tickets. */
export function OrganisationPage(_: OrganisationPageProps) {
  return null;
}
