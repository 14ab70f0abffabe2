import { Command } from "commander";
import type { CreateCommand } from "../command-context.ts";
import { parseAddress, parseCount, parseJobs, parseRate, parseSeconds } from "../parse-options.ts";
import type { WorkerCommandOptions } from "../queue-options.ts";

/** `briefwright worker`: makes what was enqueued. */
export const createWorkerCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("worker")
    .summary("make briefings that were enqueued")
    .description(
      `Takes areas of a queue and writes their briefings, until it is ended: by SIGTERM or Ctrl-C it finishes those that it is at, and by
a second one at once. As many as are wanted may run, on as many machines. Each has the module and what that imports; a plan that was made
with another version or other files is left to others, and named.

What cannot be made ends in the set of failed jobs, with its diagnostics. A store or a Redis that does not answer is waited for.

With --json, standard output has an object a line for what it does: {"event":"written"}, "unchanged", "failed", "superseded", "again",
"refused", "trouble", "finished".`,
    )
    .argument("<module>", "the module that was enqueued")
    .requiredOption("-o, --out <store>", "where the briefings go: a folder, or s3://bucket/prefix")
    .requiredOption("--work <store>", "where plans and protected cells are")
    .option("--redis <url>", "address of Redis; default: REDIS_URL")
    .option("--queue <name>", "name of the queue; default: that of the module's file")
    .option("-j, --jobs <n>", "how many are made at a time; default 1", parseJobs)
    .option("--isolate", "briefings are made in processes of their own, which nothing can end with this one")
    .option("--time-limit <seconds>", "for one briefing; default 60", parseSeconds)
    .option("--memory-limit <megabytes>", "for one briefing; default 2048", parseCount)
    .option(
      "--rate <areas/seconds>",
      "at most so many areas in so many seconds, by all workers together: 100/60",
      parseRate,
    )
    .option("--metrics <[host:]port>", "serve numbers for Prometheus at /metrics; default host 127.0.0.1", parseAddress)
    .option(
      "--patience <seconds>",
      "how long a worker that says nothing is taken to be at work before its areas go to others; default 30",
      parseSeconds,
    )
    .option("--drain", "end when the plan that is under way has ended")
    .option("--grace <seconds>", "how long it may take to finish after SIGTERM", parseSeconds, 60)
    .option("--json", "say what happens as JSON on standard output, a line for each event")
    .addHelpText(
      "after",
      `
Examples:
  briefwright worker regional.ts --out s3://briefings/regional --work s3://briefings-work/regional --jobs 2
  briefwright worker regional.ts --out out --work work --redis redis://127.0.0.1:6379 --metrics 9464`,
    )
    .action(async (module: string, options: WorkerCommandOptions) => {
      const { runWorker } = await import("../run-worker.ts");
      finish(await runWorker(module, options, terminal));
    });
