import type { SampleCustomField } from './types';

export interface SampleOrganisation {
  readonly key: string;
  readonly name: string;
  readonly domain?: string;
  readonly summary?: string;
}

export const organisations: readonly SampleOrganisation[] = [
  {
    key: 'harbour',
    name: 'Harbour & Finch Logistics',
    domain: 'harbourfinch.example.com',
    summary: 'Three warehouses, one invoice a month.',
  },
  { key: 'bauer', name: 'Bauer & Sohn', domain: 'bauersohn.example.org', summary: 'Wine, in the fourth generation.' },
  { key: 'bauernhof', name: 'Bauernhof Kollektiv', domain: 'bauernhof.example.org' },
  { key: 'lindqvist', name: 'Lindqvist Atelier', domain: 'lindqvist.example.org' },
  { key: 'mina', name: 'شركة الميناء للتوريد', domain: 'almina.example.org' },
  {
    key: 'rhein',
    name: 'Rhein-Main Versorgungsbetriebe und Abfallwirtschaft',
    domain: 'versorgungsbetriebe-rhein-main.example.org',
  },
  { key: 'tanaka', name: '田中工務店', domain: 'tanaka.example.test' },
  { key: 'moreau', name: 'Moreau Conseil', domain: 'moreau.example.net' },
  { key: 'wisla', name: 'Wisła Druk', domain: 'wisla-druk.example.org' },
  { key: 'freelance', name: 'Finch Freelance' },
  {
    key: 'northgate',
    name: 'Northgate Dental',
    domain: 'northgate.example.com',
    summary: 'Two practices; call only in the lunch break.',
  },
  { key: 'oceo', name: 'Cà phê Óc Eo', domain: 'oceo.example.test' },
];

export const groups: readonly string[] = ['Key accounts', 'Newsletter', 'Beta testers'];

export const teams: readonly string[] = ['First line', 'Billing'];

export const customFields: readonly SampleCustomField[] = [
  { key: 'since', title: 'Customer since', type: 'date' },
  { key: 'plan', title: 'Plan', type: 'choice', choices: ['Solo', 'Team, monthly', 'Team, yearly', 'Fleet, yearly'] },
  { key: 'old', title: 'Kundennummer im Altsystem', type: 'text' },
  { key: 'seats', title: 'Seats', type: 'number' },
  { key: 'newsletter', title: 'Newsletter', type: 'toggle' },
  { key: 'products', title: 'Products', type: 'choices', choices: ['Labels', 'Shop', 'Warehouse', 'Invoices'] },
];

export const bans: readonly { readonly pattern: string; readonly reason: string }[] = [
  { pattern: 'max@profit.example.net', reason: 'Sent the same offer 40 times.' },
  { pattern: '*@win-now.example.net', reason: 'Advertising only.' },
];
