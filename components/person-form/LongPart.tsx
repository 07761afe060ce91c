import { AddressFields } from './AddressFields';
import type { FormPart } from './field-of-form';
import { MoreFields, type MoreFieldsProps } from './MoreFields';
import { PositionField } from './OrganisationFields';

/** All that the short form of somebody new leaves out. */
export function LongPart({ lists, of, ...part }: FormPart & Pick<MoreFieldsProps, 'lists' | 'of'>) {
  return (
    <>
      <AddressFields {...part} othersOnly />
      <PositionField {...part} />
      <MoreFields {...part} lists={lists} can={() => true} of={of} />
    </>
  );
}
