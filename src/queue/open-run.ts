import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { digestCode, readMark, workforceFor } from "../batch/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import type { BullQueue } from "./bullmq.ts";
import { type Crews, createCrews } from "./crews.ts";
import { generator, type QueuePlan } from "./queue-plan.ts";
import { type RunState, runState } from "./run-state.ts";
import type { SeenRun } from "./steward.ts";
import type { QueueItem, WorkStore } from "./work-store.ts";
import type { QueueWorkerOptions } from "./worker-options.ts";

/** What a worker has of a run that it has seen. */
export type RunContext =
  | OpenRun
  /** Of another version of this package, which this one cannot read. */
  | { readonly kind: "foreign"; readonly refusal: readonly Diagnostic[]; readonly working: 0 };

export interface OpenRun {
  readonly kind: "open";
  readonly plan: QueuePlan;
  /** Why this worker does not take its areas. */
  refusal: readonly Diagnostic[] | undefined;
  isCurrent(when: "lately" | "now"): Promise<boolean>;
  readonly state: RunState;
  readonly seen: SeenRun;
  /** How many jobs it is at. */
  working: number;
  items(): Promise<readonly QueueItem[]>;
  readonly crews: Crews;
}

/** Another program, or another code, would make other bytes of the same plan. */
function refusalOf(plan: QueuePlan, { module, queue, work }: QueueWorkerOptions): readonly Diagnostic[] | undefined {
  if (plan.queue !== queue) return otherQueue(plan.queue, { queue, work });
  if (plan.generator !== generator()) return otherProgram(plan.generator, module);
  const path = fileURLToPath(module);
  const isData = plan.dataFiles.map((file) => resolve(dirname(path), file));
  if (plan.code !== digestCode(path, isData))
    return differs(`its module ${plan.module}, what that imports, or the lock file beside it is another here`, module);
  return undefined;
}

const otherProgram = (theirs: string, module: URL): readonly Diagnostic[] =>
  differs(`it was made by ${theirs}, and this is ${generator()}`, module);

const differs = (what: string, module: URL): readonly Diagnostic[] => [
  {
    code: "worker-differs",
    severity: "error",
    message: `The plan is left to other workers: ${what}.`,
    hint: "Give all machines the same package and the same files, or enqueue the plan again from the newer ones.",
    source: { file: fileURLToPath(module) },
  },
];

const otherQueue = (
  theirs: string,
  { queue, work }: Pick<QueueWorkerOptions, "queue" | "work">,
): readonly Diagnostic[] => [
  {
    code: "queue-differs",
    severity: "error",
    message: `The plan is left to other workers: it was enqueued to the queue "${theirs}", and this one takes areas of the queue "${queue}".`,
    hint: `Start this worker with --queue ${theirs}.`,
    source: { file: work.location },
  },
];

/** Files that this worker wrote elsewhere would be missing where they are looked for, and the plan would have ended all the same. */
const otherOutput = (location: string): readonly Diagnostic[] => [
  {
    code: "output-differs",
    severity: "error",
    message: "The plan is left to other workers: its briefings go to another place than this.",
    hint: "Start this worker with the --out of the plan. If this is the place, and somebody removed .briefwright-queue.json from it, enqueue the plan again with --replace.",
    source: { file: location },
  },
];

/** A run whose plan is not in this worker's work store. */
export class NotOurs extends Error {}

/** How long what was found of the work store is taken to be so, in ms. */
const lately = 1000;

export interface Opening {
  readonly options: QueueWorkerOptions;
  readonly work: WorkStore;
  readonly queue: BullQueue;
}

/** @throws `NotOurs` where the plan is not in the work store; BriefingError where that does not answer. */
export async function openRun(run: string, { options, work, queue }: Opening): Promise<RunContext> {
  const { concurrency = 1 } = options;
  const plan = await work.plan(run);
  if (!plan) throw new NotOurs();
  if ("kind" in plan) return { kind: "foreign", refusal: otherProgram(plan.generator, options.module), working: 0 };
  let isLately: { readonly at: number; readonly is: boolean } | undefined;
  const isCurrent = async (when: "lately" | "now"): Promise<boolean> => {
    if (when === "lately" && isLately && performance.now() - isLately.at < lately) return isLately.is;
    const current = await work.current();
    isLately = { at: performance.now(), is: current?.value.run === run && current.value.state === "running" };
    return isLately.is;
  };
  /** Where the output is, a mark stands before there is a plan, and until there is a result. */
  const isElsewhere = async (): Promise<boolean> => {
    if ((await readMark(options.out))?.run === run || (await work.result(run))) return false;
    return isCurrent("now");
  };
  const refusal = refusalOf(plan, options) ?? ((await isElsewhere()) ? otherOutput(options.out.location) : undefined);
  const workforce = workforceFor(
    {
      module: options.module,
      loader: options.loader,
      concurrency,
      isolate: options.isolate,
      // With limits, one worker is a worker too.
      limits: options.limits ?? {},
      formats: plan.formats,
    },
    { expected: undefined, ahead: false },
  );
  let items: Promise<readonly QueueItem[]> | undefined;
  return {
    kind: "open",
    plan,
    refusal,
    isCurrent,
    state: runState(queue, run),
    seen: { rounds: 0, given: 0 },
    working: 0,
    items() {
      items ??= work.items(plan.items);
      items.catch(() => {
        items = undefined;
      });
      return items;
    },
    crews: createCrews(async () => {
      const message = await work.data(plan.data);
      const crew = workforce.crewFor(concurrency);
      if (!crew) throw new BriefingError(workforce.diagnostics.map((each) => ({ ...each, severity: "error" })));
      crew.prepare(message);
      return crew;
    }),
  };
}
