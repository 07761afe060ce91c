import type { FieldValue } from '@/utils/people/types';
import { phone, type SampleCustomField } from './types';

export interface SampleOrganisation {
  readonly key: string;
  readonly name: string;
  readonly domain?: string;
  readonly summary?: string;
  readonly labels?: readonly string[];
  readonly fields?: readonly FieldValue[];
}

export const organisations: readonly SampleOrganisation[] = [
  {
    key: 'harbour',
    name: 'Harbour & Finch Logistics',
    domain: 'harbourfinch.example.com',
    summary: 'Three warehouses, one invoice a month.',
    labels: ['key account', 'net 30'],
    fields: [phone('+44 20 5550 0100', 'Reception'), { type: 'website', value: 'https://harbourfinch.example.com' }],
  },
  {
    key: 'bauer',
    name: 'Bauer & Sohn',
    domain: 'bauersohn.example.org',
    summary: 'Wine, in the fourth generation.',
    labels: ['pays by invoice'],
    fields: [phone('+49 6131 5550 100', 'Office'), { type: 'website', value: 'https://bauersohn.example.org' }],
  },
  { key: 'bauernhof', name: 'Bauernhof Kollektiv', domain: 'bauernhof.example.org' },
  { key: 'lindqvist', name: 'Lindqvist Atelier', domain: 'lindqvist.example.org' },
  {
    key: 'mina',
    name: 'شركة الميناء للتوريد',
    domain: 'almina.example.org',
    summary: 'توريد معدات الموانئ.',
    labels: ['net 30'],
  },
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
  { key: 'since', title: 'Customer since', description: 'Day of the first contract.', type: 'date' },
  { key: 'plan', title: 'Plan', type: 'choice', choices: ['Solo', 'Team, monthly', 'Team, yearly', 'Fleet, yearly'] },
  { key: 'old', title: 'Kundennummer im Altsystem', type: 'text' },
  { key: 'seats', title: 'Seats', description: 'How many people they pay for.', type: 'number' },
  { key: 'newsletter', title: 'Newsletter', type: 'toggle' },
  { key: 'products', title: 'Products', type: 'choices', choices: ['Labels', 'Shop', 'Warehouse', 'Invoices'] },
  { key: 'portal', title: 'Portal', description: 'Address of their own portal.', type: 'text' },
];

export const bans: readonly { readonly pattern: string; readonly reason: string }[] = [
  { pattern: 'max@profit.example.net', reason: 'Sent the same offer 40 times.' },
  { pattern: '*@win-now.example.net', reason: 'Advertising only.' },
];
