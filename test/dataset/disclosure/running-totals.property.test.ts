import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";

const days = ["2020-05-01", "2020-05-02", "2020-05-03", "2020-05-04", "2020-05-05"];
const places = ["Ashby", "Birch", "Coldfell", "Dunmarsh"];
const all = "All places";
const most = Number.POSITIVE_INFINITY;

const specOf = (overTime: DatasetSpec["measures"][string]["overTime"] & string): DatasetSpec => ({
  title: "Deaths",
  dimensions: { place: { role: "area", label: "Place", total: all }, day: { role: "time", label: "Day" } },
  measures: { n: { label: "Deaths", unit: { one: "death", other: "deaths" }, statType: "count", overTime } },
  sources: { s: { title: "Deaths", publisher: "P", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

/** By place, the running totals of the days. */
type Totals = readonly (readonly number[])[];

const csvOf = (totals: Totals): string => {
  const sums = days.map((_, day) => totals.reduce((sum, own) => sum + (own[day] as number), 0));
  const rows = [...totals, sums].flatMap((own, at) => own.map((n, day) => `${places[at] ?? all},${days[day]},${n}`));
  return ["place,day,n", ...rows].join("\n");
};

interface Range {
  low: number;
  high: number;
}

/** What is shown of each place, all of them last, on each day. */
async function shownOf(spec: DatasetSpec, totals: Totals): Promise<readonly (readonly Range[])[]> {
  const dataset = await readDataset(defineDataset(spec), { csv: csvOf(totals) }, { id: "deaths" });
  const periods = dataset.periods().map(({ id }) => id);
  return [...places, all].map((name) =>
    periods.map((day) => {
      const [found] = dataset.lookup("n", { place: dataset.category("place", name)?.id ?? "", day });
      return found?.cell.state === "value" ? { low: found.cell.value, high: found.cell.value } : { low: 0, high: most };
    }),
  );
}

/** Ranges, made as narrow as anybody can who knows that totals never fall, and that places come to all. */
function narrowed(shown: readonly (readonly Range[])[]): readonly (readonly Range[])[] {
  let changed = true;
  const narrow = (range: Range, low: number, high: number): void => {
    if (low <= range.low && high >= range.high) return;
    changed = true;
    range.low = Math.max(range.low, low);
    range.high = Math.min(range.high, high);
  };
  const parts = shown.slice(0, places.length);
  const sums = shown.at(-1) as readonly Range[];
  while (changed) {
    changed = false;
    for (const own of shown)
      for (const [day, range] of own.entries()) narrow(range, own[day - 1]?.low ?? 0, own[day + 1]?.high ?? most);
    for (const [day, sum] of sums.entries())
      for (const own of parts) {
        const others = parts.flatMap((other) => (other === own ? [] : [other[day] as Range]));
        const [least, greatest] = [
          others.reduce((total, { low }) => total + low, 0),
          others.reduce((total, { high }) => total + high, 0),
        ];
        narrow(own[day] as Range, sum.low - greatest, sum.high - least);
      }
  }
  return shown;
}

/** The small counts that a reader can tell. */
async function told(spec: DatasetSpec, totals: Totals): Promise<readonly string[]> {
  const ranges = narrowed(await shownOf(spec, totals));
  return totals.flatMap((own, at) =>
    own.flatMap((n, day) => {
      const { low, high } = (ranges[at] as readonly Range[])[day] as Range;
      return n >= 1 && n <= 4 && low === high ? [`${places[at]} ${days[day]}`] : [];
    }),
  );
}

/** In most places nobody dies on most days. */
const totals: fc.Arbitrary<Totals> = fc.tuple(
  ...places.map((_, at) =>
    fc
      .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3)), {
        minLength: days.length,
        maxLength: days.length,
      })
      .map((deaths) => deaths.map((_, day) => 6 * at + deaths.slice(0, day + 1).reduce((sum, n) => sum + n, 0))),
  ),
);

/** Birch stays at 6: hidden for one day between its neighbours, it is no secret, and Ashby is what is left of the total. */
const still: Totals = [
  [0, 2, 7, 9, 9],
  [6, 6, 6, 6, 6],
  [20, 22, 25, 27, 31],
  [40, 44, 49, 55, 58],
];

describe("running totals", () => {
  test("what hides a count is not told by the days around it", async () => {
    expect(await told(specOf("cumulative"), still)).toEqual([]);
    // Figures that are said to be of each day alone give no hold, and readers who know better have one.
    expect(await told(specOf("flow"), still)).toEqual(["Ashby 2020-05-02"]);
  });

  test("property: no hidden count is what is left between totals that never fall", async () => {
    await fc.assert(
      fc.asyncProperty(totals, async (own) => {
        expect(await told(specOf("cumulative"), own)).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
