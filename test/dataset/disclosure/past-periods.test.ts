import { expect, test } from "vitest";
import { withPastPeriods } from "../../../src/dataset/disclosure/past-periods.ts";
import type { Category } from "../../../src/dataset/observation.ts";
import type { Period } from "../../../src/dataset/period.ts";

const month = (from: number, to: number): string => {
  const day = (at: number) => new Date(Date.UTC(2020, at, 1)).toISOString().slice(0, 10);
  return `${day(from)}/${day(to)}`;
};

/** What stands among the periods of some data with those that editions had beside them. */
function periodsOf(present: readonly string[], past: readonly string[], role: "time" | "category" = "time") {
  const known = new Map<string, Period>(
    present.map((id) => {
      const [start = "", endExclusive = ""] = id.split("/");
      return [id, { id, start, endExclusive, label: `now ${id}`, format: "interval" }];
    }),
  );
  const categoriesOf = (dimension: string): readonly Category[] =>
    dimension === "when"
      ? present.map((id) => ({ dimension, id, label: `now ${id}`, inText: id }))
      : [{ dimension, id: "ash", label: "Ash", inText: "Ash" }];
  return withPastPeriods(
    { dimensions: { area: { role: "area", label: "Area" }, when: { role, label: "When" } } },
    {
      list: categoriesOf,
      find: (dimension, name) => categoriesOf(dimension).find(({ id }) => id === name),
      period: (id) => known.get(id),
    },
    { cells: past.map((when) => ({ measure: "n", at: { area: "ash", when }, shown: [] })) },
  );
}

const quarter = month(0, 3);

test("a period that is gone stands among the others as far as it overlaps any", () => {
  const { list, period, isPast } = periodsOf([quarter], [month(1, 2), month(3, 4), quarter, month(1, 2)]);
  expect(list("when").map(({ id, label }) => [id, label])).toEqual([
    [quarter, `now ${quarter}`],
    [month(1, 2), month(1, 2)],
  ]);
  expect(list("when")[1]).toEqual({ dimension: "when", id: month(1, 2), label: month(1, 2), inText: month(1, 2) });
  expect(period(month(1, 2))).toMatchObject({ start: "2020-02-01", endExclusive: "2020-03-01" });
  // One that only follows it tells nothing.
  expect([isPast("when", month(1, 2)), isPast("when", month(3, 4)), isPast("when", quarter)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(period(month(3, 4))).toBeUndefined();
  expect(period(quarter)?.label).toBe(`now ${quarter}`);
});

test("so does one that overlaps another that is gone, on either side", () => {
  const { list } = periodsOf(
    [quarter],
    [month(2, 5), month(4, 8), month(7, 9), month(9, 12), month(-2, 1), month(-5, -1)],
  );
  expect(
    list("when")
      .map(({ id }) => id)
      .sort(),
  ).toEqual([month(-5, -1), month(-2, 1), quarter, month(2, 5), month(4, 8), month(7, 9)].sort());
});

test("other dimensions are as they were, and so is a table without time", () => {
  const { list, find, isPast } = periodsOf([quarter], [month(1, 2)]);
  expect(list("area")).toEqual([{ dimension: "area", id: "ash", label: "Ash", inText: "Ash" }]);
  expect(find("area", "ash")?.label).toBe("Ash");
  expect(isPast("area", month(1, 2))).toBe(false);
  const timeless = periodsOf([quarter], [month(1, 2)], "category");
  expect(timeless.list("when").map(({ id }) => id)).toEqual([quarter]);
  expect(timeless.isPast("when", month(1, 2))).toBe(false);
  expect(timeless.period(month(1, 2))).toBeUndefined();
});
