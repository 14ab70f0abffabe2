import type { Dataset, DatasetSpec, DimensionSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { fieldOfLeftOut, withoutCategories, withoutMeasure } from "./leave-out-sums.ts";

/** A definition without the rows and measures that it takes for sums, and without what it says of them. */
export function withoutWholes(
  given: DatasetSpec,
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): DatasetSpec {
  const { sums = [], possibleSums = [] } = given;
  const measures = [...new Set([...sums, ...possibleSums].map(({ whole }) => whole))];
  let spec = measures.reduce(withoutMeasure, given);
  if (measures.length > 0) remarks.also(fieldOfLeftOut(spec), leftOut(measures.map((id) => labelOf(given, id))));
  for (const said of ["sums", "possibleSums"]) remarks.remove(said);
  for (const [dimension, own] of Object.entries(given.dimensions)) {
    const ids = wholesIn(own).flatMap((name) => dataset.category(dimension, name)?.id ?? []);
    const fewer = withoutCategories(spec, { dataset, dimension, ids });
    // Rows that cannot be named stay, and what protects their parts with them.
    if (!saysSums(own) || (fewer === spec && ids.length > 0)) continue;
    if (ids.length > 0)
      remarks.also("layout.rows", leftOut(ids.map((id) => dataset.category(dimension, id)?.label ?? id)));
    for (const said of saidOfSums) remarks.remove(`dimensions.${dimension}.${said}`);
    spec = { ...fewer, dimensions: { ...fewer.dimensions, [dimension]: sayingNoSums(own) } };
  }
  return spec === given ? given : (defined({ ...spec, sums: undefined, possibleSums: undefined }) as DatasetSpec);
}

const saidOfSums = ["total", "holds", "possibleSums"] as const;
const saysSums = (own: DimensionSpec): boolean =>
  own.role !== "time" && saidOfSums.some((said) => own[said] !== undefined);

const wholesIn = (own: DimensionSpec): readonly string[] =>
  own.role === "time" ? [] : [...(own.total === undefined ? [] : [own.total]), ...Object.keys(own.holds ?? {})];

function sayingNoSums(own: DimensionSpec): DimensionSpec {
  if (own.role === "time") return own;
  const { total: _, holds: __, possibleSums: ___, ...rest } = own;
  return rest;
}

const labelOf = ({ measures }: DatasetSpec, id: string): string => measures[id]?.label ?? id;

const leftOut = (labels: readonly string[]): string =>
  guessedFrom(
    "the figures",
    `${someOf([...new Set(labels)])}: taken for sums of others, and left out, since the first briefing could not be built with them. To show one, say what it holds by holds, or what it is the sum of by sums.`,
  );
