import { existsSync } from "node:fs";
import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import { inputError } from "../input-error.ts";
import { collect, parseAssignment, parseDay, parsePort } from "../parse-options.ts";
import type { PreviewOptions } from "../preview-options.ts";

const usual = ["briefing.ts", "briefing.mts", "briefing.js", "briefing.mjs"];

/** `briefwright preview`: the briefings of a module on a local page, while they are written. */
export const createPreviewCommand: CreateCommand = ({ terminal, argv, finish }) =>
  new Command("preview")
    .summary("show the briefings of a module in a browser, while they are written")
    .description(
      `Shows the briefings of a module in a browser: one at a time, as page and as PDF, with what is wrong, each figure with its
cells, the data as it is protected, and the tags of the PDF. Whenever the module, a template or the data is saved, it is
made anew; what cannot be made says why, and the last that could stays in sight. What is shown is what "build" writes,
byte for byte.

Nothing but this machine can reach it, unless --host names another address: then it is opened with a token.`,
    )
    .argument("[module]", `a module that exports a briefing; default: ${usual[0]}`)
    .option("-d, --data <dataset=file>", "a .csv or .json file for a dataset; repeat for each", parseAssignment)
    .option("--previous <folder>", "an earlier edition, as of build; repeat for each", collect)
    .option("-p, --param <name=value>", "a parameter of the briefing; repeat for each", parseAssignment)
    .option(
      "-e, --each <parameter>",
      "what to choose from, e.g. area; default: the parameter that is a category, where there is one",
    )
    .option(
      "--date <day>",
      "printed as the day of publication; default: SOURCE_DATE_EPOCH, or the newest source's",
      parseDay,
    )
    .option("--verifiable", 'as of build: the files carry the data that "briefwright verify" checks them by')
    .option("--trail", "as of build: each figure leads to the cells that it comes from")
    .option("--draft", "untraced figures are printed, with a warning each")
    .option("--port <number>", "where the page is; 0 for any that is free", parsePort, 4310)
    .option("--host <address>", "an address of this machine; one that others can reach takes a token", "127.0.0.1")
    .addOption(new Option("--bench").hideHelp())
    .addHelpText(
      "after",
      `
Examples:
  briefwright preview
  briefwright preview regional.ts --data rates=rates.csv --each area`,
    )
    .action(async (given: string | undefined, options: PreviewOptions) => {
      const module = given ?? usual.find((name) => existsSync(name));
      if (module === undefined || !existsSync(module)) {
        throw inputError({
          code: "unreadable-file",
          message: `There is no ${module ?? usual[0]} here.`,
          hint: "Name the module that exports the briefing: briefwright preview regional.ts.",
        });
      }
      if (options.bench) {
        const { serveBench } = await import("../preview-bench.ts");
        return serveBench(module, options, terminal);
      }
      const { previewBriefings } = await import("../preview-briefings.ts");
      finish(await previewBriefings({ module, options, argv, terminal }));
    });
