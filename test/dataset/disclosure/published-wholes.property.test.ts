import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edition } from "../../../src/dataset/index.ts";
import { inPart, trials } from "../../support/trials.ts";
import { ages, areas, hide, type Leaf, leaf, leavesOf, printed, type Rule } from "./cases-and-charged.ts";
import { type PrintedEdition, readEditions } from "./reader-of-editions.ts";

/** The cases of a release, and how often each was revised since the first. */
interface Release {
  readonly leaves: readonly Leaf[];
  readonly versions: readonly number[];
}

type Publishing = Omit<Rule, "areCasesSecret">;

/** Publishes one release after another, but for those that are refused. */
async function publishAll(releases: readonly Release[], rule: Publishing) {
  const editions: PrintedEdition[] = [];
  let previous: readonly Edition[] = [];
  for (const { leaves, versions } of releases) {
    const found = await printed(leaves, { ...rule, areCasesSecret: false }, { previous, versions });
    if (!found) continue;
    editions.push(found.cells);
    previous = [found.edition];
  }
  return editions;
}

const places = areas.length * ages.length;
const unrevised = Array.from({ length: places }, () => 0);
type Cases = Parameters<typeof leavesOf>[0];
const releasesOf = (...all: readonly (readonly [Cases, readonly number[]])[]): readonly Release[] =>
  all.map(([cases, versions]) => ({ leaves: leavesOf(cases), versions }));

/** Series in which a small count was known, by what all wholes of all releases say together. */
const onceKnown: [releases: readonly Release[], rule: Publishing][] = [
  // What the old of Birch were leaves Cedar one; what they are by now leaves it four.
  [
    releasesOf(
      [
        [
          [3, 3],
          [11, 0],
          [6, 0],
          [8, 0],
          [9, 2],
          [3, 0],
          [10, 0],
          [8, 0],
          [3, 0],
        ],
        unrevised,
      ],
      [
        [
          [3, 3],
          [11, 0],
          [5, 0],
          [8, 0],
          [9, 2],
          [1, 1],
          [10, 0],
          [8, 0],
          [3, 0],
        ],
        [0, 0, 1, 1, 0, 1, 0, 0, 0],
      ],
    ),
    { roundTo: undefined, further: "parts", as: "share" },
  ],
  // What of a whole is beside a count is no other number where the count was not revised.
  [
    releasesOf(
      [
        [
          [12, 3],
          [2, 0],
          [0, 0],
          [11, 0],
          [3, 0],
          [5, 1],
          [0, 1],
          [8, 0],
          [6, 0],
        ],
        unrevised,
      ],
      [
        [
          [12, 3],
          [2, 0],
          [0, 0],
          [12, 0],
          [3, 0],
          [5, 1],
          [0, 1],
          [8, 0],
          [7, 1],
        ],
        [0, 0, 1, 1, 0, 0, 0, 0, 1],
      ],
      [
        [
          [12, 3],
          [2, 0],
          [0, 0],
          [12, 0],
          [3, 0],
          [5, 1],
          [2, 0],
          [8, 0],
          [7, 1],
        ],
        [0, 0, 2, 1, 0, 0, 1, 0, 1],
      ],
    ),
    { roundTo: 3, further: "parts", as: "rate" },
  ],
  [
    releasesOf(
      [
        [
          [5, 0],
          [6, 0],
          [3, 0],
          [0, 0],
          [12, 0],
          [1, 0],
          [1, 0],
          [10, 0],
          [0, 0],
        ],
        unrevised,
      ],
      [
        [
          [6, 2],
          [4, 0],
          [3, 0],
          [0, 0],
          [11, 0],
          [1, 0],
          [1, 0],
          [10, 0],
          [0, 0],
        ],
        [1, 1, 0, 0, 1, 0, 0, 0, 0],
      ],
      [
        [
          [6, 2],
          [4, 0],
          [1, 0],
          [0, 0],
          [11, 0],
          [1, 0],
          [1, 0],
          [10, 0],
          [0, 0],
        ],
        [1, 1, 1, 0, 1, 0, 0, 0, 0],
      ],
    ),
    { roundTo: 3, further: "totals", as: "share" },
  ],
  [
    releasesOf(
      [
        [
          [5, 3],
          [0, 0],
          [1, 0],
          [2, 0],
          [6, 0],
          [12, 0],
          [5, 0],
          [5, 3],
          [1, 5],
        ],
        unrevised,
      ],
      [
        [
          [5, 3],
          [0, 0],
          [1, 0],
          [2, 0],
          [6, 0],
          [12, 0],
          [5, 0],
          [5, 3],
          [1, 5],
        ],
        [0, 1, 0, 0, 0, 1, 0, 0, 0],
      ],
      [
        [
          [5, 3],
          [0, 0],
          [1, 0],
          [2, 0],
          [6, 0],
          [12, 0],
          [5, 0],
          [5, 3],
          [0, 3],
        ],
        [0, 1, 0, 1, 0, 1, 0, 0, 1],
      ],
    ),
    { roundTo: 3, further: "totals", as: "share" },
  ],
];

const revision = fc.option(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2, max: 2 })), { freq: 1 });
const allOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: places, maxLength: places });

const series = fc
  .tuple(allOf(leaf), fc.array(allOf(revision), { minLength: 1, maxLength: 2 }))
  .map(([first, revisions]): readonly Release[] => {
    const releases: Release[] = [{ leaves: first, versions: unrevised }];
    for (const changes of revisions) {
      const { leaves, versions } = releases.at(-1) as Release;
      releases.push({
        leaves: leaves.map(({ charged, other }, index) => {
          const [more, besides] = changes[index] ?? [0, 0];
          return { charged: Math.max(0, charged + more), other: Math.max(0, other + besides) };
        }),
        versions: versions.map((version, index) => version + (changes[index] ? 1 : 0)),
      });
    }
    return releases;
  });

test("no small count is known from what several editions publish of wholes, to who knows which figures were revised", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      series,
      fc.record<Publishing>({
        roundTo: fc.constantFrom(undefined, 3, 5),
        further: fc.constantFrom("no", "totals", "parts"),
        as: fc.constantFrom("share", "rate"),
      }),
      async (releases, rule) => {
        const editions = await publishAll(releases, rule);
        if (editions.length > 1) read += 1;
        expect(await readEditions(editions, hide)).toEqual([]);
      },
    ),
    { numRuns: onceKnown.length + trials(1000, inPart(40, 8)), examples: onceKnown },
  );
  expect(read).toBeGreaterThan(2);
});

test("an edition is published where one sum alone would seem to tell what all together leave open", async () => {
  const releases = releasesOf(
    [
      [
        [0, 0],
        [4, 0],
        [11, 4],
        [5, 5],
        [8, 0],
        [5, 2],
        [10, 2],
        [0, 2],
        [6, 0],
      ],
      unrevised,
    ],
    [
      [
        [0, 0],
        [4, 0],
        [14, 4],
        [5, 5],
        [9, 1],
        [5, 2],
        [13, 3],
        [0, 2],
        [6, 0],
      ],
      [0, 0, 1, 0, 1, 0, 1, 0, 0],
    ],
  );
  expect(await publishAll(releases, { roundTo: undefined, further: "no", as: "share" })).toHaveLength(2);
});
