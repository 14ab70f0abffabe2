import { createHash } from "node:crypto";
import { z } from "zod";
import { checkShape, createDiagnostics } from "../diagnostics/index.ts";
import { checkDefinition } from "./check-definition.ts";
import type { DatasetDefinition, DatasetSpec } from "./definition.ts";
import type { DimensionSpec } from "./dimension-spec.ts";
import { checkDisclosure } from "./disclosure/check-disclosure.ts";
import { disclosureProfiles } from "./disclosure/disclosure-spec.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import { observationStatuses } from "./observation-status.ts";
import { periodFormatProblem } from "./own-period-format.ts";
import { isPartialDate } from "./partial-date.ts";
import { formatNames } from "./period-looks/look.ts";
import { type SourceSpec, sourceKinds } from "./source-spec.ts";

const id = z.string().regex(/^[A-Za-z][\w-]*$/, "must be a name of letters, digits, - and _");
const state = z.enum(["suppressed", "not-supplied", "not-applicable", "unavailable"]);
const status = z.enum(observationStatuses);
const countBounds = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0) })
  .refine(({ from, to }) => from <= to, "from must not be more than to");

const category = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  inText: z.string().min(1).optional(),
  locative: z.string().min(1).optional(),
  aliases: z.array(z.string()).optional(),
  parent: z.string().optional(),
  since: z.string().min(1).optional(),
  until: z.string().min(1).optional(),
  successors: z.array(z.string()).min(1).optional(),
});

const periodFormat = z
  .string()
  .superRefine((format, { addIssue }) => {
    const problem = periodFormatProblem(format);
    if (problem !== undefined) addIssue({ code: "custom", message: problem });
  })
  .meta({ anyOf: [{ enum: [...formatNames] }, { pattern: "\\{" }] });

const dimension = z.discriminatedUnion("role", [
  z.strictObject({
    role: z.enum(["area", "category"]),
    label: z.string(),
    plural: z.string().optional(),
    lang: z.string().optional(),
    categories: z.array(category).optional(),
    aliases: z.record(z.string().min(1), z.string().min(1)).optional(),
    open: z.boolean().optional(),
    exclusive: z.boolean().optional(),
    total: z.string().optional(),
    holds: z.record(z.string(), z.array(z.string()).min(1)).optional(),
    notSums: z.array(z.string()).optional(),
  }),
  z.strictObject({
    role: z.literal("time"),
    label: z.string(),
    plural: z.string().optional(),
    lang: z.string().optional(),
    yearStartMonth: z.int().min(1).max(12).optional(),
    format: z.union([periodFormat, z.array(periodFormat).min(1)]).optional(),
    frequency: z.enum(["annual", "half-yearly", "quarterly", "monthly", "weekly", "daily"]).optional(),
  }),
]);

const unit = z.strictObject({
  one: z.string(),
  other: z.string(),
  zero: z.string().optional(),
  two: z.string().optional(),
  few: z.string().optional(),
  many: z.string().optional(),
  gender: z.enum(["feminine", "masculine"]).optional(),
  lang: z.string().optional(),
});

const measure = z.strictObject({
  label: z.string(),
  unit,
  statType: z.enum(["count", "rate", "share", "mean"]),
  additive: z.boolean().optional(),
  per: z.number().positive().optional(),
  population: z.string().optional(),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  roundedTo: z.number().positive().optional(),
  absent: z
    .union([z.enum(["zero", "not-available"]), z.strictObject({ zeroWhereReported: z.array(z.string()).min(1) })])
    .optional(),
  decimals: z.int().min(0).max(10).optional(),
  dimensions: z.array(z.string()).optional(),
  seriesStart: z.string().optional(),
  breaks: z.array(z.strictObject({ at: z.string(), note: z.string() })).optional(),
});

const source = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  kind: z.enum(sourceKinds),
  url: z.url().optional(),
  published: z.string().refine(isPartialDate, "must be an ISO date, or its first part").optional(),
  licence: z.string().optional(),
  coverage: z
    .strictObject({ responded: z.int().min(0), asked: z.int().min(1), note: z.string().optional() })
    .optional(),
  note: z.string().optional(),
});

const disclosure = z.strictObject({
  profile: z.union(
    [
      z.enum(["none", ...(Object.keys(disclosureProfiles) as (keyof typeof disclosureProfiles)[])]),
      z.strictObject({
        hide: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }),
        roundTo: z.int().min(1).optional(),
        width: z.int().min(1).optional(),
      }),
    ],
    'must be "none", "under5", "under8", "under10" or { hide: { from, to }, roundTo?, width? } in whole numbers',
  ),
  measures: z.record(z.string(), z.enum(["protect", "publish"])).optional(),
  rounding: z.enum(["each", "together"]).optional(),
  known: z.array(z.record(z.string(), z.union([z.string(), z.array(z.string())]))).optional(),
  knownTotals: z.array(z.strictObject({ measure: z.string(), by: z.array(z.string()).min(1) })).optional(),
  notes: z.literal("published").optional(),
});

