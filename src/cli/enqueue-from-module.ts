import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { filesAmong } from "../batch/index.ts";
import type { Edition } from "../dataset/index.ts";
import { editionName, parseEdition } from "../dataset/index.ts";
import { enqueuePlan, identify, planForQueue, type RunProgress, type WatchOptions, watchRun } from "../queue/index.ts";
import { openStore, type Store } from "../store/index.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { readingInput } from "./input-error.ts";
import { batchRequest, openBriefing, readCorrected, readDatasets, readPrevious } from "./open-briefing.ts";
import { createProgress, type Progress } from "./progress.ts";
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
    corrects: await readCorrected(options),
  };
  const plan = await planForQueue(opened.briefing, request);
  reportAll(err, plan.diagnostics);
  const { strict, force, replace, first, attempts, format } = options;
  const { diagnostics, ...run } = await enqueuePlan(plan, {
    ...{ queue, redis, work, out: stored, strict, force, replace, first, attempts, formats: format, previous },
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
  return waitFor({ queue, redis, work, run: run.run, total: run.total }, { terminal, tell, limit: options.waitLimit });
}

const said = {
  enqueued: (total: number) => `${total === 1 ? "One briefing is" : `${total} briefings are`} enqueued.`,
  underway: (total: number) => `The same ${total} briefings are under way already.`,
  unchanged: (total: number) => `All ${total} briefings are as they were.`,
};

interface Waiting {
  readonly terminal: Terminal;
  readonly tell: (event: object) => void;
  /** In seconds. */
  readonly limit: number | undefined;
}

/** Another run may end what did not come to its end here. */
const unfinished = 75;
const exitCodeOf = { limit: unfinished, SIGINT: 130, SIGTERM: 143 } as const;

/** Waits for the end of a run, until a signal or the limit ends the waiting: workers go on. */
async function waitFor(run: Omit<WatchOptions, "signal">, { terminal, tell, limit }: Waiting): Promise<ExitCode> {
  const waiting = new AbortController();
  const hear = (signal: NodeJS.Signals): void => waiting.abort(signal);
  for (const signal of signals) process.once(signal, hear);
  const timer = limit === undefined ? undefined : setTimeout(() => waiting.abort("limit"), limit * 1000);
  const progress = createProgress(terminal.err);
  const counted = { finished: 0, failed: 0, total: run.total };
  try {
    for await (const state of watchRun({ ...run, signal: waiting.signal })) {
      if (state.kind === "underway") Object.assign(counted, { finished: state.finished, failed: state.failed });
      const exitCode = told(state, { terminal, tell, progress });
      if (exitCode !== undefined) return exitCode;
    }
    return unfinished;
  } catch (error) {
    if (!waiting.signal.aborted) throw error;
    const { finished, total } = counted;
    progress.clear();
    terminal.err.write(
      `Not waited for any longer: ${finished} of ${total} briefings are done. Workers go on with the rest; the same command waits again.\n`,
    );
    const { reason } = waiting.signal as { readonly reason: keyof typeof exitCodeOf };
    const exitCode = exitCodeOf[reason];
    tell({ event: "ended", exitCode, ...counted });
    return exitCode;
  } finally {
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, hear);
  }
}

interface Telling extends Pick<Waiting, "terminal" | "tell"> {
  readonly progress: Progress;
}

/** Says how far a run is. Undefined while it goes on. */
function told(state: RunProgress, { terminal: { err }, tell, progress }: Telling): ExitCode | undefined {
  switch (state.kind) {
    case "underway":
      progress.show({ ...state, name: "" });
      tell({ event: "progress", ...state });
      return undefined;
    case "unattended":
    case "unavailable":
      progress.clear();
      reportAll(err, state.diagnostics);
      tell({ event: "trouble", diagnostics: state.diagnostics });
      return undefined;
    case "superseded":
      progress.clear();
      err.write("Another plan has taken over.\n");
      tell({ event: "ended", exitCode: unfinished });
      return unfinished;
    case "finished": {
      progress.clear();
      const { written, unchanged, failed, removed, lost, total } = state.result;
      report(
        err,
        state.failures.flatMap(({ name, diagnostics }) => diagnostics.map((diagnostic) => ({ name, diagnostic }))),
        total,
      );
      const exitCode = failed.length > 0 || lost.length > 0 ? 1 : 0;
      if (failed.length > 0) err.write(`${failed.length} of ${total} briefings not written: ${failed.join(", ")}\n`);
      err.write(`${written} written, ${unchanged} as they were.\n`);
      tell({ event: "ended", exitCode, written, unchanged, failed, removed, lost });
      return exitCode;
    }
  }
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
