import { fieldReference } from "../spec/encoded-field.ts";

/** Transforms that number names, from any row on, in the order in which the rows first have them. */
export const inRowOrder = (name: string, as: string) =>
  [
    { window: [{ op: "row_number", as: "rowNumber" }] },
    { joinaggregate: [{ op: "min", field: "rowNumber", as }], groupby: [fieldReference(name)] },
  ] as const;
