import { fieldReference } from "../spec/encoded-field.ts";

/** The title of an encoding; Vega-Lite takes the field's name where there is none. */
const titled = (title: string | undefined) => (title === undefined ? {} : { title });

const channel =
  (type: string, usual: object = {}) =>
  (field: string, title?: string, others: object = {}) => ({
    field: fieldReference(field),
    type,
    ...usual,
    ...titled(title),
    ...others,
  });

/** A channel of figures. */
export const quantitative = channel("quantitative");

/** A channel of names. */
export const nominal = channel("nominal");

/** A channel of names in the order of the rows. */
export const ordinal = channel("ordinal", { sort: null });
