import { fieldReference } from "../spec/encoded-field.ts";
import { datumField } from "./figure-label.ts";

/** Transforms that number names, from any row on, in the order in which the rows first have them. */
export const inRowOrder = (name: string, as: string) =>
  [
    { window: [{ op: "row_number", as: "rowNumber" }] },
    { joinaggregate: [{ op: "min", field: "rowNumber", as }], groupby: [fieldReference(name)] },
  ] as const;

/** The field that a list of figures is sorted by: gaps come last, whichever way it goes. */
export const orderKey = "orderKey";

export const orderOfFigures = (value: string, order: "ascending" | "descending") => ({
  calculate: `isValid(${datumField(value)}) ? ${datumField(value)} : ${order === "descending" ? "-" : ""}MAX_VALUE`,
  as: orderKey,
});
