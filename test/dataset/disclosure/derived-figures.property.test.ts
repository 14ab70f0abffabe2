import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { trials } from "../../support/trials.ts";

const years = ["2019", "2020", "2021", "2022"];
const areas = ["Ashby", "Birch", "Coldfell", "Dunmarsh", "Eastry"];
const unit = { one: "case", other: "cases" };

/** Cases and charges by area and year; areas are summed up in a row or in none. */
interface Cases {
  readonly cases: readonly (readonly number[])[];
  readonly charged: readonly (readonly number[])[];
}
type Place = readonly [measure: "cases" | "charged", area: number, year: number];

/** A column, by the counts that it is worked out from. */
interface Column {
  readonly statType: "share" | "mean";
  readonly decimals: number;
  readonly total: boolean;
  readonly more: Partial<DatasetSpec["measures"][string]>;
  readonly measures?: Readonly<Record<string, "publish">>;
  readonly places: (area: number, year: number) => readonly Place[];
  readonly of: (values: readonly number[]) => number;
}

const all = areas.length;
const lastYears = (year: number, count: number) => Array.from({ length: count }, (_, back) => year - back);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const columns: Readonly<Record<string, Column>> = {
  "a change from the year before": {
    statType: "mean",
    decimals: 1,
    total: false,
    more: { numerator: "cases" },
    places: (area, year) => [
      ["cases", area, year],
      ["cases", area, year - 1],
    ],
    of: ([now = 0, before = 0]) => (100 * (now - before)) / before,
  },
  "a change that is said to be no secret": {
    statType: "mean",
    decimals: 2,
    total: false,
    more: {},
    measures: { other: "publish" },
    places: (area, year) => [
      ["cases", area, year],
      ["cases", area, year - 1],
    ],
    of: ([now = 0, before = 0]) => (now - before) / before,
  },
  "an index of the first year": {
    statType: "mean",
    decimals: 1,
    total: false,
    more: { numerator: "cases" },
    places: (area, year) => [
      ["cases", area, year],
      ["cases", area, 0],
    ],
    of: ([now = 0, first = 0]) => (100 * now) / first,
  },
  "a percentage of the total in another row": {
    statType: "share",
    decimals: 1,
    total: true,
    more: {},
    measures: { other: "publish" },
    places: (area, year) => [
      ["cases", area, year],
      ["cases", all, year],
    ],
    of: ([own = 0, total = 0]) => (100 * own) / total,
  },
  "a ratio of counts of which another is named": {
    statType: "mean",
    decimals: 2,
    total: false,
    more: { numerator: "charged" },
    places: (area, year) => [
      ["cases", area, year],
      ["charged", area, year],
    ],
    of: ([cases = 0, charged = 0]) => charged / cases,
  },
  "an average of three years": {
    statType: "mean",
    decimals: 1,
    total: false,
    more: { numerator: "cases" },
    places: (area, year) => lastYears(year, 3).map((own) => ["cases", area, own]),
    of: mean,
  },
  "an average of two years that is said to be of charges": {
    statType: "mean",
    decimals: 1,
    total: false,
    more: { numerator: "charged" },
    places: (area, year) => lastYears(year, 2).map((own) => ["cases", area, own]),
    of: mean,
  },
  "an average of the years around": {
    statType: "mean",
    decimals: 2,
    total: false,
    more: {},
    measures: { other: "publish" },
    places: (area, year) => lastYears(year + 1, 3).map((own) => ["cases", area, own]),
    of: mean,
  },
  "a change on the average of the two years before": {
    statType: "mean",
    decimals: 1,
    total: false,
    more: { numerator: "cases" },
    places: (area, year) => lastYears(year, 3).map((own) => ["cases", area, own]),
    of: ([now = 0, ...before]) => (100 * now) / mean(before) - 100,
  },
  "a percentage over two years": {
    statType: "share",
    decimals: 1,
    total: false,
    more: { numerator: "charged", denominator: "cases" },
    measures: { other: "publish" },
    places: (area, year) => [
      ...lastYears(year, 2).map((own): Place => ["charged", area, own]),
      ...lastYears(year, 2).map((own): Place => ["cases", area, own]),
    ],
    of: (values) => (100 * mean(values.slice(0, 2))) / mean(values.slice(2)),
  },
  "the count of the year before as a mean": {
    statType: "mean",
    decimals: 0,
    total: false,
    more: {},
    measures: { other: "publish" },
    places: (area, year) => [["cases", area, year - 1]],
    of: mean,
  },
};

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

