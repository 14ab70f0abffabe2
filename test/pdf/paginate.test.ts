import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BreakPoint } from "../../src/pdf/layout/break-point.ts";
import type { NoteCall } from "../../src/pdf/layout/note-flow.ts";
import { type PageSlice, paginate } from "../../src/pdf/layout/paginate.ts";

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

  it("begins a page on the side and with the name that a break asks for", () => {
    const slices = paginate({
      height: 90,
      breaks: [at(30, { forced: true, side: "right" }), at(60, { forced: true, page: "wide" })],
      pageHeight: () => 100,
    });
    expect(slices.map(({ start, isBlank, name }) => [start, isBlank, name])).toEqual([
      [0, false, ""],
      [30, true, ""],
      [30, false, ""],
      [60, false, "wide"],
    ]);
  });

  it("leaves room for a foot under the rows, and gives it up where it must", () => {
    const foot = { height: 20 } as NonNullable<BreakPoint["foot"]>;
    const slices = paginate({
      height: 250,
      breaks: [at(75, { foot }), at(90, { foot }), at(165, { foot }), at(190, { forced: true, foot })],
      pageHeight: () => 100,
    });
    expect(slices.map(({ end, foot: under }) => [end, under?.height])).toEqual([
      [75, 20],
      [90, 20],
      [190, undefined],
      [rest, undefined],
    ]);
  });

  it("places every note once, whole or in parts in order, on the page of its call or after, within the page", () => {
    const list = fc.array(
      fc.record({ gap: fc.integer({ min: 1, max: 60 }), note: fc.option(fc.integer({ min: 1, max: 150 })) }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(list, (lines) => {
        const { height, calls, slices } = paginateNotes(lines);
        const pieces = slices.flatMap(({ notes }, page) => notes.map((piece) => ({ ...piece, page })));
        for (const call of calls) {
          const own = pieces.filter(({ fragment }) => (fragment as unknown as StubNote) === stubOf(call));
          const home = slices.findIndex(({ end, hasContent }) => hasContent && call.y <= end);
          expect(own[0]?.page).toBeGreaterThanOrEqual(home);
          expect(own.map(({ start }) => start)).toEqual([0, ...own.slice(0, -1).map(({ end }) => end)]);
          expect(own.at(-1)?.end).toBe(stubOf(call).height);
        }
        for (const slice of slices) expect([takenBy(slice, height) <= 100.01, slice.isCut]).toEqual([true, false]);
      }),
    );
  });
});

/** Stands for a note, its layout and its fragment. */
interface StubNote {
  readonly height: number;
}

const stubOf = ({ note }: NoteCall) => note as unknown as StubNote;

/** Lines, some with a note of which lines are 10 high, on pages of 100 with an inset of 5 around notes. */
function paginateNotes(lines: readonly { readonly gap: number; readonly note: number | null }[]) {
  let height = 0;
  const breaks: BreakPoint[] = [];
  const calls: NoteCall[] = [];
  for (const { gap, note } of lines) {
    height += gap;
    breaks.push(at(height));
    if (note !== null) calls.push({ y: height, note: { height: note } as never });
  }
  const layout = (note: unknown) => {
    const fragment = note as StubNote;
    const count = Math.ceil(fragment.height / 10) - 1;
    return { fragment, breaks: Array.from({ length: count }, (_, index) => at((index + 1) * 10)) } as never;
  };
  const notes = { calls, layout, areaInset: () => 5 };
  return { height, calls, slices: paginate({ height, breaks: breaks.slice(0, -1), pageHeight: () => 100, notes }) };
}

function takenBy({ start, end, hasContent, notes }: PageSlice, height: number): number {
  const content = hasContent ? Math.min(end, height) - start : 0;
  return content + notes.reduce((sum, piece) => sum + piece.end - piece.start, notes.length > 0 ? 5 : 0);
}
