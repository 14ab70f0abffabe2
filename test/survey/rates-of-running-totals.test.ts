import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Ashford", "Canterbury", "Dartford", "Dover"];
const people = [51_213, 161_407, 87_931, 32_309];
const days = Array.from({ length: 28 }, (_, day) => day);
const casesOf = (area: number, day: number) => (day * 7 + area * 5 + ((day * day) % 11)) % (9 + area * 4);
const upTo = (area: number, day: number, length: number) =>
  days.filter((own) => own <= day && own > day - length).reduce((sum, own) => sum + casesOf(area, own), 0);

const table = (heading: string, figure: (area: number, day: number) => string) =>
  [
    `Area,Date,Cases,${heading}`,
    ...areas.flatMap((area, at) =>
      days.map((day) => `${area},2021-03-${String(day + 1).padStart(2, "0")},${casesOf(at, day)},${figure(at, day)}`),
    ),
    "",
  ].join("\n");

const per = (count: number, area: number) => ((100_000 * count) / (people[area] ?? 1)).toFixed(4);

test.each([
  ["all cases so far, per population", "Crude rate", (area: number, day: number) => per(upTo(area, day, 99), area)],
  ["cases of seven days, per population", "Weekly rate", (area: number, day: number) => per(upTo(area, day, 7), area)],
  ["means of seven days", "Weekly mean", (area: number, day: number) => (upTo(area, day, 7) / 7).toFixed(4)],
])("what rises by hidden counts in each area is left out: %s", async (_, heading, figure) => {
  const { spec, remarks } = await guessOf(table(heading, figure));
  expect(Object.keys(spec.measures)).toEqual(["cases"]);
  expect(spec.disclosure).toEqual({ profile: { hide: { from: 1, to: 4 } } });
  expect(remarks.get("layout.ignore")).toContain(heading);
});

test("what does not follow the counts stays", async () => {
  const { spec } = await guessOf(table("Mean age", (area, day) => (31 + ((day * 13 + area * 7) % 17) / 3).toFixed(4)));
  expect(Object.keys(spec.measures)).toHaveLength(2);
});
