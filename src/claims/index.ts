/**
 * claims/: claim specs and datasets become evaluated claims, each with a verdict, its evidence and its wording.
 *
 * In: `Dataset`s and `ClaimSpec`s (plain data, from the builders `count`, `change`, … or from a claims.json).
 * Out: `Claim`s: the figure (or the reason why there is none), a verdict by facet, issues, evidence, words in the
 * language and number style of an evaluator: every phrase is asked of a `Language`, the reasons of verdicts too.
 * Guarantees
 * - One evaluator: a derived claim is computed for a briefing, a stated claim carries somebody's number and is checked;
 *   table cells are claims too. What a claim is built from is in its `evidence`.
 * - Exact: figures are rationals from the cell to the printed digit, rounded once, last, half up.
 * - A suppressed or missing input gives `not-enough-evidence` and no digits, in any of the words.
 * - Vintages that disagree give `conflicting-evidence` unless one is pinned. A claim is never evidence for itself.
 * - Direction words, plurals and articles follow the rounded figure. No kind of claim holds a word.
 * Rooms, each of which imports those before it: `spec/` (what a user writes), `result/`, `select/` (cells of a dataset),
 * `stated/` (judging somebody's number), `kinds/` (one file a kind), `consistency/` (the claims of one article among
 * themselves), `evaluate/`.
 * Not its job: choosing which vintage is right, significance beyond what a claim asks for, translating an author's words.
 */
export type { Verdict } from "../language/index.ts";
export {
  type ConsistencyFinding,
  type ConsistencyOptions,
  type ConsistencyRule,
  checkConsistency,
} from "./consistency/index.ts";
export { checkById } from "./evaluate/check-by-id.ts";
export { type CheckClaimsOptions, type CheckedClaims, checkClaims, datasetsIn } from "./evaluate/check-claims.ts";
export {
  type ClaimTable,
  type ClaimTableColumn,
  type ClaimTableRow,
  evaluateTable,
  type TableColumnSpec,
  type TableRowSpec,
  type TableSpec,
  table,
  tableCells,
} from "./evaluate/claim-table.ts";
export {
  type ClaimsFile,
  claimsFileSchema,
  formatClaims,
  parseClaims,
  type UnconfirmedProposal,
} from "./evaluate/claims-file.ts";
export { countFromOneEnd } from "./evaluate/count-from-one-end.ts";
export {
  type ClaimEvaluator,
  createClaimEvaluation,
  createClaimEvaluator,
  evaluateClaims,
  readClaimSpec,
} from "./evaluate/evaluate-claims.ts";
export { unsaidIssues } from "./evaluate/unsaid-issues.ts";
export type {
  Claim,
  ClaimFigure,
  ClaimWords,
  Evidence,
  Facet,
  FacetId,
  Finding,
  Issue,
  RequiredRange,
  StatedRange,
} from "./result/claim.ts";
export { eachCellOnce } from "./result/each-cell-once.ts";
export type { IssueCode } from "./result/issue-codes.ts";
export type { Group } from "./select/group.ts";
export { createRecentMap, type RecentMap } from "./select/recent-map.ts";
export type { Selection } from "./select/selection.ts";
export { createSharedSelections, type SharedSelections } from "./select/shared-selections.ts";
export * from "./spec/builders.ts";
export type { ClaimDraft } from "./spec/claim-draft.ts";
export type { ClaimKind, ClaimSpec, CountSpec, Hedge, RateSpec, StatedSpec, StatedUnit } from "./spec/claim-spec.ts";
export { type ClaimSet, defineClaims } from "./spec/define-claims.ts";
