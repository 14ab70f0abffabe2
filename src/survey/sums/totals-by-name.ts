import { type Dataset, type DimensionSpec, isAdditive, someObservation } from "../../dataset/index.ts";
import { isGuessed } from "../remarks.ts";
import { isPlainTotal, isTotal } from "../table/survey-column.ts";
import { isBlankCalled } from "./blank-totals.ts";
import type { Totals } from "./totals-by-figures.ts";
import { namesInColumn } from "./totals-of-some.ts";

/** Takes back totals that are one by name alone: without figures, beside none of the others, or less than what they should total. */
export function dropTotals(dimensions: Record<string, DimensionSpec>, { dataset, proven, remarks }: Totals): void {
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total === undefined) continue;
    // Where nothing but totals is read at first, they stand beside none of what they total.
    if (isCutToTotal(dataset, id, own.total)) continue;
    if (!proven.includes(id) && isWeakTotal(dataset, id, own.total)) {
      const { total, ...rest } = own;
      dimensions[id] = rest;
      remarks.remove(`dimensions.${id}.total`);
      // Of one whose rows are left out, nothing is to be said.
      const label = dataset.category(id, total)?.label;
      if (label !== undefined && !isBlankCalled(dataset, id, total)) remarks.add(`dimensions.${id}`, mayBeTotal(label));
      continue;
    }
    if (!proven.includes(id) && isBlankCalled(dataset, id, own.total) && !isAboutSum(dataset, id, own.total)) {
      const { total, ...rest } = own;
      dimensions[id] = rest;
      remarks.remove(`dimensions.${id}.total`);
      remarks.also(`dimensions.${id}`, blankIsNoSum);
      continue;
    }
    const isThere = hasFigures(dataset, id, own.total);
    const isLess = isExceeded(dataset, id, own.total);
    if ((isThere || proven.includes(id)) && !isLess) continue;
    const { total, ...rest } = own;
    dimensions[id] = rest;
    remarks.remove(`dimensions.${id}.total`);
    // Of a country among others it was a guess alone.
    const label = dataset.category(id, total)?.label ?? total;
    if (isLess && isTotal(label))
      remarks.add(
        `dimensions.${id}`,
        `"${label}" is less than another of them, and so no total of all: say what it holds by "holds".`,
      );
  }
}

/**
 * Whether a total is one by a word of its name, `TOTAL E&P ITALIA`, among figures that cannot show it, as they never add up; or never stands
 * beside what it should total, of the same period and the same everything else.
 */
function isWeakTotal(dataset: Dataset, dimension: string, total: string): boolean {
  const label = dataset.category(dimension, total)?.label ?? total;
  const { measures } = dataset.definition.spec;
  const isByWord = /^total\P{L}+\p{L}/iu.test(label) && !isPlainTotal(label);
  return (isByWord && !Object.values(measures).some(isAdditive)) || !standsBeside(dataset, dimension, total);
}

/** Whether nothing is read of a dimension but its total, by the rows or the headings that are left out. */
function isCutToTotal(dataset: Dataset, dimension: string, total: string): boolean {
  const { layout } = dataset.definition.spec;
  const column = namesInColumn(layout, dimension)?.column;
  const isCut = (column !== undefined && layout?.rows?.only?.[column] !== undefined) || layout?.wide !== undefined;
  const [only, other] = isCut ? dataset.categories(dimension) : [];
  return only !== undefined && other === undefined && only.id === dataset.category(dimension, total)?.id;
}

const blankIsNoSum =
  "Empty cells are not the sum of the others, and were taken for what is not stated: say their name in layout.dimensions where they are something else.";

/** How far sums may be from what empty cells say, and in how many cases these have to be about the sum. */
const [aboutSum, mostlyAbout] = [0.1, 0.5];

