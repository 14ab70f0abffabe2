import type { Claim } from "../claims/index.ts";
import { latestAvailable } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";

/** What claims found of words such as `latest` that mean a period which most areas have no figure for. */
export const sparsePeriodsOf = (claims: Iterable<Claim>): readonly string[] =>
  [...claims].flatMap(({ issues }) =>
    issues.flatMap(({ code, message }) => (code === "sparse-period" ? [message] : [])),
  );

/** A warning each, however many claims, tables and charts use the word. */
export const sparsePeriodWarnings = (messages: readonly string[]): readonly Diagnostic[] =>
  [...new Set(messages)].map((message) => ({
    code: "sparse-period",
    severity: "warning",
    message,
    hint: `Name a period, or ask for each area's own last one by "${latestAvailable}".`,
  }));
