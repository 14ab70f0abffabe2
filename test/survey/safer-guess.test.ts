import { describe, expect, it } from "vitest";
import type { DatasetSpec } from "../../src/dataset/index.ts";
import { type ReadableGuess, saferGuesses } from "../../src/survey/index.ts";
import { guessOf } from "./guess-of.ts";

const towns = ["Ashby", "Birch", "Coldfell", "Dunmarsh"];
const [girls, boys, rates] = [
  [12, 3, 41, 28],
  [17, 22, 2, 31],
  [4.1, 5.2, 3.3, 6.4],
];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const row = (name: string, ...values: readonly number[]): string => [name, ...values].join();
const table = [
  "Town,Girls,Boys,Children,Mean days",
  ...towns.map((town, at) => {
    const [girl = 0, boy = 0, rate = 0] = [girls?.[at], boys?.[at], rates?.[at]];
    return row(town, girl, boy, girl + boy, rate);
  }),
  row("All towns", sum(girls ?? []), sum(boys ?? []), sum(girls ?? []) + sum(boys ?? []), 4.7),
  "",
].join("\n");

const guesses = async (
  change: (spec: DatasetSpec) => DatasetSpec,
  text: string = table,
): Promise<readonly ReadableGuess[]> => {
  const guess = await guessOf(text);
  if (!guess.dataset) throw new Error("It is not read.");
  const found: ReadableGuess[] = [];
  const data = { csv: text, file: "figures.csv" };
  const own = { ...guess, dataset: guess.dataset, spec: change(guess.spec) };
  for await (const safer of saferGuesses(own, data)) found.push(safer);
  return found;
};

describe("a guess that cannot be built as it is", () => {
  it("is followed by one without what it takes for sums, which speaks of none of them and says so", async () => {
    const all = await guesses((spec) => spec);
    const fewer = all.find(({ spec }) => !("total" in (spec.dimensions.town ?? {})) && spec.sums === undefined);
    expect(fewer?.dataset.categories("town").map(({ label }) => label)).toEqual(towns);
    expect(Object.keys(fewer?.spec.measures ?? {})).not.toContain("children");
    expect(fewer?.remarks.get("layout.rows")).toContain('"All towns": taken for sums of others, and left out');
    expect(fewer?.remarks.get("layout.ignore")).toContain('"Children": taken for sums of others, and left out');
    expect(fewer?.remarks.has("dimensions.town.total")).toBe(false);
    expect(fewer?.spec.disclosure).toBeDefined();
  });

  it("reads all alone, where each row totals one thing or another", async () => {
    const towns = ["Ashby", "Birch", "Coldfell"];
    const count = (town: number, sex: number, year: number): number => 20 + 7 * town + 3 * sex + year;
    const rows = [2019, 2020, 2021].flatMap((year) => [
      ...towns.map((town, at) => [year, town, "Total", count(at, 0, year - 2019) + count(at, 1, year - 2019)]),
      ...["Female", "Male"].map((sex, of) => [
        year,
        "Total",
        sex,
        sum(towns.map((_, at) => count(at, of, year - 2019))),
      ]),
      [year, "Total", "Total", sum(towns.flatMap((_, at) => [0, 1].map((of) => count(at, of, year - 2019))))],
    ]);
    const each = ["Year,Town,Sex,Pupils", ...rows.map((own) => own.join())].join("\n");
    const [safer] = await guesses((spec) => spec, each);
    expect(safer?.spec.layout?.rows?.only).toEqual({ Town: ["Total"], Sex: ["Total"] });
    expect(safer?.dataset.observations).toHaveLength(3);
    expect(safer?.remarks.get("layout.rows")).toContain('Only the rows of all are read, by "Town", "Sex"');
  });

  it("is followed by one that names no category that is not there", async () => {
    const holding = (spec: DatasetSpec): DatasetSpec => ({
      ...spec,
      dimensions: {
        ...spec.dimensions,
        town: { role: "area", label: "Town", holds: { "east-side": ["ashby", "birch"] } },
      },
    });
    const [fewer] = await guesses(holding);
    expect(fewer?.spec.dimensions.town).not.toHaveProperty("holds");
  });

  it("ends with one without the counts that could not be protected, where something else is left", async () => {
    const last = (await guesses((spec) => spec)).at(-1);
    expect(Object.keys(last?.spec.measures ?? {})).toEqual(["meanDays"]);
    expect(last?.remarks.get("layout.ignore")).toContain('"Girls", "Boys": left out at first');
  });
});
