import { categoryId, type Dataset, type DatasetSpec, type DimensionSpec } from "../../dataset/index.ts";
import { guessedFrom } from "../remarks.ts";
import { isPlainTotal } from "../table/survey-column.ts";
import type { Totals } from "./totals-by-figures.ts";

/** What empty cells stand for is all, where their figures are the sums of the others. */
export function nameBlankTotals(
  { layout }: DatasetSpec,
  dimensions: Record<string, DimensionSpec>,
  { dataset, remarks }: Pick<Totals, "dataset" | "remarks">,
): DatasetSpec["layout"] {
  const layouts = Object.entries(layout?.dimensions ?? {}).map(([id, read]) => {
    const own = dimensions[id];
    const blank = typeof read === "object" && "column" in read ? read.blank : undefined;
    const isTotal = own?.role !== "time" && own?.total !== undefined && categoryId(blank ?? "") === own.total;
    const isNamed = dataset.categories(id).some((one) => one.id === categoryId(allOfThem));
    // What holds others by their figures is no rest of them, of one area alone or of all.
    const stated = own?.role === "time" ? undefined : own?.holds;
    const held = blank === undefined ? undefined : stated?.[categoryId(blank)];
    if (own && own.role !== "time" && blank === notStated && held && stated && !isNamed) {
      const { [categoryId(blank)]: _, ...others } = stated;
      dimensions[id] = { ...own, holds: { ...others, [categoryId(allOfThem)]: held } };
      remarks.also(`dimensions.${id}.holds`, blankHolds);
      return [id, { ...(read as { readonly column: string }), blank: allOfThem }] as const;
    }
    if (own && own.role !== "time" && blank === allOfThem && isTotal && areNothing(dataset, id, own.total ?? "")) {
      const { total: _, ...others } = own;
      dimensions[id] = others;
      remarks.remove(`dimensions.${id}.total`);
      return [id, { ...(read as { readonly column: string }), blank: notStated }] as const;
    }
    // One that is called as a total of the table is goes by its name.
    const isCalled = isPlainTotal(blank ?? "");
    if (blank === allOfThem && own?.role !== "time" && own?.total === undefined)
      return [id, { ...(read as { readonly column: string }), blank: notStated }] as const;
    if (!own || own.role === "time" || !isTotal || isNamed || isCalled) return [id, read] as const;
    dimensions[id] = { ...own, total: categoryId(allOfThem) };
    if (remarks.all.has(`dimensions.${id}.total`)) {
      remarks.remove(`dimensions.${id}.total`);
      remarks.add(`dimensions.${id}.total`, blankTotal);
    }
    return [id, { ...(read as { readonly column: string }), blank: allOfThem }] as const;
  });
  const isSame = layouts.every(([id, read]) => layout?.dimensions?.[id as string] === read);
  return isSame ? layout : layout && { ...layout, dimensions: Object.fromEntries(layouts) };
}

/** Whether a category has zeros alone, and others have more: what checks a sum, and no total. */
function areNothing({ observations }: Dataset, dimension: string, id: string): boolean {
  const isMore = ({ cell }: Dataset["observations"][number]) => cell.state === "value" && cell.value > 0;
  const own = observations.filter(({ at }) => at[dimension] === id);
  return own.length > 0 && !own.some(isMore) && observations.some(isMore);
}

const [allOfThem, notStated] = ["All", "Not stated"];
const blankTotal = guessedFrom(
  "the figures",
  "Empty cells are about the sum of all others, and were taken for their total.",
);

const blankHolds = guessedFrom(
  "the figures",
  "Empty cells are the sums of others that stand beside them, and were taken for all of these.",
);

/** Whether a category is what empty cells were taken for: what else they may be is remarked. */
export function isBlankCalled(dataset: Dataset, dimension: string, name: string): boolean {
  const read = dataset.definition.spec.layout?.dimensions?.[dimension];
  const blank = typeof read === "object" && "column" in read ? read.blank : undefined;
  return blank !== undefined && dataset.category(dimension, name)?.id === dataset.category(dimension, blank)?.id;
}
