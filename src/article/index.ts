/**
 * article/: the text of an article and datasets become a briefing that marks each claim in that text.
 *
 * In: plain text in English, a `ClaimSet` (definitions, and the claims that somebody confirmed), data. Out: a `Briefing` on the shipped
 * template `article`, and what was read and not read.
 *
 *   text ─▶ findClaims (confirmed claims by their words, then what extract/ proposes in full) ─▶ articlePartial (the text with its
 *   marks, as a partial) ─▶ a briefing, whose claims are evaluated as those of any other
 *
 * Guarantees
 * - Every character of the text is printed, once, in its order; digits in it are literals or words of a claim that is judged.
 * - What the words do not say in full is not judged: it is listed, with what to ask.
 * Not its job: reading other languages than English; who said what, where no claim says it.
 */
export { type ArticleOptions, type CheckedArticle, checkArticle } from "./check-article.ts";
