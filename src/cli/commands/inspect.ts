import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import type { InspectOptions } from "../inspect-data.ts";

/** `briefwright inspect`: what a data file holds. */
export const createInspectCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("inspect")
    .summary("say what a data file holds, and what it would be read as")
    .description(
      `Says where the table of a data file begins and ends, what each of its columns holds, and what init would take it for:
dimensions, measures, periods, totals and sums, with the warnings of reading it.

Of a module with a briefing or claims, says the same of the data of each dataset, and what its definition reads it as. The
exit code is 2 where that fails.

Small counts are not told unless --show-small asks for them: logs are read by others.`,
    )
    .argument("<data>", "a data file (a text such as .csv, .json, .parquet or a workbook), or a module")
    .option("--sheet <name>", "a sheet of a workbook, by name or number (default: the one with most figures)")
    .option(
      "--show-small",
      "tell how many cells hold a number from 1 to 9, and the largest where small ones are hidden",
    )
    .addOption(new Option("-f, --format <format>", "how to print").choices(["table", "json"]).default("table"))
    .action(async (file: string, options: InspectOptions) => {
      const { inspectData } = await import("../inspect-data.ts");
      finish(await inspectData(file, options, terminal));
    });
