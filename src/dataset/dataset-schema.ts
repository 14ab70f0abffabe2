import * as z from "zod";
import type { DatasetSpec } from "./definition.ts";
import type { PeriodFormatSpec } from "./dimension-spec.ts";
import { disclosureProfiles } from "./disclosure/disclosure-spec.ts";
import { cellRange } from "./layout/cells-in.ts";
import { overTimes } from "./measure-spec.ts";
import { observationStatuses } from "./observation-status.ts";
import { periodFormatProblem } from "./own-period-format.ts";
import { isPartialDate } from "./partial-date.ts";
import { formatNames } from "./period-looks/look.ts";
import { durationForms } from "./read-duration.ts";
import { sourceKinds } from "./source-spec.ts";

const id = z.string().regex(/^[A-Za-z][\w-]*$/, "must be a name of letters, digits, - and _");
const state = z.enum(["suppressed", "not-supplied", "not-applicable", "unavailable"]);
const status = z.enum(observationStatuses);
const countBounds = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0) })
  .refine(({ from, to }) => from <= to, "from must not be more than to");

const category = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  inText: z.string().min(1).exactOptional(),
  locative: z.string().min(1).exactOptional(),
  aliases: z.array(z.string()).exactOptional(),
  parent: z.string().exactOptional(),
  since: z.string().min(1).exactOptional(),
  until: z.string().min(1).exactOptional(),
  successors: z.array(z.string()).min(1).exactOptional(),
});

const periodFormat = z
  .string()
  .superRefine((format, { addIssue }) => {
    const problem = periodFormatProblem(format);
    if (problem !== undefined) addIssue({ code: "custom", message: problem });
  })
  .meta({ anyOf: [{ enum: [...formatNames] }, { pattern: "\\{" }] }) as z.ZodType<PeriodFormatSpec, string>;

const sum = z.strictObject({ whole: z.string(), parts: z.array(z.string()).min(1) });

const dimension = z.discriminatedUnion("role", [
  z.strictObject({
    role: z.enum(["area", "category"]),
    label: z.string(),
    plural: z.string().exactOptional(),
    lang: z.string().exactOptional(),
    categories: z.array(category).exactOptional(),
    aliases: z.record(z.string().min(1), z.string().min(1)).exactOptional(),
    open: z.boolean().exactOptional(),
    exclusive: z.boolean().exactOptional(),
    total: z.string().exactOptional(),
    holds: z.record(z.string(), z.array(z.string()).min(1)).exactOptional(),
    notSums: z.array(z.string()).exactOptional(),
    possibleSums: z.array(sum).exactOptional(),
  }),
  z.strictObject({
    role: z.literal("time"),
    label: z.string(),
    plural: z.string().exactOptional(),
    lang: z.string().exactOptional(),
    yearStartMonth: z.int().min(1).max(12).exactOptional(),
    format: z.union([periodFormat, z.array(periodFormat).min(1)]).exactOptional(),
    frequency: z.enum(["annual", "half-yearly", "quarterly", "monthly", "weekly", "daily"]).exactOptional(),
    statuses: z.record(z.string().min(1), z.union([status, z.array(status).min(1)])).exactOptional(),
  }),
]);

const unit = z.strictObject({
  one: z.string(),
  other: z.string(),
  zero: z.string().exactOptional(),
  two: z.string().exactOptional(),
  few: z.string().exactOptional(),
  many: z.string().exactOptional(),
  gender: z.enum(["feminine", "masculine"]).exactOptional(),
  lang: z.string().exactOptional(),
});

const shortName = z.string().regex(/^[^\p{N}]+$/u, "must be a name without figures");

const measure = z.strictObject({
  label: z.string(),
  short: shortName.exactOptional(),
  shortDefinite: shortName.exactOptional(),
  unit,
  statType: z.enum(["count", "rate", "share", "mean", "quantity"]),
  additive: z.boolean().exactOptional(),
  overTime: z.enum(overTimes).exactOptional(),
  per: z.number().positive().exactOptional(),
  population: z.string().exactOptional(),
  numerator: z.string().exactOptional(),
  denominator: z.string().exactOptional(),
  roundedTo: z.number().positive().exactOptional(),
  absent: z
    .union([z.enum(["zero", "not-available"]), z.strictObject({ zeroWhereReported: z.array(z.string()).min(1) })])
    .exactOptional(),
  fractions: z.boolean().exactOptional(),
  thousands: z.boolean().exactOptional(),
  durations: z.enum(durationForms).exactOptional(),
  decimals: z.int().min(0).max(10).exactOptional(),
  dimensions: z.array(z.string()).exactOptional(),
  seriesStart: z.string().exactOptional(),
  breaks: z.array(z.strictObject({ at: z.string(), note: z.string() })).exactOptional(),
});

