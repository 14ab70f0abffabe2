import { Command, Option } from "commander";
import type { CheckOptions } from "../check-options.ts";
import type { CreateCommand } from "../command-context.ts";
import { collect, parseAssignment, parseDay } from "../parse-options.ts";

/** `briefwright check`: which claims hold. */
export const createCheckCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("check")
    .summary("check claims, or an article, against data: a verdict for each claim, with reasons")
    .description(
      `Checks claims against data: a verdict for each, with a reason for each side of it.

The claims are a claims.json, or a module (.ts or .js) that exports the result of defineClaims. Without --data, the file
of a dataset is the one that the module's "data" export names, else <dataset>.csv or .json beside the claims.

With --datasets, the file is the text of an article in English. Checked are the claims of that module or claims.json whose words
stand in the text, and what else the text says in full. --format html or pdf writes a page: the text with each claim marked, the
verdict, the figures that it was judged by, and what to ask the source.

What the claims say of each other is told after them: two numbers for one thing, a change and its counts, one number for
two areas.

Exit code 0 if no claim is refuted, none has conflicting evidence, and no two are inconsistent; 1 if any is; 2 if claims
or data cannot be read.`,
    )
    .argument("<claims>", "claims.json, a module that exports claims, or with --datasets a text")
    .option(
      "--datasets <file>",
      "claims.json, or a module that exports claims, whose claims or datasets the text is checked for",
    )
    .option("-d, --data <dataset=file>", "a .csv or .json file for a dataset; repeat for each", parseAssignment)
    .option(
      "--previous <folder>",
      "an earlier edition of briefings: no verdict tells what it hid or what both give away; repeat for each",
      collect,
    )
    .addOption(
      new Option("-f, --format <format>", "how to print").choices(["table", "json", "html", "pdf"]).default("table"),
    )
    .option("--lang <language>", "of verdicts, reasons and the page: en, or cy for Welsh (default: en)")
    .option("-o, --out <file>", "the page to write (default: beside the text)")
    .option("--title <title>", "of the page (default: the text's first line)")
    .option("--organisation <name>", "who checked it, for the head of the page")
    .option("--css <file>", "a stylesheet of the page, for a brand; repeat for more", collect)
    .option("--date <date>", "of the page (default: today)", parseDay)
    .addHelpText(
      "after",
      `
Examples:
  briefwright check claims.json --data offences=offences.csv --data platforms=platforms.csv
  briefwright check claims.ts --format json > verdicts.json
  briefwright check article.txt --datasets claims.ts --format pdf
  briefwright check article.txt --datasets claims.ts --format html --lang cy`,
    )
    .action(async (file: string, options: CheckOptions) => {
      const { datasets } = options;
      if (datasets !== undefined) {
        const { checkArticleFile } = await import("../check-article-file.ts");
        return finish(await checkArticleFile(file, { ...options, datasets }, terminal));
      }
      const { checkClaimsFile } = await import("../check-claims-file.ts");
      finish(await checkClaimsFile(file, options, terminal));
    });
