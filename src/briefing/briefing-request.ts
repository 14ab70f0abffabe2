import * as z from "zod";
import type { DataFor, Edition } from "../dataset/index.ts";
import { checkShape } from "../diagnostics/index.ts";
import type { BriefingRecord } from "../record/index.ts";
import { publishSchema } from "./briefing-schema.ts";
import type { Definitions, Parameters, ParameterValues, Trail, Verifiable } from "./briefing-spec.ts";
import type { OutputFormat } from "./output-format.ts";

/** What a briefing is generated from. */
export type BriefingRequest<D extends Definitions, P extends Parameters<D>, F extends OutputFormat = OutputFormat> = {
  /** A file, text, rows or a loaded dataset, for each dataset by name. */
  readonly data: DataFor<D>;
  /**
   * What earlier editions showed, each of `readEdition`: protected data is published so that readers of all of them cannot
   * work out what any of them hides. One that was made with those before it knows these too.
   */
  readonly previous?: readonly Edition[] | undefined;
  /**
   * Records of an earlier edition (`GeneratedBriefing.record`, `parseBriefingRecord`), of this briefing among them: which of the figures that
   * it printed are others now is told by `{{corrections}}`, as the shipped bulletin and report do. None is told that is hidden now.
   */
  readonly corrects?: readonly BriefingRecord[] | undefined;
  /** Default: both. */
  readonly formats?: readonly F[];
  /**
   * Printed as the day of publication, and recorded in the files. Default: the date of the newest publication among the
   * sources, printed as precisely as it is known.
   */
  readonly date?: Date | undefined;
  /** Print figures that cannot be traced, with a warning each. Default false: they are errors. */
  readonly draft?: boolean | undefined;
  /** In place of the briefing's own `verifiable`. */
  readonly verifiable?: Verifiable | undefined;
  /** In place of the briefing's own `trail`. */
  readonly trail?: Trail | undefined;
} & ParametersOf<D, P>;

/** Asked for only where the briefing has any; where the compiler does not know which, a missing one is an error. */
type ParametersOf<D extends Definitions, P extends Parameters<D>> = string extends keyof P
  ? { readonly parameters?: ParameterValues<D, P> }
  : keyof ParameterValues<D, P> extends never
    ? { readonly parameters?: ParameterValues<D, P> }
    : { readonly parameters: ParameterValues<D, P> };

/** Whoever reads a file by himself has not held it against its digest. */
const ofFile = "is of a file: give what parseBriefingRecord reads of it";

const requestSchema = z.strictObject({
  data: z.record(z.string(), z.unknown()),
  previous: z
    .array(z.object({ datasets: z.object({}) }), { error: "has to be a list of editions, read by readEdition" })
    .optional(),
  corrects: z
    .array(z.object({ version: z.literal(1), digest: z.undefined(ofFile).optional() }), {
      error: "has to be a list of records, read by parseBriefingRecord",
    })
    .optional(),
  formats: z.array(z.string()).optional(),
  date: z.date("has to be a Date").optional(),
  draft: z.boolean().optional(),
  verifiable: publishSchema,
  trail: publishSchema,
  parameters: z.record(z.string(), z.string()).optional(),
  /** Of batches. */
  each: z.unknown().optional(),
  name: z.string().optional(),
  module: z.instanceof(URL, { error: "has to be a URL" }).optional(),
  loader: z.enum(["import", "jiti"]).optional(),
  concurrency: z.int().min(1).optional(),
  isolate: z.enum(["thread", "process"]).optional(),
  limits: z
    .strictObject({ seconds: z.number().positive().optional(), megabytes: z.int().positive().optional() })
    .optional(),
  order: z.enum(["plan", "finished"]).optional(),
  signal: z.instanceof(AbortSignal, { error: "has to be an AbortSignal" }).optional(),
  onProgress: z.custom((value) => typeof value === "function", "has to be a function").optional(),
} satisfies Record<keyof BriefingRequest<Definitions, Parameters> | BatchOption, z.ZodType>);

type BatchOption =
  | "each"
  | "name"
  | "module"
  | "loader"
  | "concurrency"
  | "isolate"
  | "limits"
  | "order"
  | "signal"
  | "onProgress";

/** @throws BriefingError with everything that is wrong in the shape of a request. */
export const checkRequest = (request: object): void =>
  checkShape(request, requestSchema, { code: "invalid-request", what: "What is asked for" });
