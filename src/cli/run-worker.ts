import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { defined } from "../diagnostics/index.ts";
import { startQueueWorker, type WorkerEvent } from "../queue/index.ts";
import { openStore } from "../store/index.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { inputError } from "./input-error.ts";
import type { WorkerCommandOptions } from "./queue-options.ts";
import { placesOf } from "./queue-places.ts";
import { report } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Makes what is enqueued until it is told to end. Throws an `InputError` or a `BriefingError`. */
export async function runWorker(module: string, options: WorkerCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { out: stdout, err, env } = terminal;
  const { redis, queue } = placesOf(module, options, env);
  if (!existsSync(module)) {
    throw inputError({
      code: "unreadable-file",
      message: `There is no ${module} here.`,
      hint: "Name the module that was enqueued; each machine has its own copy.",
    });
  }
  const [out, work] = await Promise.all([openStore(options.out), openStore(options.work)]);
  const { jobs, isolate, timeLimit, memoryLimit, rate, metrics, patience, drain, grace } = options;
  const worker = await startQueueWorker({
    ...{ queue, redis, out, work, rate, metrics, patience, drain },
    module: pathToFileURL(resolve(module)),
    loader: "jiti",
    concurrency: jobs,
    isolate: isolate ? "process" : undefined,
    limits: defined({ seconds: timeLimit, megabytes: memoryLimit }),
    onEvent: (event) => (options.json ? stdout.write(`${JSON.stringify(event)}\n`) : tell(event, terminal)),
  });
  let isAsked = false;
  const hear = (signal: NodeJS.Signals): void => {
    if (isAsked) process.exit(signal === "SIGINT" ? 130 : 143);
    isAsked = true;
    err.write("It finishes what it is at; once more ends it at once.\n");
    void worker.stop();
    // What it leaves, others do again.
    void setTimeout(grace * 1000, undefined, { ref: false }).then(() => {
      err.write(
        `It has not come to an end within ${grace} seconds (--grace), and ends here: others do what it was at.\n`,
      );
      process.exit(1);
    });
  };
  for (const signal of signals) process.on(signal, hear);
  const { isTold } = await worker.ended;
  for (const signal of signals) process.off(signal, hear);
  return isTold ? 0 : 75;
}

function tell(event: WorkerEvent, { out, err }: Terminal): void {
  switch (event.event) {
    case "ready":
      if (event.metrics !== undefined) err.write(`Numbers are at ${event.metrics}\n`);
      return;
    case "written":
      for (const file of event.files) out.write(`${file}\n`);
      break;
    case "recovered":
      err.write("Redis and the work store answer again.\n");
      return;
    case "finished":
      err.write(
        `A plan of ${event.total} briefings has ended: ${event.written} written, ${event.unchanged} as they were, ${event.failed.length} failed.\n`,
      );
      return;
    default:
  }
  if (!("diagnostics" in event)) return;
  const name = "name" in event ? event.name : undefined;
  report(
    err,
    event.diagnostics.map((diagnostic) => (name === undefined ? { diagnostic } : { name, diagnostic })),
    name === undefined ? 1 : 2,
  );
}
