import * as z from "zod";
import { checkShape } from "../diagnostics/index.ts";
import type { BriefingChart, BriefingImage, BriefingSpec } from "./briefing-spec.ts";

const gives = (what: string) =>
  z.custom((value) => typeof value === "function", `has to be a function that gives ${what}`);
const any = z.unknown();
const text = z.string();
const texts = z.array(text);
const source = z.union([
  z.custom((value) => value instanceof URL, "has to be a URL"),
  z.strictObject({ text, file: text }),
]);

const parameter = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("category"), dataset: text, dimension: text }),
  z.strictObject({ kind: z.literal("text"), default: text.optional() }),
]);

const chart = z.strictObject({
  /** Whatever it is, the charts say what is wrong with it. */
  spec: any.optional(),
  data: gives("the chart's rows"),
  alt: gives("a text").optional(),
  longDescription: gives("a text").optional(),
  formatValue: gives("a text").optional(),
  widthPx: z.number().positive().optional(),
  literals: texts.optional(),
  load: gives("a file").optional(),
  limits: z.looseObject({}).optional(),
  tooltips: z.boolean().optional(),
  headline: z.union([text, z.literal(false)]).optional(),
  measure: z.boolean().optional(),
  sources: z.boolean().optional(),
} satisfies Record<keyof BriefingChart<never>, z.ZodType>);

const image = z.strictObject({
  file: z.custom((value) => value instanceof URL && value.protocol === "file:", "has to be a file: URL"),
  alt: text,
  credit: text.optional(),
} satisfies Record<keyof BriefingImage, z.ZodType>);

/** Of `verifiable` and `trail`. */
export const publishSchema = z.union([z.boolean(), z.strictObject({ publish: z.boolean() })]).optional();

/** What an author writes, as the types of `briefing-spec.ts` have it. */
const briefingSchema = z.strictObject({
  title: text,
  lang: text,
  language: z.looseObject({ tags: texts.min(1), name: text }).optional(),
  style: z.union([text, z.looseObject({})]).optional(),
  typography: z.boolean().optional(),
  pages: z
    .strictObject({
      chartDetails: z.enum(["after", "appendix", "none"]).optional(),
      notes: z.enum(["end", "foot"]).optional(),
    })
    .optional(),
  saidFigures: z.enum(["warn", "error", "ignore"]).optional(),
  names: texts.optional(),
  datasets: z.record(text, z.looseObject({ kind: z.literal("dataset-definition", "has to be made by defineDataset") })),
  parameters: z.record(text, parameter).optional(),
  claims: gives("the claims, by id"),
  tables: gives("the tables, by id").optional(),
  charts: z.record(text, chart).optional(),
  images: z.record(text, image).optional(),
  template: z.union([source, text]),
  partials: z.record(text, source).optional(),
  stylesheets: z.array(source).optional(),
  fonts: z.array(z.looseObject({ family: text, weight: z.number(), data: any.optional() })).optional(),
  chartTheme: z.looseObject({}).optional(),
  topics: z.array(z.union([text, z.looseObject({ id: text })])).optional(),
  region: text.optional(),
  attach: texts.optional(),
  verifiable: publishSchema,
  trail: publishSchema,
  author: text.optional(),
  description: text.optional(),
} satisfies Record<keyof BriefingSpec, z.ZodType>);

/** @throws BriefingError with everything that is wrong in the shape of a briefing. */
export const checkBriefingShape = (spec: BriefingSpec): void =>
  checkShape(spec, briefingSchema, {
    code: "invalid-briefing",
    what: "The briefing",
    source: typeof spec?.title === "string" ? { id: spec.title } : undefined,
  });