/** Whether a category is about the sum of the others, where they stand beside it in figures that add up; of others, nobody can tell. */
function isAboutSum(dataset: Dataset, dimension: string, total: string): boolean {
  const whole = dataset.category(dimension, total)?.id;
  const { measures } = dataset.definition.spec;
  if (!Object.values(measures).some(isAdditive)) return true;
  const families = new Map<string, { whole: number; parts: number }>();
  for (const { measure, at, cell } of dataset.observations) {
    const spec = measures[measure];
    if (!spec || !isAdditive(spec) || cell.state !== "value") continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
    const known = families.get(key) ?? { whole: 0, parts: 0 };
    families.set(key, known);
    if (at[dimension] === whole) known.whole += cell.value;
    else known.parts += cell.value;
  }
  const full = [...families.values()].filter((own) => own.whole > 0 && own.parts > 0);
  const about = full.filter((own) => Math.abs(own.whole - own.parts) <= own.whole * aboutSum);
  return full.length > 0 && about.length >= full.length * mostlyAbout;
}

/** Whether the data has figures of a total and of what it should total, that differ in nothing else. */
function standsBeside(dataset: Dataset, dimension: string, total: string): boolean {
  const whole = dataset.category(dimension, total)?.id;
  const keyOf = ({ measure, at }: Dataset["observations"][number]) =>
    JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
  const wholes = new Set(dataset.observations.filter(({ at }) => at[dimension] === whole).map(keyOf));
  return dataset.observations.some((one) => one.at[dimension] !== whole && wholes.has(keyOf(one)));
}
const mayBeTotal = (label: string): string =>
  `"${label}" may be the total of some of the others, by its name: say what it holds by "holds", or that it is theirs by "total".`;

/** Whether the data has a figure of a category: a row may be called `Total` and be empty. */
const hasFigures = (dataset: Dataset, dimension: string, name: string): boolean => {
  const id = dataset.category(dimension, name)?.id;
  return (
    id !== undefined && someObservation(dataset, ({ at, cell }) => at[dimension] === id && cell.state !== "missing")
  );
};

/** So few of all figures may be larger than their total, as they are where some are estimates. */
const mostSlips = 0.01;

/** Whether a category that should be the total of all is less than one of the others, in counts. */
function isExceeded(dataset: Dataset, dimension: string, total: string): boolean {
  const whole = dataset.category(dimension, total)?.id;
  const { measures } = dataset.definition.spec;
  const elsewhere = ({ measure, at }: Dataset["observations"][number]) =>
    JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
  const counts = dataset.observations.filter(({ measure }) => {
    const own = measures[measure];
    return own !== undefined && isAdditive(own);
  });
  const totals = new Map<string, number>();
  for (const one of counts)
    if (one.at[dimension] === whole && one.cell.state === "value") totals.set(elsewhere(one), one.cell.value);
  // Where a part is below zero, as of a balance, another may be more than all are together.
  const balances = new Set(
    counts.filter(({ cell }) => cell.state === "value" && cell.value < 0).map((one) => elsewhere(one)),
  );
  const known = counts.filter((one) => {
    const key = elsewhere(one);
    return one.cell.state === "value" && totals.has(key) && !balances.has(key);
  });
  const larger = known.filter(
    (one) => one.cell.state === "value" && one.cell.value > (totals.get(elsewhere(one)) ?? Number.POSITIVE_INFINITY),
  );
  return larger.length > known.length * mostSlips;
}

/** Takes the doubt from totals by name that their figures show to be such. */
export function confirmTotals(
  dimensions: Readonly<Record<string, DimensionSpec>>,
  { dataset, remarks }: Omit<Totals, "proven">,
): void {
  for (const [id, own] of Object.entries(dimensions)) {
    const field = `dimensions.${id}.total`;
    if (own.role === "time" || own.total === undefined || !isGuessed(remarks.all.get(field) ?? "", "its name"))
      continue;
    const counted = Object.values(dataset.definition.spec.measures).some(isAdditive);
    const isLess = remarks.all.get(`dimensions.${id}`)?.includes("add up to") === true;
    if (!counted || isLess || !isAboutSum(dataset, id, own.total)) continue;
    const label = dataset.category(id, own.total)?.label ?? own.total;
    remarks.replace(field, `"${label}" was taken for the total of all others, by its name and by their figures.`);
  }
}
