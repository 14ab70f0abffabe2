import { Command, Option } from "commander";
import type { BuildOptions } from "../build-options.ts";
import type { CreateCommand } from "../command-context.ts";
import {
  collect,
  outputFormats,
  parseAssignment,
  parseCount,
  parseDay,
  parseJobs,
  parseList,
  parseSeconds,
  parseShard,
} from "../parse-options.ts";
import { isSupervised } from "../supervised.ts";

/** `briefwright build`: one briefing, or one for each area, as files. */
export const createBuildCommand: CreateCommand = ({ terminal, argv, finish }) => {
  const command = new Command("build")
    .summary("write a briefing, or one for each area, as PDF and HTML")
    .description(
      `Writes a briefing, or one for each area, as PDF and HTML.

The module (.ts or .js) exports the result of defineBriefing. It may export "data", an object with a file, a text,
bytes or rows for each dataset, or a function that gives these, async or not; --data goes before it. With neither, <dataset>.csv or .json beside the module is read.

Beside them stands <name>.claims.json, which says where each figure comes from; "briefwright diff" compares two of them.

With --each, the folder is the program's: manifest.json lists what is in it, index.html leads to it, briefings that would come out as
they are there are not made again, and files of areas that are gone are removed. A run that was interrupted is completed by the next.

Of datasets with a disclosure profile, edition.json beside them says what they showed (<name>.edition.json without --each). With
--previous, the next edition is protected against readers of both: what an earlier one hid stays hidden, and nothing that it
showed is taken to be secret. The folder that is written into is one of them, named or not. What cannot be protected so is refused, by name.

A figure that nothing accounts for is an error, and its briefing is not written; the other areas are. So it is with a file that
cannot be written. A file is written whole or not at all, and the exit code is 0 only if all are there. The names of the files written go to standard output, everything else to standard error.

With --json, standard output has an object a line: {"event":"planned"} with total and unchanged, {"event":"written"} or {"event":"failed"} for each
briefing with name, parameters, files and diagnostics, and how many of how many are finished and failed, and at last {"event":"ended"} with exitCode.`,
    )
    .argument("<module>", "a module that exports a briefing")
    .requiredOption("-o, --out <folder>", "where the files go; made if it is not there")
    .option("-d, --data <dataset=file>", "a .csv or .json file for a dataset; repeat for each", parseAssignment)
    .option(
      "--previous <folder>",
      "an earlier edition, with those before it: what it showed is known to readers; repeat for each",
      collect,
    )
    .option(
      "--corrects <path>",
      "the .claims.json of an earlier edition, or a folder of them: {{corrections}} tells which of its figures are others now",
    )
    .option("-p, --param <name=value>", "a parameter of the briefing; repeat for each", parseAssignment)
    .option("-e, --each <parameter>", "one briefing for each category of this parameter, e.g. area")
    .addOption(
      new Option("-f, --format <formats>", "pdf, html, or pdf,html")
        .argParser(parseList(outputFormats))
        .default(outputFormats, "both"),
    )
    .option(
      "-n, --name <pattern>",
      "file name without extension; {area} is the id of the area (likewise other parameters)",
    )
    .option(
      "--date <day>",
      "printed as the day of publication; default: SOURCE_DATE_EPOCH, or the newest source's",
      parseDay,
    )
    .option("--strict", "a warning is a failure too: nothing is written for that area")
    .option("--verifiable", 'the files carry the data that "briefwright verify" checks them by')
    .option("--trail", "in the HTML, each figure leads to the cells, the source and the rounding that it comes from")
    .option("--dry-run", "say what would be written and how many figures each has, and write nothing")
    .option("--force", "make all briefings again, also those that would come out as they are")
    .option(
      "-j, --jobs <n>",
      "how many are made at a time; default: as many as there are processors, for 100 briefings and more",
      parseJobs,
    )
    .option("--time-limit <seconds>", "for one briefing; default 60 where several are made at a time", parseSeconds)
    .option("--memory-limit <megabytes>", "for one briefing; default 2048 where several are made at a time", parseCount)
    .option(
      "--isolate",
      "the data is read, and briefings are made, in processes of their own, which nothing in a stranger's module, template or data can end with this one",
    )
    .option(
      "--plan-limit <seconds>",
      "with --isolate, for the module and its data: reading, protecting and planning; default 600",
      parseSeconds,
    )
    .option("--report <file>", "what failed, why, and what to do, as Markdown; it names rows of the data")
    .option("--shard <i/n>", "every n-th briefing from the i-th on: several runs share a set", parseShard)
    .option("--max-failures <n>", "stop after so many briefings that failed", parseCount)
    .option("--json", "say what happens as JSON on standard output, a line for each event")
    .option("-w, --watch", "build again whenever the module, a template or the data is saved, until Ctrl-C")
    .option("--draft", "untraced figures are printed, with a warning each")
    .addHelpText(
      "after",
      `
Examples:
  briefwright build regional.ts --param area=thames-valley --out out
  briefwright build regional.ts --data rates=rates.csv --each area --format pdf --out out
  briefwright build national.ts --name national-{year} --param year=2024 --date 2024-03-31 --out out`,
    )
    .action(async (module: string, options: BuildOptions) => {
      if (options.strict && options.draft) {
        command.error("error: --draft turns errors into warnings and --strict turns warnings into errors: use one.");
      }
      if (options.trail && !options.format.includes("html")) {
        command.error("error: --trail is for HTML pages, and --format names none: add html, or leave it out.");
      }
      if (options.json && options.dryRun) {
        command.error("error: --json says what is written, and --dry-run writes nothing: use one.");
      }
      if (options.watch) {
        if (options.dryRun)
          command.error("error: --watch writes again and again, and --dry-run writes nothing: use one.");
        const { watchBuild } = await import("../watch-build.ts");
        const again = argv.flatMap((word) => (/^(-w|--watch)$/.test(word) ? [] : word.replace(/^-w/, "-")));
        return finish(await watchBuild({ module, options, argv: again, terminal }));
      }
      if (options.isolate && !isSupervised(terminal)) {
        const { superviseBuild } = await import("../supervise.ts");
        return finish(await superviseBuild({ options, argv, file: module }));
      }
      const { buildBriefings } = await import("../build-briefings.ts");
      finish(await buildBriefings(module, options, terminal));
    });
  return command;
};
