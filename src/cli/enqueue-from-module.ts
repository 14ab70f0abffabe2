import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { filesAmong } from "../batch/index.ts";
import type { Edition } from "../dataset/index.ts";
import { editionName, parseEdition } from "../dataset/index.ts";
import { enqueuePlan, identify, planForQueue, type RunProgress, watchRun } from "../queue/index.ts";
import { openStore, type Store } from "../store/index.ts";
import type { ExitCode } from "./command-context.ts";
import { readingInput } from "./input-error.ts";
import { batchRequest, openBriefing, readDatasets, readPrevious } from "./open-briefing.ts";
import { createProgress } from "./progress.ts";
import type { EnqueueCommandOptions } from "./queue-options.ts";
import { placesOf } from "./queue-places.ts";
import { report, reportAll } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Plans what `briefwright enqueue` was asked for, and enqueues it. Throws an `InputError` or a `BriefingError`. */
export async function enqueueFromModule(
  module: string,
  options: EnqueueCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, err, env } = terminal;
  const { redis, queue } = placesOf(module, options, env);
  const [stored, work] = await Promise.all([openStore(options.out), openStore(options.work)]);
  const opened = await openBriefing(module, options.data);
  const previous = await previousEditions(options, stored);
  const datasets = await readDatasets(opened, previous);
  const request = {
    ...batchRequest({ briefing: opened.briefing, module, datasets }, options, terminal),
    module: pathToFileURL(resolve(module)),
    previous,
  };
  const plan = await planForQueue(opened.briefing, request);
  reportAll(err, plan.diagnostics);
  const { strict, force, replace, priority, attempts, format } = options;
  const { diagnostics, ...run } = await enqueuePlan(plan, {
    ...{ queue, redis, work, out: stored, strict, force, replace, priority, attempts, formats: format, previous },
    ...identify(
      request.module,
      filesAmong(opened.inputs).map((file) => resolve(file)),
    ),
  });
  reportAll(err, diagnostics);
  const tell = (event: object): void => {
    if (options.json) out.write(`${JSON.stringify(event)}\n`);
  };
  tell({ event: "enqueued", ...run, diagnostics });
  err.write(`${said[run.status](run.total)}\n`);
  if (!options.wait || run.status === "unchanged") return 0;
  return waitFor(watchRun({ queue, redis, work, run: run.run, total: run.total }), { terminal, tell });
}

const said = {
  enqueued: (total: number) => `${total === 1 ? "One briefing is" : `${total} briefings are`} enqueued.`,
  underway: (total: number) => `The same ${total} briefings are under way already.`,
  unchanged: (total: number) => `All ${total} briefings are as they were.`,
};

interface Waiting {
  readonly terminal: Terminal;
  readonly tell: (event: object) => void;
}

async function waitFor(states: AsyncIterable<RunProgress>, { terminal: { err }, tell }: Waiting): Promise<ExitCode> {
  const progress = createProgress(err);
  for await (const state of states) {
    if (state.kind === "underway") {
      progress.show({ ...state, name: "" });
      tell({ event: "progress", ...state });
      continue;
    }
    progress.clear();
    if (state.kind === "superseded") {
      err.write("Another plan has taken over.\n");
      tell({ event: "ended", exitCode: 75 });
      return 75;
    }
    const { result, failures } = state;
    const { written, unchanged, failed, removed, lost, total } = result;
    report(
      err,
      failures.flatMap(({ name, diagnostics }) => diagnostics.map((diagnostic) => ({ name, diagnostic }))),
      total,
    );
    const exitCode = failed.length > 0 || lost.length > 0 ? 1 : 0;
    if (failed.length > 0) err.write(`${failed.length} of ${total} briefings not written: ${failed.join(", ")}\n`);
    err.write(`${written} written, ${unchanged} as they were.\n`);
    tell({ event: "ended", exitCode, written, unchanged, failed, removed, lost });
    return exitCode;
  }
  return 1;
}

/** Those that are named, and with them the one that is written over, whose pages readers have. */
async function previousEditions(
  { previous }: Pick<EnqueueCommandOptions, "previous">,
  out: Store,
): Promise<readonly Edition[]> {
  if (previous === undefined) return [];
  const isOwn = (place: string): boolean => place === out.location;
  const own = await out.read(editionName);
  return [
    ...(await readPrevious({ previous: previous.filter((place) => !isOwn(place)) })),
    ...(own
      ? [await readingInput(() => parseEdition(new TextDecoder().decode(own.content), out.describe(editionName)))]
      : []),
  ];
}
