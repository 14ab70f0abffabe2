import fc from "fast-check";
import { expect, it } from "vitest";
import { createChildRanges } from "../../src/pdf/layout/child-ranges.ts";
import type { BoxFragment } from "../../src/pdf/layout/fragment.ts";

const box = (y: number, height: number, children: readonly BoxFragment[] = []): BoxFragment => ({
  kind: "box",
  x: 0,
  y,
  width: 10,
  height,
  style: undefined,
  borders: "none",
  tag: undefined,
  marks: undefined,
  children,
});

it("finds every child that has a part in the range, what hangs out of it included", () => {
  const child = fc.record({
    y: fc.integer({ min: 0, max: 900 }),
    height: fc.integer({ min: 0, max: 80 }),
    hangs: fc.integer({ min: -100, max: 100 }),
  });
  fc.assert(
    fc.property(
      fc.array(child, { minLength: 1, maxLength: 160 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 200 }),
      (list, from, length) => {
        const children = list.map(({ y, height, hangs }) => box(y, height, [box(hangs, 10)]));
        const found = createChildRanges().between(box(0, 1000, children), from, from + length);
        const reaches = ({ y, height }: BoxFragment, hangs: number) =>
          Math.max(y + height, y + hangs + 10) >= from && Math.min(y, y + hangs) <= from + length;
        const wanted = children.filter((each, index) => reaches(each, list[index]?.hangs ?? 0));
        expect(wanted.filter((each) => !found.includes(each))).toEqual([]);
        expect(found).toEqual(children.filter((each) => found.includes(each)));
      },
    ),
  );
});
