import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { BriefingError } from "../../../src/diagnostics/index.ts";
import { trials } from "../../support/trials.ts";
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
}

/** Cases by area and age, and those of them that were charged, with the share that they are. */
const spec = ({ roundTo, areCasesSecret }: Rule): DatasetSpec => ({
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", total: "all", notSums: areas, categories: categories(["all", ...areas]) },
    age: { role: "category", label: "Age", total: "every", notSums: ages, categories: categories(["every", ...ages]) },
  },
  measures: {
    cases: { label: "Cases", unit, statType: "count" },
    charged: { label: "Charged", unit, statType: "count" },
    share: { label: "Share", unit, statType: "share", decimals: 1, numerator: "charged", denominator: "cases" },
  },
  notSums: ["cases", "charged"],
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: {
    profile: { hide, ...(roundTo !== undefined && { roundTo }) },
    measures: areCasesSecret ? {} : { cases: "publish" },
  },
});

interface Leaf {
  readonly charged: number;
  readonly other: number;
}

/** What a reader sees, who knows that none is charged who is no case; undefined where the table is refused. */
async function printed(leaves: readonly Leaf[], rule: Rule): Promise<PrintedCell[] | undefined> {
  const leafAt = (area: string, age: string) => leaves[areas.indexOf(area) * ages.length + ages.indexOf(age)] as Leaf;
  const rows = ["all", ...areas].flatMap((area) =>
    ["every", ...ages].map((age) => {
      const within = (area === "all" ? areas : [area]).flatMap((one) =>
        (age === "every" ? ages : [age]).map((other) => [one, other] as const),
      );
      const sumOf = (kind: keyof Leaf) => within.reduce((sum, [one, other]) => sum + leafAt(one, other)[kind], 0);
      const charged = sumOf("charged");
      const cases = charged + sumOf("other");
      const named = (kind: string) => within.map((leaf) => `${leaf.join()} ${kind}`);
      return {
        row: { area, age, cases, charged, share: cases === 0 ? "" : Math.round((1000 * charged) / cases) / 10 },
        cells: { charged: named("charged"), cases: [...named("charged"), ...named("other")] },
      };
    }),
  );
  try {
    const dataset = await readDataset(defineDataset(spec(rule)), { rows: rows.map(({ row }) => row) }, { id: "cases" });
    return rows.flatMap(({ row: { area, age, ...values }, cells }) =>
      (["cases", "charged"] as const).map(
        (measure): PrintedCell => ({
          name: `${measure} ${area} ${age}`,
          parts: cells[measure],
          truth: values[measure],
          shown: shownOf(dataset.lookup(measure, { area, age })[0]?.cell),
        }),
      ),
    );
  } catch (error) {
    if (error instanceof BriefingError && error.diagnostics.every(({ code }) => code === "disclosure-not-protected"))
      return;
    throw error;
  }
}

const few = fc.integer({ min: 0, max: 5 });
const leaf = fc.record({
  charged: fc.oneof({ weight: 1, arbitrary: few }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 12 }) }),
  other: few,
});

/** Nothing was hidden for one of them: what is shown of either leaves the other two values. */
const onceKnown: readonly Leaf[] = [
  [1, 0],
  [0, 0],
  [0, 0],
  [0, 1],
  [5, 0],
  [2, 1],
  [0, 0],
  [5, 0],
  [5, 0],
].map(([charged = 0, other = 0]) => ({ charged, other }));

test("no small count is worked out from what it is a part of, or from a part of it", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(leaf, { minLength: areas.length * ages.length, maxLength: areas.length * ages.length }),
      fc.record({ roundTo: fc.constantFrom(undefined, 3, 5), areCasesSecret: fc.boolean() }),
      async (leaves, rule) => {
        const cells = await printed(leaves, rule);
        if (!cells) return;
        read += 1;
        // Those that are no secret are shown.
        expect(await readEditions([cells], hide)).toEqual([]);
      },
    ),
    {
      numRuns: trials(2000, 40),
      examples: [
        [[...onceKnown], { roundTo: undefined, areCasesSecret: true }],
        [[...onceKnown], { roundTo: undefined, areCasesSecret: false }],
      ],
    },
  );
  expect(read).toBeGreaterThan(9);
});
