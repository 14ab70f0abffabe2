import { setImmediate } from "node:timers/promises";
import type { Briefing, Definitions, GeneratedBriefing, OutputFormat, Parameters } from "../briefing/index.ts";
import type { ClaimSpec } from "../claims/index.ts";
import { shareDataset } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type Batch, type BatchItem, type BatchRequest, diagnosticsOf, prepareBatch } from "./prepare-batch.ts";
import { briefingIdentity } from "./workers/briefing-identity.ts";
import type { Crew, Outcome } from "./workers/create-crew.ts";
import type { PrepareMessage } from "./workers/messages.ts";

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
  const { options, workforce } = batch;
  options.signal?.throwIfAborted();
  const crew = workforce.crewFor(items.length);
  const tell = createTeller(batch, items.length);
  const results = crew ? makeInWorkers(batch, items, { crew, tell }) : makeHere(batch, items, tell);
  yield* results as AsyncGenerator<BatchResult<ClaimId, F>>;
}

/** Makes a result of an outcome, and tells of the progress. */
type Teller = (item: BatchItem, outcome: Outcome) => BatchResult;

function createTeller({ options, workforce }: Batch, total: number): Teller {
  let [finished, failed] = [0, 0];
  return (item, outcome) => {
    finished += 1;
    if (outcome.kind === "failed") failed += 1;
    options.onProgress?.({ name: item.name, finished, failed, total });
    if (outcome.kind === "failed") return { ...item, status: "failed", diagnostics: outcome.diagnostics };
    const briefing = outcome.briefing as GeneratedBriefing;
    const diagnostics = [...workforce.diagnostics, ...briefing.diagnostics];
    return { ...item, status: "generated", ...briefing, diagnostics };
  };
}

async function* makeHere(
  { pipeline, prepared, request, options: { signal } }: Batch,
  items: readonly BatchItem[],
  tell: Teller,
): AsyncGenerator<BatchResult> {
  for (const item of items) {
    // Making a briefing waits for nothing outside, so only here can a signal be heard.
    if (signal) await setImmediate();
    signal?.throwIfAborted();
    let outcome: Outcome;
    try {
      const { parameters } = item;
      outcome = { kind: "made", briefing: await pipeline.renderBriefing(prepared, { ...request, parameters }) };
    } catch (error) {
      outcome = { kind: "failed", diagnostics: diagnosticsOf(error) };
    }
    yield tell(item, outcome);
  }
}

interface InWorkers {
  readonly crew: Crew;
  readonly tell: Teller;
}

/** So many briefings for each worker are begun, waiting or finished: more are begun as results are taken. */
const aheadOfEach = 3;

async function* makeInWorkers(
  batch: Batch,
  items: readonly BatchItem[],
  { crew, tell }: InWorkers,
): AsyncGenerator<BatchResult> {
  const { signal, order = "plan" } = batch.options;
  try {
    crew.prepare(prepareMessage(batch));
    const begun = new Map<BatchItem, Promise<readonly [BatchItem, BatchResult]>>();
    const next = async (): Promise<readonly [BatchItem, BatchResult]> => {
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
    const take = async (): Promise<BatchResult> => {
      const [item, result] = await next();
      begun.delete(item);
      return result;
    };
    for (const item of items) {
      const made = crew.make(item.parameters).then((outcome) => [item, tell(item, outcome)] as const);
      // Whoever takes it hears of its error; where nobody does, the batch has ended by another.
      made.catch(() => undefined);
      begun.set(item, made);
      if (begun.size >= crew.size * aheadOfEach) yield await take();
    }
    while (begun.size > 0) yield await take();
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
function prepareMessage({ prepared, request }: Batch): PrepareMessage {
  return {
    kind: "prepare",
    identity: briefingIdentity(prepared.briefing),
    datasets: [...prepared.loaded.values()].map(shareDataset),
    diagnostics: prepared.diagnostics,
    request,
  };
}
