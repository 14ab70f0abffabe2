/**
 * topics/: what a briefing on a sensitive topic needs: where readers find help, and words that harm those it is about.
 *
 * In: ids of topics that ship, or topics of the author's own; texts with their locations.
 * Out: helplines for a region and a language; a warning for each word that a guideline advises against.
 * Guarantees
 * - A warning names the word, what to say in its place, whose advice that is, and where it stands. It changes nothing.
 * - Facts have a source, and the month in which somebody last looked: telephone numbers change.
 * Not its job: deciding what may be printed. The author knows better than a list of words.
 */
export { type HarmfulWords, type LintedText, lintTexts } from "./lint-texts.ts";
export { type ResolvedTopics, resolveTopics, type TopicId } from "./resolve-topics.ts";
export type { Advice, Helpline, TopicSpec } from "./topic.ts";
