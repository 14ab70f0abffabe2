/**
 * trail/: the printed figures of a block become an entry that says where they come from.
 *
 * In: what the texts of a block were traced to; the claims, charts and datasets of the briefing.
 * Out: for each figure, in order: the words as printed, the claim where the words are only its number, the cells that it
 * rests on with their values as published, and what it was before it was rounded; below, the sources and when they were
 * published. Large sets of cells that figures are compared with stand once, after all entries.
 * Guarantees
 * - The cells of a figure are those of its record's evidence, all of them, and no other: nothing is looked up by its text.
 * - A cell that is hidden or missing is named, and has a marker in place of a value.
 * - All text is traced, so that it can be found again in the finished file.
 * Not its job: where entries and links stand (document/), whether cells may be published (briefing/).
 */
export { createTrail } from "./create-trail.ts";
