/**
 * briefing/: the whole pipeline, put together.
 *
 * In: a briefing (datasets, parameters, claims, charts, tables, a template, stylesheets), data, values of parameters.
 * Out: `GeneratedBriefing`: HTML text, PDF bytes, the evaluated claims, a record of where each figure comes from, warnings.
 * Guarantees
 * - One way: data → claims → tables and charts → template → document → HTML and PDF. Both outputs are made from one tree.
 * - Templates, stylesheets, fonts and chart specs are read and compiled when the briefing is first used, and kept by it.
 * - The same briefing, data, parameters and date give the same bytes, alone or in a batch.
 * - A stage that finds errors throws one `BriefingError` with all of them; nothing half-made is returned.
 * Not its job: writing files (cli/), many areas (batch/).
 */
export type { AttachmentKind } from "./attach-files.ts";
export { type BriefingRequest, checkRequest } from "./briefing-request.ts";
export type {
  Briefing,
  BriefingChart,
  BriefingContext,
  BriefingImage,
  BriefingSpec,
  CategoryParameter,
  Definitions,
  ParameterSpec,
  Parameters,
  ParameterValues,
  TextParameter,
} from "./briefing-spec.ts";
export type { BasisPart, ContentBasis, ContentKeys } from "./content-key.ts";
export { defineBriefing } from "./define-briefing.ts";
export { type FileReader, readData } from "./file-reader.ts";
export { type GeneratedBriefing, generateBriefing } from "./generate-briefing.ts";
export { loadPipeline, type Pipeline } from "./load-pipeline.ts";
export { checkFormats, type OutputFormat } from "./output-format.ts";
export type { PreparedBriefing } from "./prepare-briefing.ts";
export type { RenderedBriefing, RenderedPage, RenderRequest } from "./render-briefing.ts";
export { resolveRequest } from "./resolve-request.ts";
