import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, type Edition, readDataset } from "../../../src/dataset/index.ts";
import { BriefingError, type Diagnostic } from "../../../src/diagnostics/index.ts";
import { inPart, trials } from "../../support/trials.ts";
import { type PrintedCell, readEditions } from "./reader-of-editions.ts";
import { shownOf } from "./table-of-cases.ts";

const hide = { from: 1, to: 4 };
const areas = ["ash", "birch", "cedar"];
const ages = ["young", "middle", "old"];
const unit = { one: "case", other: "cases" };
const categories = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));

interface Rule {
  readonly roundTo: number | undefined;
  /** Or they are published, small or not. */
  readonly areCasesSecret: boolean;
  /** Cases are known by area alone, and those of them that were charged by age as well; with a row for all ages, or without. */
  readonly further: "no" | "totals" | "parts";
  readonly as: "share" | "rate";
}

/** Cases by area and age, and those of them that were charged, with the share that they are. */
const spec = ({ roundTo, areCasesSecret, further, as }: Rule): DatasetSpec => ({
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", total: "all", notSums: areas, categories: categories(["all", ...areas]) },
    age: {
      role: "category",
      label: "Age",
      notSums: ages,
      ...(further === "parts"
        ? { categories: categories(ages) }
        : { total: "every", categories: categories(["every", ...ages]) }),
    },
  },
  measures: {
    cases: { label: "Cases", unit, statType: "count", ...(further !== "no" && { dimensions: ["area"] }) },
    charged: { label: "Charged", unit, statType: "count" },
    share: { label: "Share", unit, statType: as, per: 100, decimals: 1, numerator: "charged", denominator: "cases" },
  },
  notSums: ["cases", "charged"],
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: {
    profile: { hide, ...(roundTo !== undefined && { roundTo }) },
    measures: areCasesSecret ? {} : { cases: "publish" },
  },
});

const refused = ["disclosure-not-protected", "edition-not-protected"];

interface Printed {
  readonly cells: readonly PrintedCell[];
  readonly edition: Edition;
}

interface Leaf {
  readonly charged: number;
  readonly other: number;
}

/** What is published before another edition, and which leaves were revised since. */
interface Before {
  readonly previous: readonly Edition[];
  readonly revised: readonly boolean[];
}

/** What a reader sees, who knows that none is charged who is no case; undefined where the table is refused. */
async function printed(leaves: readonly Leaf[], rule: Rule, before?: Before): Promise<Printed | undefined> {
  const leafAt = (area: string, age: string) => leaves[areas.indexOf(area) * ages.length + ages.indexOf(age)] as Leaf;
  const rows = ["all", ...areas].flatMap((area) =>
    [...(rule.further === "parts" ? [] : ["every"]), ...ages].map((age) => {
      const leavesOf = (some: readonly string[]) =>
        (area === "all" ? areas : [area]).flatMap((one) => some.map((other) => [one, other] as const));
      const sumOf = (kind: keyof Leaf, some: readonly (readonly [string, string])[]) =>
        some.reduce((sum, [one, other]) => sum + leafAt(one, other)[kind], 0);
      const named = (kind: string, some: readonly (readonly [string, string])[]) =>
        some.map(([one, other]) => {
          const isRevised = before?.revised[areas.indexOf(one) * ages.length + ages.indexOf(other)];
          return `${one} ${other} ${kind}${isRevised ? " again" : ""}`;
        });
      const within = leavesOf(age === "every" ? ages : [age]);
      const all = rule.further === "no" ? within : leavesOf(ages);
      const charged = sumOf("charged", within);
      const cases = sumOf("charged", all) + sumOf("other", all);
      return {
        row: { area, age, cases, charged, share: cases === 0 ? "" : Math.round((1000 * charged) / cases) / 10 },
        cells: { charged: named("charged", within), cases: [...named("charged", all), ...named("other", all)] },
      };
    }),
  );
  try {
    const dataset = await readDataset(
      defineDataset(spec(rule)),
      { rows: rows.map(({ row }) => row) },
      { id: "cases", ...(before && { previous: before.previous }) },
    );
    const cells = rows.flatMap(({ row: { area, age, ...values }, cells }) =>
      (["cases", "charged"] as const).map(
        (measure): PrintedCell => ({
          name: `${measure} ${area} ${age}`,
          parts: cells[measure],
          truth: values[measure],
          shown: shownOf(dataset.lookup(measure, { area, age })[0]?.cell),
        }),
      ),
    );
    const { edition } = dataset;
    return {
      cells,
      edition: { datasets: edition ? { cases: edition } : {} },
    };
  } catch (error) {
    const isRefused = ({ code, severity }: Diagnostic) => severity !== "error" || refused.includes(code);
    if (error instanceof BriefingError && error.diagnostics.every(isRefused)) return;
    throw error;
  }
}

const few = fc.integer({ min: 0, max: 5 });
const leaf = fc.record({
  charged: fc.oneof({ weight: 1, arbitrary: few }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 12 }) }),
  other: few,
});

const leavesOf = (numbers: readonly (readonly [charged: number, other: number])[]): Leaf[] =>
  numbers.map(([charged, other]) => ({ charged, other }));

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
  const then = async (other: number, revised: readonly boolean[]) => {
    const next = await printed(leavesWith(other), rule, { previous: first ? [first.edition] : [], revised });
    return next && first && readEditions([first.cells, next.cells], hide);
  };
  expect(await then(1, [])).toEqual([]);
  // Eleven cases in the area, of which seven are in its middle age, leave four at most.
  expect(await then(0, [false, false, false, true])).toBeUndefined();
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
  const revised = [false, false, false, false, false, false, false, false, true];
  const next = await printed(leavesWith(1, 0), rule, { previous: first ? [first.edition] : [], revised });
  const editions = [first, next].flatMap((each) => (each ? [each.cells] : []));
  expect(editions.length).toBeGreaterThan(0);
  expect(await readEditions(editions, hide)).toEqual([]);
});
