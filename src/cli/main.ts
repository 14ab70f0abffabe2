import { styleText } from "node:util";
import { runCli } from "./run-cli.ts";
import type { OutputStream, Terminal } from "./terminal.ts";

/** The command line of this process. @param argv what follows the name of the program. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await runCli(argv, createTerminal(process));
}

/** The process's own streams. Colour only on a terminal that has it; `NO_COLOR` is honoured (https://no-color.org). */
function createTerminal({ stdout, stderr, env }: NodeJS.Process): Terminal {
  return { out: createStream(stdout), err: createStream(stderr), env };
}

function createStream(stream: NodeJS.WriteStream): OutputStream {
  const isTerminal = stream.isTTY === true;
  const hasColor = isTerminal && stream.hasColors();
  let isClosed = false;
  // A reader that has seen enough (`| head`) closes the pipe. What is being done is done all the same, and says so by its exit code.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    isClosed = true;
  });
  return {
    isTerminal,
    columns: (isTerminal && stream.columns) || 80,
    paint: (style, text) => (hasColor ? styleText(style, text) : text),
    write(text) {
      if (!isClosed) stream.write(text);
    },
  };
}
