import type { Dataset, DatasetSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import { namesInColumn } from "./totals-of-some.ts";

/**
 * A definition that reads the rows of all in each dimension that has a total, and no others: for a table that breaks all down by one
 * dimension at a time, and so has a total in each of its rows.
 */
export function totalsAlone(
  spec: DatasetSpec,
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): DatasetSpec {
  const { layout = {} } = spec;
  const totals = Object.entries(spec.dimensions).flatMap(([id, own]) => {
    const names = namesInColumn(layout, id);
    if (own.role === "time" || own.total === undefined || names === undefined) return [];
    const { text } = names.textOf(dataset.category(id, own.total)?.label ?? own.total);
    return [{ label: own.label ?? id, column: names.column, text }];
  });
  if (totals.length === 0) return spec;
  const isLeft = ([column]: readonly [string, unknown]) => !totals.some((own) => own.column === column);
  const except = Object.fromEntries(Object.entries(layout.rows?.except ?? {}).filter(isLeft));
  const only = { ...layout.rows?.only, ...Object.fromEntries(totals.map(({ column, text }) => [column, [text]])) };
  remarks.replace("layout.rows", guessedFrom("the figures", readAlone(totals.map(({ label }) => label))));
  const rows = { ...(Object.keys(except).length > 0 && { except }), only };
  return { ...spec, layout: { ...layout, rows } };
}

const readAlone = (labels: readonly string[]): string =>
  `Only the rows of all are read, by ${labels.map((label) => `"${label}"`).join(", ")}, since the first briefing could not be built with the others. For these, take them off "only", and say what each of them holds by holds.`;
