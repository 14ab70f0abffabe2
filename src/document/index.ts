/**
 * document/: HTML text with traced figures becomes the one tree that both outputs are made from, audited.
 *
 * In: a `RenderedTemplate`.
 * Out: a `BriefingDocument`: a sanitised hast tree with language, title, numbered notes, heading ids, contents filled in.
 * Guarantees
 * - The figure audit: every digit that a reader can meet (text, alt, title, aria-label, document title) comes from a
 *   claim, a table, a chart, a declared literal, a period, a date, a page or note number, or the dataset's metadata.
 *   Every other one is a diagnostic with template, line, column and the digits: an error in strict mode, else a warning.
 * - No script, no event handler, no outside resource survives. Headings form one outline; ids are unique.
 * - No tracing mark is left in the tree.
 * Not its job: appearance.
 */
export {};
