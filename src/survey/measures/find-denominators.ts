import type { Dataset } from "../../dataset/index.ts";

/** A count that says of how many others are, and no more of each category: the patients of a clinic, beside those of each age. */
export interface Denominator {
  readonly measure: string;
  /** The dimension across which it is the same. */
  readonly dimension: string;
}

/** So many groups of categories have to be there, and so many of them to say one number. */
const [fewestGroups, mostlyOne] = [3, 0.95];
/** So many of the combinations of all else have several categories. */
const mostlySeveral = 0.5;

/** Finds counts that are the same in all categories of a dimension, whatever else differs; other counts have to differ there. */
export function findDenominators({ definition, observations }: Dataset): readonly Denominator[] {
  const { dimensions, measures } = definition.spec;
  const counts = Object.keys(measures).filter((id) => measures[id]?.statType === "count");
  // Each of several districts says of its city how many there are in all of it.
  const categories = Object.keys(dimensions).filter((id) => dimensions[id]?.role !== "time");
  if (counts.length < 2 || Object.keys(dimensions).length < 2) return [];
  return categories.flatMap((dimension) => {
    const sizes = new Map<string, Map<string, { readonly value: number; count: number; isOne: boolean }>>();
    for (const { measure, at, cell } of observations) {
      if (cell.state !== "value" || at[dimension] === undefined || !counts.includes(measure)) continue;
      const key = JSON.stringify(Object.entries(at).filter(([id]) => id !== dimension));
      const groups = sizes.get(measure) ?? new Map();
      sizes.set(measure, groups);
      const own = groups.get(key) ?? { value: cell.value, count: 0, isOne: true };
      own.count += 1;
      own.isOne &&= own.value === cell.value;
      groups.set(key, own);
    }
    const areSame = (measure: string): boolean => {
      // That there is none of something rare, of men nor of women, says nothing of how many there are in all.
      const all = [...(sizes.get(measure)?.values() ?? [])];
      const groups = all.filter(({ count, value, isOne }) => count > 1 && !(isOne && value === 0));
      const differ = new Set(groups.map(({ value }) => value)).size > 1;
      return (
        groups.length >= fewestGroups &&
        // Of a region that each country has one of, a few countries that stand twice show nothing.
        all.filter(({ count }) => count > 1).length >= all.length * mostlySeveral &&
        differ &&
        groups.filter(({ isOne }) => isOne).length >= groups.length * mostlyOne
      );
    };
    const found = counts.filter(areSame);
    return found.length < counts.length ? found.map((measure) => ({ measure, dimension })) : [];
  });
}
