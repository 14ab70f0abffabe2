import { type Dataset, type DatasetSpec, type DimensionSpec, isAdditive } from "../../dataset/index.ts";
import { guessedFrom, isGuessed, type Remarks } from "../remarks.ts";
import { withoutCategories } from "./leave-out-sums.ts";

/** So many figures show that a total is rounded to tens. */
const fewestRounded = 4;

/**
 * A definition without the rows of totals that are rounded where what they should total is not: no exact sums, which
 * would give away the hidden counts among these, and could not be protected.
 */
export function withoutRoundedTotals(
  spec: DatasetSpec,
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): DatasetSpec {
  const found = totalsOf(spec).filter(([id, total]) => isRounded(dataset, id, total));
  return withoutTotals(spec, found, { dataset, remarks, why: isRoundedAlone });
}

/** The same of all totals by name, for where readers could work out by them what has to be hidden. */
export function withoutNamedTotals(
  spec: DatasetSpec,
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): DatasetSpec {
  const found = totalsOf(spec).filter(([id]) => isGuessed(remarks.all.get(`dimensions.${id}.total`) ?? "", "its name"));
  return withoutTotals(spec, found, { dataset, remarks, why: givesAway });
}

type TotalOf = readonly [dimension: string, total: string];

const totalsOf = ({ dimensions }: DatasetSpec): readonly TotalOf[] =>
  Object.entries(dimensions).flatMap(([id, own]: readonly [string, DimensionSpec]): readonly TotalOf[] =>
    own.role !== "time" && own.total !== undefined ? [[id, own.total]] : [],
  );

function withoutTotals(
  spec: DatasetSpec,
  found: readonly TotalOf[],
  { dataset, remarks, why }: { readonly dataset: Dataset; readonly remarks: Remarks; readonly why: string },
): DatasetSpec {
  return found.reduce((before, [id, total]) => {
    const label = dataset.category(id, total)?.label ?? total;
    const ids = dataset.categories(id).flatMap((own) => (own.id === total || own.label === label ? [own.id] : []));
    const fewer = withoutCategories(before, { dataset, dimension: id, ids });
    if (fewer === before) return before;
    remarks.remove(`dimensions.${id}.total`);
    remarks.also("layout.rows", guessedFrom("its name", `"${label}": ${why}`));
    return fewer;
  }, spec);
}

/** Whether all figures of a category are round tens, beside others of the same measures that are not, some of them hidden. */
function isRounded(dataset: Dataset, dimension: string, total: string): boolean {
  const { measures } = dataset.definition.spec;
  const whole = dataset.category(dimension, total)?.id;
  const counted = dataset.observations.filter(({ measure }) => {
    const own = measures[measure];
    return own !== undefined && own.statType === "count" && isAdditive(own);
  });
  const figuresOf = (isWhole: boolean) =>
    counted.flatMap(({ at, cell }) =>
      (at[dimension] === whole) === isWhole && cell.state === "value" && cell.value !== 0 ? [cell.value] : [],
    );
  const [wholes, parts] = [figuresOf(true), figuresOf(false)];
  const isTens = (value: number) => value % 10 === 0;
  const isSomeHidden = counted.some(({ at, cell }) => at[dimension] !== whole && cell.state === "suppressed");
  // By chance, a tenth of what is not rounded ends with 0.
  return isSomeHidden && wholes.length >= fewestRounded && wholes.every(isTens) && !isMostly(parts, isTens);
}

const isMostly = (values: readonly number[], test: (value: number) => boolean): boolean =>
  2 * values.filter(test).length >= values.length;

const isRoundedAlone =
  'rounded to tens, where the others are not, and left out: it is not their exact sum, and taken for one it would give away what is hidden among them. For a briefing of it, name it by "only".';
const givesAway =
  "the total of the others by its name, and left out: with it, readers could work out some that have to be hidden.";
