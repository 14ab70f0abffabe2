import { createTerminal } from "./create-terminal.ts";
import { runCli } from "./run-cli.ts";

/** The command line of this process. @param argv what follows the name of the program. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await runCli(argv, createTerminal(process));
}
