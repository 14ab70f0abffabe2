import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import {
  collect,
  outputFormats,
  parseAssignment,
  parseCount,
  parseDay,
  parseList,
  parseNames,
  parseSeconds,
} from "../parse-options.ts";
import type { EnqueueCommandOptions } from "../queue-options.ts";

/** `briefwright enqueue`: a batch for workers on other machines. */
export const createEnqueueCommand: CreateCommand = ({ terminal, finish }) => {
  const command = new Command("enqueue")
    .summary("give the briefings of a batch to workers on other machines")
    .description(
      `Reads and protects the data as "build" does, and gives the areas to the workers of a queue ("briefwright worker"), which
write the files that "build" would write, byte for byte, with manifest and index.

Jobs are in Redis. They say which area, and nothing of the data: protected cells are in the work store, a folder or a bucket that
readers of the briefings must not reach. It belongs to one set of briefings. Redis may lose what it has: the work store is the truth.

Doing it again is safe: what is under way goes on, and what is there as it would come out is left. Another plan while one is under way is
refused with exit code 75, unless --replace takes over from it.

With --json, standard output has an object a line: {"event":"enqueued"} with run, total and status (enqueued, underway, unchanged); with
--wait {"event":"progress"} as it goes on, {"event":"trouble"} where no worker is there or something does not answer, and at last {"event":"ended"} with exitCode, written, unchanged, failed, removed and lost.`,
    )
    .argument("<module>", "a module that exports a briefing; workers have the same")
    .requiredOption("-e, --each <parameter>", "one briefing for each category of this parameter, e.g. area")
    .requiredOption("-o, --out <store>", "where the briefings go: a folder, or s3://bucket/prefix")
    .requiredOption(
      "--work <store>",
      "where plans and protected cells wait for workers: a folder, or s3://bucket/prefix",
    )
    .option(
      "--redis <url>",
      "address of Redis, redis:// or rediss://; default: REDIS_URL, so that no password is in a list of processes",
    )
    .option("--queue <name>", "name of the queue; default: that of the module's file")
    .option("-d, --data <dataset=file>", "a .csv or .json file for a dataset; repeat for each", parseAssignment)
    .option("--previous <folder>", "an earlier edition, as of build; repeat for each", collect)
    .option(
      "--corrects <path>",
      "records of an earlier edition, as of build: {{corrections}} tells of figures that are others now",
    )
    .option("-p, --param <name=value>", "a parameter of the briefing; repeat for each", parseAssignment)
    .addOption(
      new Option("-f, --format <formats>", "pdf, html, or pdf,html")
        .argParser(parseList(outputFormats))
        .default(outputFormats, "both"),
    )
    .option("-n, --name <pattern>", "file name without extension, as of build")
    .option(
      "--date <day>",
      "printed as the day of publication; default: SOURCE_DATE_EPOCH, or the newest source's",
      parseDay,
    )
    .option("--strict", "a warning is a failure too: nothing is written for that area")
    .option("--verifiable", 'the files carry the data that "briefwright verify" checks them by')
    .option("--trail", "in the HTML, each figure leads to the cells that it comes from")
    .option("--draft", "untraced figures are printed, with a warning each")
    .option("--force", "make all briefings again, also those that would come out as they are")
    .option("--replace", "take over from a plan that is under way")
    .option("--first <names>", "briefings that are made before the others, by their file names: kent,essex", parseNames)
    .option("--attempts <n>", "how often an area is tried whose store does not answer; default 10", parseCount)
    .option(
      "--wait",
      "wait for the end; the exit code is that of build. Ten seconds without a worker are told; Ctrl-C ends the waiting alone",
    )
    .option("--wait-limit <seconds>", "with --wait: wait so long at most; then the exit code is 75", parseSeconds)
    .option("--json", "say what happens as JSON on standard output, a line for each event")
    .addHelpText(
      "after",
      `
Examples:
  briefwright enqueue regional.ts --each area --out s3://briefings/regional --work s3://briefings-work/regional
  briefwright enqueue regional.ts --each area --out out --work work --redis redis://127.0.0.1:6379 --wait`,
    )
    .action(async (module: string, options: EnqueueCommandOptions) => {
      if (options.strict && options.draft) {
        command.error("error: --draft turns errors into warnings and --strict turns warnings into errors: use one.");
      }
      if (options.trail && !options.format.includes("html")) {
        command.error("error: --trail is for HTML pages, and --format names none: add html, or leave it out.");
      }
      if (options.waitLimit !== undefined && !options.wait) {
        command.error("error: --wait-limit says how long --wait waits: add --wait, or leave it out.");
      }
      const { enqueueFromModule } = await import("../enqueue-from-module.ts");
      finish(await enqueueFromModule(module, options, terminal));
    });
  return command;
};
