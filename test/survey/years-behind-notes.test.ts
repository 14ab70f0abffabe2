import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lands = ["Arland", "Borland", "Corland", "Dorland", "Erland", "Farland"];
const yearsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at);
const income = (row: number, at: number): number => 812.5 + row * 97.25 + at * 11.5;

/** Names, notes on some of them with a number of their own, and figures by year, with an empty column between each. */
const withNotesBetween = (years: readonly number[]): string => {
  const rows = lands.map((land, row) => {
    const note = row % 3 === 0 ? ",," : `Group ${row % 2},0.7${row},Chosen freely`;
    return `${land},,${note},,${years.map((_, at) => (row === 4 ? "" : income(row, at))).join(",")}`;
  });
  return [`Area,,Group of lands,Factor of group,How it was chosen,,${years.join(",")}`, ...rows, ""].join("\n");
};

describe("a run of years is of the names before it, with notes between that have no rows of their own", () => {
  test.each([
    ["years alone", yearsFrom(1990, 14)],
    ["years of which some are long ago", [1, 1000, 1500, ...yearsFrom(1820, 12)]],
  ])("%s", async (_, years) => {
    const { spec, dataset } = await guessOf(withNotesBetween(years));
    expect(spec.layout?.dimensions?.area).toBe("Area");
    expect(spec.layout?.wide?.columns).toBe("{period}");
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual(lands);
    const latest = dataset?.observations.filter(
      ({ at, cell }) => at.area === "farland" && cell.state === "value" && cell.value === income(5, years.length - 1),
    );
    expect(latest).toHaveLength(1);
  });

  test("however many years there are, and whenever they begin", async () => {
    const runs = fc.tuple(fc.integer({ min: 1850, max: 1990 }), fc.integer({ min: 10, max: 30 }));
    await fc.assert(
      fc.asyncProperty(runs, async ([first, count]) => {
        const { dataset } = await guessOf(withNotesBetween(yearsFrom(first, count)));
        expect(dataset?.categories("area").map(({ label }) => label)).toEqual(lands);
        expect(dataset?.observations).toHaveLength(lands.length * count);
      }),
      { numRuns: trials(20, 5) },
    );
  });
});

test("years beside another table are of the names right before them", async () => {
  const years = yearsFrom(2001, 11);
  const rows = lands.map((land, row) => {
    const town =
      row < 4 ? `Town ${row},${years.map((_, at) => 40 + row * 7 + at).join(",")}` : years.map(() => "").join(",");
    return `${land},${income(row, 0)},,${town}`;
  });
  const { dataset } = await guessOf([`Land,Area in km2,,Town,${years.join(",")}`, ...rows, ""].join("\n"));
  expect(dataset?.observations).toHaveLength(4 * years.length);
});
