import { expect, test } from "vitest";
import { periodsInOrder } from "../../src/charts/periods-in-order.ts";
import { periodsIn, periodTimes } from "../../src/charts/recipes/time-steps.ts";

const nameOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const periodOf = (name: string) => ({ start: name, endExclusive: nameOf(Date.parse(name) / 86_400_000 + 1) });

/** Days from 1800 on, but for two in the middle. */
const daysOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: nameOf(index - 62_000 + (index > count / 2 ? 2 : 0)),
    n: index,
  }));

test("as many periods as a chart may have rows are placed, and all names that have room are", () => {
  const rows = daysOf(150_000);
  const steps = periodTimes(rows, "day", { periodOf, lang: "en-GB" }).stepsOf(periodsIn(rows, "day"));
  expect(steps?.periods).toHaveLength(rows.length);
  expect(steps?.stretches).toHaveLength(2);
  const written = (steps?.rooms ?? []).filter((room) => room > 1 / 200);
  expect(written.length).toBeGreaterThan(100);
  expect(steps?.rooms[0]).toBe(1);
  expect(steps?.rooms.at(-1)).toBe(1);
});

test("many periods are set in order in a time that grows as they do", () => {
  const inOrder = daysOf(30_000);
  const rows = [...inOrder.slice(1), ...inOrder.slice(0, 1)];
  const at = new Map(inOrder.map(({ day, n }) => [day, n]));
  const shape = { category: { field: "day" }, series: undefined, panels: [] } as never;
  const before = process.cpuUsage();
  const sorted = periodsInOrder(rows, shape, { field: "day", at, isOfLines: true });
  const same = periodsInOrder(inOrder, shape, { field: "day", at, isOfLines: true });
  const { user } = process.cpuUsage(before);
  expect(sorted).toEqual(inOrder);
  expect(same).toBe(inOrder);
  expect(user / 1e6).toBeLessThan(4);
});
