import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { DatasetSpec } from "./definition.ts";
import type { CategoryDimensionSpec } from "./dimension-spec.ts";
import { disclosureRule } from "./disclosure/disclosure-spec.ts";
import type { Category } from "./observation.ts";
import type { ToldParents } from "./told-parents.ts";

interface NestInput {
  readonly spec: DatasetSpec;
  readonly categories: CategoryRegistry;
  /** What rows say of it. */
  readonly parents: ToldParents;
  readonly diagnostics: Diagnostics;
}

/**
 * Gives categories the parents that `holds` names and that rows tell, and calls all parents by their ids. Warns of names that the data does not have, which
 * are errors where counts are to be protected; two parents are an error.
 */
export function nestCategories({ spec, categories, parents, diagnostics }: NestInput): void {
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
    const nest = (category: Category | undefined, whole: Category | undefined): void => {
      if (!whole || !category || category.parent === whole.id) return;
      const problem =
        category.parent !== undefined
          ? `"${category.label}" is held by ${category.parent} and by ${whole.id}.`
          : isWithin(categories, whole, category)
            ? `"${category.label}" and "${whole.label}" would hold each other.`
            : undefined;
      if (problem === undefined) categories.nest(dimension, category, whole);
      else {
        const hint = "A category has one parent: put the other breakdown into a dimension of its own.";
        diagnostics.error({ code: "two-parents", message: problem, hint, source });
      }
    };
    for (const [name, parts] of Object.entries(own.holds ?? {})) {
      const whole = find(name);
      for (const part of parts) nest(find(part), whole);
    }
    const told = parents.wholes(dimension);
    for (const [part, whole] of told) nest(categories.find(dimension, part), categories.find(dimension, whole));
    const wholes = new Set(told.values());
    const isSaid = new Set(
      [own.total ?? [], Object.keys(own.holds ?? {})].flat().map((name) => categories.find(dimension, name)?.id),
    );
    for (const id of parents.ownHolders(dimension)) {
      if (!wholes.has(id) || isSaid.has(id)) continue;
      const label = categories.find(dimension, id)?.label ?? id;
      diagnostics.warn({
        code: "parent-of-own-name",
        message: `"${label}" holds others, as layout.parents says, and rows of its name say that it holds itself: both are taken for one ${dimension}.`,
        hint: `If they are two, call the holder otherwise: layout: { parents: { ${dimension}: { joined: "{…} (…)" } } }. If they are one, name what it holds: holds: { "${label}": [ … ] }.`,
        source: sourceOf("holds"),
      });
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

/** Whether a category is held by another, at whatever level. */
function isWithin(categories: CategoryRegistry, { dimension, id }: Category, other: Category): boolean {
  const above = new Set<string>();
  for (
    let at: string | undefined = id;
    at !== undefined && !above.has(at);
    at = categories.find(dimension, at)?.parent
  ) {
    if (at === other.id) return true;
    above.add(at);
  }
  return false;
}

function callParentsById(categories: CategoryRegistry, dimension: string): void {
  for (const category of [...categories.list(dimension)]) {
    const whole = category.parent === undefined ? undefined : categories.find(dimension, category.parent);
    if (whole && whole.id !== category.parent) categories.nest(dimension, category, whole);
  }
}
