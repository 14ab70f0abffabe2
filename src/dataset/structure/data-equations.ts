import type { CategoryRegistry } from "../category-registry.ts";
import { cellKeys, type ObservationColumns, rowsOfMeasure } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import type { SumSpec } from "../dimension-spec.ts";
import { breakdownOf, dimensionsOf } from "../dimensions-of.ts";
import { groupBy } from "../group-by.ts";
import { totalOf } from "../total-of.ts";
import { type DerivedFigures, derivedFigures } from "./derived-figures.ts";
import { type Equation, findEquations } from "./find-equations.ts";
import { fullEffort } from "./find-sums.ts";
import { figuresOf, marginOf } from "./margin-of.ts";
import { categorySeries, withColumns } from "./undeclared-sums.ts";

/** What counts come to in the data and the definition has no word for. */
export interface DataEquations {
  /** Of categories, by dimension. */
  readonly dimensions: Readonly<Record<string, readonly Equation[]>>;
  /** Of measures that are broken down alike. */
  readonly measures: readonly Equation[];
  /** Of rates, shares and means. */
  readonly derived: DerivedFigures;
}

export const noEquations: DataEquations = { dimensions: {}, measures: [], derived: new Map() };

interface Input {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find" | "periods">;
  readonly columns: ObservationColumns;
}

/** Finds what a reader can work out from counts beside what the definition tells: see `findEquations` and `derivedFigures`. */
export function dataEquations({ spec, categories, columns }: Input): DataEquations {
  const effort = fullEffort();
  const counts = Object.entries(spec.measures).filter(([, { statType }]) => statType === "count");
  const dimensions = Object.entries(spec.dimensions).flatMap(([dimension, own]) => {
    if (own.role === "time") return [];
    const told = {
      sums: toldSums({ spec, categories }, dimension),
      chance: new Set((own.notSums ?? []).flatMap((name) => categories.find(dimension, name)?.id ?? [])),
    };
    const found = counts.flatMap(([id, measure]) => {
      if (!dimensionsOf(spec, measure).includes(dimension)) return [];
      const figures = figuresOf(columns.cells, cellKeys(columns), rowsOfMeasure(columns, id));
      return findEquations(categorySeries({ columns, categories, figures }, dimension), told, effort);
    });
    const named = (own.possibleSums ?? []).flatMap(
      (sum) => equationOf(sum, (name) => categories.find(dimension, name)?.id) ?? [],
    );
    return [[dimension, unique([...found, ...named])] as const];
  });
  const alike = groupBy(counts, ([, measure]) => breakdownOf(spec, measure));
  const told = { sums: spec.sums ?? [], chance: new Set(spec.notSums) };
  const measures = [...alike.values()].flatMap((own) => {
    if (own.length < 2) return [];
    const by = dimensionsOf(spec, own[0]?.[1] ?? {});
    const series = own.flatMap(([id, { label }]) => {
      const cells = marginOf({ spec, categories, columns, rows: rowsOfMeasure(columns, id), by });
      return cells ? [{ id, label, cells }] : [];
    });
    return findEquations(withColumns(series), told, effort);
  });
  return {
    dimensions: Object.fromEntries(dimensions),
    measures: unique([
      ...measures,
      ...(spec.possibleSums ?? []).flatMap((sum) => equationOf(sum, (name) => name) ?? []),
    ]),
    derived: derivedFigures({ spec, categories, columns }),
  };
}

/** What each category holds directly; a total all that nothing else holds. */
function toldSums({ spec, categories }: Pick<Input, "spec" | "categories">, dimension: string) {
  const total = totalOf(spec, dimension, categories.find)?.id;
  const holderOf = (id: string, parent: string | undefined) =>
    id === total ? undefined : ((parent === undefined ? undefined : categories.find(dimension, parent)?.id) ?? total);
  const held = categories.list(dimension).map(({ id, parent }) => ({ id, holder: holderOf(id, parent) }));
  return [...groupBy(held, ({ holder }) => holder ?? "")].flatMap(([whole, parts]) =>
    whole === "" ? [] : [{ whole, parts: parts.map(({ id }) => id) }],
  );
}

/** What a whole and its parts come to; undefined where any of them is not there. */
function equationOf({ whole, parts }: SumSpec, idOf: (name: string) => string | undefined): Equation | undefined {
  const ids = [whole, ...parts].flatMap((name) => idOf(name) ?? []);
  return ids.length > parts.length ? { ids, signs: [-1, ...parts.map(() => 1)] } : undefined;
}

const unique = (equations: readonly Equation[]): readonly Equation[] => [
  ...new Map(
    equations.map((own) => [JSON.stringify(own.ids.map((id, at) => [id, own.signs[at]]).sort()), own]),
  ).values(),
];
