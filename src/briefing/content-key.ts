import { createHash } from "node:crypto";
import packageJson from "../../package.json" with { type: "json" };
import {
  type Claim,
  type ClaimEvaluator,
  type ClaimSpec,
  createClaimEvaluation,
  createRecentMap,
  type Group,
  type RecentMap,
  type Selection,
} from "../claims/index.ts";
import { type Dataset, recordReads } from "../dataset/index.ts";
import { createContext } from "./briefing-context.ts";
import { evaluateBriefing } from "./evaluate-briefing.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import type { RenderRequest } from "./render-briefing.ts";
import { createRowSource } from "./traced-rows.ts";

/**
 * Texts that change when the files of a briefing would. They are hashes of protected data, and of counts that nobody protected:
 * whoever has one can try out values against it. They belong beside the data, and into no output.
 */
export interface ContentKeys {
  /** Of all briefings of a batch together. */
  readonly all: string;
  /** Of one of them: the cells that it reads, whichever area they are of. Undefined where it cannot be evaluated. */
  of(parameters: Readonly<Record<string, string>>): string | undefined;
}

/**
 * Makes the keys of the briefings of a batch.
 * @param code what the code of the briefing is: a hash of its module and of those that this imports.
 * @returns undefined for a briefing whose charts load files when they are drawn: what is in these is not known before.
 */
export function createContentKeys(
  prepared: PreparedBriefing,
  request: Omit<RenderRequest, "parameters">,
  code: string,
): ContentKeys | undefined {
  const { briefing, compiled, datasets } = prepared;
  const { fonts: _, ...spec } = briefing.spec;
  if (Object.values(spec.charts ?? {}).some(({ load }) => load !== undefined)) return undefined;
  const { date, draft, verifiable, trail } = request;
  const shared = hashOf([
    packageJson.version,
    code,
    // Values that a module takes from elsewhere, and how its functions are written.
    JSON.stringify(spec, (_, value: unknown) => (typeof value === "function" ? String(value) : value)),
    compiled.digest(),
    JSON.stringify([[...request.formats].sort(), date, draft, verifiable, trail]),
    ...[...datasets.values()].map(namesIn),
    ...(spec.attach?.includes("data") ? [...datasets.values()].map(({ hash }) => hash) : []),
  ]);
  const claims = readingClaims(prepared);
  return {
    all: hashOf([shared, ...[...datasets.values()].map(({ hash }) => hash)]),
    of: (parameters) => keyOf({ prepared, shared, claims }, parameters),
  };
}

/** What a page may say of a dataset apart from its figures. */
function namesIn({ definition, categories, periods, sources }: Dataset): string {
  const dimensions = Object.keys(definition.spec.dimensions);
  return JSON.stringify([definition.hash, dimensions.map(categories), periods(), [...sources.values()]]);
}

/** Evaluates each claim once for all areas, and knows what it read. */
interface ReadingClaims {
  evaluatorOver(datasets: ReadonlyMap<string, Dataset>): {
    readonly evaluator: ClaimEvaluator;
    read(): readonly string[];
  };
}

/** What is remembered: of claims that were evaluated some 20,000 of a few cells, of the groups that they are set against so many figures. */
const mostRemembered = 2_000_000;
const mostFigures = 100_000;
const mostTotals = 1000;

interface Read<T> {
  readonly found: T;
  /** A hash of all that it was found from. */
  readonly read: string;
}

function readingClaims({ datasets, evaluator: { words } }: PreparedBriefing): ReadingClaims {
  const evaluateOne = createClaimEvaluation(words);
  const known = createRecentMap<Read<Claim>>(mostRemembered, ({ found }) => 100 + found.evidence.length);
  const groups = createRecentMap<Read<Group>>(mostFigures, ({ found }) => found.all.length);
  const totals = createRecentMap<Read<Selection>>(mostTotals);

  /** Answers from datasets that remember what they were asked for this answer alone. */
  function reading<T>(answer: (datasets: ReadonlyMap<string, Dataset>) => T): Read<T> {
    const recorded = [...datasets].map(([name, dataset]) => [name, recordReads(dataset)] as const);
    const found = answer(new Map(recorded.map(([name, { dataset }]) => [name, dataset])));
    return { found, read: hashOf(recorded.map(([, each]) => each.fingerprint())) };
  }

  function evaluate(id: string, spec: ClaimSpec, setting: "text" | "table"): Read<Claim> {
    /** What it shares with others was read once for all of them, and belongs to each. */
    const sharedReads: string[] = [];
    const once = <T>(all: RecentMap<Read<T>>, key: string, select: (from: ReadonlyMap<string, Dataset>) => T): T => {
      const { found, read } = all.get(key) ?? reading(select);
      all.set(key, { found, read });
      sharedReads.push(read);
      return found;
    };
    const { found, read } = reading((from) =>
      evaluateOne(
        { id, spec, setting },
        {
          datasets: from,
          shared: {
            group: (key, select) => once(groups, key, select),
            total: (key, select) => once(totals, key, select),
          },
        },
      ),
    );
    return { found, read: hashOf([read, ...sharedReads]) };
  }

  return {
    evaluatorOver(own) {
      const read = new Map<string, string>();
      const evaluator: ClaimEvaluator = {
        datasets: own,
        words,
        evaluate(id, spec, setting = "text") {
          const key = `${setting} ${JSON.stringify(spec)}`;
          const evaluated = known.get(key) ?? evaluate(id, spec, setting);
          known.set(key, evaluated);
          read.set(key, evaluated.read);
          return evaluated.found.id === id ? evaluated.found : { ...evaluated.found, id };
        },
      };
      return { evaluator, read: () => [...read].flat() };
    },
  };
}

interface KeyInput {
  readonly prepared: PreparedBriefing;
  readonly shared: string;
  readonly claims: ReadingClaims;
}

function keyOf({ prepared, shared, claims }: KeyInput, given: Readonly<Record<string, string>>): string | undefined {
  const { charts = {} } = prepared.briefing.spec;
  const recorded = [...prepared.datasets].map(([id, dataset]) => [id, recordReads(dataset)] as const);
  const datasets = new Map(recorded.map(([id, { dataset }]) => [id, dataset]));
  const { evaluator, read } = claims.evaluatorOver(datasets);
  try {
    const { parameters, asked, tables } = evaluateBriefing({ ...prepared, datasets, evaluator }, given);
    const drawn = Object.entries(charts).map(([id, chart]) => {
      const source = createRowSource(evaluator, prepared.naming);
      const context = createContext({ datasets: source.datasets, parameters, figures: source });
      return [id, chart.data(context), chart.alt?.(context), chart.longDescription?.(context)];
    });
    return hashOf([
      shared,
      JSON.stringify([given, asked, [...tables.keys()], drawn]),
      ...read(),
      ...recorded.map(([, each]) => each.fingerprint()),
    ]);
  } catch {
    // Whoever makes it is told what is wrong.
    return undefined;
  }
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n${part}`);
  return hash.digest("hex");
}
