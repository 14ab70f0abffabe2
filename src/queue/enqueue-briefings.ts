import { basename, dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type BatchRequest,
  digestCode,
  filesAmong,
  planBatch,
  type WritingPlan,
  workforceFor,
} from "../batch/index.ts";
import {
  type Briefing,
  checkFormats,
  type Definitions,
  type OutputFormat,
  type Parameters,
} from "../briefing/index.ts";
import type { ClaimSpec } from "../claims/index.ts";
import { type EnqueuedRun, type EnqueueOptions, enqueuePlan } from "./enqueue-plan.ts";

/** Where a plan goes, and how it is carried out; what of it the module and the request say is found there. */
export type QueueOptions = Omit<EnqueueOptions, "module" | "code" | "dataFiles" | "formats" | "previous">;

/**
 * Reads and protects the data of a batch, and gives its areas to the workers of a queue.
 * @param request as of `generateBriefings`; `module` is where the briefing comes from, which workers have too.
 * @returns when it is enqueued; `watchRun` tells the rest.
 * @throws BriefingError for data that cannot be read, a briefing that does not compile, and as `enqueuePlan`.
 */
export async function enqueueBriefings<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat = OutputFormat,
>(
  briefing: Briefing<D, P, C>,
  request: BatchRequest<D, P, F> & { readonly module: URL },
  options: QueueOptions,
): Promise<EnqueuedRun> {
  const plan = await planForQueue(briefing, request);
  return enqueuePlan(plan, {
    ...options,
    ...identify(request.module, filesAmong(request.data)),
    formats: [...checkFormats(request.formats)],
    previous: request.previous,
  });
}

/** A plan that nobody here will make. */
export const planForQueue = <
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat = OutputFormat,
>(
  briefing: Briefing<D, P, C>,
  request: BatchRequest<D, P, F>,
): Promise<Omit<WritingPlan, "generate">> =>
  planBatch(briefing, request, workforceFor({ formats: request.formats }, { expected: undefined, ahead: false }));

/** What tells a module, with all that it names, from another. */
export function identify(module: URL, files: readonly string[]): Pick<EnqueueOptions, "module" | "code" | "dataFiles"> {
  const path = fileURLToPath(module);
  const dataFiles = files.map((file) => relative(dirname(path), file));
  return { module: basename(path), code: digestCode(path, files), dataFiles };
}
