import { type Diagnostics, didYouMean } from "../../diagnostics/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import { isObject, type JsonObject, visitObjects } from "../json.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import { plainFieldName } from "../spec/encoded-field.ts";
import { madeFields } from "../spec/made-fields.ts";
import { mayBeTwoDays, readUtcDate } from "../spec/utc-dates.ts";

/** Fields of the rows that a spec's encodings read: not those that its own transforms make, nor those of other data. */
export function fieldsRead(spec: JsonObject): readonly string[] {
  const made = madeFields(spec);
  if (made === "open") return [];
  const read = new Set<string>();
  visitObjects(spec, (object) => {
    if (object !== spec && isObject(object.data)) return false;
    const definitions = isObject(object.encoding) ? Object.values(object.encoding).flat() : [];
    for (const definition of definitions) if (isObject(definition)) addField(definition, read);
    return true;
  });
  return [...read].filter((field) => !made.has(field));
}

function addField({ field }: JsonObject, read: Set<string>): void {
  // An unescaped dot or bracket is a path into a value, and rows are flat.
  if (typeof field === "string" && !/(?<!\\)[.[]/.test(field)) read.add(plainFieldName(field));
}

export interface CheckRowsOptions {
  readonly rows: readonly ChartRow[];
  readonly fields: readonly string[];
  readonly shape: ChartShape;
  readonly diagnostics: Diagnostics;
}

/** Reports rows that would give an empty or a wrong chart. */
export function checkRows({ rows, fields, shape, diagnostics }: CheckRowsOptions): void {
  if (rows.length === 0) {
    const hint = "Leave the chart out where there is no data, or check the filter that selects its rows.";
    diagnostics.error({ code: "chart-no-data", message: "The chart has no rows.", hint });
    return;
  }
  const known = new Set<string>();
  for (const row of rows) for (const field in row) known.add(field);
  const unknown = fields.filter((field) => !known.has(field));
  for (const field of unknown) {
    const message = `The chart shows the field "${field}", which its rows do not have.`;
    diagnostics.error({
      code: "chart-unknown-field",
      message,
      hint: didYouMean(field, known),
      source: { field },
    });
  }
  const value = shape.value?.field;
  if (value !== undefined && known.has(value) && !rows.some((row) => isFigure(row[value]))) {
    diagnostics.error({
      code: "chart-no-data",
      message: `No row of the chart has a number in "${value}".`,
      hint: "Leave the chart out where every figure is suppressed or missing.",
      source: { field: value },
    });
  }
  checkDates({ rows, fields, shape, diagnostics });
}

/** Dates without a zone are read in UTC (`withUtcDates`); what may be two days, or none, is no date that a chart could draw. */
function checkDates({ rows, shape, diagnostics }: CheckRowsOptions): void {
  for (const { field, type } of shape.fields) {
    if (type !== "temporal") continue;
    const date = rows.map((row) => row[field]).find((cell) => typeof cell === "string" && isUnclear(cell));
    if (date === undefined) continue;
    diagnostics.error({
      code: "chart-unclear-date",
      message: `The date "${date}" of the chart ${mayBeTwoDays(String(date)) ? "may be of two days: the month may stand first or second" : "cannot be read"}.`,
      hint: "Write dates as 2019-04-30 or 2019-04-30T12:00Z, or make the field ordinal to show it as it stands.",
      source: { field },
    });
  }
}

const isUnclear = (text: string): boolean => Number.isNaN(readUtcDate(text)) || mayBeTwoDays(text);
