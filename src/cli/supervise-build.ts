import { defaultLimits } from "../batch/index.ts";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { inputError } from "./input-error.ts";
import { supervise } from "./supervise.ts";

interface Supervising {
  readonly options: BuildOptions;
  /** The words of the command line. */
  readonly argv: readonly string[];
  readonly module: string;
}

/** Reading, protecting and planning takes seconds, for large tables minutes. */
const defaultPlanSeconds = 600;

/**
 * Builds in a process of its own, and ends it where reading the module and the data, protecting and planning takes more time or memory
 * than it may.
 * @returns how the build ended.
 * @throws InputError where it was ended.
 */
export async function superviseBuild({ options, argv, module }: Supervising): Promise<ExitCode> {
  const { planLimit = defaultPlanSeconds, memoryLimit: megabytes = defaultLimits.megabytes } = options;
  const { code, exceeded } = await supervise(argv, { seconds: planLimit, megabytes });
  if (exceeded) throw planLimitError(module, exceeded, { planLimit, megabytes });
  return code;
}

function planLimitError(
  module: string,
  exceeded: "time" | "memory",
  { planLimit, megabytes }: { readonly planLimit: number; readonly megabytes: number },
) {
  const isTime = exceeded === "time";
  return inputError({
    code: "plan-limit",
    message: `Reading the module and the data, protecting and planning ${
      isTime
        ? `took longer than ${planLimit === 1 ? "a second" : `${planLimit} seconds`}`
        : `needed more memory than ${megabytes} megabytes`
    }, and was given up. Nothing was written.`,
    hint: isTime
      ? "Look for a loop without end, or a wait for something that never comes, in the module and its data functions; if they need the time, raise --plan-limit."
      : "Look at what the module and its data functions read; if they need the memory, raise --memory-limit.",
    source: { file: module },
  });
}
