import type { DataInput, Dataset, DatasetSpec } from "../dataset/index.ts";
import type { CompleteGuess } from "./complete-guess.ts";
import { readGuess } from "./read-guess.ts";
import { createRemarks, type Remarks, someOf } from "./remarks.ts";
import { withoutNamedTotals } from "./sums/guessed-totals.ts";
import { fieldOfLeftOut, withoutMeasure } from "./sums/leave-out-sums.ts";
import { totalsAlone } from "./sums/totals-alone.ts";
import { withoutWholes } from "./sums/without-wholes.ts";

/** A guess by which the data can be read. */
export type ReadableGuess = CompleteGuess & { readonly dataset: Dataset };
type Step = (spec: DatasetSpec, told: { readonly dataset: Dataset; readonly remarks: Remarks }) => DatasetSpec;

/**
 * Guesses that say less, each less than the one before, for where a guess cannot be built as it is: without the rows of totals that are ones by their
 * name alone; without all rows and measures that it takes for sums, and so without a word of what holds what, or, where each row is a sum, with those of
 * all alone; without counts that may be hidden.
 */
export async function* saferGuesses(guess: ReadableGuess, data: DataInput): AsyncGenerator<ReadableGuess> {
  let before = guess;
  for (const steps of [[withoutNamedTotals], [withoutWholes, totalsAlone], [withoutSmallCounts]]) {
    for (const step of steps) {
      const safer = await after(step, before, data);
      if (safer === undefined) continue;
      before = safer;
      yield safer;
      break;
    }
  }
}

/** A guess after a step, where the step changes it and figures are left. */
async function after(step: Step, guess: ReadableGuess, data: DataInput): Promise<ReadableGuess | undefined> {
  const remarks = createRemarks();
  for (const [field, text] of guess.remarks) remarks.add(field, text);
  const spec = step(guess.spec, { dataset: guess.dataset, remarks });
  if (spec === guess.spec) return;
  const { disclosure: _, ...open } = spec;
  const { dataset } = await readGuess(open, data, createRemarks());
  if (!dataset || dataset.observations.length === 0) return;
  return { ...guess, spec, dataset, remarks: remarks.all, shown: undefined };
}

/** A definition without counts, where these are protected and something else is left. */
const withoutSmallCounts: Step = (spec, { remarks }) => {
  const ids = Object.keys(spec.measures);
  const counts = ids.filter((id) => spec.measures[id]?.statType === "count");
  if (spec.disclosure === undefined || counts.length === 0 || counts.length === ids.length) return spec;
  remarks.also(fieldOfLeftOut(spec), `${someOf(counts.map((id) => labelOf(spec, id)))}: ${notProtected}`);
  const made = ids.filter((id) => {
    const { numerator, denominator } = spec.measures[id] ?? {};
    return [numerator, denominator].some((of) => of !== undefined && counts.includes(of));
  });
  const left = [...counts, ...made];
  return left.length === ids.length ? spec : left.reduce(withoutMeasure, spec);
};

const labelOf = ({ measures }: DatasetSpec, id: string): string => measures[id]?.label ?? id;

const notProtected =
  "left out at first, since small counts among them could not be protected with the rest of the table. Take those that you need off this list, and look at what the build says.";
