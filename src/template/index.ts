/**
 * template/: a Handlebars template, claims, charts and tables become HTML text with traced figures.
 *
 * In: a template (and partials), compiled once; evaluated claims, rendered charts, evaluated tables, parameters.
 * Out: `RenderedTemplate`: HTML text in which every figure that a helper printed is a traced run, and every digit that
 * the author typed has the template, line and column it was typed at.
 * Guarantees
 * - Strict: an unknown id, helper, partial or variable is an error with template, line, column and the nearest name; all
 *   of a template's unknown names are reported at once. No helper takes a number.
 * - Everything printed is escaped; only helpers make elements.
 * - Compiled once; rendering has no side effect and reads no file.
 * Not its job: judging the figures (document/ audits them), laying anything out.
 */
export {};
