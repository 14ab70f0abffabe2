import type { DataInput, Dataset, DatasetSpec, DimensionSpec } from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import type { CompleteGuess } from "./complete-guess.ts";
import { readGuess } from "./read-guess.ts";
import { createRemarks, guessedFrom, type Remarks, someOf } from "./remarks.ts";
import { withoutNamedTotals } from "./sums/guessed-totals.ts";
import { fieldOfLeftOut, withoutCategories, withoutMeasure } from "./sums/leave-out-sums.ts";

/** A guess by which the data can be read. */
export type ReadableGuess = CompleteGuess & { readonly dataset: Dataset };
type Step = (spec: DatasetSpec, told: { readonly dataset: Dataset; readonly remarks: Remarks }) => DatasetSpec;

/**
 * Guesses that say less, each less than the one before, for where a guess cannot be built as it is: without the rows of totals that are ones by their
 * name alone; without all rows and measures that it takes for sums, and so without a word of what holds what; without counts that may be hidden.
 */
export async function* saferGuesses(guess: ReadableGuess, data: DataInput): AsyncGenerator<ReadableGuess> {
  let before = guess;
  for (const step of [withoutNamedTotals, withoutWholes, withoutSmallCounts] satisfies readonly Step[]) {
    const remarks = createRemarks();
    for (const [field, text] of before.remarks) remarks.add(field, text);
    const spec = step(before.spec, { dataset: before.dataset, remarks });
    if (spec === before.spec) continue;
    const { disclosure: _, ...open } = spec;
    const { dataset } = await readGuess(open, data, createRemarks());
    if (!dataset) continue;
    before = { ...before, spec, dataset, remarks: remarks.all, shown: undefined };
    yield before;
  }
}

/** A definition without the rows and measures that it takes for sums, and without what it says of them. */
export const withoutWholes: Step = (given, { dataset, remarks }) => {
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
};

const saidOfSums = ["total", "holds", "possibleSums"] as const;
const saysSums = (own: DimensionSpec): boolean =>
  own.role !== "time" && saidOfSums.some((said) => own[said] !== undefined);

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

const notProtected =
  "left out at first, since small counts among them could not be protected with the rest of the table. Take those that you need off this list, and look at what the build says.";
