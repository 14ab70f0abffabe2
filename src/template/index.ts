/**
 * template/: a Handlebars template, claims, charts and tables become HTML text with traced figures.
 *
 * In: a template (and partials), compiled once; evaluated claims, rendered charts, evaluated tables, parameters.
 * Out: `RenderedTemplate`: HTML text in which every figure that a helper printed is a traced run, and every digit that
 * the author typed has the template, line and column it was typed at.
 *
 *   sources ─▶ parse ─▶ prepare (check calls, mark digits) ─▶ compile ─▶ render (helpers/, one file each) ─▶ HTML text
 *
 * Guarantees
 * - Strict: an unknown id, helper, partial or variable is an error with template, line, column and the nearest name; all
 *   of a template's unknown names are reported at once. No helper takes a number.
 * - What a template says in `{{#known}}` is left out as a whole where a claim in it has no figure; elsewhere the place of
 *   such a claim is in the result as a gap, for document/ to judge.
 * - Everything printed is escaped; only helpers make elements; nothing is printed where HTML could not hold it.
 * - Compiled once; rendering has no side effect and reads no file.
 * Not its job: judging the figures (document/ audits them), laying anything out.
 */
export { type CompiledTemplate, compileTemplate, type TemplateOptions } from "./compile-template.ts";
export type {
  ChartFrame,
  Correction,
  CorrectionReason,
  Corrections,
  TemplateImage,
  TemplateInput,
} from "./rendering.ts";
export {
  type ShippedTemplateName,
  shippedPartials,
  shippedStylesheet,
  shippedTemplate,
} from "./shipped-templates.ts";
export type { TemplateSource } from "./template-source.ts";
export {
  type Gap,
  leftOut,
  markEnd,
  positionStart,
  type RenderedTemplate,
  rowStart,
  runEnd,
  runStart,
  type SharedRow,
  type TemplatePosition,
  type TracedRun,
} from "./traced-text.ts";
