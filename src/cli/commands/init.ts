import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import type { InitOptions } from "../init-options.ts";
import { parseDay } from "../parse-options.ts";
import { starterTemplates } from "../starter-templates.ts";

/** `briefwright init`: a first briefing of a data file. */
export const createInitCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("init")
    .summary("write and build a first briefing of a data file")
    .description(
      `Finds the table of a data file, guesses what its columns mean, asks in a terminal what it cannot know, and writes a
folder: dataset.ts, briefing.ts, a first paragraph, a stylesheet, package.json and a README. Then it builds one briefing.

With --yes it takes its guesses. They hide rather than show: where counts are small, the definition hides them and what would
give them away. What it cannot know is a comment in dataset.ts.

With --dataset it takes the definition of a dataset.ts that you have mended, and writes what is not there of the rest of its
folder: delete briefing.ts to have it written anew by the names of dataset.ts.`,
    )
    .argument("<data>", "a data file: .csv, .tsv, .txt, .json or a workbook")
    .option("--sheet <name>", "a sheet of a workbook, by name or number (default: the one with most figures)")
    .option("-o, --out <folder>", "the folder to write (default: <data>-briefing)")
    .addOption(
      new Option(
        "--dataset <module>",
        "take the definition of this module, and write the rest of its folder",
      ).conflicts(["out", "sheet", "title"]),
    )
    .option("--title <title>", "of the dataset (default: what stands above the table, else the name of the file)")
    .addOption(
      new Option(
        "--template <name>",
        "what it is made on (default: regional, national or summary, by the data)",
      ).choices([...starterTemplates]),
    )
    .option("--date <day>", "what day it is: periods after it are forecasts (default: today)", parseDay)
    .option("-y, --yes", "take the guesses, ask nothing")
    .action(async (file: string, options: InitOptions) => {
      const { initBriefing } = await import("../init-briefing.ts");
      finish(await initBriefing(file, options, terminal));
    });
