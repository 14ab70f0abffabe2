import { expect, test } from "vitest";
import {
  countField,
  type FieldMeaning,
  shareField,
  withWorkedOut,
} from "../../src/charts/scene-reading/field-meaning.ts";

const offences: FieldMeaning = {
  unit: "number",
  decimals: 1,
  additive: false,
  own: ["offence", "offences"],
  others: ["rate"],
  label: "Offences",
  otherLabels: [],
  addsOver: () => true,
  spanMonths: () => 12,
  isSigned: true,
};
const meaningOf = withWorkedOut(
  (field) => (field === "n" ? offences : undefined),
  () => ["area", "n"],
);

test("a number of rows is whole, adds up, has no sign, and is called by nothing that the rows have figures of", () => {
  const { addsOver, spanMonths, ...count } = meaningOf(countField) ?? {};
  expect(count).toEqual({
    unit: "number",
    decimals: 0,
    additive: true,
    own: [],
    others: [],
    label: undefined,
    otherLabels: ["Offences", "offence", "offences"],
    isSigned: false,
  });
  expect(addsOver?.([])).toBe(true);
  expect(spanMonths?.()).toBeUndefined();
});

test("a share of a stack is a percentage of two decimals; of fields of the data nothing is changed", () => {
  const { spanMonths, ...share } = meaningOf(shareField) ?? {};
  expect(share).toMatchObject({
    unit: "percent",
    decimals: 2,
    additive: true,
    own: [],
    otherLabels: [],
    isSigned: false,
  });
  expect(spanMonths?.()).toBeUndefined();
  expect(meaningOf("n")).toBe(offences);
  expect(meaningOf("area")).toBeUndefined();
});
