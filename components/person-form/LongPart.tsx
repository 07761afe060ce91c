import { AddressFields } from './AddressFields';
import type { FormPart } from './field-of-form';
import { MoreFields } from './MoreFields';
import { PositionField } from './OrganisationFields';
import type { FormLists } from './use-form-lists';

/** All that the short form of somebody new leaves out. */
export function LongPart({ lists, ...part }: FormPart & { readonly lists: FormLists }) {
  return (
    <>
      <AddressFields {...part} othersOnly />
      <PositionField {...part} />
      <MoreFields {...part} lists={lists} can={() => true} />
    </>
  );
}
