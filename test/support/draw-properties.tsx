// The section of the properties, drawn with one field of each type, and what is done in it.

import { fireEvent, screen, within } from '@testing-library/preact';
import type { CustomField, FieldValue } from '@/utils/people/types';
import type { Answers } from './asking';
import { drawProfile } from './draw-profile';
import type { person } from './people';

export const fields: readonly CustomField[] = [
  { id: '1', title: 'Plan', type: 'text', description: 'As on the invoice' },
  { id: '2', title: 'Seats', type: 'number' },
  { id: '3', title: 'Customer since', type: 'date' },
  { id: '4', title: 'Newsletter', type: 'toggle' },
  { id: '5', title: 'Region', type: 'choice', choices: ['North', 'South'] },
  { id: '6', title: 'Products', type: 'choices', choices: ['Mail, sorted', 'Fleet'] },
];
export const kept = (id: string, value: string): FieldValue => {
  const field = fields.find((one) => one.id === id);
  return { type: field?.type ?? 'text', label: field?.title ?? '', value, custom: true, id };
};

export const section = () => screen.getByRole('region', { name: 'Properties' });
export const inside = () => within(section());
export const row = (label: string) => {
  const found = inside().getByText(label).closest<HTMLElement>('.property');
  if (found === null) throw new Error(`no row ${label}`);
  return found;
};
export const shows = (label: string) => row(label).querySelector('dd')?.textContent;
export const edit = (label: string) => fireEvent.click(inside().getByRole('button', { name: `Edit ${label}` }));
export const type = (field: HTMLElement, text: string) => fireEvent.input(field, { target: { value: text } });
export const enter = (field: HTMLElement) => fireEvent.keyDown(field, { key: 'Enter' });
export const away = (label: string) => row(label).classList.contains('property-away');

export async function drawProperties(some: Parameters<typeof person>[0], answers: Answers = {}, source = {}) {
  const drawn = drawProfile(some, { definitions: () => fields, ...answers }, source);
  await screen.findByText('Plan');
  return drawn;
}
export const sent = (drawn: Awaited<ReturnType<typeof drawProperties>>) =>
  drawn.questions('action.run').map((question) => (question as { chosen: unknown }).chosen);
