import {
  type Claim,
  type ClaimEvaluator,
  type ClaimSpec,
  type ClaimTable,
  checkById,
  evaluateClaims,
  evaluateTable,
} from "../claims/index.ts";
import type { Category, Dataset } from "../dataset/index.ts";
import { createDiagnostics, didYouMean } from "../diagnostics/index.ts";
import { createContext } from "./briefing-context.ts";
import type { Figures, Parameters } from "./briefing-spec.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import { boundsOf, intervalOf, limitsOf } from "./traced-rows.ts";

/** What one briefing says, before any page of it is made. */
export interface EvaluatedBriefing {
  readonly parameters: Readonly<Record<string, Category | string>>;
  /** As the briefing asks for them. */
  readonly asked: Readonly<Record<string, ClaimSpec>>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ClaimTable>;
}

/**
 * Evaluates the claims and tables of one set of parameters.
 * @throws BriefingError for parameters that are missing or unknown, and with every claim that cannot be evaluated.
 */
export function evaluateBriefing(
  { briefing: { spec }, datasets, evaluator }: PreparedBriefing,
  given: Readonly<Record<string, string>>,
): EvaluatedBriefing {
  const parameters = resolveParameters(spec.parameters ?? {}, given, datasets);
  const context = createContext({
    datasets: Object.fromEntries(evaluator.datasets),
    parameters,
    figures: plainFigures(evaluator),
  });
  const asked = spec.claims(context);
  const claims = evaluateClaims(asked, evaluator);
  const tables = spec.tables?.(context) ?? {};
  checkById("tables", tables);
  return {
    parameters,
    asked,
    claims,
    tables: new Map(Object.entries(tables).map(([id, table]) => [id, evaluateTable(id, table, evaluator)])),
  };
}

/** Figures that are asked for outside of charts, where nothing has to be told of where they come from. */
function plainFigures(evaluator: ClaimEvaluator): Figures {
  return {
    figure: (asked) => evaluator.evaluate("figure", asked).figure?.rounded ?? null,
    interval: (asked) => intervalOf(evaluator, asked),
    limits: (asked) => limitsOf(evaluator.evaluate("limits", asked)),
    bounds: (asked) => boundsOf(evaluator.evaluate("bounds", asked)),
  };
}

/**
 * Turns what a caller gave for the parameters into categories and texts.
 * @throws BriefingError with every parameter that is missing, unknown, or names no category.
 */
function resolveParameters(
  specs: Parameters,
  given: Readonly<Record<string, string>>,
  datasets: ReadonlyMap<string, Dataset>,
): Readonly<Record<string, Category | string>> {
  const diagnostics = createDiagnostics();
  const resolved: Record<string, Category | string> = {};
  for (const name of Object.keys(given)) {
    if (name in specs) continue;
    diagnostics.error({
      code: "unknown-parameter",
      message: `The briefing has no parameter "${name}".`,
      hint: didYouMean(name, Object.keys(specs)),
      source: { id: name },
    });
  }
  for (const [name, spec] of Object.entries(specs)) {
    const value = given[name] ?? (spec.kind === "text" ? spec.default : undefined);
    if (value === undefined) {
      diagnostics.error({
        code: "missing-parameter",
        message: `The parameter "${name}" is not given.`,
        source: { id: name },
      });
      continue;
    }
    if (spec.kind === "text") {
      resolved[name] = value;
      continue;
    }
    const dataset = datasets.get(spec.dataset);
    const category = dataset?.category(spec.dimension, value);
    if (category) resolved[name] = category;
    else {
      const labels = dataset?.categories(spec.dimension).flatMap(({ id, label }) => [id, label]) ?? [];
      diagnostics.error({
        code: "unknown-category",
        message: `There is no ${name} "${value}".`,
        hint: didYouMean(value, labels),
        source: { id: name },
      });
    }
  }
  diagnostics.throwIfErrors();
  return resolved;
}
