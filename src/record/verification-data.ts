import * as z from "zod";
import { type DatasetExcerpt, datasetSpecSchema } from "../dataset/index.ts";
import type { NumberStyle } from "../language/index.ts";
import { briefingRecordSchema } from "./briefing-record.ts";

const text = z.string();
const texts = z.array(text);

const category = z.object({
  dimension: text,
  id: text,
  label: text,
  inText: text,
  locative: text.optional(),
  lang: text.optional(),
  parent: text.optional(),
});

const cell = z.discriminatedUnion("state", [
  z.object({ state: z.literal("value"), value: z.number() }),
  z.object({
    state: z.literal("rounded"),
    value: z.number(),
    base: z.number(),
    of: z.enum(["figure", "counts"]),
    low: z.number(),
    high: z.number(),
  }),
  z.object({ state: z.literal("suppressed") }),
  z.object({ state: z.literal("missing"), reason: z.enum(["not-supplied", "not-applicable", "unavailable"]) }),
]);

const period = z.looseObject({ id: text, label: text, start: text, endExclusive: text });
const meant = z.object({ period: period.optional(), sparse: text.optional() });
const relativePeriods = z.object({
  held: z.array(period),
  series: z.array(period),
  meaning: z.union([
    z.object({ latest: meant, previous: meant, first: meant }),
    z.object({ unclear: text, hint: text }),
  ]),
});

/** As far as it is checked before it is read: whoever reads it asks for ids that are there. */
const excerptShape = z.object({
  id: text,
  spec: datasetSpecSchema,
  categories: z.record(text, z.array(category)),
  leaves: z.record(text, texts),
  names: z.record(text, z.record(text, text)),
  periods: z.array(period),
  readPeriods: z.record(text, period),
  relativePeriods: z.record(text, relativePeriods),
  sources: z.array(z.looseObject({ id: text })),
  observations: z.array(
    z.looseObject({ measure: text, at: z.record(text, text), cell, source: text, vintage: text, statuses: texts }),
  ),
});
const excerpt = z.custom<DatasetExcerpt>(
  (value) => excerptShape.safeParse(value).success,
  "is no excerpt of a dataset",
);

const identifiedText = z
  .object({
    id: text.describe("Of the element that holds it: in HTML its id, in PDF the ID of its structure element."),
    kind: z.enum(["claim", "cell", "literal", "period", "metadata", "chart", "earlier"]),
    of: text.describe("Id of the claim, the cell or the chart.").optional(),
    text,
    hidden: z.literal(true).describe("It stands in an element that hides it.").optional(),
    markedContent: z
      .array(z.object({ page: z.int(), mcid: z.int() }))
      .describe("In PDF: its marked content, in the order drawn; pages are counted from 1.")
      .optional(),
  })
  .describe("A text that was traced, where it stands.");

const chartFigure = z
  .object({
    row: z.int().describe("From 0."),
    field: text,
    value: z.number().nullable(),
    cell: z.object({ dataset: text, measure: text, at: z.record(text, text) }).optional(),
    claim: z
      .object({
        end: z.enum(["figure", "low", "high", "limit-low", "limit-high", "limit-outerLow", "limit-outerHigh"]),
        spec: z.record(text, z.unknown()),
      })
      .describe("The claim that it was computed as, or an end of whose interval or control limits it is.")
      .optional(),
  })
  .describe("A number of a chart's rows, and the one cell or claim that it comes from.");

const drawnChart = z
  .object({
    id: text.describe("Of the element that shows it."),
    chart: text,
    texts: texts.describe("What it draws, in the order drawn."),
    figures: z.array(chartFigure).describe("What its rows hold, row by row."),
    markedContent: identifiedText.shape.markedContent,
  })
  .describe("A chart, where it stands.");

const numberStyle = z.object({
  percent: z.enum(["sign", "words"]),
  wordsUpTo: z.int(),
  ordinalWordsUpTo: z.int(),
  consistent: z.boolean(),
  openingWordsUpTo: z.int(),
}) satisfies z.ZodType<NumberStyle>;

const untouched = z
  .object({
    sha256: text,
    length: z.int().describe("In PDF: of how many bytes, from the first.").optional(),
  })
  .describe(
    "Of the file: in HTML, of all of it but this data and the policy that names it; in a PDF, of all before the bytes of this attachment.",
  );

const verificationData = z
  .object({
    version: z.literal(1),
    format: z.enum(["html", "pdf"]),
    /** Languages and styles are the program's own; others hold code, and are not here. */
    words: z.object({ lang: text, style: z.union([z.enum(["govuk", "ons", "press"]), numberStyle]) }).nullable(),
    datasets: z.array(z.object({ sha256: text, excerpt })),
    record: briefingRecordSchema,
    figures: z.array(identifiedText),
    others: texts.describe(
      "Figures that stand outside of traced texts, in the order of the document: numbers of notes.",
    ),
    alternatives: texts.describe("Text alternatives of images, in the order of the document."),
    labels: texts.describe(
      "In HTML: other attributes that readers meet and that have figures, and both ends of links, in the order of the document.",
    ),
    stylesheet: text
      .describe("In HTML: SHA-256 of its stylesheet, hex. Absent where that writes figures, in a draft.")
      .optional(),
    stylesWrite: z
      .enum(["counters", "figures"])
      .describe("What its stylesheets write in a PDF: numbers of items, or figures that nobody could trace.")
      .optional(),
    charts: z.array(drawnChart),
    pageCount: z.int().nullable(),
    attachments: z.array(z.object({ name: text, sha256: text })).describe("The other files in it."),
    untouched,
  })
  .describe("What a briefing's file carries so that it can be checked against itself.");

/** What a file carries so that it can be checked against itself (`briefwright verify`). */
export type VerificationData = z.infer<typeof verificationData>;

/** The name of the attachment in a PDF. */
export const verificationFileName = "verification.json";
/** The id of the data block in HTML. */
export const verificationBlockId = "briefwright-verification";

/** The name by which a page's block of linked data stands among its attachments. */
export const linkedDataName = "linked data";

/** How much a file may carry, in bytes of JSON. */
export const verificationLimitBytes = 4_000_000;

/** Reads what `JSON.stringify` wrote of a `VerificationData`, or says in a sentence why it cannot be read. */
export function parseVerificationData(json: string): VerificationData | { readonly problem: string } {
  if (json.length > verificationLimitBytes)
    return { problem: "What the file carries for its verification is too large." };
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    return { problem: `What the file carries for its verification is no JSON: ${why}.` };
  }
  const parsed = verificationData.safeParse(content);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const why = `${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`;
    return { problem: `What the file carries for its verification cannot be read: ${why}.` };
  }
  return parsed.data;
}
