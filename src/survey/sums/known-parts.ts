import type { DatasetSpec } from "../../dataset/index.ts";
import type { Remarks } from "../remarks.ts";
import { fieldOfLeftOut, withoutMeasure } from "./leave-out-sums.ts";

/**
 * A definition whose shares name no parts that are gone, or are no counts: without what they are made of, they would give away small
 * counts, and are left out where there are any.
 */
export function withKnownParts(spec: DatasetSpec, isSmall: boolean, remarks: Remarks): DatasetSpec {
  const isKnown = (id: string | undefined) => id === undefined || spec.measures[id]?.statType === "count";
  let own = spec;
  for (const [id, { numerator, denominator, ...rest }] of Object.entries(spec.measures)) {
    if (isKnown(numerator) && isKnown(denominator)) continue;
    if (isSmall) {
      remarks.also(
        fieldOfLeftOut(spec),
        `"${rest.label}": made of counts that are left out, and would give them away.`,
      );
      own = withoutMeasure(own, id);
    } else own = { ...own, measures: { ...own.measures, [id]: rest } };
  }
  return own;
}

/** Measures that are said to be made of what is no count: of staff in full-time equivalents, say. */
export const loosePartsOf = ({ measures }: DatasetSpec): readonly string[] =>
  Object.entries(measures).flatMap(([id, { numerator, denominator }]) =>
    [numerator, denominator].some((of) => of !== undefined && measures[of]?.statType !== "count") ? [id] : [],
  );
