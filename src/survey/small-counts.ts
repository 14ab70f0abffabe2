import {
  type DataInput,
  type Dataset,
  type DatasetSpec,
  type DisclosureProfile,
  someObservation,
} from "../dataset/index.ts";
import type { DefinitionGuess } from "./guess-definition.ts";
import type { HiddenBelow } from "./hidden-below.ts";
import { withMeansOfFew } from "./measures/means-of-few.ts";
import { countsThings } from "./measures/things.ts";
import { byCoarserPeriods } from "./periods/coarser-periods.ts";
import type { ReadGuess } from "./read-guess.ts";
import { guessedFrom, type Remarks } from "./remarks.ts";

/**
 * Measures of which small counts are hidden, with what is of those who are counted, and which counts these are.
 * @param told which the publisher hides, as a note says.
 */
export function withSmallHidden(
  measures: DatasetSpec["measures"],
  {
    dataset,
    told,
    remarks,
  }: { readonly dataset: Dataset; readonly told: HiddenBelow | undefined; readonly remarks: Remarks },
): ReturnType<typeof withMeansOfFew> & { readonly profile: DisclosureProfile } {
  const { hide } = smallHidden.profile;
  // Where such counts are shown all the same, the note is on others.
  const isKept = told !== undefined && !hasCounts(dataset, { from: hide.from, to: told.to });
  const profile = { hide: { from: hide.from, to: isKept ? Math.max(hide.to, told.to) : hide.to } };
  remarkOnHidden(dataset, { profile, told: isKept ? told : undefined, remarks });
  return { ...withMeansOfFew(measures, dataset, remarks), profile };
}

/** Whether the data shows a count from one number to another. */
const hasCounts = (dataset: Dataset, { from, to }: DisclosureProfile["hide"]): boolean =>
  someObservation(
    dataset,
    ({ measure, cell }) =>
      dataset.definition.spec.measures[measure]?.statType === "count" &&
      cell.state === "value" &&
      cell.value >= from &&
      cell.value <= to,
  );

/** Says of small counts that are not hidden why they are not, and how to hide them. */
export function remarkOnThings(dataset: Dataset, isSmall: boolean, remarks: Remarks): void {
  if (isSmall || !areSmall(dataset)) return;
  const { spec } = dataset.definition;
  const [first] = Object.entries(spec.measures).flatMap(([id, { statType }]) => (statType === "count" ? [id] : []));
  if (first !== undefined) remarks.also(`measures.${first}.unit`, thingsAreShown);
}
const thingsAreShown = guessedFrom(
  "its heading",
  "Things are counted, and no people: small numbers of them are shown. Where few of them say something of somebody, hide them: disclosure: { profile: { hide: { from: 1, to: 4 } } }.",
);

function remarkOnHidden(
  dataset: Dataset,
  {
    profile,
    told,
    remarks,
  }: { readonly profile: DisclosureProfile; readonly told: HiddenBelow | undefined; readonly remarks: Remarks },
): void {
  const said = told ? `, as a note says: "${told.note}"` : ".";
  remarks.add(
    "disclosure",
    `Counts from ${profile.hide.from} to ${profile.hide.to} are hidden, and what would give them away${said} profile: "none" where nobody could be harmed.`,
  );
  if (areAllHidden(dataset, profile)) remarks.also("disclosure", nothingShown);
  if (areOfThreeDigits(dataset))
    for (const id of countsHidden(dataset, profile)) remarks.also(`measures.${id}.statType`, mayBeThousands);
}

/** The measures of which counts are hidden for their size. */
const countsHidden = ({ observations, definition }: Dataset, { hide: { from, to } }: DisclosureProfile) =>
  new Set(
    observations.flatMap(({ measure, cell }) =>
      definition.spec.measures[measure]?.statType === "count" &&
      cell.state === "value" &&
      cell.value >= from &&
      cell.value <= to
        ? [measure]
        : [],
    ),
  );

/** Whether figures have no more than three digits that say something, `1,230` and `22,300`, so many different ones that this is no chance: nobody counts people so. */
function areOfThreeDigits({ observations }: Dataset): boolean {
  const large = observations.flatMap(({ cell }) => (cell.state === "value" && cell.value >= 1000 ? [cell.value] : []));
  return new Set(large).size >= fewestOfThreeDigits && large.every((value) => Number(value.toPrecision(3)) === value);
}
const fewestOfThreeDigits = 20;
const mayBeThousands = guessedFrom(
  "the figures",
  'All are rounded to three digits, so that these may be told in thousands, and small ones be no small counts: then say statType: "quantity", additive: true and the unit "thousand …", and none is hidden for its size.',
);

/** Whether each figure of counts is one of those that are hidden, or comes hidden, so that a page of them says nothing. */
function areAllHidden({ observations, definition }: Dataset, { hide: { from, to } }: DisclosureProfile): boolean {
  const counts = observations.filter(({ measure }) => definition.spec.measures[measure]?.statType === "count");
  return (
    counts.length > 0 &&
    counts.length === observations.length &&
    counts.every(
      ({ cell }) => cell.state === "suppressed" || (cell.state === "value" && cell.value >= from && cell.value <= to),
    )
  );
}
const nothingShown =
  "All of these figures are hidden so, or come hidden, and a briefing of this table shows none of them: take one of larger areas, longer periods or fewer groups.";

/** How small counts are protected at first. */
const smallHidden = { profile: { hide: { from: 1, to: 4 } } } as const;

/** What was read, by coarser periods where all counts of the finer ones would be hidden. */
export async function withCoarserPeriods(
  read: ReadGuess,
  { data, remarks }: { readonly data: DataInput; readonly remarks: Remarks },
): Promise<ReadGuess> {
  const { spec, dataset } = read;
  if (!dataset || !hasSmallCounts(dataset)) return read;
  return (await byCoarserPeriods({ spec, dataset }, { data, disclosure: smallHidden, remarks })) ?? read;
}

/** Whether counts are small, or may be: whoever counts rows counts what may be people, and more of them come; rows that are things are none of these. */
export const mayBeSmall = (dataset: Dataset, rowsAre: DefinitionGuess["rowsAre"]): boolean =>
  rowsAre === "people" ||
  hasSmallCounts(dataset) ||
  ((rowsAre === "cases" || dataset.definition.spec.layout?.counted !== undefined) && !countsThings(dataset));

/** Whether any count is so small that it has to be hidden: few things of a kind are no secret. */
export const hasSmallCounts = (dataset: Dataset): boolean => areSmall(dataset) && !countsThings(dataset);

const areSmall = (dataset: Dataset): boolean =>
  someObservation(
    dataset,
    ({ measure, cell }) =>
      dataset.definition.spec.measures[measure]?.statType === "count" &&
      ((cell.state === "value" && cell.value >= 1 && cell.value <= 4) || cell.state === "suppressed"),
  );
