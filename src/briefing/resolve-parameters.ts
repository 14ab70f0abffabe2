import type { Category, Dataset } from "../dataset/index.ts";
import { createDiagnostics, didYouMean } from "../diagnostics/index.ts";
import type { Parameters } from "./briefing-spec.ts";

/**
 * Turns what a caller gave for the parameters into categories and texts.
 * @throws BriefingError with every parameter that is missing, unknown, or names no category.
 */
export function resolveParameters(
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
