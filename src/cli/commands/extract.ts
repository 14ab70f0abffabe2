import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import type { ExtractCommandOptions } from "../extract-options.ts";
import { parseAssignment } from "../parse-options.ts";

/** `briefwright extract`: which claims a text makes. */
export const createExtractCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("extract")
    .summary("propose the claims that an English text makes, for you to confirm")
    .description(
      `Proposes the claims that an English text makes: numbers, per cent, fractions, times, records, places and directions,
with their hedges and periods. Every number of the text is in a proposal or listed as unread, with the reason.

With --datasets, areas, categories and measures are found by the names that these datasets give them. The definitions are
those of a claims.json, or of a module (.ts or .js) that exports claims; the data is found as "check" finds it, and helps
to tell datasets and periods apart.

With --out, a claims.json is written: what the text says in full as claims, the rest as proposals with what each lacks.
Complete a proposal and move it to the claims; "check" reminds you of those that are left.`,
    )
    .argument("<text>", "a text file")
    .option("--datasets <file>", "claims.json, or a module that exports claims, whose datasets are meant")
    .option("-d, --data <dataset=file>", "a .csv or .json file for a dataset; repeat for each", parseAssignment)
    .option("--title <title>", "of the claims.json (default: the text's first line)")
    .option("-o, --out <file>", "the claims.json to write")
    .addOption(new Option("-f, --format <format>", "how to print").choices(["table", "json"]).default("table"))
    .addHelpText(
      "after",
      `
Examples:
  briefwright extract article.txt
  briefwright extract article.txt --datasets claims.ts --data offences=offences.csv -o article.json`,
    )
    .action(async (file: string, options: ExtractCommandOptions) => {
      const { extractFromFile } = await import("../extract-from-file.ts");
      finish(await extractFromFile(file, options, terminal));
    });
