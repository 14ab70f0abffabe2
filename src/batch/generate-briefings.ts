import { setImmediate } from "node:timers/promises";
import type {
  Briefing,
  Definitions,
  GeneratedBriefing,
  OutputFormat,
  Parameters,
  RenderedBriefing,
} from "../briefing/index.ts";
import type { ClaimSpec } from "../claims/index.ts";
import { shareDataset, withProperties } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { BatchItem } from "./batch-item.ts";
import {
  type BriefingFiles,
  filesOfBriefing,
  type PackedBriefing,
  unpackBriefing,
  type Wanted,
} from "./made-briefing.ts";
import { type Batch, type BatchRequest, diagnosticsOf, prepareBatch } from "./prepare-batch.ts";
import { briefingIdentity } from "./workers/briefing-identity.ts";
import type { Crew, Outcome } from "./workers/create-crew.ts";
import type { PrepareMessage, SentBriefing } from "./workers/messages.ts";

/** What became of one briefing of a batch: what it is as a `GeneratedBriefing`, or why there is none. Others go on. */
export type BatchResult<ClaimId extends string = string, F extends OutputFormat = OutputFormat> = BatchItem &
  (
    | ({ readonly status: "generated" } & GeneratedBriefing<ClaimId, F>)
    | { readonly status: "failed"; readonly diagnostics: readonly Diagnostic[] }
  );

/**
 * Generates a briefing for each area: in this process one after the other, as they are asked for; with a `module`, in workers,
 * somewhat ahead of what is asked for. Data is read and protected once, here. The files are the same, byte for byte.
 * @throws BriefingError before the first, for data that cannot be read and a briefing that does not compile. What is
 *   wrong with one area is that area's result, also where its worker crashes or exceeds its limits. The reason of `signal`.
 */
export async function* generateBriefings<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat = OutputFormat,
>(briefing: Briefing<D, P, C>, request: BatchRequest<D, P, F>): AsyncGenerator<BatchResult<keyof C & string, F>> {
  yield* generateBatch<keyof C & string, F>(await prepareBatch(briefing, request));
}

/** Generates some briefings of a batch; each tells its number and the total of the whole. */
export async function* generateBatch<ClaimId extends string, F extends OutputFormat>(
  batch: Batch,
  items: readonly BatchItem[] = batch.items,
): AsyncGenerator<BatchResult<ClaimId, F>> {
  const results = generate<RenderedBriefing>(batch, items, {
    wanted: "values",
    ofHere: (briefing) => briefing,
    ofWorker: (sent) => unpackBriefing(sent as PackedBriefing, batch.prepared.datasets),
  });
  // `formats` decided both the type and what was rendered.
  yield* results as AsyncGenerator<BatchResult<ClaimId, F>>;
}

/** What became of one briefing of a batch, for whoever only writes it. */
export type BatchFiles = BatchItem &
  (
    | ({ readonly status: "generated" } & BriefingFiles)
    | { readonly status: "failed"; readonly diagnostics: readonly Diagnostic[] }
  );

/** Generates the files of some briefings of a batch: claims and records do not become objects here. */
export const generateFiles = (batch: Batch, items: readonly BatchItem[] = batch.items): AsyncGenerator<BatchFiles> =>
  generate<BriefingFiles>(batch, items, {
    wanted: "files",
    ofHere: filesOfBriefing,
    ofWorker: (sent) => sent as BriefingFiles,
  });

/** In which form briefings are wanted, and how one gets it that was made here, or that a worker sent. */
interface Form<T> {
  readonly wanted: Wanted;
  ofHere(briefing: RenderedBriefing): T;
  ofWorker(sent: SentBriefing): T;
}

interface Told {
  readonly diagnostics: readonly Diagnostic[];
}

type Result<T> = BatchItem & (({ readonly status: "generated" } & T) | ({ readonly status: "failed" } & Told));

async function* generate<T extends Told>(
  batch: Batch,
  items: readonly BatchItem[],
  form: Form<T>,
): AsyncGenerator<Result<T>> {
  const { options, workforce } = batch;
  options.signal?.throwIfAborted();
  const crew = workforce.crewFor(items.length);
  const tell = createTeller<T>(batch, items.length);
  yield* crew ? makeInWorkers(batch, items, { crew, tell, form }) : makeHere(batch, items, { tell, form });
}

/** Makes a result of an outcome, and tells of the progress. */
type Teller<T> = (item: BatchItem, outcome: Outcome<T>) => Result<T>;

