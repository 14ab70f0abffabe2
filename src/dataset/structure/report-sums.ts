import { type DiagnosticDetails, listed } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import type { DatasetSpec } from "../definition.ts";
import { dimensionsOf } from "../dimensions-of.ts";
import { groupBy } from "../group-by.ts";
import { writeLiteral } from "../write-literal.ts";
import type { FoundSum } from "./find-sums.ts";
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
      message: `In ${dimension}, ${list(wholes.map(label))} ${wholes.length === 1 ? "is the sum" : "are sums"} of others in the data${columns > 1 ? ` (${columns} columns)` : ""}, and the definition does not say so.`,
      hint: hintFor({ dimension, total, holds, across, columns }),
      source: { ...source, field: `dimensions.${dimension}` },
    };
  });
  return [
    ...told,
    ...measureKinds(measures, spec).map(({ found, hint }): DiagnosticDetails => {
      const wholes = found.map(({ whole }) => whole);
      return {
        code,
        message: `The ${wholes.length === 1 ? "measure" : "measures"} ${list(wholes)} ${wholes.length === 1 ? "is the sum" : "are sums"} of others in the data, and the definition does not say so.`,
        hint: `${hint} If that is chance, notSums: ${writeLiteral(wholes)}.`,
        source: { ...source, field: "sums" },
      };
    }),
  ];
}

/** Sums of measures by what can be done about them. */
function measureKinds(measures: UndeclaredSums["measures"], spec: DatasetSpec) {
  const isPublic = (id: string) => spec.disclosure?.measures?.[id] === "publish";
  const broken = (id: string) => dimensionsOf(spec, spec.measures[id] ?? {});
  const kindOf = ({ whole, parts }: FoundSum) => {
    const finer = broken(whole).some((dimension) => parts.some((part) => !broken(part).includes(dimension)));
    if (finer) return "whole broken down further";
    return [whole, ...parts].some(isPublic) ? "partly public" : "plain";
  };
  return [...groupBy(measures, kindOf)].map(([kind, found]) => {
    const sums = found.map(({ whole, parts }) => ({ whole, parts }));
    const all = [...new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]))];
    const hint = {
      plain: `Add to the definition: sums: ${writeLiteral(sums)}.`,
      "partly public": `Take ${list(all.filter(isPublic))} off disclosure.measures (or add the others to it, if they are no secret). Add to the definition: sums: ${writeLiteral(sums)}.`,
      "whole broken down further": `Leave ${list(sums.map(({ whole }) => whole))} out, or give its totals a measure of their own: no sum is declared of parts that are broken down less.`,
    }[kind];
    return { found, hint };
  });
}

function hintFor({ dimension, total, holds, across }: DimensionSums): string {
  const wholes = [...(total === undefined ? [] : [total]), ...Object.keys(holds)];
  const lines = [
    ...(total === undefined ? [] : [`total: ${JSON.stringify(total)}`]),
    ...(Object.keys(holds).length > 0 ? [`holds: ${writeLiteral(holds)}`] : []),
  ];
  const declare = lines.length > 0 ? `Add to dimensions.${dimension}: ${lines.join(", ")}. ` : "";
  const move =
    across.length > 0
      ? `${list(across.map((id) => `"${id}"`))} cut across the others: leave those rows out, or give them a dimension of their own. `
      : "";
  return `${declare}${move}If that is chance, notSums: ${writeLiteral([...wholes, ...across])}.`;
}

const most = 5;

/** In words, the first ones and a count where they are many; the line to paste has them all. */
const list = (items: readonly string[]): string =>
  items.length > most + 1 ? `${items.slice(0, most).join(", ")} and ${items.length - most} more` : listed(items, "and");
