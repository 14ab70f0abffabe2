import { expect, it } from "vitest";
import { guessOf } from "./guess-of.ts";

const years = Array.from({ length: 24 }, (_, at) => 1978 + at);
const table = (head: string, labelOf: (year: number) => string, above = ""): string =>
  [
    ...(above === "" ? [] : [above]),
    head,
    ...years.map((year, at) => `${labelOf(year)},${7231 + ((at * 371) % 97) * 11},${4120 + ((at * 53) % 89) * 7}`),
    "",
  ].join("\n");
const japanese = (year: number) =>
  year < 1989 ? `昭和${year - 1925}年` : year === 1989 ? "平成元年" : `平成${year - 1988}年`;

it.each([
  ["民國", "年別,西元,男,女", (year: number) => `民國${year - 1911}年,${year}`],
  ["昭和", "年次,西暦,男,女", (year: number) => `${japanese(year)},${year}`],
  ["平成, behind", "西暦,年次,男,女", (year: number) => `${year},${japanese(year)}`],
  ["พ.ศ.", "พ.ศ.,ค.ศ.,ชาย,หญิง", (year: number) => `${year + 543},${year}`],
  ["one name over both", "年別,年別,男,女", (year: number) => `民國${year - 1911}年,${year}`],
])("a year that is said once more by the era %s is the period, and no dimension", async (_, head, labelOf) => {
  const { spec, dataset, remarks } = await guessOf(table(head, labelOf));
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["time"]);
  expect(Object.keys(spec.measures)).toHaveLength(2);
  expect(dataset?.periods().map(({ start }) => start)).toEqual(years.map((year) => `${year}-01-01`));
  expect(remarks.get("layout.ignore")).toContain("the year of each row once more, by another era");
});

it("a name beside each year is no year of an era", async () => {
  const { spec } = await guessOf(table("Winner,Season,Goals,Cards", (year) => `Club ${(year * 7) % 31},${year}`));
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toContain("category");
});

it("of units that a line says beside a rate, the other is that of the counts", async () => {
  const { spec } = await guessOf(
    table("年別,西元,男,女", (year) => `民國${year - 1911}年,${year}`, "死亡數按性別,,,\n,,按登記日期統計,單位：人；‰"),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["people", "people"]);
});
