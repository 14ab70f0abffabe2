import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const ports = ["Aldmouth", "Bernwick", "Coldhaven", "Dunport", "Eastness"];

test("figures of another period than that of their row say so in their label, and come last", async () => {
  const rows = ports.map((port, at) => `${port},2020,2019,${910 + at * 57},${310 + at * 31},${210 + at * 17}`);
  const { spec, remarks } = await guessOf(
    ["port,this_period,last_period,boats_lp,boats_tp,ferries_tp", ...rows, ""].join("\n"),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Boats tp",
    "Ferries tp",
    "Boats lp (last period: 2019)",
  ]);
  expect(remarks.get("measures.boatsLp.label")).toContain('Of the period in "last_period"');
});

test.each([
  ["Boats previous year", true],
  ["Last year", true],
  ["Boats built in the last year", false],
  ["Boats repaired over the previous month", false],
])("%s: whether it is of the period before is %s", async (heading, isBefore) => {
  const rows = ports.map((port, at) => `${port},2020,${910 + at * 57},${310 + at * 31}`);
  const { spec, remarks } = await guessOf([`Port,Year,${heading},Boats`, ...rows, ""].join("\n"));
  const [first, last] = Object.keys(spec.measures);
  const id = isBefore ? last : first;
  expect(remarks.get(`measures.${id}.label`)?.includes("period before") ?? false).toBe(isBefore);
  expect(spec.measures[id ?? ""]?.label).toBe(heading);
});

test.each([
  ["Last year", "This year"],
  ["Boats (previous year)", "Boats (latest year)"],
  ["Vorperiode", "2022"],
  ["Vorjahr Boote", "Berichtsjahr Boote"],
  ["Année précédente", "Année en cours"],
  ["Año anterior", "Año actual"],
])("of %s beside %s the first comes last, and says so, where no period is told", async (earlier, later) => {
  const rows = ports.map((port, at) => `${port},${910 + at * 57},${310 + at * 31}`);
  const { spec, remarks } = await guessOf([`Port,${earlier},${later}`, ...rows, ""].join("\n"));
  const [first, last] = Object.entries(spec.measures);
  expect([first?.[1].label, last?.[1].label]).toEqual([later, earlier]);
  expect(remarks.get(`measures.${last?.[0]}.label`)).toContain("period before");
});

test("what changed since the period before is not of it", async () => {
  const rows = ports.map((port, at) => `${port},${910 + at * 57},${3.5 + at * 2}`);
  const { remarks } = await guessOf(["Hafen,Boote,Veränderung gegenüber Vorjahr", ...rows, ""].join("\n"));
  expect([...remarks.values()].join(" ")).not.toContain("period before");
});
