import * as z from "zod";
import { sourceKinds } from "../dataset/index.ts";

const text = z.string();

const source = z.object({
  id: text,
  title: text,
  publisher: text,
  kind: z.enum(sourceKinds),
  url: text.optional(),
  published: text.describe("ISO date, or its first part.").optional(),
  licence: text.optional(),
  coverage: z.object({ responded: z.int(), asked: z.int(), note: text.optional() }).optional(),
  note: text.optional(),
});

const dataset = z
  .object({
    id: text,
    title: text,
    hash: text.describe("SHA-256 of those of the observations below that are of it, as JSON, hex."),
    caveats: z.array(text),
    measures: z.record(text, z.object({ label: text, unit: text })).describe("By id: the label, and what is counted."),
    periods: z
      .array(z.object({ label: text, start: text, endExclusive: text }))
      .describe("The periods that it holds, earliest first; ISO dates."),
    areas: z.array(text).describe("Labels of the areas that it holds."),
    sources: z.array(text).describe("Ids of the sources of its observations."),
  })
  .describe("A dataset that figures were computed from.");

const observation = z
  .object({
    dataset: text,
    measure: text,
    at: z.record(text, text).describe("Category id by dimension; of time, the id of the period."),
    labels: z.record(text, text).describe("The same as labels."),
    state: z.enum(["value", "rounded", "suppressed", "missing"]),
    value: z.number().describe("Only where the state is value or rounded.").optional(),
    bounds: z
      .object({ low: z.number(), high: z.number() })
      .describe(
        "Where the state is rounded: the least and the greatest of the values that are published so, both included.",
      )
      .optional(),
    source: text,
    vintage: text.describe("When it was published: an ISO date or its first part; empty where unknown."),
    statuses: z.array(text),
  })
  .describe("One cell of a dataset.");

const figure = z
  .object({
    id: text.describe("The claim's id; of a cell, table.row.column."),
    kind: text,
    printed: z.boolean().describe("Whether the briefing shows it: a template may leave a claim out."),
    phrase: text,
    value: text.describe("The figure as printed, or its marker: [c] hidden, [x] not available."),
    figure: z
      .object({
        value: z
          .number()
          .nullable()
          .describe("Unrounded, in the figure's own unit: 0.34 is a share of 34%. Null where a range is printed."),
        rounded: z
          .number()
          .nullable()
          .describe("As printed: rounded half up, once, last. Null where a range is printed."),
        unit: z.enum(["number", "percent", "percentage-points", "times", "position"]),
        text,
        bounds: z
          .object({ low: z.number(), high: z.number() })
          .describe(
            "The least and the greatest that the true figure can be, both included, where rounding leaves it open.",
          )
          .optional(),
        interval: z
          .object({ low: z.number(), high: z.number() })
          .describe("95% confidence interval, rounded as the figure, where the claim asks for it.")
          .optional(),
        limits: z
          .object({ low: z.number(), high: z.number(), outerLow: z.number(), outerHigh: z.number() })
          .describe("Control limits (95% and 99.8%) of a rate that is set against that of all, rounded as the figure.")
          .optional(),
      })
      .nullable(),
    absence: z.enum(["suppressed", "missing", "conflict"]).nullable(),
    period: text,
    area: text,
    spec: z.record(text, z.unknown()).describe("The claim as it was asked: kind, dataset, selectors, periods."),
    verdict: z.enum(["supported", "refuted", "not-enough-evidence", "conflicting-evidence", "not-checkable"]),
    facets: z.array(z.object({ id: text, verdict: text, reason: text })),
    issues: z.array(z.object({ code: text, message: text })),
    evidence: z
      .array(z.object({ role: text, observation: z.int() }))
      .describe("The cells that it rests on: indices of observations."),
    sources: z.array(text).describe("Ids of their sources, each once."),
  })
  .describe("A claim, or a cell of a table, which is a claim too.");

const cell = z.union([text, z.number(), z.boolean(), z.null()]);

const chart = z
  .object({
    id: text,
    printed: z.boolean(),
    description: text,
    columns: z.array(z.object({ id: text, label: text, numeric: z.boolean() })),
    rows: z.array(z.record(text, cell)).describe("The rows drawn; null where a cell is hidden or missing."),
  })
  .describe("A chart and the rows that it draws.");

const correction = z
  .object({
    claim: text.describe("Id of the claim or cell below that has the figure of now."),
    value: text.describe("As the earlier edition printed it."),
    figure: z.number().nullable().describe("The same as a number, unrounded. Null where a range was printed."),
  })
  .describe("A figure that an earlier edition printed otherwise, as this one tells it.");

/** The shape of a record. Fields are added, never renamed. */
export const briefingRecordSchema = z
  .object({
    version: z.literal(1),
    generator: text.describe("The program that made it, with its version."),
    title: text,
    description: text.optional(),
    lang: text.describe("BCP 47."),
    date: text.describe("Date of publication: an ISO date or its first part; empty where unknown."),
    author: text.optional(),
    parameters: z.record(text, text).describe("What the briefing is about: ids of categories, texts."),
    datasets: z.array(dataset),
    sources: z.array(source).describe("Of the evidence, in the order of first use."),
    observations: z.array(observation).describe("Each once, in the order of first use."),
    claims: z.array(figure),
    cells: z.array(figure).describe("The cells of the briefing's tables."),
    charts: z.array(chart),
    corrections: z
      .array(correction)
      .describe("What `{{corrections}}` prints of an earlier edition, in its order. Absent where it prints nothing.")
      .optional(),
  })
  .describe("What a briefing prints, and where each figure comes from.");

/** The shape of a file with a record, also published as a JSON Schema. */
export const recordFileSchema = briefingRecordSchema
  .extend({
    $schema: text.optional(),
    digest: text.describe("SHA-256 of all else that it says, which tells whether somebody changed it."),
  })
  .describe("What a briefing prints, and where each figure comes from.");

/** What a briefing prints, and where each figure comes from: plain data, in a fixed order. */
export type BriefingRecord = z.infer<typeof briefingRecordSchema>;

/** A dataset that figures were computed from: its measures, periods, areas and sources. */
export type RecordedDataset = BriefingRecord["datasets"][number];
/** One cell of a dataset, as published: no number where it is suppressed or missing. */
export type RecordedObservation = BriefingRecord["observations"][number];
/** A claim, or a cell of a table: what is printed, and which observations it rests on. */
export type RecordedFigure = BriefingRecord["claims"][number];
/** A chart, and the rows that it draws. */
export type RecordedChart = BriefingRecord["charts"][number];
/** A figure that an earlier edition printed otherwise. */
export type RecordedCorrection = NonNullable<BriefingRecord["corrections"]>[number];
