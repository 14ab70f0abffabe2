import type { Diagnostic } from "../diagnostics/index.ts";
import type { PlannedBriefing } from "./plan-briefings.ts";
import { isOnlyGaps } from "./tell-gaps.ts";

/** Whether a briefing would print gaps, and no figure in a claim or table. */
export const hasOnlyGaps = (briefing: PlannedBriefing): boolean =>
  briefing.status === "planned" && isOnlyGaps(briefing);

/** Warns of a briefing that would print nothing but gaps, which is known before a page is made. */
export const onlyGaps: Diagnostic = {
  code: "only-gaps",
  severity: "warning",
  message: "All figures of its claims and tables are hidden or not available.",
  hint: "Leave the area out, or put areas together; if cells that the data leaves out are zero, say absent of the measure.",
};
