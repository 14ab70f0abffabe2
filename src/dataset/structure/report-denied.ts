import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import type { DatasetSpec } from "../definition.ts";
import type { DataEquations } from "./data-equations.ts";
import type { Equation } from "./find-equations.ts";

interface ReportContext {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find">;
}

/** What to say of sums that are reckoned with though the definition says that they are chance. Holds no figure. */
export function reportDenied(
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
