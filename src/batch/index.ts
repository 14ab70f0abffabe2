/**
 * batch/: one briefing for many areas.
 *
 * In: a briefing, data, and the sets of parameters (or a parameter whose every category is one).
 * Out: an async iterable of results in the order asked for, each made when it is asked for.
 * Guarantees
 * - Data is read once, everything is compiled once.
 * - Each result is what `generateBriefing` gives for the same parameters, byte for byte.
 * - One area's error is its own result; the others go on.
 * Not its job: writing files; running on several processors (a later stage of the project).
 */
export { type BatchRequest, type BatchResult, generateBriefings } from "./generate-briefings.ts";
