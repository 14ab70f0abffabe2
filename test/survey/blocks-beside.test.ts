import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const towns = ["Ashford", "Bexhill", "Crawley", "Dover"];
/** Rows of several tables side by side, with an empty column between; each cell by its table, row and column. */
const beside = (tables: readonly (readonly (readonly (string | number)[])[])[]): readonly string[] => {
  const rows = Math.max(...tables.map((table) => table.length));
  const width = tables[0]?.[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    tables.map((table) => (table[row] ?? Array.from({ length: width }, () => "")).join(",")).join(",,"),
  );
};
const townTable = (at: number): readonly (readonly (string | number)[])[] => [
  ["Town", "Births", "Deaths"],
  ...towns.map((town, row) => [town, 310 + at * 17 + row * 27, 211 + at * 7 + row * 13]),
];
const valuesOf = ({ dataset }: Awaited<ReturnType<typeof guessOf>>): readonly number[] =>
  (dataset?.observations ?? [])
    .flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : []))
    .sort((a, b) => a - b);

describe("tables side by side under the same headings are one", () => {
  test("of the periods that stand above them, and every number is accounted for", async () => {
    const found = await guessOf(
      ["Births and deaths,,,,,,", "2019,,,,2020,,", ...beside([townTable(0), townTable(1)])].join("\n"),
    );
    expect(found.spec.layout?.tables).toEqual([
      { range: "A4:C7", at: { period: "2019" } },
      { range: "E4:G7", at: { period: "2020" } },
    ]);
    expect(found.dataset?.periods()).toHaveLength(2);
    expect(found.dataset?.observations).toHaveLength(16);
    expect(found.spec.layout?.repeatedRows).toBeUndefined();
    expect(found.remarks.get("layout")).toBeUndefined();
    expect(found.remarks.get("dimensions") ?? "").not.toContain("named as others");
  });

  test("of what stands above them, whatever that is, also without a column between", async () => {
    const rows = beside([townTable(0), townTable(1), townTable(2)]).map((row) => row.replaceAll(",,", ","));
    const found = await guessOf(["North,,,South,,,Isles,,", ...rows].join("\n"));
    const [id = ""] = Object.keys(found.spec.layout?.tables?.[0]?.at ?? {});
    expect(found.dataset?.categories(id).map(({ label }) => label)).toEqual(["North", "South", "Isles"]);
    expect(found.dataset?.observations).toHaveLength(24);
  });

  test("also with notes below, and empty rows between those of each", async () => {
    const [first = "", second = "", ...rest] = beside([townTable(0), townTable(1)]);
    const lines = [first, second, ",,,,,,", ...rest, "", "Source: registers,,,,,,"];
    const found = await guessOf(["2019,,,,2020,,", ...lines].join("\n"));
    expect(found.spec.layout?.tables?.map(({ range }) => range)).toEqual(["A3:C7", "E3:G7"]);
    expect(found.dataset?.observations).toHaveLength(16);
  });

  test("of boys and girls, whose names are not those of each other", async () => {
    const list = (names: readonly string[], from: number) => [
      ["Rank", "Name", "Number"],
      ...names.map((name, at) => [at + 1, name, from - at * 27]),
    ];
    const found = await guessOf(
      [
        "Boys,,,,Girls,,",
        ...beside([list(["Noah", "Luca", "Alfie", "Theo"], 910), list(["Ava", "Mia", "Isla", "Lily"], 821)]),
      ].join("\n"),
    );
    const [id = ""] = Object.keys(found.spec.layout?.tables?.[0]?.at ?? {});
    const girls = found.dataset?.observations.filter((one) => one.at[id] === "girls") ?? [];
    expect(girls.map(({ at }) => at.name)).toEqual(["ava", "mia", "isla", "lily"]);
  });

  test("that goes on, where nothing stands above them and their rows are others", async () => {
    const years = (from: number) => [["Year", "Deaths"], ...[0, 1, 2, 3].map((at) => [from + at, 910 - at * 27])];
    const found = await guessOf(["Deaths by year,,,,", ...beside([years(1990), years(1994)])].join("\n"));
    expect(found.spec.layout?.tables).toEqual([{ range: "A3:B6" }, { range: "D3:E6" }]);
    expect(found.dataset?.periods()).toHaveLength(8);
    expect(found.remarks.get("layout")).toBeUndefined();
  });

  test("whatever their rows are, every figure is of its table", async () => {
    const tables = fc.array(fc.array(fc.integer({ min: 100, max: 9999 }), { minLength: 2, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(tables, async (figures) => {
        const all = figures.map((own) => [["Town", "Births"], ...own.map((figure, row) => [towns[row] ?? "", figure])]);
        const names = figures.map((_, at) => `Part ${"ABCD"[at]}`);
        const rows = beside(all);
        const found = await guessOf([names.join(",,,"), ...rows].join("\n"));
        const [id = ""] = Object.keys(found.spec.layout?.tables?.[0]?.at ?? {});
        for (const [at, own] of figures.entries()) {
          const part = `part-${"abcd"[at]}`;
          const read = found.dataset?.observations.filter((one) => one.at[id] === part) ?? [];
          expect(read.map(({ cell }) => (cell.state === "value" ? cell.value : undefined))).toEqual(own);
        }
      }),
      { numRuns: trials(40, 8) },
    );
  });
});

describe("tables side by side are not one", () => {
  test("where nothing stands above them, and their rows are called alike", async () => {
    const { spec } = await guessOf(beside([townTable(0), townTable(1)]).join("\n"));
    expect(spec.layout?.tables).toBeUndefined();
  });

  test("where a number below them is in none", async () => {
    const { spec } = await guessOf(
      ["North,,,,South,,", ...beside([townTable(0), townTable(1)]), ",,,,,,", ",,,512,,,"].join("\n"),
    );
    expect(spec.layout?.tables).toBeUndefined();
  });

  test("where they are of several measures, by what stands above them or by their figures", async () => {
    const years = (from: number) => [["Town", "2019"], ...towns.map((town, row) => [town, from + row * 7.5])];
    const homes = await guessOf(
      [
        "Number of homes,,,Homes per head,",
        ...beside([townTable(0).map((row) => row.slice(0, 2)), townTable(1).map((row) => row.slice(0, 2))]),
      ].join("\n"),
    );
    expect(homes.spec.layout?.tables).toBeUndefined();
    const mixed = await guessOf(
      [
        "North,,,South,",
        ...beside([[["Town", "2019"], ...towns.map((town, row) => [town, 310 + row])], years(1.5)]),
      ].join("\n"),
    );
    expect(mixed.spec.layout?.tables).toBeUndefined();
  });

  test("where names without a heading stand before all, or the lower headings are those of figures alone", async () => {
    const [heads = "", ...rows] = beside([townTable(0), townTable(1)]);
    const numbered = [",North,,,,South,,", `,${heads}`, ...rows.map((row, at) => `Area ${"ABCD"[at]},${row}`)];
    expect((await guessOf(numbered.join("\n"))).spec.layout?.tables).toBeUndefined();
    const lower = ["Town,Births,,,Town,Births,", ",Boys,Girls,,,Boys,Girls", ...rows];
    expect((await guessOf(lower.join("\n"))).spec.layout?.tables).toBeUndefined();
  });

  test("where their headings differ", async () => {
    const other = townTable(1).map((row, at) => (at === 0 ? ["Town", "Births", "Moves"] : row));
    const { spec } = await guessOf(["North,,,,South,,", ...beside([townTable(0), other])].join("\n"));
    expect(spec.layout?.tables).toBeUndefined();
  });
});

test("the figures of all tables are read, and in one kind", async () => {
  const found = await guessOf(["North,,,,South,,", ...beside([townTable(0), townTable(5)])].join("\n"));
  const expected = [0, 5].flatMap((at) =>
    townTable(at)
      .slice(1)
      .flatMap((row) => row.slice(1).map(Number)),
  );
  expect(valuesOf(found)).toEqual(expected.sort((a, b) => a - b));
  expect(Object.values(found.spec.measures).map(({ statType }) => statType)).toEqual(["count", "count"]);
});

test("figures that were worked out of a table, in its first row behind an empty column, are no measures of that row", async () => {
  const rows = Array.from(
    { length: 30 },
    (_, at) => `Town ${"abcdefghijklmnopqrstuvwxyzäöüß"[at]}ham,${310 + at * 17},${211 + at * 7}`,
  );
  const { spec, remarks } = await guessOf(
    [
      "Town,Thefts,Frauds,,Thefts,Frauds",
      `${rows[0]},,0.478,-0.213`,
      ...rows.slice(1).map((row) => `${row},,,`),
      "",
    ].join("\n"),
  );
  expect(Object.keys(spec.measures)).toEqual(["thefts", "frauds"]);
  expect(remarks.get("layout.ignore")).toContain("of a table beside this one");
});
