import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const cantons = ["Aarau", "Bernau", "Churwald", "Davos", "Elm", "Flims"];
const labelsOf = async (headings: readonly string[]): Promise<readonly string[]> => {
  const rows = cantons.map((canton, at) => [canton, ...headings.map((_, column) => 140 + at * 31 + column * 7)]);
  const { spec } = await guessOf([["Kanton", ...headings], ...rows].map((row) => row.join(",")).join("\n"));
  return Object.values(spec.measures).map(({ label }) => label);
};

test("the number of a note behind a heading is no part of its name", async () => {
  expect(await labelsOf(["Grüne 1)", "Freie", "Bauern 2)"])).toEqual(["Grüne", "Freie", "Bauern"]);
});

test("but where it tells headings apart, it is", async () => {
  const labels = await labelsOf(["Grüne 1)", "Grüne 2)", "Freie"]);
  expect(new Set(labels).size).toBe(3);
  expect(labels[0]).toContain("1)");
});

test("and so is the end of what stands in brackets", async () => {
  expect((await labelsOf(["Pupils (5 to 10)", "Teachers"]))[0]).toContain("10)");
});

test("only those that had one are said to be without it", async () => {
  const rows = cantons.map((canton, at) => `${canton},${140 + at * 31},${147 + at * 31}`);
  const { remarks } = await guessOf(["Kanton,Grüne 1),Freie", ...rows].join("\n"));
  const said = [...remarks].flatMap(([field, text]) => (text.includes("Without the number at the end") ? [field] : []));
  expect(said).toEqual(["measures.grune.label"]);
});

test("runs of numbers behind several headings are those of notes that are not in the file", async () => {
  const rows = cantons.map((canton, at) => [canton, ...[0, 1, 2].map((column) => 14.5 + at * 3 + column)].join());
  const table = (...headings: readonly string[]) => `${["Kanton", ...headings].join()}\n${rows.join("\n")}\n`;
  const { spec, remarks } = await guessOf(
    table("Core prices (index) 2 3 4", "Trimmed prices (index) 2 5", "All prices 6"),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Core prices (index)",
    "Trimmed prices (index)",
    "All prices",
  ]);
  expect([...remarks.values()].join(" ")).toContain(
    '"Core prices (index) 2 3 4", "Trimmed prices (index) 2 5": read without the numbers at the end',
  );
  const gaps = await guessOf(table("Core prices (index) 2 3 4", "Trimmed prices (index) 2 17", "All prices 6"));
  expect(Object.values(gaps.spec.measures)[0]?.label).toContain("2 3 4");
});
