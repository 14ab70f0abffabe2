import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areCounted } from "../../src/charts/scene-reading/counted-squares.ts";
import type { SceneItem } from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";

/** As many squares of 10 px as `counts` has of each row, the last one cut; a square of a row says what it is worth. */
const squaresOf = (counts: readonly number[], more: Readonly<Record<string, unknown>>): SceneItem[] =>
  counts.flatMap((count, row) =>
    Array.from({ length: Math.ceil(count - 1e-9) }, (_, at) => ({
      width: Math.min(1, count - at) * 10,
      height: 10,
      datum: { [rowTag]: row, ...more },
    })),
  );
const counted = (figures: readonly number[], squares: readonly SceneItem[]): boolean => {
  const rows = figures.map((n, row) => ({ area: `Area ${row}`, n }));
  return areCounted(
    squares,
    createDatumTracer(rows, () => undefined),
  );
};

describe("squares that are counted", () => {
  test("are as many for each row as its figure has units, to a twentieth", () => {
    const figure = fc.integer({ min: 1, max: 60 });
    const unit = fc.constantFrom(1, 2, 5, 10);
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1, maxLength: 4 }),
        unit,
        fc.nat(3),
        fc.constantFrom(0, 0.3, -0.3, 1, -1, 2),
        (figures, each, at, more) => {
          const wrong = figures.map((value, row) => value / each + (row === at % figures.length ? more : 0));
          fc.pre(wrong.every((count) => count >= 0.2));
          // The height of a square is told by one that is whole.
          fc.pre(wrong.some((count) => count >= 1));
          expect(counted(figures, squaresOf(wrong, { each }))).toBe(more === 0);
        },
      ),
    );
  });
  test("are worth the same each, as all of them say, in a number", () => {
    expect(counted([20, 40], squaresOf([2, 4], { each: 10 }))).toBe(true);
    const [first, ...others] = squaresOf([2, 4], { each: 10 });
    const last = (each: unknown) => [...others, { ...first, datum: { [rowTag]: 0, each } }];
    expect(counted([20, 40], last(20))).toBe(false);
    expect(counted([20, 40], last(undefined))).toBe(false);
    expect(counted([20, 40], [{ ...first, datum: { [rowTag]: 0 } }, ...others] as SceneItem[])).toBe(false);
    expect(counted([20, 40], squaresOf([2, 4], { each: "10" }))).toBe(false);
    expect(counted([20, 40], squaresOf([2, 4], {}))).toBe(false);
    expect(counted([20, 40], squaresOf([2, 4], { each: 0 }))).toBe(false);
  });
  test("are not worth as much as their row has a number", () => {
    // The third row of three, of which the others have no squares.
    const datum = { [rowTag]: 2 };
    const squares = Array.from({ length: 4 }, () => ({ width: 10, height: 10, datum }));
    expect(counted([1, 1, 8], squares)).toBe(false);
  });
  test("are squares of one size, of rows", () => {
    const squares = squaresOf([2, 4], { each: 10 });
    const other = (more: SceneItem) => squares.map((each, at) => (at === 5 ? { ...each, ...more } : each));
    expect(counted([20, 40], other({ height: 8 }))).toBe(false);
    expect(counted([20, 40], other({ width: 14 }))).toBe(false);
    expect(counted([20, 40], other({ height: 9.7 }))).toBe(true);
    expect(counted([20, 40], other({ datum: { each: 10 } }))).toBe(false);
    expect(counted([20, 40], other({ datum: "10" }))).toBe(false);
    expect(
      counted(
        [20, 40],
        squares.map((each) => ({ ...each, height: 0 })),
      ),
    ).toBe(false);
    expect(counted([20, 40], [])).toBe(false);
  });
  test("are cut once in a row at most", () => {
    const squares = squaresOf([2, 4], { each: 10 });
    const cut = (ats: readonly number[], figure: number) =>
      counted(
        [20, figure],
        squares.map((each, at) => (ats.includes(at) ? { ...each, width: 5 } : each)),
      );
    expect(cut([5], 35)).toBe(true);
    expect(cut([4, 5], 30)).toBe(false);
  });
});
