import type { DiagnosticDetails, Diagnostics } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import type { ObservationColumns } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { disclosureRule } from "../disclosure/disclosure-spec.ts";
import { type DataEquations, dataEquations, noEquations } from "./data-equations.ts";
import type { Equation } from "./find-equations.ts";
import { repeatedTotals } from "./repeated-totals.ts";
import { reportSums } from "./report-sums.ts";
import { sumsOverTime } from "./sums-over-time.ts";
import { type DimensionSums, type UndeclaredSums, undeclaredSums } from "./undeclared-sums.ts";

interface TablesInput {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find" | "periods">;
  readonly columns: ObservationColumns;
  readonly isProtective?: boolean;
  readonly isNone?: (dimension: string, id: string) => boolean;
}

interface StructureInput extends TablesInput {
  readonly categories: CategoryRegistry;
  readonly diagnostics: Diagnostics;
}

/**
 * Finds sums in the data that the definition does not tell of. Of data that is to be protected they are errors, since a sum
 * gives a hidden count away, and those that it denies are reckoned with where they are no chance; else warnings, and what is a sum of others is out of ranks, charts and batches as if it were declared.
 * @returns what else the counts that are to be protected come to: there is nothing to declare, and it gives counts away all the same.
 */
export function findStructure({ spec, categories, columns, diagnostics }: StructureInput): DataEquations {
  const found = tellingSums({ spec, categories, columns });
  const report = reportSums(found, { spec, categories });
  if (disclosureRule(spec.disclosure)) {
    for (const problem of [...report, ...sumsElsewhere({ spec, categories, columns })]) diagnostics.error(problem);
    if (report.length > 0) return noEquations;
    const equations = dataEquations({ spec, categories, columns });
    for (const problem of reportDenied(equations, { spec, categories })) diagnostics.warn(problem);
    return equations;
  }
  for (const problem of report) diagnostics.warn(problem);
  for (const sums of found.dimensions) nest(categories, sums);
  return noEquations;
}

/** Sums that the definition does not tell of; those of what readers know anyway give nothing away. */
export function tellingSums(input: TablesInput): UndeclaredSums {
  const all = undeclaredSums(input);
  const { spec } = input;
  const isPublic = (id: string) =>
    disclosureRule(spec.disclosure) !== undefined && spec.disclosure?.measures?.[id] === "publish";
  return { ...all, measures: all.measures.filter(({ whole, parts }) => ![whole, ...parts].every(isPublic)) };
}

/** What to say of counts that are sums over another dimension, or over other periods. */
const sumsElsewhere = (input: TablesInput) => [...repeatedTotals(input), ...sumsOverTime(input)];

/** All sums for which data that is to be protected is refused. */
export const refusedSums = (input: TablesInput): readonly DiagnosticDetails[] => [
  ...reportSums(tellingSums(input), input),
  ...sumsElsewhere(input),
];

function nest(categories: CategoryRegistry, { dimension, total, holds }: DimensionSums): void {
  const put = (part: string, whole: string) => {
    const [category, holder] = [categories.find(dimension, part), categories.find(dimension, whole)];
    if (category && holder && category !== holder && category.parent === undefined)
      categories.nest(dimension, category, holder);
  };
  for (const [whole, parts] of Object.entries(holds)) for (const part of parts) put(part, whole);
  if (total === undefined) return;
  for (const { id } of categories.list(dimension)) if (id !== total) put(id, total);
}

interface ReportContext {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find">;
}

/** What to say of sums that are reckoned with though the definition says that they are chance. Holds no figure. */
function reportDenied(
  { dimensions, measures }: Pick<DataEquations, "dimensions" | "measures">,
  { spec, categories }: ReportContext,
): readonly DiagnosticDetails[] {
  const inDimensions = Object.entries(dimensions).flatMap(([dimension, equations]) => {
    const own = spec.dimensions[dimension];
    const denied = own && own.role !== "time" ? (own.notSums ?? []) : [];
    const labelOf = (id: string) => categories.find(dimension, id)?.label ?? id;
    const names = deniedIn(equations, new Set(denied.map((name) => categories.find(dimension, name)?.id ?? name)));
    return names.map((id) => problem(`"${labelOf(id)}"`, `dimensions.${dimension}`, spec));
  });
  return [
    ...inDimensions,
    ...deniedIn(measures, new Set(spec.notSums)).map((id) => problem(`The measure ${id}`, "sums", spec)),
  ];
}

const deniedIn = (equations: readonly Equation[], denied: ReadonlySet<string>): readonly string[] => [
  ...new Set(equations.flatMap(({ ids }) => ids.find((id) => denied.has(id)) ?? [])),
];

const problem = (name: string, field: string, { title }: DatasetSpec): DiagnosticDetails => ({
  code: "denied-sum",
  message: `${name} is said to be a sum by chance (notSums), and too many figures agree for that. Readers can subtract, so it is protected as the sum that it is.`,
  hint: `Declare it, and take it off notSums: then it is out of rankings and charts as well.`,
  source: { id: title, field },
});
