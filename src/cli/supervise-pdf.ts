import { defaultLimits } from "../batch/index.ts";
import type { ExitCode } from "./command-context.ts";
import { inputError } from "./input-error.ts";
import type { PdfOptions } from "./pdf-options.ts";
import { supervise } from "./supervise.ts";

interface Supervising {
  readonly options: Pick<PdfOptions, "timeLimit" | "memoryLimit">;
  /** The words of the command line. */
  readonly argv: readonly string[];
  readonly file: string;
}

/**
 * Makes a PDF in a process of its own, and ends it where that takes more time or memory than it may.
 * @returns how it ended.
 * @throws InputError where it was ended.
 */
export async function supervisePdf({ options, argv, file }: Supervising): Promise<ExitCode> {
  const { timeLimit: seconds = defaultLimits.seconds, memoryLimit: megabytes = defaultLimits.megabytes } = options;
  const { code, exceeded } = await supervise(argv, { seconds, megabytes });
  if (!exceeded) return code;
  throw inputError({
    code: "pdf-limit",
    message: `Making the PDF ${
      exceeded === "time"
        ? `took longer than ${seconds === 1 ? "a second" : `${seconds} seconds`}`
        : `needed more memory than ${megabytes} megabytes`
    }, and was given up. Nothing was written.`,
    hint: `Look for a paragraph or a table that is far too long; if the document is right, raise ${exceeded === "time" ? "--time-limit" : "--memory-limit"}.`,
    source: { file },
  });
}
