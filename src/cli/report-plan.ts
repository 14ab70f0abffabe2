import { type BatchPlan, filesOf, hasOnlyGaps, onlyGaps, type PlannedBriefing } from "../batch/index.ts";
import { type BuildOptions, isInShard } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
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

/** Warns of a briefing that would print nothing but gaps, which is known before a page is made. */
export const gapWarning = ({ name }: Pick<PlannedBriefing, "name">): NamedDiagnostic => ({
  name,
  diagnostic: onlyGaps,
});