const source = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  kind: z.enum(sourceKinds),
  url: z.url().exactOptional(),
  published: z.string().refine(isPartialDate, "must be an ISO date, or its first part").exactOptional(),
  licence: z.string().exactOptional(),
  coverage: z
    .strictObject({ responded: z.int().min(0), asked: z.int().min(1), note: z.string().exactOptional() })
    .exactOptional(),
  note: z.string().exactOptional(),
});

const disclosure = z.strictObject({
  profile: z.union(
    [
      z.enum(["none", ...(Object.keys(disclosureProfiles) as (keyof typeof disclosureProfiles)[])]),
      z.strictObject({
        hide: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }),
        roundTo: z.int().min(1).exactOptional(),
        width: z.int().min(1).exactOptional(),
      }),
    ],
    'must be "none", "under5", "under8", "under10" or { hide: { from, to }, roundTo?, width? } in whole numbers',
  ),
  measures: z.record(z.string(), z.enum(["protect", "publish"])).exactOptional(),
  rounding: z.enum(["each", "together"]).exactOptional(),
  known: z.array(z.record(z.string(), z.union([z.string(), z.array(z.string())]))).exactOptional(),
  released: z.array(z.record(z.string(), z.union([z.string(), z.array(z.string())]))).exactOptional(),
  unrelated: z.array(z.string()).exactOptional(),
  knownTotals: z.array(z.strictObject({ measure: z.string(), by: z.array(z.string()).min(1) })).exactOptional(),
  notes: z.literal("published").exactOptional(),
});

const column = z.strictObject({ column: z.string() });
const name = z.string().min(1);
const rowNumber = z.int().min(1);
const sheetChoice = z.union([name, rowNumber]);
const rowFilter = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]));
const cellAddress = z.string().regex(/^[A-Za-z]{1,3}[1-9]\d*$/, "must be the address of a cell, such as B2");
const holed = z
  .string()
  .regex(/\{(?:[1-9]\d?)?\}/, "must have a pair of braces for the part that tells the dimension: Year {}");
const headsInBraces = z.string().regex(/\{[^{}]+\}/, "must have headings in braces: {Year} {Month}");
const headingBetween = z.strictObject({
  heading: name,
  pattern: holed.exactOptional(),
  blank: name.exactOptional(),
  ends: z.literal("blank-row").exactOptional(),
  names: z.array(name).min(1).exactOptional(),
});
const dimensionLayout = z.union(
  [
    name,
    z.strictObject({ column: name, pattern: holed.exactOptional(), blank: name.exactOptional() }),
    z.strictObject({ joined: headsInBraces }),
    z.strictObject({ firstOf: z.array(name).min(2) }),
    z.strictObject({ inTurn: z.array(z.string()).min(2), within: name }),
    z.strictObject({ rowNumber: holed }),
    headingBetween,
    z.strictObject({ sheetName: holed }),
    z.strictObject({ fileName: holed }),
    z.strictObject({ cell: cellAddress, pattern: holed.exactOptional() }),
    z.strictObject({ value: name }),
  ],
  "must be the name of a column, or { column }, { joined }, { firstOf }, { inTurn, within }, { rowNumber }, { heading }, { sheetName }, { fileName }, { cell } or { value }; a pattern needs {}",
);

const parentLayout = z.union(
  [
    name,
    z.strictObject({ column: name, pattern: holed.exactOptional(), blank: name.exactOptional() }),
    z.strictObject({ joined: headsInBraces }),
    headingBetween,
  ],
  "must be the name of a column, or { column }, { joined } or { heading }, or a list of these, the nearest level first; a pattern needs {}",
);

const categoriesAt = z.record(z.string(), name);
const wideColumns = z.strictObject({
  heading: name,
  at: categoriesAt.exactOptional(),
  measure: z.string().exactOptional(),
});
const range = z.string().regex(cellRange, "must be the first and the last cell of a table, such as A4:E20");

