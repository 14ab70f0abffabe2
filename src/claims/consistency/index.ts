/**
 * consistency/: the claims of one article held against each other, without any dataset.
 *
 * In: claim specs that carry stated numbers. Out: findings, each on two claims or more.
 *
 *   specs ─▶ readStated (what each says: a count, a change, a share … as an interval) ─▶ rules/ (one file each) ─▶ findings
 *
 * Guarantees
 * - Stated numbers are intervals here too: what some truthful rounding allows is never called inconsistent.
 * - A claim is never held against itself.
 * Not its job: which of two claims is right. No verdict of a claim hangs on another claim.
 */
export { type ConsistencyOptions, checkConsistency } from "./check-consistency.ts";
export type { ConsistencyFinding, ConsistencyRule } from "./finding.ts";
