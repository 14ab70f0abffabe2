import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import type { DiffOptions } from "../diff-options.ts";

/** `briefwright diff`: what changed between two editions. */
export const createDiffCommand: CreateCommand = ({ terminal, finish }) =>
  new Command("diff")
    .summary("compare two editions: which figures changed, were revised, appeared or vanished")
    .description(
      `Compares two editions of a briefing, figure by figure, by the .claims.json that "build" writes beside it: which
figures are of another period now, which were revised, which are hidden or shown, which appeared or vanished. Two folders
are compared file by file, by name.

Exit code 0 if both print the same figures; 1 if any differs; 2 if a record cannot be read.`,
    )
    .argument("<previous>", "a .claims.json, or a folder of them")
    .argument("<next>", "the later one")
    .addOption(new Option("-f, --format <format>", "how to print").choices(["table", "json"]).default("table"))
    .addHelpText(
      "after",
      `
Examples:
  briefwright diff 2023/kent.claims.json 2024/kent.claims.json
  briefwright diff 2023 2024 --format json > changes.json`,
    )
    .action(async (previous: string, next: string, options: DiffOptions) => {
      const { diffEditions } = await import("../diff-editions.ts");
      finish(await diffEditions({ previous, next }, options, terminal));
    });
