import { expect, test } from "vitest";
import {
  type DatasetSpec,
  type DisclosureSpec,
  defineDataset,
  describeProtection,
  readDataset,
} from "../../../src/dataset/index.ts";
import { laterDiagnosticsOf } from "../../support/diagnostics-of.ts";

const unit = { one: "case", other: "cases" };
const hide: DisclosureSpec = { profile: { hide: { from: 1, to: 4 } } };
type Row = Readonly<Record<string, unknown>>;

const specOf = (disclosure: DisclosureSpec, other: Partial<DatasetSpec> = {}): DatasetSpec => ({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" } },
  measures: { n: { label: "Cases", unit, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure,
  ...other,
});
const read = (rows: readonly Row[], spec: DatasetSpec) => readDataset(defineDataset(spec), { rows }, { id: "cases" });
const areas = (...counts: readonly number[]) => counts.map((n, index) => ({ area: `Area ${index + 1}`, n }));

test("a table of which more than half is hidden is told of, one of which half is hidden is not", async () => {
  const mostly = async (...counts: readonly number[]) => (await read(areas(...counts), specOf(hide))).diagnostics;
  expect(await mostly(3, 2, 40, 50)).toEqual([]);
  expect(await mostly(3, 2, 4, 40, 50)).toMatchObject([
    { code: "disclosure-mostly-hidden", message: "Cases: 3 of 5 cells have to be hidden." },
  ]);
});

test("what is hidden is counted by its reason, and figures that are made of it by theirs", async () => {
  const spec = specOf(hide, {
    dimensions: { area: { role: "area", label: "Area", total: "All" }, year: { role: "time", label: "Year" } },
    measures: {
      n: { label: "Cases", unit, statType: "count" },
      of: { label: "Pupils", unit, statType: "count" },
      rate: { label: "Rate", unit, statType: "share", numerator: "n", denominator: "of" },
    },
    markers: { "": "unavailable" },
  });
  const row = (area: string, n: number, of: number, year = "2020") => ({
    area,
    year,
    n,
    of,
    rate: of === 99 ? "" : Math.round((1000 * n) / of) / 10,
  });
  const { disclosure } = await read(
    [row("All", 42, 199), row("Ash", 3, 50), row("Birch", 9, 50), row("Cedar", 30, 99)],
    spec,
  );
  expect(disclosure?.measures).toEqual({
    n: { label: "Cases", cells: 4, primary: 1, secondary: 1, remembered: 0, derived: 0 },
    of: { label: "Pupils", cells: 4, primary: 0, secondary: 0, remembered: 0, derived: 0 },
    rate: { label: "Rate", cells: 3, primary: 0, secondary: 0, remembered: 0, derived: 2 },
  });
  expect(disclosure && describeProtection(disclosure).length).toBeGreaterThan(0);
});

test("a figure that its publisher rounded is as far from the truth as both roundings let it be", async () => {
  const spec = specOf(
    { profile: { hide: { from: 1, to: 4 }, roundTo: 5 } },
    { measures: { n: { label: "Cases", unit, statType: "count", roundedTo: 10 } } },
  );
  const { observations } = await read(areas(40, 0), spec);
  expect(observations.map(({ cell }) => cell)).toEqual([
    { state: "rounded", value: 40, base: 5, of: "figure", low: 33, high: 47 },
    { state: "rounded", value: 0, base: 5, of: "figure", low: 0, high: 5 },
  ]);
});

test("counts that cannot be protected are named, and never what they hold", async () => {
  const spec = specOf(
    { ...hide, known: [{ area: ["All", "Birch"] }] },
    { dimensions: { area: { role: "area", label: "Area", total: "All" } } },
  );
  const rows = [
    { area: "All", n: 42 },
    { area: "Ash", n: 3 },
    { area: "Birch", n: 39 },
  ];
  const [found, ...others] = await laterDiagnosticsOf(() => read(rows, spec));
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: "disclosure-not-protected",
    message: "Cases for Ash has to be hidden, and could be worked out from what may not be hidden.",
    source: { id: "Cases", field: "disclosure" },
  });
});

test("counts that cannot be rounded together are told of by the first", async () => {
  const spec = specOf(
    {
      profile: { hide: { from: 1, to: 4 }, roundTo: 5 },
      rounding: "together",
      known: [{ area: ["All", "Ash", "Birch"] }],
    },
    { dimensions: { area: { role: "area", label: "Area", total: "All" } } },
  );
  const rows = [
    { area: "All", n: 42 },
    { area: "Ash", n: 21 },
    { area: "Birch", n: 14 },
    { area: "Cedar", n: 7 },
  ];
  const [found] = await laterDiagnosticsOf(() => read(rows, spec));
  expect(found).toMatchObject({
    code: "rounding-not-possible",
    message: expect.stringContaining("The counts around Cases for All cannot be rounded together"),
  });
});

test("figures that counts make otherwise than is said are told of, how many and how they are made", async () => {
  const said = async (small: readonly number[]) => {
    const years = ["2019", "2020", "2021", "2022"];
    const counts = [
      [12, 40, 28, 33],
      [52, 47, 33, 61],
      [33, 29, 70, 44],
      [18, 22, 27, 35],
      [81, 64, 59, 77],
    ].map((own, area) => own.map((n, year) => (area === 0 && small.includes(year) ? 3 : n)));
    const rows = counts.flatMap((own, area) =>
      own.map((n, year) => ({
        area: `Area ${area + 1}`,
        year: years[year],
        n,
        change: year === 0 ? "" : Math.round((1000 * (n - (own[year - 1] ?? 1))) / (own[year - 1] ?? 1)) / 10,
      })),
    );
    const { diagnostics } = await read(
      rows,
      specOf(hide, {
        dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
        measures: {
          n: { label: "Cases", unit, statType: "count" },
          change: { label: "Change", unit, statType: "mean", numerator: "n" },
        },
        markers: { "": "not-applicable" },
      }),
    );
    return diagnostics.map(({ message }) => message.slice(0, message.indexOf(":")));
  };
  expect(await said([])).toEqual([]);
  // The change to it is not shown, for it is of a count that is hidden.
  expect(await said([2])).toEqual(["1 figure of change is hidden"]);
  expect(await said([0, 2])).toEqual(["2 figures of change are hidden"]);
});
