/**
 * verify/: a finished file is checked against itself.
 *
 * In: the bytes of a PDF or an HTML page that a briefing made with `verifiable: true`. Nothing else: no network, no data.
 * Out: a `Verification`: it agrees, it differs (with each contradiction and where it stands), or one cannot tell.
 *
 *   file ─▶ what it carries ─▶ recompute claims and cells from its protected cells ─┐
 *     └──▶ what it shows, place by place ───────────────────────────────────────────┴─▶ compare ─▶ verdict
 *
 * Guarantees
 * - A file that nobody touched is never accused; one that other software saved, and whose figures cannot be read at their
 *   places, gets "cannot tell".
 * - A figure is read where it was recorded (the id of its element, the marked content of its structure element), never looked for.
 * - What the file carries is untrusted: it is checked before it is read, and no text of it becomes code.
 * Not its job: whether the data are true, and who made the file. It shares the evaluator of claims with what made it, so it
 * finds what was changed, not what the evaluator itself has wrong. In a PDF it reads texts, not the shapes of charts.
 */
export type { VerificationFindingCode } from "./finding-codes.ts";
export { readTaggedPages, type StructureElement, type TaggedPdf } from "./read-tagged-pages.ts";
export type {
  Verification,
  VerificationFinding,
  VerificationVerdict,
} from "./verification.ts";
export { type VerifyOptions, verifyFile } from "./verify-file.ts";
export { type FileToVerify, verifyFiles } from "./verify-files.ts";
