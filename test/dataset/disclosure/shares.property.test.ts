import fc from "fast-check";
import { expect, test } from "vitest";
import { inPart, trials } from "../../support/trials.ts";
import { ages, areas, hide, type Leaf, leaf, leavesOf, printed, type Rule } from "./cases-and-charged.ts";
import { readEditions } from "./reader-of-editions.ts";

/** Tables in which a count was known, by what was reckoned with before. */
const onceKnown: readonly (readonly [Leaf[], Rule])[] = [
  // Nothing was hidden for one of them: what is shown of either leaves the other two values.
  ...[true, false].map((areCasesSecret): readonly [Leaf[], Rule] => [
    leavesOf([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 1],
      [5, 0],
      [2, 1],
      [0, 0],
      [5, 0],
      [5, 0],
    ]),
    { roundTo: undefined, areCasesSecret, further: "no", as: "share" },
  ]),
  // What the ages of an area come to is no more than its cases.
  [
    leavesOf([
      [6, 0],
      [5, 0],
      [11, 0],
      [5, 0],
      [9, 0],
      [6, 1],
      [1, 0],
      [10, 0],
      [5, 1],
    ]),
    { roundTo: undefined, areCasesSecret: true, further: "parts", as: "share" },
  ],
  [
    leavesOf([
      [5, 0],
      [7, 0],
      [11, 0],
      [0, 0],
      [5, 0],
      [8, 0],
      [3, 0],
      [5, 0],
      [7, 1],
    ]),
    { roundTo: undefined, areCasesSecret: false, further: "parts", as: "share" },
  ],
  [
    leavesOf([
      [3, 0],
      [5, 0],
      [5, 0],
      [0, 0],
      [3, 0],
      [7, 0],
      [5, 1],
      [9, 0],
      [8, 0],
    ]),
    { roundTo: 5, areCasesSecret: false, further: "parts", as: "share" },
  ],
];

test("no small count is worked out from what it is a part of, or from a part of it", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(leaf, { minLength: areas.length * ages.length, maxLength: areas.length * ages.length }),
      fc.record({
        roundTo: fc.constantFrom(undefined, 3, 5),
        areCasesSecret: fc.boolean(),
        further: fc.constantFrom("no", "totals", "parts"),
        as: fc.constantFrom("share", "rate"),
      }),
      async (leaves, rule) => {
        const table = await printed(leaves, rule);
        if (!table) return;
        read += 1;
        // Those that are no secret are shown.
        expect(await readEditions([table.cells], hide)).toEqual([]);
      },
    ),
    {
      numRuns: trials(2000, inPart(40, 16)),
      examples: onceKnown.map(([leaves, rule]): [Leaf[], Rule] => [leaves, rule]),
    },
  );
  expect(read).toBeGreaterThan(trials(9, inPart(9, 4)));
});

test("what another edition publishes of a whole is news, and is refused where no cell can take it back", async () => {
  const rule: Rule = { roundTo: undefined, areCasesSecret: false, further: "parts", as: "rate" };
  const leavesWith = (other: number) =>
    leavesOf([
      [0, 3],
      [11, 0],
      [2, 0],
      [0, other],
      [7, 0],
      [4, 0],
      [2, 15],
      [8, 0],
      [13, 0],
    ]);
  const first = await printed(leavesWith(1), rule);
  expect(first && (await readEditions([first.cells], hide))).toEqual([]);
  const then = async (other: number, versions: readonly number[]) => {
    const next = await printed(leavesWith(other), rule, { previous: first ? [first.edition] : [], versions });
    return next && first && readEditions([first.cells, next.cells], hide);
  };
  expect(await then(1, [])).toEqual([]);
  // Eleven cases in the area, of which seven are in its middle age, leave four at most.
  expect(await then(0, [0, 0, 0, 1])).toBeUndefined();
});

test("what a hidden sum fell by, readers know of the part of it that was revised, and what its whole left it", async () => {
  const rule: Rule = { roundTo: undefined, areCasesSecret: false, further: "no", as: "share" };
  const leavesWith = (charged: number, other: number) => [
    ...leavesOf([
      [5, 0],
      [10, 3],
      [5, 0],
      [1, 3],
      [3, 0],
      [7, 0],
      [8, 0],
      [8, 0],
    ]),
    { charged, other },
  ];
  // Two cases at most: one less in all means one or two.
  const first = await printed(leavesWith(2, 0), rule);
  const versions = [0, 0, 0, 0, 0, 0, 0, 0, 1];
  const next = await printed(leavesWith(1, 0), rule, { previous: first ? [first.edition] : [], versions });
  const editions = [first, next].flatMap((each) => (each ? [each.cells] : []));
  expect(editions.length).toBeGreaterThan(0);
  expect(await readEditions(editions, hide)).toEqual([]);
});
