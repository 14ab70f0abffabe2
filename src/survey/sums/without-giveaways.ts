import type { DataInput, Dataset, DatasetSpec } from "../../dataset/index.ts";
import { findDenominators } from "../measures/find-denominators.ts";
import { type ReadGuess, readGuess } from "../read-guess.ts";
import type { Remarks } from "../remarks.ts";
import type { Showing } from "../showing.ts";
import { hasSmallCounts } from "../small-counts.ts";
import { type Giveaway, sharesOfFew, shownGiveaways } from "./giveaways.ts";
import { withKnownParts } from "./known-parts.ts";
import { fieldOfLeftOut, withoutMeasure } from "./leave-out-sums.ts";

/** A definition without what would say counts that it hides, of what was found to say counts. */
export async function withoutGiveaways(
  spec: DatasetSpec,
  found: readonly Giveaway[],
  { showing, remarks }: { readonly showing: Showing; readonly remarks: Remarks },
): Promise<DatasetSpec> {
  const own = found.filter(({ from }) => from.every((id) => id in spec.measures));
  if (own.length === 0) return spec;
  const dataset = await showing.of(spec);
  // What cannot be protected shows nothing, and may do so once somebody mends it.
  const telling = dataset ? shownGiveaways(own, dataset) : [...new Set(own.map(({ leaveOut }) => leaveOut))];
  if (telling.length === 0) return spec;
  const labels = telling.map((id) => `"${spec.measures[id]?.label ?? id}"`).join(", ");
  remarks.also(
    fieldOfLeftOut(spec),
    `${labels}: with the counts that are shown, they would say small ones that are hidden.`,
  );
  return withKnownParts(telling.reduce(withoutMeasure, spec), true, remarks);
}

/** A definition without what would make small counts that no cell has, of what it shows. */
export async function withoutSharesOfFew(
  spec: DatasetSpec,
  { showing, remarks }: { readonly showing: Showing; readonly remarks: Remarks },
): Promise<DatasetSpec> {
  const types = new Set(Object.values(spec.measures).map(({ statType }) => statType));
  if (types.size < 2 || !types.has("count")) return spec;
  const dataset = await showing.of(spec);
  const telling = dataset ? sharesOfFew(dataset) : [];
  if (telling.length === 0) return spec;
  const labels = telling.map((id) => `"${spec.measures[id]?.label ?? id}"`).join(", ");
  remarks.also(
    fieldOfLeftOut(spec),
    `${labels}: with what stands beside them, they make counts from 1 to 4 that are in no cell. Take them off this list where nobody could be harmed.`,
  );
  return withKnownParts(telling.reduce(withoutMeasure, spec), true, remarks);
}

/**
 * A definition that adds up no counts which are the same in all categories of a dimension. Where some counts are small they are left out,
 * since they would give those away. Undefined where there are none.
 */
export function withoutDenominators(spec: DatasetSpec, dataset: Dataset, remarks: Remarks): DatasetSpec | undefined {
  const found = findDenominators(dataset);
  if (found.length === 0) return undefined;
  const isSmall = hasSmallCounts(dataset);
  let own = spec;
  for (const { measure, dimension } of found) {
    const { [measure]: given } = own.measures;
    if (!given) continue;
    const by = spec.dimensions[dimension]?.label ?? dimension;
    const text = `the same for each "${by}" of rows that are alike in all else, so the number of all of them`;
    if (isSmall) {
      remarks.also(fieldOfLeftOut(spec), `"${given.label}": ${text}, which would give away small counts.`);
      own = withoutMeasure(own, measure);
    } else {
      remarks.also(`measures.${measure}.statType`, `"${given.label}" is ${text}: it is never added up.`);
      own = { ...own, measures: { ...own.measures, [measure]: { ...given, statType: "quantity", decimals: 0 } } };
    }
  }
  return withKnownParts(own, isSmall, remarks);
}

/** What was read, without measures that nobody could hide beside the small counts that they are made of. */
export async function withoutLoose(
  read: ReadGuess,
  loose: readonly string[],
  { data, remarks }: { readonly data: DataInput; readonly remarks: Remarks },
): Promise<ReadGuess> {
  if (!read.dataset || loose.length === 0 || !hasSmallCounts(read.dataset)) return read;
  const labels = loose.map((id) => `"${read.spec.measures[id]?.label ?? id}"`).join(", ");
  remarks.also(fieldOfLeftOut(read.spec), `${labels}: made of counts that are small, and would give them away.`);
  return readGuess(loose.reduce(withoutMeasure, read.spec), data, remarks);
}
