import { type Dataset, isAdditive } from "../../dataset/index.ts";
import { namesAt } from "../names-at.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";

/** So many figures show how far from none they are: the least is this part of what lies in their midst; of shares, none may be none more often. */
const [fewestFigures, farFromNone, farOfShares] = [12, 0.3, 0.6];
/** A zero that stands for something else is found in a few of the cells. */
const mostZeros = 0.5;

/**
 * Says of figures that are all zero that they are; and of means that are far from zero, but for a few that are zero, that these may stand for what is not known: a rent of 0 where nobody asked. Of counts and
 * amounts the same, where nearly all are large and the least is no small part of the others.
 */
export function doubtZeros(dataset: Dataset, remarks: Remarks): void {
  const valuesOf = valuesByMeasure(dataset);
  for (const [id, spec] of Object.entries(dataset.definition.spec.measures)) {
    const values = valuesOf.get(id) ?? [];
    if (values.length >= fewestZeros && values.every((value) => value === 0))
      remarks.also(`measures.${id}`, zerosAlone);
    const others = values.filter((value) => value !== 0).sort((a, b) => a - b);
    const zeros = values.length - others.length;
    if (spec.statType === "count" || isAdditive(spec)) {
      const first = zeros > 0 && areFarAbove(others, zeros) ? placeOfZero(dataset, id) : undefined;
      if (first !== undefined) remarks.also(`measures.${id}.statType`, zerosAmongLarge(zeros, first));
      continue;
    }
    const [least = 0] = others;
    const middle = others[Math.floor(others.length / 2)] ?? 0;
    // Of whole numbers from 1 on, 0 is the next one.
    const isNext = least === 1 && others.every(Number.isInteger);
    const areFar =
      others.length >= fewestFigures &&
      !isNext &&
      least > 0 &&
      least >= middle * (spec.unit.other === "%" ? farOfShares : farFromNone);
    if (zeros > 0 && zeros <= values.length * mostZeros && areFar) remarks.also(`measures.${id}.statType`, zerosAmong);
  }
}

/** What counts come to that are far from none: so many at the least, and such a part of what lies in their midst; and so few of all are zero. */
const [leastOfLarge, farOfCounts, mostZerosOfCounts] = [100, 0.1, 0.1];

/** Whether counts or amounts are all so large, but for a few that are zero, that none of those is the next after them. */
function areFarAbove(others: readonly number[], zeros: number): boolean {
  const [least = 0] = others;
  const middle = others[Math.floor(others.length / 2)] ?? 0;
  return (
    others.length >= fewestFigures &&
    zeros <= others.length * mostZerosOfCounts &&
    least >= leastOfLarge &&
    least >= middle * farOfCounts
  );
}

/** Of what the first zero of a measure is. */
function placeOfZero(dataset: Dataset, measure: string): string | undefined {
  const found = dataset.observations.find(
    ({ measure: own, cell }) => own === measure && cell.state === "value" && cell.value === 0,
  );
  return found && someOf(namesAt(dataset, found.at));
}

const zerosAmongLarge = (zeros: number, first: string): string =>
  guessedFrom(
    "its figures",
    `0 stands in ${zeros} ${zeros > 1 ? "places" : "place"}, first at ${first}, among figures that are all far from it: where it stands for what is not known or not yet there, say so by markers, or leave those rows out.`,
  );

/** In one go: of hundreds of measures, each would look through the figures of all. */
function valuesByMeasure({ observations }: Dataset): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { measure, cell } of observations) {
    if (cell.state !== "value") continue;
    const known = found.get(measure);
    if (known) known.push(cell.value);
    else found.set(measure, [cell.value]);
  }
  return found;
}

/** So many figures that are all none are told of. */
const fewestZeros = 3;
const zerosAlone =
  "All of its figures are 0: see whether the file is a template that nobody has filled in, or hides its figures so, before a page says that there is none.";
const zerosAmong = guessedFrom(
  "its figures",
  "0 stands among figures that are all far from it: where it stands for what is not known, leave those rows out, or say so by markers.",
);
