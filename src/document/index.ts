/**
 * document/: HTML text with traced figures becomes the one tree that both outputs are made from, audited.
 *
 * In: a `RenderedTemplate`.
 * Out: a `BriefingDocument`: a sanitised hast tree with language, title, numbered notes, heading ids, contents filled in.
 *
 *   parse ─▶ resolve marks ─▶ audit figures ─▶ sanitise ─▶ number notes ─▶ identify headings ─▶ fill contents ─▶ check ─▶ set type
 *
 * Guarantees
 * - The figure audit: every digit that a reader can meet (text, alt, title, aria-label, the document's title and metadata)
 *   comes from a claim, a table, a chart, a declared literal, a period, a date, a page or note number, or the dataset's
 *   metadata.
 *   Every other one is a diagnostic with template, line, column and the digits: an error in strict mode, else a warning.
 *   What this stage writes itself (note numbers, contents) is written after the audit.
 * - No script, no event handler, no outside resource survives, and nothing is taken out in silence. Headings have ids;
 *   ids are unique.
 * - Type is set as the language does, after the audit: what was typed and what is printed read as the same text (`plainType`).
 * - No tracing mark is left in the tree.
 * - Where asked to `identify`, each traced text stands in an element with an id of its own, and `figures` lists them.
 * - Where asked for a `trail`, `trailed` is a tree that leads from each block with figures to where they come from.
 * - Where asked for `pages`, `paged` is the tree that pages are printed from: notes at their foot, details of charts where wanted.
 * - `auditStylesheets` does the same for what CSS writes: strings, attributes, counters that are set.
 * - What CSS sets beside figures, hides of them or turns round (`readAffixRules`) is a warning with rule, figure and claim; so is what it
 *   moves away from its label, cuts or mirrors. A brand's layout, which moves both, is not.
 * - Texts that stand on too much the same colour are a warning (`createContrastCheck`); so is, once, what stands on an image that nobody can measure.
 * Not its job: other appearance. Figures that are drawn as shapes or shown in a photograph are not seen.
 */
export type { UnitOf } from "./audit-affixes.ts";
export { contextOf } from "./audit-figures.ts";
export { auditStylesheets } from "./audit-stylesheets.ts";
export type { BriefingDocument, Heading } from "./briefing-document.ts";
export { type BuildDocumentOptions, buildDocument } from "./build-document.ts";
export { type CheckContrast, createContrastCheck } from "./check-contrast.ts";
export {
  type CssAffixRule,
  customProperties,
  readAffixRules,
} from "./css-affixes.ts";
export { stylesheetFigures, writtenProperties } from "./css-figures.ts";
export { type DocumentFigures, figuresIn, type IdentifiedText, labelsOf } from "./identify-figures.ts";
export type { TrailBlock, TrailTools, TrailWriter } from "./insert-trail.ts";
export { isHidden } from "./is-hidden.ts";
export type { LabelledFigures } from "./labelled-figures.ts";
export type { PagesOptions } from "./prepare-pages.ts";
export { holdsSvgText, svgTextFigure } from "./svg-text.ts";
