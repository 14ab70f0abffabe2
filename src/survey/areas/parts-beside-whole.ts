import { type Dataset, type DatasetSpec, findDimension, groupBy, isAdditive } from "../../dataset/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { exceptedIn } from "../sums/excepted-in.ts";
import { withoutCategories } from "../sums/leave-out-sums.ts";
import { namesInColumn } from "../sums/totals-of-some.ts";

/** So many areas are left at least; so few of them all are parts of others. */
const [fewestLeft, mostParts] = [4, 1 / 3];
/** A whole has so many parts, and so many figures of different size are their sums. */
const [fewestParts, fewestSums] = [2, 2];
/** How far a sum of rounded figures may be from its whole. */
const nearness = 0.001;

/**
 * The areas that are parts of another beside them by their names and figures, by the id of that: `Inner London` and `Outer London` of `London`, whose figures
 * they come to wherever all are known.
 */
export function partsBesideWhole(dataset: Dataset, dimension: string): ReadonlyMap<string, readonly string[]> {
  const all = dataset.categories(dimension).map(({ id, label }) => ({ id, name: label.trim().toLowerCase() }));
  const byEnd = new Map<string, string[]>();
  for (const { id, name } of all)
    for (const { index } of name.matchAll(/ /gu)) {
      const end = name.slice(index + 1);
      const ids = byEnd.get(end);
      if (ids) ids.push(id);
      else byEnd.set(end, [id]);
    }
  const named = all.flatMap(({ id, name }) => {
    const parts = byEnd.get(name) ?? [];
    return parts.length >= fewestParts ? [[id, parts] as const] : [];
  });
  if (named.length === 0) return new Map();
  const figures = figuresOf(dataset, dimension);
  return new Map(named.filter(([whole, parts]) => areSums(figures, whole, parts)));
}

type Figures = readonly ReadonlyMap<string, number>[];

/** The figures that add up, by their areas, of each measure at each other place. */
function figuresOf(dataset: Dataset, dimension: string): Figures {
  const { measures } = dataset.definition.spec;
  const added = dataset.observations.filter(({ measure }) => {
    const own = measures[measure];
    return own !== undefined && isAdditive(own);
  });
  const cells = groupBy(added, ({ measure, at }) => JSON.stringify([measure, { ...at, [dimension]: "" }]));
  return [...cells.values()].map(
    (own) =>
      new Map(
        own.flatMap(({ at, cell }) => (cell.state === "value" ? [[at[dimension] ?? "", cell.value] as const] : [])),
      ),
  );
}

function areSums(figures: Figures, whole: string, parts: readonly string[]): boolean {
  const sums = figures.flatMap((own) => {
    const [all, known] = [own.get(whole), parts.flatMap((part) => own.get(part) ?? [])];
    if (all === undefined || known.length < parts.length) return [];
    const sum = known.reduce((total, figure) => total + figure, 0);
    return [{ all, isSum: Math.abs(sum - all) <= Math.abs(all) * nearness }];
  });
  const sizes = new Set(sums.flatMap(({ all }) => (all > 0 ? [all] : [])));
  return sizes.size >= fewestSums && sums.every(({ isSum }) => isSum);
}

/** A definition without the rows of areas that are parts of one beside them, where few are: their whole is of the level of the others. */
export function withoutPartsBeside(
  spec: DatasetSpec,
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): DatasetSpec {
  const id = findDimension({ spec }, "area");
  const own = spec.dimensions[id ?? ""];
  if (id === undefined || own === undefined || own.role === "time") return spec;
  const names = namesInColumn(spec.layout, id);
  if (!names) return spec;
  const gone = new Set(exceptedIn(spec.layout?.rows?.except, names.column));
  const left = dataset.categories(id).filter(({ label }) => !gone.has(names.textOf(label).text));
  const isLeft = (area: string) => left.some((one) => one.id === area);
  const found = [...partsBesideWhole(dataset, id)].filter(([whole]) => whole !== own.total && isLeft(whole));
  const parts = [...new Set(found.flatMap(([, all]) => all.filter(isLeft)))];
  const areFew = parts.length <= left.length * mostParts && left.length - parts.length >= fewestLeft;
  if (parts.length === 0 || !areFew) return spec;
  const fewer = withoutCategories(spec, { dataset, dimension: id, ids: parts });
  if (fewer === spec) return spec;
  const labelOf = (area: string) => dataset.category(id, area)?.label ?? area;
  remarks.remove(`dimensions.${id}`);
  for (const [whole, all] of found)
    remarks.also("layout.rows", guessedFrom("its name", `${someOf(all.map(labelOf))}: ${partsOf(labelOf(whole))}`));
  return fewer;
}

const partsOf = (whole: string): string =>
  `parts of "${whole}", by their names and figures, and left out, so that it is not counted twice in ranks. For a briefing of these, name them by "only".`;
