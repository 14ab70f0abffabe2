import type { BatchPlan, PlannedBriefing } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type BuildOptions, isInShard } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { filesOf } from "./output-files.ts";
import { type NamedDiagnostic, report } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Says what `briefwright build` would write: the names of the files to standard output, what they would say to standard error. */
export function reportPlan(plan: BatchPlan, options: BuildOptions, { out, err }: Terminal): ExitCode {
  const briefings = plan.briefings.filter((item) => isInShard(item, options.shard));
  for (const briefing of briefings)
    if (briefing.status === "planned") for (const { file } of filesOf(briefing, options)) out.write(`${file}\n`);
  const found = [
    ...plan.diagnostics.map((diagnostic) => ({ diagnostic })),
    ...briefings.flatMap((briefing) =>
      briefing.status === "failed"
        ? briefing.diagnostics.map((diagnostic) => ({ name: briefing.name, diagnostic }))
        : [],
    ),
    ...briefings.filter(hasOnlyGaps).map(gapWarning),
  ];
  report(err, found, briefings.length);
  const planned = briefings.filter((briefing) => briefing.status === "planned");
  const sum = (count: (briefing: (typeof planned)[number]) => number) =>
    planned.reduce((all, briefing) => all + count(briefing), 0).toLocaleString("en-GB");
  const what = briefings.length === 1 ? "1 briefing" : `${briefings.length.toLocaleString("en-GB")} briefings`;
  err.write(
    `${what}: ${sum(({ figures }) => figures)} figures, ${sum(({ hidden }) => hidden)} hidden, ${sum(({ missing }) => missing)} not available. Nothing was written.\n`,
  );
  return planned.length === briefings.length ? 0 : 1;
}

/** Whether a briefing would print gaps, and no figure in a claim or table. */
export const hasOnlyGaps = (briefing: PlannedBriefing): boolean =>
  briefing.status === "planned" && briefing.figures === 0 && briefing.hidden + briefing.missing > 0;

const onlyGaps: Diagnostic = {
  code: "only-gaps",
  severity: "warning",
  message: "All figures of its claims and tables are hidden or not available.",
  hint: "Leave the area out, or put areas together; if cells that the data leaves out are zero, say absent of the measure.",
};

/** Warns of a briefing that would print nothing but gaps, which is known before a page is made. */
export const gapWarning = ({ name }: Pick<PlannedBriefing, "name">): NamedDiagnostic => ({
  name,
  diagnostic: onlyGaps,
});
