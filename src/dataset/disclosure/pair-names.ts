import { allRows, type ObservationColumns, observationAt } from "../columns/observation-columns.ts";
import { type EditionCell, figuresOf } from "../editions/edition.ts";

/** A category that no earlier edition had. */
interface Newcomer {
  readonly id: string;
  readonly label: string;
}

interface Naming {
  readonly dimension: string;
  readonly fresh: readonly Newcomer[];
  /** Ids of categories that earlier editions had, and the data has no longer. */
  readonly gone: readonly string[];
}

interface NamePair {
  readonly newcomer: Newcomer;
  readonly gone: string;
}

/** So many figures, and more than half of those that both have, are no chance. */
const fewestAlike = 3;

/**
 * Finds which categories are likely to be others by a new name: where they alone have a word in common, or figures that were
 * shown. Of two that have figures of the same cells, and mostly others, it says nothing; nor where several would do.
 */
export function pairNames(
  { dimension, fresh, gone }: Naming,
  columns: ObservationColumns,
  cells: readonly EditionCell[],
): readonly NamePair[] {
  const agreement = createAgreement({ dimension, fresh, gone }, columns, cells);
  const words = wordsOfOne(fresh, gone);
  const kinds: readonly ((newcomer: Newcomer, id: string) => boolean)[] = [
    (newcomer, id) => words(newcomer, id) && agreement(newcomer, id) !== "unlike",
    (newcomer, id) => agreement(newcomer, id) === "alike",
  ];
  const pairs: NamePair[] = [];
  for (const isLikely of kinds) {
    const left = fresh.filter((newcomer) => !pairs.some((pair) => pair.newcomer === newcomer));
    const free = gone.filter((id) => !pairs.some((pair) => pair.gone === id));
    for (const newcomer of left) {
      const [only, ...more] = free.filter((id) => isLikely(newcomer, id));
      if (only === undefined || more.length > 0) continue;
      if (left.filter((other) => isLikely(other, only)).length === 1) pairs.push({ newcomer, gone: only });
    }
  }
  return pairs;
}

/** Whether two have a word in common that no other new category has, and no other that is gone. */
function wordsOfOne(fresh: readonly Newcomer[], gone: readonly string[]): (newcomer: Newcomer, id: string) => boolean {
  const ofFresh = new Map(fresh.map((newcomer) => [newcomer, wordsOf(newcomer.label)]));
  const ofGone = new Map(gone.map((id) => [id, wordsOf(id)]));
  const isOfOne = (word: string) =>
    [ofFresh, ofGone].every((all) => [...all.values()].filter((words) => words.has(word)).length === 1);
  return (newcomer, id) =>
    [...(ofFresh.get(newcomer) ?? [])].some((word) => ofGone.get(id)?.has(word) === true && isOfOne(word));
}

/** Without accents, which ids lack; particles of two letters tell nobody apart. */
const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  );

/** Compares the figures of now with those that were shown last of the same cells. */
function createAgreement(
  { dimension, fresh, gone }: Naming,
  columns: ObservationColumns,
  cells: readonly EditionCell[],
): (newcomer: Newcomer, id: string) => "alike" | "unlike" | "unknown" {
  const placeOf = (measure: string, at: Readonly<Record<string, string>>) =>
    JSON.stringify([
      measure,
      ...Object.entries(at)
        .filter(([other]) => other !== dimension)
        .sort()
        .flat(),
    ]);
  const now = new Map(fresh.map(({ id }) => [id, new Map<string, number>()]));
  for (const row of allRows(columns)) {
    const { measure, at, cell } = observationAt(columns, row);
    if ("value" in cell) now.get(at[dimension] ?? "")?.set(placeOf(measure, at), cell.value);
  }
  const before = new Map(gone.map((id) => [id, new Map<string, readonly number[]>()]));
  for (const { measure, at, shown } of cells) {
    const last = figuresOf(shown.findLast(([, is]) => is !== null)?.[1] ?? null);
    if (last.length > 0) before.get(at[dimension] ?? "")?.set(placeOf(measure, at), last);
  }
  return (newcomer, id) => {
    let [alike, both] = [0, 0];
    for (const [place, values] of before.get(id) ?? []) {
      const value = now.get(newcomer.id)?.get(place);
      if (value === undefined) continue;
      both += 1;
      if (values.includes(value)) alike += 1;
    }
    if (alike * 2 > both) return alike >= fewestAlike ? "alike" : "unknown";
    return both >= fewestAlike ? "unlike" : "unknown";
  };
}
