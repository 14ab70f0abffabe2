import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import type { VerifyCommandOptions } from "../verify-options.ts";

/** `briefwright verify`: whether finished files agree with themselves. */
export const createVerifyCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("verify")
    .summary("check finished files against the data that they carry, figure by figure")
    .description(
      `Checks PDFs and HTML pages that were built with --verifiable, with nothing but the files: works each claim and each cell
of a table out again from the data that the file carries, and reads each figure at its place.

It proves that a file agrees with itself and with this program: not that its data are true, nor who made it. The text of
a PDF is read with the optional package pdfjs-dist.

Exit code 0 if all files agree; 1 if any differs; 2 if a file cannot be read, or if of one that was saved again by other
software, or carries nothing to check, one cannot tell.`,
    )
    .argument("<path...>", "files, or folders of them")
    .addOption(new Option("-f, --format <format>", "how to print").choices(["table", "json"]).default("table"))
    .addHelpText(
      "after",
      `
Examples:
  briefwright verify kent.pdf
  briefwright verify out --format json > verified.json`,
    )
    .action(async (paths: readonly string[], options: VerifyCommandOptions) => {
      const { verifyPaths } = await import("../verify-paths.ts");
      finish(await verifyPaths(paths, options, terminal));
    });
