import type { DatasetEdition, Release, Shown } from "../../../src/dataset/editions/edition.ts";

/** What was shown of a cell in one release after another; `undefined` where it stayed as it was. */
export type Runs = readonly (Shown | undefined)[];

interface PastEdition {
  /** As many as any cell has, one after another, if none are given; what is not said is as in the first rule of tests. */
  readonly releases?: readonly Partial<Release>[];
  /** By measure, the dimensions of its cells, and by the ids of their places, joined, what was shown of them. */
  readonly cells: readonly {
    readonly measure?: string;
    readonly dimensions: readonly string[];
    readonly shown: Readonly<Record<string, Runs>>;
  }[];
  readonly structures?: DatasetEdition["structures"];
}

/** What releases showed, in the shape in which an edition remembers it. */
export function pastEdition({
  releases = [],
  cells,
  structures = [{ holders: {}, sums: [] }],
}: PastEdition): DatasetEdition {
  const count = Math.max(
    releases.length,
    ...cells.flatMap(({ shown }) => Object.values(shown).map(({ length }) => length)),
  );
  return {
    structures: [...structures],
    releases: Array.from({ length: count }, (_, number) => ({
      id: String(number),
      after: number > 0 ? [number - 1] : [],
      structure: 0,
      hide: { from: 1, to: 4 },
      roundTo: 1,
      rounding: "each" as const,
      ...releases[number],
    })),
    cells: cells.flatMap(({ measure = "n", dimensions, shown }) =>
      Object.entries(shown).map(([place, runs]) => ({
        measure,
        at: Object.fromEntries(place.split(" ").map((id, index) => [dimensions[index] ?? "", id])),
        shown: runs.flatMap((is, release): [number, Shown][] =>
          is === undefined || (release === 0 && is === null) ? [] : [[release, is]],
        ),
      })),
    ),
  };
}
