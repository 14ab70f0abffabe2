import { Command, Option } from "commander";
import type { CheckOptions } from "../check-options.ts";
import type { CreateCommand } from "../command-context.ts";
import { collect, parseAssignment } from "../parse-options.ts";

/** `briefwright check`: which claims hold. */
export const createCheckCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("check")
    .summary("check claims against data: a verdict for each, with reasons")
    .description(
      `Checks claims against data: a verdict for each, with a reason for each side of it.

The claims are a claims.json, or a module (.ts or .js) that exports the result of defineClaims. Without --data, the file
of a dataset is the one that the module's "data" export names, else <dataset>.csv or .json beside the claims.

What the claims say of each other is told after them: two numbers for one thing, a change and its counts, one number for
two areas.

Exit code 0 if no claim is refuted, none has conflicting evidence, and no two are inconsistent; 1 if any is; 2 if claims
or data cannot be read.`,
    )
    .argument("<claims>", "claims.json, or a module that exports claims")
    .option("-d, --data <dataset=file>", "a .csv or .json file for a dataset; repeat for each", parseAssignment)
    .option(
      "--previous <folder>",
      "an earlier edition of briefings: no verdict tells what it hid or what both give away; repeat for each",
      collect,
    )
    .addOption(new Option("-f, --format <format>", "how to print").choices(["table", "json"]).default("table"))
    .addHelpText(
      "after",
      `
Examples:
  briefwright check claims.json --data offences=offences.csv --data platforms=platforms.csv
  briefwright check claims.ts --format json > verdicts.json`,
    )
    .action(async (file: string, options: CheckOptions) => {
      const { checkClaimsFile } = await import("../check-claims-file.ts");
      finish(await checkClaimsFile(file, options, terminal));
    });
