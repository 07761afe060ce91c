/** Where a half-typed label is kept. */
export const LABEL_PLACE = 'label';
