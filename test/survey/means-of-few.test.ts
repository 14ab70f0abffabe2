import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const parishes = "Alder,Birch,Cedar,Elder,Fir,Hazel,Ivy,Larch,Maple,Oak,Pine,Rowan".split(",");
const table = (heading: string, row: (at: number) => readonly (string | number)[]) =>
  `${[heading, ...parishes.map((name, at) => [`${name} Parish`, ...row(at)].join(","))].join("\n")}\n`;
const counts = [1, 12, 3, 15, 8, 2, 4, 11, 7, 1, 13, 24];
const countAt = (at: number) => counts[at] as number;

/** What readers see of a table by its first guess: figures by measure and parish, `[c]` where one is hidden. */
async function shownOf(content: string, measure: string) {
  const { spec } = await guessOf(content);
  const { observations } = await readDataset(
    defineDataset(spec),
    { csv: content, file: "figures.csv" },
    { id: "figures" },
  );
  return observations
    .filter((own) => own.measure === measure)
    .map(({ cell }) => (cell.state === "value" ? cell.value : "[c]"));
}

test("what a mean is of by its name is hidden where the count is", async () => {
  const content = table("Parish,Victims,Mean age of victims", (at) => [countAt(at), 30 + ((at * 37) % 19) + 0.5]);
  const { spec, remarks } = await guessOf(content);
  expect(spec.measures.meanAgeOfVictims).toMatchObject({ statType: "mean", numerator: "victims" });
  expect(remarks.get("measures.meanAgeOfVictims.numerator")).toContain('Of what "Victims" counts');
  const shown = await shownOf(content, "meanAgeOfVictims");
  expect(shown.map((value) => value === "[c]")).toEqual(counts.map((count) => count < 5));
});

test("what other means and amounts beside small counts are of is asked", async () => {
  const { spec, remarks } = await guessOf(
    table("Parish,Victims,Mean rainfall (mm)", (at) => [countAt(at), 30 + ((at * 37) % 19) + 0.5]),
  );
  expect(spec.disclosure?.measures).toEqual({ meanRainfallMm: "publish" });
  expect(remarks.get("disclosure")).toContain('"Mean rainfall": shown where the counts beside them are hidden.');
});

test("nothing is asked where no count beside a mean is small", async () => {
  const { spec, remarks } = await guessOf(
    table("Parish,Victims,Mean age of victims", (at) => [countAt(at) + 40, 30 + ((at * 37) % 19) + 0.5]),
  );
  expect(spec.measures.meanAgeOfVictims?.numerator).toBeUndefined();
  expect(remarks.get("disclosure")).toBeUndefined();
});

test.each([
  ["small counts with the people beside them are left out", (people: number) => people, true],
  ["no whole numbers of these people stay", (people: number) => people * 1.37 + 0.4, false],
])("rates that make %s", async (_, peopleOf, isLeftOut) => {
  const populations = counts.map((_count, at) => 410 + ((at * 739) % 2300));
  const { spec } = await guessOf(
    table("Parish,Population,Suicides per 1000", (at) => [
      populations[at] as number,
      ((countAt(at) / peopleOf(populations[at] as number)) * 1000).toFixed(2),
    ]),
  );
  expect(Object.keys(spec.measures).includes("suicidesPer1000")).toBe(!isLeftOut);
});

test("a rate below the heading of all deaths is made of no deaths of one cause", async () => {
  const rows = parishes.map(
    (name, at) => `${name} Parish,${countAt(at)},${20.5 + at},${countAt(at) * 7},${120.5 + at * 3}`,
  );
  const { spec } = await guessOf(
    ["Causes,Deaths from flu,,All causes of death,", "Parish,Deaths,Rate,Deaths,Rate", ...rows].join("\n"),
  );
  const [, rate] = Object.entries(spec.measures).find(([, { label }]) => label === "All causes of death: Rate") ?? [];
  expect(spec.measures[rate?.numerator ?? ""]?.label ?? "All causes of death: Deaths").toBe(
    "All causes of death: Deaths",
  );
});

test("households of a whole parish, in thousands, are of no count of some of them, and stay where that is hidden", async () => {
  const { spec } = await guessOf(
    table("Parish,Households,Number of households in parish (000s)", (at) => [
      countAt(at),
      (4.317 + ((at * 37) % 19)).toFixed(3),
    ]),
  );
  const [of] = Object.values(spec.measures).slice(1);
  expect(of).toMatchObject({ additive: true });
  expect(of).not.toHaveProperty("numerator");
});