function countAt(data: Cases, [measure, area, year]: Place): number | undefined {
  const own = data[measure];
  return area === all ? own.reduce((sum, values) => sum + (values[year] ?? 0), 0) : own[area]?.[year];
}

async function published(data: Cases, column: Column) {
  const names = column.total ? [...areas, "All"] : areas;
  const figureAt = (area: number, year: number) => {
    const values = column.places(area, year).map((place) => countAt(data, place));
    const figure = values.includes(undefined) ? Number.NaN : column.of(values as number[]);
    return Number.isFinite(figure) ? rounded(figure, column.decimals) : "";
  };
  const rows = names.flatMap((area, at) =>
    years.map((year, index) => ({
      area,
      year,
      cases: countAt(data, ["cases", at, index]) ?? 0,
      charged: countAt(data, ["charged", at, index]) ?? 0,
      other: figureAt(at, index),
    })),
  );
  const dataset = await readDataset(
    defineDataset({
      title: "Cases",
      dimensions: {
        area: { role: "area", label: "Area", ...(column.total ? { total: "All" } : {}) },
        year: { role: "time", label: "Year" },
      },
      measures: {
        cases: { label: "Cases", unit, statType: "count" },
        charged: { label: "Charged", unit, statType: "count" },
        other: { label: "Other", unit, statType: column.statType, ...column.more },
      },
      sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
      markers: { "": "not-applicable" },
      disclosure: { profile: { hide: { from: 1, to: 4 } }, ...(column.measures ? { measures: column.measures } : {}) },
    }),
    { rows },
    { id: "cases" },
  );
  return {
    dataset,
    at(measure: string, area: number, year: number): number | undefined {
      const id = dataset.category("area", names[area] ?? "")?.id ?? "";
      const period = dataset.category("year", years[year] ?? "")?.id ?? "";
      const cell = dataset.lookup(measure, { area: id, year: period })[0]?.cell;
      return cell && "value" in cell ? cell.value : undefined;
    },
  };
}

const most = 120;

/** The values of a hidden count with which a published figure is what it is, other hidden counts being anything. */
function possible(
  place: Place,
  figure: number,
  places: readonly Place[],
  known: (place: Place) => number | undefined,
  column: Column,
) {
  const isOwn = (other: Place) => other.join() === place.join();
  const found = new Set<number>();
  const any = Array.from({ length: most }, (_, value) => value);
  for (const value of any)
    for (const free of places.some((other) => !isOwn(other) && known(other) === undefined) ? any : [0]) {
      const made = column.of(places.map((other) => (isOwn(other) ? value : (known(other) ?? free))));
      if (Number.isFinite(made) && rounded(made, column.decimals) === figure) found.add(value);
    }
  return found;
}

const grid = fc.array(
  fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 4, arbitrary: fc.integer({ min: 5, max: 90 }) },
    ),
    { minLength: years.length, maxLength: years.length },
  ),
  { minLength: areas.length, maxLength: areas.length },
);

for (const [name, column] of Object.entries(columns)) {
  test(`a hidden count is not told by ${name}`, async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(fc.record({ cases: grid, charged: grid }), async (data) => {
        const { at } = await published(data, column);
        const known = ([measure, area, year]: Place) => at(measure, area, year);
        for (let area = 0; area < areas.length; area += 1)
          for (let year = 0; year < years.length; year += 1) {
            const places = column.places(area, year);
            const figure = at("other", area, year);
            if (figure === undefined) continue;
            shown += 1;
            for (const place of places) {
              if (known(place) !== undefined || !((countAt(data, place) ?? 0) <= 4)) continue;
              const values = possible(place, figure, places, known, column);
              expect([...values]).toEqual(expect.arrayContaining([1, 2, 3, 4]));
              expect(values.size).toBeGreaterThan(4);
            }
          }
      }),
      { numRuns: trials(100, 5) },
    );
    expect(shown).toBeGreaterThan(0);
  });
}

