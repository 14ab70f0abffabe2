import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { DatasetSpec } from "./definition.ts";
import type { CategoryDimensionSpec } from "./dimension-spec.ts";
import { disclosureRule } from "./disclosure/disclosure-spec.ts";
import type { Category } from "./observation.ts";

interface NestInput {
  readonly spec: DatasetSpec;
  readonly categories: CategoryRegistry;
  readonly diagnostics: Diagnostics;
}

/**
 * Gives categories the parents that `holds` names, and calls all parents by their ids. Warns of names that the data does not have, which
 * are errors where counts are to be protected; two parents are an error.
 */
export function nestCategories({ spec, categories, diagnostics }: NestInput): void {
  const isSecret = disclosureRule(spec.disclosure) !== undefined;
  for (const [dimension, own] of Object.entries(spec.dimensions)) {
    if (own.role === "time") continue;
    const sourceOf = (field: string) => ({ id: spec.title, field: `dimensions.${dimension}.${field}` });
    const source = sourceOf("holds");
    const find = (name: string, field = "holds"): Category | undefined => {
      const found = categories.find(dimension, name);
      if (found) return found;
      const known = categories.list(dimension).flatMap(({ id, label }) => [id, label]);
      const message = `There is no ${dimension} "${name}" in the data, and the definition says what ${field === "total" ? "it stands for" : "holds it or what it holds"}.`;
      const source = sourceOf(field);
      if (isSecret) {
        const hint = `What adds up has to be known where small counts are hidden. ${didYouMean(name, known)} Leave the name out if the data has no such ${dimension}.`;
        diagnostics.error({ code: "unknown-category", message, hint, source });
      } else diagnostics.warn({ code: "unknown-category", message, hint: didYouMean(name, known), source });
      return undefined;
    };
    for (const [name, field] of namesTold(own)) find(name, field);
    callParentsById(categories, dimension);
    for (const [name, parts] of Object.entries(own.holds ?? {})) {
      const whole = find(name);
      for (const part of parts) {
        const category = find(part);
        if (!whole || !category || category.parent === whole.id) continue;
        if (category.parent === undefined) categories.nest(dimension, category, whole);
        else {
          diagnostics.error({
            code: "two-parents",
            message: `"${category.label}" is held by ${category.parent} and by ${whole.id}.`,
            hint: "A category has one parent: put the other breakdown into a dimension of its own.",
            source,
          });
        }
      }
    }
  }
}

/** The names that a dimension tells of beside what holds what, with the field that does. */
function namesTold({
  total,
  categories = [],
  possibleSums = [],
}: CategoryDimensionSpec): readonly (readonly [name: string, field: string])[] {
  const parents = new Set(categories.flatMap(({ parent }) => parent ?? []));
  const possible = new Set(possibleSums.flatMap(({ whole, parts }) => [whole, ...parts]));
  return [
    ...(total === undefined ? [] : [[total, "total"] as const]),
    ...[...parents].map((name) => [name, "categories"] as const),
    ...[...possible].map((name) => [name, "possibleSums"] as const),
  ];
}

function callParentsById(categories: CategoryRegistry, dimension: string): void {
  for (const category of [...categories.list(dimension)]) {
    const whole = category.parent === undefined ? undefined : categories.find(dimension, category.parent);
    if (whole && whole.id !== category.parent) categories.nest(dimension, category, whole);
  }
}
