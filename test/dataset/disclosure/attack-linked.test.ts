import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Cell,
  type DatasetSpec,
  type DisclosureSpec,
  defineDataset,
  readDataset,
} from "../../../src/dataset/index.ts";
import { trials } from "../../support/trials.ts";
import { mayBe, type Rule } from "./brute-force.ts";
import type { CubeCell } from "./margins.ts";

/** A count for each area, sex and quarter; published with the sums of areas, of sexes (as measures) and of the year. */
const areas = ["kent", "essex"];
const sexes = ["men", "women"];
const quarters = ["2018-01-01/2018-04-01", "2018-04-01/2018-07-01"];
const halfYear = "2018-01-01/2018-07-01";
const labels: Readonly<Record<string, string>> = {
  [quarters[0] as string]: "2018-Q1",
  [quarters[1] as string]: "2018-Q2",
  [halfYear]: "Jan-Jun 2018",
};

const every = <T>(list: readonly T[]) => [...list.map((one) => [one]), list];

/** Each published cell: the area, measure and period that it is for, and the counts that it adds up. */
const places = every(areas).flatMap((area) =>
  every(sexes).flatMap((sex) =>
    every(quarters).map((quarter) => ({
      area: area.length === 1 ? (area[0] as string) : "all",
      measure: sex.length === 1 ? (sex[0] as string) : "everyone",
      period: quarter.length === 1 ? (quarter[0] as string) : halfYear,
      leaves: area.flatMap((a) =>
        sex.flatMap((s) =>
          quarter.map(
            (q) => (areas.indexOf(a) * sexes.length + sexes.indexOf(s)) * quarters.length + quarters.indexOf(q),
          ),
        ),
      ),
    })),
  ),
);

const count = { unit: { one: "case", other: "cases" }, statType: "count" } as const;

const specOf = (disclosure: DisclosureSpec): DatasetSpec => ({
  title: "Made up",
  dimensions: {
    area: { role: "area", label: "Area", total: "all", categories: ["all", ...areas].map((id) => ({ id, label: id })) },
    period: { role: "time", label: "Period" },
  },
  measures: {
    men: { label: "Men", ...count },
    women: { label: "Women", ...count },
    everyone: { label: "Everyone", ...count },
  },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  sums: [{ whole: "everyone", parts: ["men", "women"] }],
  disclosure,
});

const rules: readonly (readonly [DisclosureSpec["profile"], Rule])[] = [
  [{ hide: { from: 1, to: 4 } }, { from: 1, to: 4, base: 1 }],
  [{ hide: { from: 1, to: 2 } }, { from: 1, to: 2, base: 1 }],
  ["under5", { from: 1, to: 4, base: 5 }],
];

const runs = Number(process.env.DISCLOSURE_RUNS ?? trials(8, 2));

test("of areas, measures that are parts of others and quarters together, no value is ruled out", async () => {
  const values = fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, fc.nat(25)), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(values, fc.constantFrom(...rules), async (counts, [profile, rule]) => {
      const cells = places.map(({ leaves, ...at }): CubeCell => {
        return { at, leaves, value: leaves.reduce((sum, leaf) => sum + (counts[leaf] as number), 0) };
      });
      const byPlace = new Map<string, Record<string, string | number>>();
      for (const { at, value } of cells) {
        const { area = "", period = "", measure = "" } = at;
        const row = byPlace.get(`${area} ${period}`) ?? { area, period: labels[period] as string };
        byPlace.set(`${area} ${period}`, { ...row, [measure]: value });
      }
      const dataset = await readDataset(
        defineDataset(specOf({ profile })),
        { rows: [...byPlace.values()] },
        { id: "n" },
      );
      const published = cells.map(({ at: { area = "", period = "", measure = "" } }) => {
        return dataset.observations.find(
          (one) => one.measure === measure && one.at.area === area && one.at.period === period,
        )?.cell as Cell;
      });
      for (const [index, { value, at }] of cells.entries()) {
        if (value < rule.from || value > rule.to) continue;
        expect(published[index], JSON.stringify(at)).toEqual({ state: "suppressed" });
        for (let hidden = rule.from; hidden <= rule.to; hidden += 1)
          expect(mayBe({ cells, published, rule }, index, hidden), `${JSON.stringify(at)} ${hidden}`).toBe(true);
        const others = [rule.from - 1, rule.to + 1].filter((other) => other >= 0);
        expect(others.some((other) => mayBe({ cells, published, rule }, index, other))).toBe(true);
      }
    }),
    { numRuns: runs },
  );
});
