import { setImmediate } from "node:timers/promises";
import {
  briefingIdentity,
  createIndexPage,
  diagnosticsOf,
  type FromWorker,
  filesOfBriefing,
  isOnlyGaps,
  type LoadMessage,
  type PrepareMessage,
  packBriefing,
  type ToWorker,
  tellGaps,
} from "../batch/index.ts";
import {
  type Briefing,
  type ContentKeys,
  loadPipeline,
  type Pipeline,
  type PreparedBriefing,
} from "../briefing/index.ts";
import { restoreShared } from "../dataset/index.ts";
import { BriefingError, createDiagnostic, type DiagnosticDetails, traceOf } from "../diagnostics/index.ts";
import { importModule } from "./import-module.ts";

/** Answers messages, one after the other; nothing is answered to `load`. */
export function createMaker(): (message: ToWorker) => Promise<FromWorker | undefined> {
  let loading: Promise<Loaded> | undefined;
  let ready: Ready | undefined;
  return async (message) => {
    if (message.kind === "load") {
      loading = load(message);
      // Told when it is asked for.
      loading.catch(() => undefined);
      return undefined;
    }
    if (message.kind === "rest") {
      // What was to be called on this turn is called before.
      await setImmediate();
      return { kind: "rested" };
    }
    try {
      if (message.kind === "prepare") {
        if (!loading) throw new Error("Nothing was loaded.");
        ready = await prepare(await loading, message);
        return { kind: "ready" };
      }
      if (!ready) throw new Error("Nothing was prepared.");
      const { pipeline, prepared, request, wanted, keys } = ready;
      if (message.kind === "index") return { kind: "indexed", page: await createIndexPage(message.manifest, prepared) };
      const { parameters } = message;
      if (message.kind === "look") {
        const onlyGaps = isOnlyGaps(tellGaps(pipeline.evaluateBriefing(prepared, parameters)));
        return { kind: "looked", key: keys?.of(parameters), onlyGaps };
      }
      const briefing = await pipeline.renderBriefing(prepared, { ...request, parameters });
      return {
        kind: "made",
        briefing: wanted === "files" ? filesOfBriefing(briefing) : packBriefing(briefing, prepared.datasets),
      };
    } catch (error) {
      return { kind: message.kind === "prepare" ? "refused" : "failed", diagnostics: diagnosticsOf(error) };
    }
  };
}

interface Loaded {
  readonly pipeline: Pipeline;
  readonly briefing: Briefing;
  readonly module: string;
}

interface Ready {
  readonly pipeline: Pipeline;
  readonly prepared: PreparedBriefing;
  readonly request: PrepareMessage["request"];
  readonly wanted: PrepareMessage["wanted"];
  readonly keys: ContentKeys | undefined;
}

async function load({ module, loader, formats }: LoadMessage): Promise<Loaded> {
  const [pipeline, exported] = await Promise.all([loadPipeline(), importBriefing(module, loader)]);
  const found = [exported.default, exported.briefing].find(isBriefing);
  if (!found) {
    throw cannotLoad(module, {
      message: "It exports no briefing.",
      hint: "Export it as default, or by the name briefing.",
    });
  }
  await pipeline.warmUp(found, formats);
  return { pipeline, briefing: found, module };
}

async function importBriefing(module: string, loader: LoadMessage["loader"]) {
  try {
    return await importModule(module, loader);
  } catch (error) {
    if (error instanceof BriefingError) throw error;
    throw cannotLoad(module, {
      message: traceOf(error),
      hint: "A worker loads the module by itself: it can use nothing that its program has set up before.",
    });
  }
}

async function prepare({ pipeline, briefing, module }: Loaded, message: PrepareMessage): Promise<Ready> {
  if (briefingIdentity(briefing, module) !== message.identity) {
    throw cannotLoad(module, {
      message:
        "Its briefing is not the one that was given: title, language, parameters, files, charts or datasets differ.",
      hint: "Give the address of the module that the briefing comes from; what it exports must be the same each time that it is loaded.",
    });
  }
  const definitions = briefing.spec.datasets;
  const datasets = message.datasets.flatMap((shared) => {
    const definition = definitions[shared.id];
    return definition ? [[shared.id, restoreShared(definition, shared)] as const] : [];
  });
  const prepared = await pipeline.prepareLoaded(briefing, new Map(datasets));
  const { diagnostics, request, wanted, code, digest } = message;
  if (digest !== undefined && digest !== prepared.compiled.digest()) {
    throw cannotLoad(module, {
      message: "A template, a stylesheet, a font or an image of its briefing is another than where the plan was made.",
      hint: "Give all machines the same files.",
    });
  }
  const keys = code === undefined ? undefined : pipeline.createContentKeys(prepared, request, code);
  return { pipeline, prepared: { ...prepared, diagnostics }, request, wanted, keys };
}

const isBriefing = (value: unknown): value is Briefing =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "briefing";

const cannotLoad = (file: string, { message, hint }: Pick<DiagnosticDetails, "message" | "hint">): BriefingError =>
  new BriefingError([
    createDiagnostic(
      "error",
      { code: "worker-module", message: `A worker cannot make briefings from the module: ${message}`, hint },
      { file },
    ),
  ]);