function createTeller<T extends Told>({ options, workforce }: Batch, total: number): Teller<T> {
  let [finished, failed] = [0, 0];
  return (item, outcome) => {
    finished += 1;
    if (outcome.kind === "failed") failed += 1;
    options.onProgress?.({ name: item.name, finished, failed, total });
    if (outcome.kind === "failed") return { ...item, status: "failed", diagnostics: outcome.diagnostics };
    const { briefing } = outcome;
    const result = withProperties<Result<T>, object>({ ...item, status: "generated" } as Result<T>, briefing);
    return withDiagnostics(result, [...workforce.diagnostics, ...briefing.diagnostics]);
  };
}

/** Claims and record of a result are read when they are asked for, and not here. */
const withDiagnostics = <T>(result: Result<T>, diagnostics: readonly Diagnostic[]): Result<T> =>
  withProperties<Result<T>, object>(result, { diagnostics });

async function* makeHere<T>(
  { pipeline, prepared, request, options: { signal }, collect }: Batch,
  items: readonly BatchItem[],
  { tell, form }: Pick<InWorkers<T>, "tell" | "form">,
): AsyncGenerator<Result<T>> {
  for (const item of items) {
    // Making a briefing waits for nothing outside, so only here can a signal be heard.
    if (signal) await setImmediate();
    signal?.throwIfAborted();
    let outcome: Outcome<T>;
    try {
      const { parameters } = item;
      const briefing = await pipeline.renderBriefing(prepared, { ...request, parameters });
      outcome = { kind: "made", briefing: form.ofHere(briefing) };
    } catch (error) {
      outcome = { kind: "failed", diagnostics: diagnosticsOf(error) };
    }
    yield tell(item, outcome);
    // Nothing is made after the last, and what collects would only keep the end waiting.
    if (item !== items.at(-1)) collect();
  }
}

interface InWorkers<T> {
  readonly crew: Crew;
  readonly tell: Teller<T>;
  readonly form: Form<T>;
}

/** So many briefings for each worker are begun, waiting or finished: more are begun as results are taken. */
const aheadOfEach = 3;

async function* makeInWorkers<T extends Told>(
  batch: Batch,
  items: readonly BatchItem[],
  { crew, tell, form }: InWorkers<T>,
): AsyncGenerator<Result<T>> {
  const { signal, order = "plan" } = batch.options;
  const { collect } = batch;
  try {
    crew.prepare(prepareMessage(batch, form.wanted));
    const begun = new Map<BatchItem, Promise<readonly [BatchItem, Result<T>]>>();
    const next = async (): Promise<readonly [BatchItem, Result<T>]> => {
      signal?.throwIfAborted();
      const [first] = begun.values();
      const wanted = order === "plan" && first ? [first] : [...begun.values()];
      // Anew each time: a promise that outlives a race keeps what the race came to, which is a briefing.
      const aborted = rejectOn(signal);
      try {
        return await Promise.race([...wanted, aborted.promise]);
      } finally {
        aborted.forget();
      }
    };
    const take = async (): Promise<Result<T>> => {
      const [item, result] = await next();
      begun.delete(item);
      // What it took to read and to protect the data, and results that were taken.
      collect();
      return result;
    };
    const make = async (item: BatchItem): Promise<readonly [BatchItem, Result<T>]> => {
      const outcome = await crew.make(item.parameters);
      return [
        item,
        tell(item, outcome.kind === "made" ? { kind: "made", briefing: form.ofWorker(outcome.briefing) } : outcome),
      ];
    };
    for (const item of items) {
      const made = make(item);
      // Whoever takes it hears of its error; where nobody does, the batch has ended by another.
      made.catch(() => undefined);
      begun.set(item, made);
      if (begun.size >= crew.size * aheadOfEach) yield await take();
    }
    while (begun.size > 1) yield await take();
    if (begun.size === 0) return;
    const last = await take();
    // A worker may end of what an earlier briefing left to be called: with the last, all of it is told.
    const ends = await crew.finish();
    yield ends.length > 0 ? withDiagnostics(last, [...last.diagnostics, ...ends]) : last;
  } finally {
    await crew.end();
  }
}

/** A promise that a signal rejects, with its reason. */
function rejectOn(signal: AbortSignal | undefined) {
  let hear = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    hear = () => reject(signal?.reason);
  });
  promise.catch(() => undefined);
  signal?.addEventListener("abort", hear, { once: true });
  return { promise, forget: () => signal?.removeEventListener("abort", hear) };
}

/** What workers make briefings from: what is published of the data, and no more. */
export function prepareMessage({ prepared, request, options: { module } }: Batch, wanted: Wanted): PrepareMessage {
  return {
    kind: "prepare",
    identity: briefingIdentity(prepared.briefing, module?.href),
    datasets: [...prepared.loaded.values()].map(shareDataset),
    diagnostics: prepared.diagnostics,
    request,
    wanted,
  };
}
