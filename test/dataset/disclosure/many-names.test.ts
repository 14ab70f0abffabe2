import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCombinations } from "../../../src/dataset/disclosure/combinations.ts";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";

import { laterDiagnosticsOf } from "../../support/diagnostics-of.ts";
import { randomFrom } from "./year-of-editions.ts";

const sources: DatasetSpec["sources"] = { home: { title: "Crime", publisher: "Home Office", kind: "other" } };
const count = { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } as const;

/** A definition of so many columns of names, each of which may have a total. */
const specOf = (columns: number, total?: string): DatasetSpec => ({
  title: "Firms",
  dimensions: Object.fromEntries(
    Array.from({ length: columns }, (_, column) => [
      `c${column}`,
      { role: "category", label: `C${column}`, ...(total === undefined ? {} : { total }) } as const,
    ]),
  ),
  measures: { n: count },
  sources,
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

describe("combinations", () => {
  test("have numbers that tell them apart, in one order, whether or not all of them could be numbered", () => {
    const size = 1000;
    const place = fc.array(fc.nat({ max: size - 1 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 20 }),
        fc.nat({ max: 2 }),
        fc.nat({ max: size - 1 }),
        (places, position, value) => {
          const few = createCombinations([size, size, size]);
          const many = createCombinations([size, size, size, ...Array.from({ length: 4 }, () => size)]);
          const wide = (own: readonly number[]) => [...own, size - 1, size - 1, size - 1, size - 1];
          const [short, long] = [places.map(few.numberOf), places.map((own) => many.numberOf(wide(own)))];
          for (const [index, own] of places.entries()) {
            expect(own.map((_, at) => many.at(long[index] as number, at))).toEqual(own);
            expect(many.with(long[index] as number, position, value)).toBe(
              many.numberOf(wide(own.with(position, value))),
            );
            for (const other of places.keys()) {
              const order = few.compare(short[index] as number, short[other] as number);
              expect(Math.sign(many.compare(long[index] as number, long[other] as number))).toBe(Math.sign(order));
            }
          }
        },
      ),
    );
  });
});

test("cells that differ in one of many columns of names are told apart", async () => {
  const columns = 7;
  const row = (names: readonly string[], n: number) => ({
    ...Object.fromEntries(names.map((name, column) => [`c${column}`, name])),
    n,
  });
  const name = (index: number) => `n${String(index).padStart(3, "0")}`;
  const last = Array.from({ length: columns - 1 }, () => name(199));
  const rows = Array.from({ length: 200 }, (_, index) =>
    row(
      Array.from({ length: columns }, () => name(index)),
      50 + index,
    ),
  );
  const beside = [3, 41, 42, 43].map((n, index) => row([name(index), ...last], n));
  const dataset = await readDataset(defineDataset(specOf(columns)), { rows: [...rows, ...beside] }, { id: "n" });
  const cells = beside.map(({ n: _, ...at }) => dataset.lookup("n", at)[0]?.cell);
  expect(cells).toEqual([{ state: "suppressed" }, ...[41, 42, 43].map((value) => ({ state: "value", value }))]);
});

test("a table whose cells are parts of more totals than can be looked through is an error that says so", async () => {
  const columns = 16;
  const row = (name: string, n: number) => ({
    ...Object.fromEntries(Array.from({ length: columns }, (_, column) => [`c${column}`, name])),
    n,
  });
  const rows = [...Array.from({ length: 20 }, (_, index) => row(`n${index}`, 3 + index)), row("all", 250)];
  const [problem] = await laterDiagnosticsOf(() =>
    readDataset(defineDataset(specOf(columns, "all")), { rows }, { id: "n" }),
  );
  expect(problem).toMatchObject({ code: "too-many-totals", source: { field: "measures.n" } });
  expect(problem?.message).toMatch(/^The 21 cells of n are parts of more than 1000000 totals in "c0", /);
  const few = await readDataset(
    defineDataset(specOf(6, "all")),
    { rows: rows.map(({ n, ...at }) => ({ ...Object.fromEntries(Object.entries(at).slice(0, 6)), n })) },
    { id: "n" },
  );
  expect(few.disclosure?.measures.n).toMatchObject({ primary: 2 });
});

test("thousands of names of one day each are looked through in the room of their figures, not of all days for each", async () => {
  const start = Date.UTC(2010, 0, 1);
  const days = Array.from({ length: 2500 }, (_, day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10));
  const rows = days.map(
    (day, at) => `Person ${at},${day},${5 + (at % 7)},${5 + ((at * 5) % 11)},${5 + ((at * 3) % 13)}`,
  );
  const spec: DatasetSpec = {
    ...specOf(0),
    dimensions: { name: { role: "category", label: "Name" }, day: { role: "time", label: "Day" } },
    measures: { cases: count, other: { ...count, label: "Other" }, third: { ...count, label: "Third" } },
  };
  const dataset = await readDataset(
    defineDataset(spec),
    { csv: ["name,day,cases,other,third", ...rows].join("\n") },
    { id: "cases" },
  );
  expect(dataset.observations).toHaveLength(7_500);
});

test("a share of all is hidden with a count of it, in however many columns of however many names rows stand apart", async () => {
  const names = 260;
  const columns = 3;
  const random = randomFrom(11);
  const places = Array.from({ length: 1500 }, (_, row) =>
    Array.from({ length: columns }, () => (row < names ? row : Math.floor(random() * names))),
  );
  const counts = places.map((_, row) => (row % 90 === 0 ? 3 : 40 + Math.floor(random() * 900)));
  const sum = counts.reduce((all, count) => all + count, 0);
  const spec: DatasetSpec = {
    ...specOf(columns),
    measures: { n: count, part: { label: "Part", unit: { one: "%", other: "%" }, statType: "share" } },
    disclosure: { profile: { hide: { from: 1, to: 4 } }, measures: { part: "publish" } },
  };
  const rows = places.map((place, row) => ({
    ...Object.fromEntries(place.map((name, column) => [`c${column}`, `n${name}`])),
    n: counts[row] as number,
    part: Number(((100 * (counts[row] as number)) / sum).toFixed(4)),
  }));
  const dataset = await readDataset(defineDataset(spec), { rows }, { id: "n" });
  const { n: _, part: __, ...at } = rows[0] as (typeof rows)[number];
  expect(dataset.lookup("n", at)[0]?.cell).toEqual({ state: "suppressed" });
  expect(dataset.lookup("part", at)[0]?.cell).toEqual({ state: "suppressed" });
  expect(dataset.diagnostics.map(({ code }) => code)).toContain("derived-figures");
});
