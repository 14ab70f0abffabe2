import { once } from "node:events";
import { startPreviewServer } from "../preview/index.ts";
import type { Changed } from "./bench-messages.ts";
import { createBenchProcess } from "./bench-process.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { inputError } from "./input-error.ts";
import type { PreviewOptions } from "./preview-options.ts";
import type { Terminal } from "./terminal.ts";
import { leastQuiet, watchBriefing } from "./watch-files.ts";

interface Previewing {
  readonly module: string;
  readonly options: PreviewOptions;
  readonly argv: readonly string[];
  readonly terminal: Terminal;
}

/** Shows the briefings of a module until it is interrupted. Throws an `InputError` if it cannot have the address. */
export async function previewBriefings({
  module,
  options,
  argv,
  terminal: { out, err },
}: Previewing): Promise<ExitCode> {
  const tell = (line: string) => err.write(`${err.paint("dim", line)}\n`);
  const announce = () => server.announce();
  const bench = createBenchProcess(argv, {
    areFilesAsTold: () => files.areAsTold(),
    onOther() {
      server.begin();
      announce();
    },
  });
  const reload = () => {
    renew("module", []);
    announce();
  };
  const server = await startPreviewServer({ ...options, bench, reload }).catch((error: unknown) => {
    bench.end();
    throw unusable(error, options);
  });
  const files = watchBriefing(module, {
    data: options.data,
    quiet: leastQuiet,
    onFirst: (paths) => renew(whatOf(paths), paths),
    onChange: announce,
    onSlower: tell,
  });
  files.lookAgain();

  function renew(what: Changed | "module", paths: readonly string[]): void {
    // First: what is saved after this look is told of, and what was before it is read after the next line.
    files.lookAgain();
    if (what === "module") bench.reload(paths.filter((path) => code.test(path)));
    else bench.forget(what);
    server.begin();
  }

  out.write(`${server.url}\n`);
  tell("It follows what is saved; Ctrl-C ends it.");
  await Promise.race(signals.map((signal) => once(process, signal)));
  bench.end();
  await Promise.all([server.close(), files.close()]);
  return 0;
}

const code = /\.([cm]?[jt]s|json)$/;
const readByBriefing = /\.(hbs|html|css|svg|png|jpe?g|ttf|otf|woff2?)$/;

/** What follows from files that were saved. Where several are, it is what takes the most. */
function whatOf(paths: readonly string[]): Changed | "module" {
  if (paths.some((path) => code.test(path))) return "module";
  return paths.every((path) => readByBriefing.test(path)) ? "templates" : "data";
}

function unusable(error: unknown, { host, port }: PreviewOptions): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  const isTaken = error.code === "EADDRINUSE";
  return inputError({
    code: "invalid-option",
    message: `The preview cannot have ${host}, port ${port}: ${isTaken ? "another program is there" : error.message}.`,
    hint: isTaken
      ? "Name another port, or 0 for any that is free: --port 0."
      : "Name an address of this machine: --host 127.0.0.1.",
  });
}
