import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import type { DatasetSpec } from "../definition.ts";
import type { DimensionSums, UndeclaredSums } from "./undeclared-sums.ts";

interface ReportContext {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find">;
}

/** What to say of sums that the definition does not tell, one for each dimension and one for the measures. Holds no figure. */
export function reportSums(
  { dimensions, measures }: UndeclaredSums,
  { spec, categories }: ReportContext,
): readonly DiagnosticDetails[] {
  const code = "undeclared-sum";
  const source = { id: spec.title };
  const told = dimensions.map(({ dimension, total, holds, across, columns }): DiagnosticDetails => {
    const label = (id: string) => `"${categories.find(dimension, id)?.label ?? id}"`;
    const wholes = [...(total === undefined ? [] : [total]), ...Object.keys(holds), ...across];
    return {
      code,
      message: `In ${dimension}, ${list(wholes.map(label))} ${wholes.length === 1 ? "is the sum" : "are sums"} of others, in all figures${columns > 1 ? ` (${columns} columns)` : ""}, and the definition does not say so.`,
      hint: hintFor({ dimension, total, holds, across, columns }),
      source: { ...source, field: `dimensions.${dimension}` },
    };
  });
  if (measures.length === 0) return told;
  const wholes = measures.map(({ whole }) => whole);
  const sums = measures.map(({ whole, parts }) => ({ whole, parts }));
  return [
    ...told,
    {
      code,
      message: `The ${wholes.length === 1 ? "measure" : "measures"} ${list(wholes)} ${wholes.length === 1 ? "is the sum" : "are sums"} of others, in all figures, and the definition does not say so.`,
      hint: `Add to the definition: sums: ${write(sums)}. If that is chance, notSums: ${write(wholes)}.`,
      source: { ...source, field: "sums" },
    },
  ];
}

function hintFor({ dimension, total, holds, across }: DimensionSums): string {
  const wholes = [...(total === undefined ? [] : [total]), ...Object.keys(holds)];
  const lines = [
    ...(total === undefined ? [] : [`total: ${JSON.stringify(total)}`]),
    ...(Object.keys(holds).length > 0 ? [`holds: ${write(holds)}`] : []),
  ];
  const declare = lines.length > 0 ? `Add to dimensions.${dimension}: ${lines.join(", ")}. ` : "";
  const move =
    across.length > 0
      ? `${list(across.map((id) => `"${id}"`))} cut across the others: leave those rows out, or give them a dimension of their own. `
      : "";
  return `${declare}${move}If that is chance, notSums: ${write([...wholes, ...across])}.`;
}

/** As code has it: `{ north: ["kent", "essex"] }`. */
function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, own]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${write(own)}`,
  );
  return `{ ${fields.join(", ")} }`;
}

const list = (items: readonly string[]): string =>
  items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${items.at(-1)}` : (items[0] ?? "");
