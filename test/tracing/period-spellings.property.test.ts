import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset, loadDatasets } from "../../src/dataset/index.ts";
import { createCategoryNames } from "../../src/tracing/index.ts";

const [first, last] = [1990, 2024];
const twoDigits = (year: number) => String(year).slice(2);
const labelOf = (year: number) => `${year}/${twoDigits(year + 1)}`;

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: { period: { role: "time", label: "Year" } },
  measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
});
const rows = Array.from({ length: last - first + 1 }, (_, index) => `${labelOf(first + index)},${index}`);
const datasets = await loadDatasets({ offences }, { offences: { csv: ["period,n", ...rows].join("\n") } });
const names = createCategoryNames(datasets);

test("a period of two years is named by each of its spellings, and no other one is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: first, max: last }),
      fc.constantFrom("/", "–", "-"),
      fc.boolean(),
      (year, sign, isWhole) => {
        const second = isWhole ? String(year + 1) : twoDigits(year + 1);
        const said = `${year}${sign}${second}`;
        const found = names.mentions(`Kent in ${said}: 12`);
        const labels = found.flatMap(({ categories }) => categories.map((category) => names.labelOf(category)));
        // 2011-12 may be a month.
        const mayBeMonth = sign === "-" && !isWhole && Number(second) >= 1 && Number(second) <= 12;
        if (mayBeMonth && found.length === 0) return;
        expect(labels).toEqual([labelOf(year)]);
        expect(found.map(({ text }) => text)).toEqual([said]);
      },
    ),
    { numRuns: 200 },
  );
});

test.each(["2017/19", "2017–16", "12017–18", "2017–1918", "2017–180"])("%s is no spelling of 2017/18", (said) => {
  expect(names.mentions(`Kent in ${said}: 12`)).toEqual([]);
});
