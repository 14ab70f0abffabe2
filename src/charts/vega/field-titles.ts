import type { Words } from "../../language/index.ts";

/** The part of Vega-Lite's definition of a field that its title is made of. */
export interface TitledField {
  readonly field?: unknown;
  readonly aggregate?: unknown;
  readonly bin?: unknown;
  readonly timeUnit?: unknown;
}

/** The part of Vega-Lite's configuration that titles are chosen by. */
export interface TitleConfig {
  readonly fieldTitle?: unknown;
  readonly countTitle?: unknown;
}

/** Units of time in the name of one, as Vega-Lite has them. */
const units = /year|quarter|month|week|dayofyear|day|date|hours|minutes|milliseconds|seconds/g;

/** What a unit of time is of: `yearmonth` of years and months. */
export const unitsIn = (unit: string): readonly string[] => unit.match(units) ?? [];

/** The unit that dates are cut down to here; undefined where the data come so. */
function unitOf(timeUnit: unknown): string | undefined {
  if (typeof timeUnit !== "object" || timeUnit === null) return typeof timeUnit === "string" ? timeUnit : undefined;
  const { unit, binned } = timeUnit as { readonly unit?: unknown; readonly binned?: unknown };
  return typeof unit === "string" && binned !== true ? unit : undefined;
}

/** Makes what titles axes and legends that have no title, in the language. Where a spec asks for field names alone, they stay so. */
export const createFieldTitles =
  ({ charts }: Pick<Words, "charts">) =>
  ({ field, aggregate, bin, timeUnit }: TitledField, { fieldTitle }: TitleConfig): string => {
    const name = typeof field === "string" ? field : "";
    if (fieldTitle === "plain") return name;
    if (aggregate === "count") return charts.fieldTitle({ field: "", made: { kind: "aggregate", operation: "count" } });
    if (typeof bin === "object" ? bin !== null && !("binned" in bin && bin.binned === true) : bin === true)
      return charts.fieldTitle({ field: name, made: { kind: "classes" } });
    const unit = unitOf(timeUnit);
    if (unit !== undefined && !unit.startsWith("binned"))
      return charts.fieldTitle({ field: name, made: { kind: "time", units: unitsIn(unit) } });
    return typeof aggregate === "string"
      ? charts.fieldTitle({ field: name, made: { kind: "aggregate", operation: aggregate } })
      : name;
  };
