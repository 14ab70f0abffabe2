import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const years = Array.from({ length: 14 }, (_, at) => 2008 + at);
const young = [1567, 1658, 1787, 1650, 2081, 1943, 1992, 1908, 1798, 1755, 1891, 1837, 1564, 1639];

test("counts between 1500 and 2099 are no years, though a word stands among them and one comes again", async () => {
  const rows = young.map((count, at) => `Ward ${at + 1},${count * 4 + at},${at === 5 ? 1567 : count},${7 * at + 312}`);
  const csv = `Ward,All ages,18 to 29 years,30 years and over\nSum,,N,\n${rows.join("\n")}\n`;
  const { spec } = await guessOf(csv);
  expect(Object.values(spec.layout?.dimensions ?? {})).not.toContain("18 to 29 years");
  expect(Object.values(spec.layout?.measures ?? {})).toContain("18 to 29 years");
});

test("years without a heading are the time below headings whose last row says one sign of all figures", async () => {
  const figures = years.map((_, at) => {
    const own = young[at] as number;
    return [own * 8 + 11, own * 7 + at, own * 5 + at, own * 2, own, own * 3 + 17, own * 3 + at - 17];
  });
  const csv = [
    ",Convictions,Persons convicted,,,,,",
    ",Adults,Adults convicted,,,,,",
    ",,Total,Sex,,Age,,",
    ",,,Men,Women,18 to 29 years,30 to 49 years,50 years and over",
    ",N,N,N,N,N,N,N",
    ...figures.map((row, at) => `${years[at]},${row.join(",")}`),
    "",
  ].join("\n");
  const { spec, dataset } = await guessOf(csv);
  expect(spec.layout?.dimensions).toEqual({ period: "#A" });
  expect(Object.values(spec.layout?.measures ?? {})[0]).toBe("Convictions | Adults");
  expect(spec.layout?.rows?.except).toEqual({ "#A": [""] });
  expect(spec.markers).toBeUndefined();
  const periods = dataset?.observations.map(({ at }) => String(at.period).slice(0, 4));
  expect(new Set(periods)).toEqual(new Set(years.map(String)));
});
