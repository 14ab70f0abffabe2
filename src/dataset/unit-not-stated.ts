import type { MeasureSpec } from "./measure-spec.ts";

/** Printed where nobody said what figures are told in: seen at once by who fills it in, and taken by no reader for what is counted. */
export const notStated = {
  one: "(unit not stated)",
  other: "(unit not stated)",
} as const satisfies MeasureSpec["unit"];

/** Printed where the names of rows say in what each is told. */
export const unitInNames = {
  one: "(unit in its name)",
  other: "(unit in its name)",
} as const satisfies MeasureSpec["unit"];

/** Whether nobody has said yet what figures are told in, as one unit of all. */
export const isNotStated = (unit: MeasureSpec["unit"] | undefined): boolean =>
  unit?.other === notStated.other || isUnitInNames(unit);

export const isUnitInNames = (unit: MeasureSpec["unit"] | undefined): boolean => unit?.other === unitInNames.other;
