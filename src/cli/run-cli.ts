/**
 * cli/: the package on a command line.
 *
 * In: the words of a command line, a `Terminal`. Out: files, and an exit code.
 *
 *   argv ─▶ commands/ (one file a command: its options and help) ─▶ what the command does (one file each) ─▶ the library
 *
 * Guarantees
 * - Names of written files and verdicts go to standard output; diagnostics and progress to standard error. A pipe gets
 *   neither colour nor progress.
 * - A file is written whole or not at all, also when the run is interrupted.
 * - What a user did wrong is a sentence with its place, never a stack; 2 if it cannot be read or used, 1 if it was judged
 *   and failed.
 * Not its job: anything that the library cannot do by itself.
 */
import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { BriefingError } from "../diagnostics/index.ts";
import type { ExitCode } from "./command-context.ts";
import { createBuildCommand } from "./commands/build.ts";
import { createChartCommand } from "./commands/chart.ts";
import { createCheckCommand } from "./commands/check.ts";
import { createDiffCommand } from "./commands/diff.ts";
import { createEnqueueCommand } from "./commands/enqueue.ts";
import { createExtractCommand } from "./commands/extract.ts";
import { createInitCommand } from "./commands/init.ts";
import { createInspectCommand } from "./commands/inspect.ts";
import { createPdfCommand } from "./commands/pdf.ts";
import { createPreviewCommand } from "./commands/preview.ts";
import { createVerifyCommand } from "./commands/verify.ts";
import { createWorkerCommand } from "./commands/worker.ts";
import { InputError } from "./input-error.ts";
import { locationInUserCode } from "./location-in-user-code.ts";
import { reportAll } from "./report.ts";
import type { Terminal } from "./terminal.ts";
import { isUsage } from "./usage-codes.ts";

const commands = [
  createInitCommand,
  createInspectCommand,
  createPreviewCommand,
  createBuildCommand,
  createEnqueueCommand,
  createWorkerCommand,
  createCheckCommand,
  createExtractCommand,
  createDiffCommand,
  createVerifyCommand,
  createPdfCommand,
  createChartCommand,
];

/**
 * Runs one command line.
 * @param argv what follows the name of the program.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let ended: ExitCode = 0;
  const finish = (code: ExitCode) => {
    ended = code;
  };
  const program = createProgram(terminal);
  for (const create of commands) program.addCommand(withSettings(create({ terminal, argv, finish }), terminal));
  try {
    await program.parseAsync(argv, { from: "user" });
    return ended;
  } catch (error) {
    return explain(error, terminal);
  }
}

function createProgram(terminal: Terminal): Command {
  return withSettings(new Command("briefwright"), terminal)
    .description("Briefings whose every figure can be traced, as accessible PDF and self-contained HTML.")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpCommand(false)
    .addHelpText(
      "after",
      `
Exit codes: 0 done; 1 claims failed, or a briefing did; 2 options or input that cannot be used;
75 another run is at work in the folder, or Redis or a store does not answer.

Examples:
  briefwright init offences.csv
  briefwright build regional.ts --each area --out out
  briefwright check claims.json --data offences=offences.csv
  briefwright extract article.txt
  briefwright <command> --help`,
    );
}

/** Settings that commander's subcommands do not take over from the program that they are added to. */
function withSettings(command: Command, { out, err }: Terminal): Command {
  return command
    .description(unwrapped(command.description()))
    .exitOverride()
    .showHelpAfterError("(--help says more)")
    .configureOutput({
      writeOut: out.write,
      writeErr: err.write,
      getOutHelpWidth: () => Math.min(out.columns, 100),
      getErrHelpWidth: () => Math.min(err.columns, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(text.replace(/^error:/, err.paint("red", "error:"))),
    });
}

/** Paragraphs as commander wraps them itself: a single line break is a space. */
const unwrapped = (text: string): string => text.replaceAll(/(?<!\n)\n(?!\n)/g, " ");

/** What another run may find otherwise. */
const temporary: ReadonlySet<string> = new Set(["folder-in-use", "queue-unavailable", "store-unavailable"]);

function explain(error: unknown, { err }: Terminal): ExitCode {
  // Commander has written what it has to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError || error instanceof BriefingError) {
    reportAll(err, error.diagnostics);
    if (error.diagnostics.some(({ code }) => temporary.has(code))) return 75;
    return error instanceof InputError || isUsage(error.diagnostics) ? 2 : 1;
  }
  const source = locationInUserCode(error, process.cwd());
  if (source && error instanceof Error) {
    reportAll(err, [{ code: "module-failed", severity: "error", message: error.message, source }]);
    return 1;
  }
  // A defect of this package: the stack is what its report needs.
  err.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
