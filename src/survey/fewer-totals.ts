import type { DataInput, Dataset } from "../dataset/index.ts";
import type { CompleteGuess } from "./complete-guess.ts";
import { readGuess } from "./read-guess.ts";
import { createRemarks } from "./remarks.ts";
import { withoutNamedTotals } from "./sums/guessed-totals.ts";

/**
 * A guess without the rows of totals that are ones by their name alone, for where by these readers could work out what has to be hidden.
 * Undefined where there is none.
 */
export async function guessWithFewerTotals(
  guess: CompleteGuess & { readonly dataset: Dataset },
  data: DataInput,
): Promise<(CompleteGuess & { readonly dataset: Dataset }) | undefined> {
  const remarks = createRemarks();
  for (const [field, text] of guess.remarks) remarks.add(field, text);
  const spec = withoutNamedTotals(guess.spec, { dataset: guess.dataset, remarks });
  if (spec === guess.spec) return undefined;
  const { disclosure: _, ...unprotected } = spec;
  const { dataset } = await readGuess(unprotected, data, createRemarks());
  return dataset && { ...guess, spec, dataset, remarks: remarks.all, shown: undefined };
}
