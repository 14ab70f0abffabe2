import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { sameProgram } from "./same-program.ts";
import type { Terminal } from "./terminal.ts";
import { watchBriefing } from "./watch-files.ts";

interface Watching {
  readonly module: string;
  readonly options: BuildOptions;
  /** The words of the command line, without `--watch`. */
  readonly argv: readonly string[];
  readonly terminal: Terminal;
}

/** Files are often saved several at a time: in ms, how long nothing must change. */
const quiet = 100;

/**
 * Builds, and builds again when a file is saved that the briefing is made from, until it is interrupted. Each build is a process of its
 * own, since a process loads a module once; one that a change overtakes is ended first.
 * @returns how the last build ended that came to its end.
 */
export async function watchBuild({ module, options, argv, terminal: { err } }: Watching): Promise<ExitCode> {
  const changes = new EventEmitter();
  let isEnded = false;
  let last: ExitCode = 0;
  const tell = (line: string) => err.write(`${err.paint("dim", line)}\n`);
  const files = watchBriefing(module, {
    data: options.data,
    quiet,
    onChange: () => changes.emit("change"),
    onSlower: tell,
  });
  const end = () => {
    isEnded = true;
    changes.emit("change");
  };
  for (const signal of signals) process.on(signal, end);
  try {
    while (!isEnded) {
      files.lookAgain();
      const build = spawn(process.execPath, sameProgram(argv), {
        stdio: "inherit",
      });
      const changed = once(changes, "change").then(() => undefined);
      const closed = once(build, "close").then(
        ([code]) => code as ExitCode | null,
        // What a system refuses for now is no reason to stop watching.
        (error: Error) => {
          tell(`The build cannot be started: ${error.message}. End other programs, or raise what this one may have.`);
          return 1 as const;
        },
      );
      const code = await Promise.race([closed, changed]);
      if (code === undefined) build.kill("SIGTERM");
      else if (!isEnded) {
        last = code ?? 1;
        tell("Waiting for a change of the briefing or its data; Ctrl-C ends this.");
        await changed;
      }
      await closed;
    }
    return last;
  } finally {
    for (const signal of signals) process.off(signal, end);
    await files.close();
  }
}