const layout = z.strictObject({
  sheets: z.union([sheetChoice, z.array(sheetChoice).min(1)]).exactOptional(),
  headerRow: z.union([rowNumber, z.tuple([rowNumber, rowNumber]), z.literal("none")]).exactOptional(),
  firstRow: rowNumber.exactOptional(),
  lastRow: rowNumber.exactOptional(),
  dimensions: z.record(z.string(), dimensionLayout).exactOptional(),
  parents: z.record(z.string(), z.union([parentLayout, z.array(parentLayout).min(1)])).exactOptional(),
  tables: z
    .array(z.strictObject({ range, at: categoriesAt.exactOptional() }))
    .min(1)
    .exactOptional(),
  measures: z.record(z.string(), z.union([name, z.array(name).min(1)])).exactOptional(),
  counted: z.string().exactOptional(),
  cells: z.record(z.string(), name).exactOptional(),
  wide: z
    .strictObject({
      columns: z.union([name, z.array(z.union([name, wideColumns])).min(1)]),
      measure: z.string().exactOptional(),
    })
    .exactOptional(),
  long: z.strictObject({ measure: dimensionLayout, value: name.exactOptional() }).exactOptional(),
  source: z.union([z.strictObject({ id: z.string() }), column]).exactOptional(),
  vintage: column.exactOptional(),
  note: column.exactOptional(),
  statuses: z.array(z.strictObject({ noteContains: z.string().min(1), status })).exactOptional(),
  fillDown: z.array(name).exactOptional(),
  rows: z.strictObject({ only: rowFilter.exactOptional(), except: rowFilter.exactOptional() }).exactOptional(),
  repeatedRows: z.enum(["sum", "leave-out"]).exactOptional(),
  raggedRows: z.enum(["read", "leave-out"]).exactOptional(),
  unreadableCells: z.literal("leave-out").exactOptional(),
  ignore: z.array(z.string()).exactOptional(),
  decimal: z.enum([".", ","]).exactOptional(),
  parentheses: z.literal("negative").exactOptional(),
  noteMarks: z.array(z.string().regex(/^[^\p{N}\s]+$|^[¹²³⁰⁴-⁹]+$/u)).exactOptional(),
});

const text = z.string().min(1);
const translation = z.strictObject({
  title: text.exactOptional(),
  dimensions: z
    .record(
      z.string(),
      z.strictObject({
        label: text,
        plural: text.exactOptional(),
        categories: z
          .record(
            z.string(),
            z.union([
              text,
              z.strictObject({ label: text, inText: text.exactOptional(), locative: text.exactOptional() }),
            ]),
          )
          .exactOptional(),
      }),
    )
    .exactOptional(),
  measures: z
    .record(
      z.string(),
      z.strictObject({
        label: text,
        short: shortName.exactOptional(),
        shortDefinite: shortName.exactOptional(),
        unit,
        population: text.exactOptional(),
        breaks: z.array(text).exactOptional(),
      }),
    )
    .exactOptional(),
  sources: z
    .record(
      z.string(),
      z.strictObject({
        title: text.exactOptional(),
        publisher: text.exactOptional(),
        licence: text.exactOptional(),
        note: text.exactOptional(),
        coverage: text.exactOptional(),
      }),
    )
    .exactOptional(),
  caveats: z.array(text).exactOptional(),
});

/** The shape of a `DatasetSpec`; `checkDefinition` checks the names within it. */
export const datasetSpecSchema = z.strictObject({
  title: z.string().min(1),
  dimensions: z.record(id, dimension),
  measures: z.record(id, measure).refine((all) => Object.keys(all).length > 0, "needs at least one measure"),
  sources: z.record(z.string().min(1), source),
  layout: layout.exactOptional(),
  markers: z
    .record(z.string(), z.union([z.enum([...state.options, "zero", ...status.options]), countBounds]))
    .exactOptional(),
  vintages: z.enum(["conflict", "latest"]).exactOptional(),
  sums: z.array(sum).exactOptional(),
  notSums: z.array(z.string()).exactOptional(),
  possibleSums: z.array(sum).exactOptional(),
  disclosure: disclosure.exactOptional(),
  caveats: z.array(z.string()).exactOptional(),
  lang: z.string().min(2).exactOptional(),
  translations: z.record(z.string(), translation).exactOptional(),
}) satisfies z.ZodType<DatasetSpec>;
