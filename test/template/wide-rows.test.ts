import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, columnsOfBlock, turnings, wideRows } from "../../src/template/helpers/wide-rows.ts";

const column = (id: string, numeric = false) => ({ id, label: id, numeric });
const columns = [column("year"), column("area"), column("n", true)];
const row = (year: string, area: string, n: number | null, more: object = {}) => ({ year, area, n, ...more });

describe("the figures behind a chart, wide", () => {
  test("one category down, the other across, in the order of the rows", () => {
    const kent = [row("2018", "Kent", 1), row("2019", "Kent", 2)];
    const essex = [row("2018", "Essex", 3), row("2019", "Essex", null)];
    const wide = wideRows({ columns, rows: [...kent, ...essex] });
    expect(wide).toMatchObject({ down: { id: "year" }, across: { id: "area" }, headings: ["Kent", "Essex"] });
    expect(wide?.rows).toEqual([
      { heading: "2018", cells: [kent[0], essex[0]] },
      { heading: "2019", cells: [kent[1], essex[1]] },
    ]);
  });

  test("the other way round where the names are too long to stand side by side", () => {
    const areas = Array.from({ length: 9 }, (_, index) => `A police force area, number ${index}`);
    const rows = areas.flatMap((area) => ["2018", "2019"].map((year) => row(year, area, 1)));
    expect(wideRows({ columns, rows })).toMatchObject({ down: { id: "area" }, headings: ["2018", "2019"] });
  });

  test("a few lines side by side, whichever of names and periods comes first: such a table stands beside its chart", () => {
    const years = Array.from({ length: 9 }, (_, at) => String(2014 + at));
    const rows = ["Kent", "Essex"].flatMap((area) => years.map((year, at) => row(year, area, at)));
    const namesFirst = [column("area"), column("year"), column("n", true)];
    for (const order of [columns, namesFirst])
      expect(wideRows({ columns: order, rows })).toMatchObject({ down: { id: "year" }, headings: ["Kent", "Essex"] });
    const many = ["Kent", "Essex", "Dorset", "Surrey", "Devon"].flatMap((area) =>
      years.map((year, at) => row(year, area, at)),
    );
    expect(wideRows({ columns: namesFirst, rows: many })).toMatchObject({ down: { id: "area" }, headings: years });
  });

  test("a place without a row is a gap", () => {
    const rows = [row("2018", "Kent", 1), row("2019", "Kent", 2), row("2019", "Essex", 3)];
    expect(wideRows({ columns, rows })?.rows[0]?.cells).toEqual([rows[0], undefined]);
  });

  test.each([
    ["two figures of one place", columns, [row("2018", "Kent", 1), row("2018", "Kent", 2), row("2019", "Essex", 2)]],
    ["two kinds of figures", [...columns, column("m", true)], [row("2018", "Kent", 1), row("2019", "Essex", 2)]],
    ["one category", [column("year"), column("n", true)], [row("2018", "Kent", 1), row("2019", "Essex", 2)]],
    ["nothing to compare", columns, [row("2018", "Kent", 1), row("2018", "Essex", 2)]],
  ])("not of %s", (_, of, rows) => {
    expect(wideRows({ columns: of, rows })).toBeUndefined();
  });

  test("holds each row once, under its own headings", () => {
    const name = fc.string({ minLength: 1, maxLength: 4 });
    const rows = fc
      .uniqueArray(fc.tuple(name, name), { selector: (pair) => JSON.stringify(pair), minLength: 4, maxLength: 30 })
      .map((pairs) => pairs.map(([year, area], index) => row(year, area, index)));
    fc.assert(
      fc.property(rows, (given) => {
        const wide = wideRows({ columns, rows: given });
        if (!wide) return;
        const { down, across, headings } = wide;
        const found = wide.rows.flatMap(({ heading, cells }) =>
          cells.flatMap((cell, index) => (cell ? [{ cell, heading, column: headings[index] }] : [])),
        );
        expect(new Set(found.map(({ cell }) => cell))).toEqual(new Set(given));
        expect(found).toHaveLength(given.length);
        for (const { cell, heading, column: over } of found) {
          expect([cell[down.id], cell[across.id]]).toEqual([heading, over]);
        }
      }),
    );
  });
});

describe("blocks of columns", () => {
  test("are fewest, all of about one size, none of more than twelve or of what does not fit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 60 }), (widths) => {
        const fits = (from: number, to: number) => widths.slice(from, to).reduce((sum, width) => sum + width, 0) <= 40;
        const size = columnsOfBlock(widths.length, fits) ?? 0;
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(12);
        for (let from = 0; from < widths.length; from += size) expect(fits(from, from + size)).toBe(true);
      }),
    );
    expect(columnsOfBlock(14, () => true)).toBe(7);
    expect(columnsOfBlock(14, () => false)).toBeUndefined();
  });

  test("hold each row once", () => {
    const rows = Array.from({ length: 5 }, (_, at) =>
      ["Kent", "Essex", "Dorset"].map((area) => row(`${at}`, area, at)),
    );
    const [, whole] = turnings({ columns, rows: rows.flat() });
    if (!whole) throw new Error("The rows have two categories.");
    const blocks = [0, 2, 4].map((from) => columnsOf(whole, from, from + 2));
    expect(blocks.map(({ headings }) => headings)).toEqual([["0", "1"], ["2", "3"], ["4"]]);
    const held = blocks.flatMap((block) => block.rows.flatMap(({ cells }) => cells));
    expect(held).toHaveLength(15);
    expect(new Set(held)).toEqual(new Set(rows.flat()));
  });
});