const column = z.strictObject({ column: z.string() });
const name = z.string().min(1);
const rowNumber = z.int().min(1);
const sheetChoice = z.union([name, rowNumber]);
const rowFilter = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]));
const cellAddress = z.string().regex(/^[A-Za-z]{1,3}[1-9]\d*$/, "must be the address of a cell, such as B2");
const holed = z.string().regex(/\{\}/, "must have a pair of braces for the part that tells the dimension: Year {}");
const dimensionPlace = z.union(
  [
    name,
    z.strictObject({ column: name, pattern: holed.optional(), blank: name.optional() }),
    z.strictObject({ joined: z.string().regex(/\{[^{}]+\}/, "must have headings in braces: {Year} {Month}") }),
    z.strictObject({ rowNumber: holed }),
    z.strictObject({ heading: name, pattern: holed.optional() }),
    z.strictObject({ sheetName: holed }),
    z.strictObject({ fileName: holed }),
    z.strictObject({ cell: cellAddress, pattern: holed.optional() }),
    z.strictObject({ value: name }),
  ],
  "must be the name of a column, or { column }, { joined }, { rowNumber }, { heading }, { sheetName }, { fileName }, { cell } or { value }; a pattern needs {}",
);

const layout = z.strictObject({
  sheets: z.union([sheetChoice, z.array(sheetChoice).min(1)]).optional(),
  headerRow: z.union([rowNumber, z.tuple([rowNumber, rowNumber])]).optional(),
  lastRow: rowNumber.optional(),
  dimensions: z.record(z.string(), dimensionPlace).optional(),
  measures: z.record(z.string(), z.string()).optional(),
  wide: z.strictObject({ columns: z.union([name, z.array(name).min(1)]), measure: z.string().optional() }).optional(),
  long: z.strictObject({ measure: name, value: name }).optional(),
  source: z.union([z.strictObject({ id: z.string() }), column]).optional(),
  vintage: column.optional(),
  note: column.optional(),
  statuses: z.array(z.strictObject({ noteContains: z.string().min(1), status })).optional(),
  fillDown: z.array(name).optional(),
  rows: z.strictObject({ only: rowFilter.optional(), except: rowFilter.optional() }).optional(),
  repeatedRows: z.literal("sum").optional(),
  ignore: z.array(z.string()).optional(),
  decimal: z.enum([".", ","]).optional(),
});

const text = z.string().min(1);
const translation = z.strictObject({
  title: text.optional(),
  dimensions: z
    .record(
      z.string(),
      z.strictObject({
        label: text,
        plural: text.optional(),
        categories: z
          .record(
            z.string(),
            z.union([text, z.strictObject({ label: text, inText: text.optional(), locative: text.optional() })]),
          )
          .optional(),
      }),
    )
    .optional(),
  measures: z
    .record(
      z.string(),
      z.strictObject({ label: text, unit, population: text.optional(), breaks: z.array(text).optional() }),
    )
    .optional(),
  sources: z
    .record(
      z.string(),
      z.strictObject({
        title: text.optional(),
        publisher: text.optional(),
        licence: text.optional(),
        note: text.optional(),
        coverage: text.optional(),
      }),
    )
    .optional(),
  caveats: z.array(text).optional(),
});

/** The shape of a `DatasetSpec`; `checkDefinition` checks the names within it. */
export const datasetSpecSchema = z.strictObject({
  title: z.string().min(1),
  dimensions: z.record(id, dimension),
  measures: z.record(id, measure).refine((all) => Object.keys(all).length > 0, "needs at least one measure"),
  sources: z.record(z.string().min(1), source),
  layout: layout.optional(),
  markers: z
    .record(z.string(), z.union([z.enum([...state.options, "zero", ...status.options]), countBounds]))
    .optional(),
  vintages: z.enum(["conflict", "latest"]).optional(),
  sums: z.array(z.strictObject({ whole: z.string(), parts: z.array(z.string()).min(1) })).optional(),
  notSums: z.array(z.string()).optional(),
  disclosure: disclosure.optional(),
  caveats: z.array(z.string()).optional(),
  lang: z.string().min(2).optional(),
  translations: z.record(z.string(), translation).optional(),
});

/**
 * Describes a dataset: what its columns mean, in which units, from which sources. The ids of dimensions, measures and
 * listed categories become types, so that a wrong name in a claim does not compile.
 * @throws BriefingError with everything that is wrong in the spec.
 */
export function defineDataset<
  const D extends Readonly<Record<string, DimensionSpec>>,
  const M extends Readonly<Record<string, MeasureSpec>>,
  const S extends Readonly<Record<string, SourceSpec>>,
>(spec: DatasetSpec<D, M, S>): DatasetDefinition<DatasetSpec<D, M, S>> {
  const title = (spec as Partial<typeof spec> | undefined)?.title;
  checkShape(spec, datasetSpecSchema, {
    code: "invalid-dataset-definition",
    what: "The dataset definition",
    ...(typeof title === "string" && { source: { id: title } }),
  });
  const diagnostics = createDiagnostics();
  checkDefinition(spec, diagnostics);
  checkDisclosure(spec, diagnostics);
  diagnostics.throwIfErrors();
  return { kind: "dataset-definition", spec, hash: createHash("sha256").update(JSON.stringify(spec)).digest("hex") };
}
