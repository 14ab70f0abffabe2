import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BreakPoint } from "../../src/pdf/layout/laid-out.ts";
import { paginate } from "../../src/pdf/layout/paginate.ts";

const at = (y: number, more: Partial<BreakPoint> = {}): BreakPoint => ({
  y,
  next: y,
  forced: false,
  penalty: 0,
  repeat: undefined,
  ...more,
});
const pages = (height: number, breaks: readonly BreakPoint[], page = 100) =>
  paginate({ height, breaks, pageHeight: () => page }).map(({ start, end }) => [start, end]);
const rest = Number.POSITIVE_INFINITY;

describe("paginate", () => {
  it("fills each page as far as a break allows", () => {
    expect(pages(250, [at(40), at(90), at(130), at(180), at(220)])).toEqual([
      [0, 90],
      [90, 180],
      [180, rest],
    ]);
  });

  it("drops the space between what a break parts", () => {
    expect(pages(180, [at(80, { next: 95 })])).toEqual([
      [0, 80],
      [95, rest],
    ]);
  });

  it("ends a page at a forced break, also where all the rest would fit", () => {
    expect(pages(50, [at(20, { forced: true })])).toEqual([
      [0, 20],
      [20, rest],
    ]);
  });

  it("prefers an earlier break to a worse one, and takes the worse one where there is no other", () => {
    expect(pages(150, [at(40), at(90, { penalty: 1 })])[0]).toEqual([0, 40]);
    expect(pages(150, [at(40, { penalty: 2 }), at(90, { penalty: 1 })])[0]).toEqual([0, 90]);
    expect(pages(150, [at(90, { penalty: 3 })])[0]).toEqual([0, 90]);
  });

  it("leaves room for a repeated head", () => {
    const repeat = { height: 30 } as BreakPoint["repeat"];
    expect(pages(250, [at(90, { repeat }), at(150, { repeat }), at(185, { repeat })])).toEqual(
      [
        [0, 90],
        [90, 150],
        [150, rest],
      ]
        .map(([start, end], index) => (index === 2 ? [start, 185] : [start, end]))
        .concat([[185, rest]]),
    );
  });

  it("ends where nothing can be divided, however much is left", () => {
    expect(paginate({ height: 1e300, breaks: [at(50)], pageHeight: () => 100 }).map(({ isCut }) => isCut)).toEqual([
      false,
      true,
    ]);
  });

  it("shows every height once, in order, never more than a page of it", () => {
    const steps = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 60 }),
        margin: fc.integer({ min: 0, max: 20 }),
        penalty: fc.integer({ min: 0, max: 3 }),
        forced: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        let y = 0;
        const breaks = list.map(({ gap, margin, penalty, forced }) => {
          const point = at(y + gap, { next: y + gap + margin, penalty, forced });
          y = point.next;
          return point;
        });
        const height = y + 50;
        const slices = paginate({ height, breaks, pageHeight: () => 100 });
        for (const [index, slice] of slices.entries()) {
          const previous = slices[index - 1];
          if (previous)
            expect(breaks.some((point) => point.y === previous.end && point.next === slice.start)).toBe(true);
          expect(Math.min(slice.end, height) - slice.start).toBeLessThanOrEqual(100.01);
          expect(slice.isCut).toBe(false);
        }
        expect(slices.at(-1)?.end).toBe(rest);
      }),
    );
  });
});