test("a rate by what the definition says, and one that is like nothing in the data, are as they were", async () => {
  const cases = [
    [2, 40, 31, 28],
    [52, 47, 3, 61],
    [33, 29, 70, 44],
    [18, 22, 27, 35],
    [81, 64, 59, 77],
  ];
  const charged = [
    [20, 14, 21, 18],
    [12, 17, 30, 16],
    [13, 19, 17, 24],
    [38, 12, 17, 15],
    [21, 14, 29, 17],
  ];
  const data = { cases, charged };
  const column = columns["a ratio of counts of which another is named"] as Column;
  const told = await published(data, { ...column, more: { numerator: "charged", denominator: "cases" } });
  expect(told.dataset.diagnostics).toEqual([]);
  expect(told.at("other", 0, 0)).toBeUndefined();
  expect(told.at("other", 0, 1)).toBe(0.35);
  const noise = [
    [31, 7, 55, 12],
    [90, 23, 41, 68],
    [17, 76, 34, 29],
    [62, 11, 83, 47],
    [25, 58, 9, 71],
  ];
  const other = await published(data, { ...column, of: ([own = 0]) => noise.flat()[cases.flat().indexOf(own)] ?? 1 });
  expect(other.dataset.diagnostics).toEqual([]);
  expect(other.at("other", 0, 0)).toBe(31);
});

test("what is hidden for it is said, with the way in which it is made", async () => {
  const cases = [
    [12, 40, 3, 28],
    [52, 47, 33, 61],
    [33, 29, 70, 44],
    [18, 22, 27, 35],
    [81, 64, 59, 77],
  ];
  const { dataset, at } = await published(
    { cases, charged: cases.toReversed() },
    columns["a change from the year before"] as Column,
  );
  expect(at("other", 0, 1)).toBe(233.3);
  expect(at("other", 0, 3)).toBeUndefined();
  expect(dataset.diagnostics).toMatchObject([
    {
      code: "derived-figures",
      message: expect.stringMatching(
        /^1 figure of other is hidden: the data make it the change from cases of the period before to cases, /,
      ),
    },
  ]);
});

test.each([
  { what: "whatever the counts are", places: 40, every: 13, most: 4000, stations: (at: number) => 1 + ((at * 7) % 60) },
  // 36 to 61 of 126,000 leave 100.0 %, and twice as many less.
  { what: "in nearly all rows", places: 60, every: 9, most: 1800, stations: (at: number) => 36 + ((at * 7) % 26) },
])("figures that come out the same $what tell none", async ({ places, every, most, stations }) => {
  const rows = Array.from({ length: places }, (_, at) => {
    const clean = at % every === 5 ? 80.5 + at / 10 : "100.0";
    return [`Place ${at}`, clean, at % 17 === 3 ? 2 : stations(at), most + ((at * 677) % (most * 0.6))].join();
  });
  const csv = ["place,clean,stations,target", ...rows].join("\n");
  const spec: DatasetSpec = {
    title: "Air",
    dimensions: { place: { role: "category", label: "Place" } },
    measures: {
      clean: { label: "Clean air (%)", unit: { one: "%", other: "%" }, statType: "share", decimals: 1 },
      stations: { label: "Stations", unit, statType: "count" },
      target: { label: "Target", unit, statType: "count" },
    },
    sources: { p: { title: "T", publisher: "P", kind: "official-statistics" } },
    layout: { dimensions: { place: "place" }, measures: { clean: "clean", stations: "stations", target: "target" } },
    disclosure: { profile: { hide: { from: 1, to: 4 } }, measures: { clean: "publish" } },
  };
  const dataset = await readDataset(defineDataset(spec), { csv }, { id: "air" });
  const states = dataset.observations.flatMap(({ measure, cell }) => (measure === "clean" ? [cell.state] : []));
  expect(new Set(states)).toEqual(new Set(["value"]));
});
