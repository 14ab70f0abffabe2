import type { Briefing, ContentKeys, Definitions, OutputFormat, Parameters } from "../briefing/index.ts";
import type { ClaimSpec } from "../claims/index.ts";
import { collectEdition, type Edition } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { BatchItem } from "./batch-item.ts";
import { createIndexPage } from "./create-index-page.ts";
import {
  type BatchFiles,
  type BatchResult,
  generateBatch,
  generateFiles,
  prepareMessage,
} from "./generate-briefings.ts";
import type { Manifest } from "./manifest.ts";
import { type Batch, type BatchRequest, diagnosticsOf, prepareBatch } from "./prepare-batch.ts";
import { tellGaps } from "./tell-gaps.ts";
import type { Workforce } from "./workers/create-workforce.ts";
import type { PrepareMessage } from "./workers/messages.ts";

/** One briefing that will be made: what it will say, without a page of it. */
export type PlannedBriefing = BatchItem &
  (
    | {
        readonly status: "planned";
        /** Claims and cells of tables that have a figure, whose figure is hidden, and of which there is none. */
        readonly figures: number;
        readonly hidden: number;
        readonly missing: number;
      }
    | { readonly status: "failed"; readonly diagnostics: readonly Diagnostic[] }
  );

/** What a batch will be. */
export interface BatchPlan<ClaimId extends string = string, F extends OutputFormat = OutputFormat> {
  /** Which briefings there will be. */
  readonly items: readonly BatchItem[];
  /** What each of them will say; evaluated when it is first asked for. */
  readonly briefings: readonly PlannedBriefing[];
  /** The same of one of them, also evaluated once. */
  evaluate(item: BatchItem): PlannedBriefing;
  /** Warnings about the data, which was read and protected as a whole. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * What tells whether a briefing would come out as it did before; see `ContentKeys`.
   * @param code what the code of the briefing is: a hash of its module and of those that this imports.
   */
  contentKeys(code: string): ContentKeys | undefined;
  /** The page that leads to the files of a manifest, in the language of the briefing. */
  indexPage(manifest: Manifest): Promise<string>;
  /** Of the datasets, each once: what the set of briefings is about. */
  readonly title: string;
  readonly lang: string;
  /**
   * What the protected datasets show, and what earlier editions did: to be kept (`formatEdition`) for the next one. Undefined where
   * nothing is protected.
   */
  readonly edition: Edition | undefined;
  /**
   * Generates them, as `generateBriefings` does, from what was read and compiled for the plan; with `items`, these alone, in
   * their order.
   */
  generate(some?: { readonly items?: readonly BatchItem[] }): AsyncGenerator<BatchResult<ClaimId, F>>;
}

/** A plan for whoever writes what comes of it. */
export interface WritingPlan extends BatchPlan {
  /** The files of some, as `generate` would make them. */
  generateFiles(items: readonly BatchItem[]): AsyncGenerator<BatchFiles>;
  /**
   * What workers elsewhere make these files from: protected data, and how they know that they have the same briefing.
   * @param code as of `contentKeys`.
   */
  toSend(code: string): PrepareMessage;
}

/**
 * Says which briefings there will be, what their files are called, and how many figures each has, before a page is made: its
 * claims and tables are evaluated when that is asked for, no chart is drawn.
 * @throws BriefingError for data that cannot be read, a briefing that does not compile, and names that cannot be used.
 */
export async function planBriefings<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat = OutputFormat,
>(briefing: Briefing<D, P, C>, request: BatchRequest<D, P, F>): Promise<BatchPlan<keyof C & string, F>> {
  return planBatch(briefing, request);
}

/**
 * The same with workers that were started before there was a briefing to plan.
 * @throws BriefingError as `planBriefings`.
 */
export async function planBatch<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat = OutputFormat,
>(
  briefing: Briefing<D, P, C>,
  request: BatchRequest<D, P, F>,
  workforce?: Workforce,
): Promise<BatchPlan<keyof C & string, F> & Pick<WritingPlan, "generateFiles" | "toSend">> {
  const batch = await prepareBatch(briefing, request, workforce);
  const planned = new Map<number, PlannedBriefing>();
  const evaluate = (item: BatchItem): PlannedBriefing => {
    const found = planned.get(item.index) ?? planOne(batch, item);
    planned.set(item.index, found);
    return found;
  };
  const own = (items: readonly BatchItem[]) => items.flatMap(({ index }) => batch.items[index] ?? []);
  return {
    items: batch.items,
    get briefings() {
      return batch.items.map(evaluate);
    },
    evaluate,
    diagnostics: [...batch.workforce.diagnostics, ...batch.prepared.diagnostics],
    contentKeys: (code) => batch.pipeline.createContentKeys(batch.prepared, batch.request, code),
    indexPage: (manifest) => createIndexPage(manifest, batch.prepared),
    title: [...new Set([...batch.prepared.datasets.values()].map(({ definition }) => definition.spec.title))].join(
      ", ",
    ),
    lang: batch.prepared.briefing.spec.lang,
    get edition() {
      return collectEdition(batch.prepared.loaded.values(), batch.previous);
    },
    generate: ({ items } = {}) => generateBatch(batch, items && own(items)),
    generateFiles: (items) => generateFiles(batch, own(items)),
    toSend: (code) => ({ ...prepareMessage(batch, "files"), code, digest: batch.prepared.compiled.digest() }),
  };
}

function planOne({ pipeline, prepared }: Batch, item: BatchItem): PlannedBriefing {
  try {
    return { ...item, status: "planned", ...tellGaps(pipeline.evaluateBriefing(prepared, item.parameters)) };
  } catch (error) {
    return { ...item, status: "failed", diagnostics: diagnosticsOf(error) };
  }
}
