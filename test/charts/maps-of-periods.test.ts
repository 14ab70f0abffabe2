import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, tileMapSpec, tileMapsSpec, ukRegionTiles } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const years = ["2019", "2020", "2021", "2022"];
const tiles = {
  Kent: { column: 1, row: 1, label: "KEN" },
  Essex: { column: 1, row: 0, label: "ESS" },
  Surrey: { column: 0, row: 1, label: "SUR" },
};
const spec = tileMapsSpec({ area: "area", value: "n", by: "period", tiles, valueTitle: "Offences" });
const rowsOf = (area: string, periods: readonly string[]): readonly ChartRow[] =>
  periods.map((period) => ({ area, period, n: Number(period) % 100, state: "value", highlight: area === "Kent" }));
const described = async (rows: readonly ChartRow[]) => {
  const { alt, longDescription } = await (await compileChart({ id: "maps", spec, fonts })).render(rows);
  return longDescription || alt;
};

test("small maps of periods are told in their order, also where the area that is marked has no row in some", async () => {
  const text = await described([...rowsOf("Essex", years), ...rowsOf("Kent", ["2021", "2022"])]);
  expect([...text.matchAll(/(?<=[.\n] ?)(20\d\d): /g)].map(([, year]) => year)).toEqual(years);
});

test.each([
  [640, "KEN Kent"],
  // On a small screen a map of its own says where each area is.
  [150, "KEN Kent"],
])("an area that no map shows is in no key, and not said to be missing: %i px", async (widthPx, entry) => {
  const small = tileMapsSpec({ area: "area", value: "n", by: "period", tiles, widthPx, columns: 4 });
  const rows = [...rowsOf("Kent", ["2019", "2022"]), ...rowsOf("Essex", years)];
  const { alt, longDescription, texts } = await (await compileChart({ id: "maps", spec: small, fonts })).render(rows);
  expect(`${alt} ${longDescription}`).not.toMatch(/Surrey/);
  expect(`${alt} ${longDescription}`).toContain("missing");
  expect(texts).toContain(entry);
  expect(texts.filter((text) => /SUR|Surrey/.test(text))).toEqual([]);
});

test("an area without a figure in several maps is told with these in brackets: commas part names alone", async () => {
  const of = ["Asthma", "Cancer"];
  const rows = ["Kent", "Essex", "Surrey"].flatMap((area, index) =>
    of.map((period) => ({
      area,
      period,
      n: area === "Surrey" ? null : index,
      state: area === "Surrey" ? "suppressed" : "value",
    })),
  );
  expect(await described(rows)).toContain("2 values are suppressed: Surrey (Asthma) and Surrey (Cancer).");
});

test.each([
  [640, 4],
  [340, 2],
])("numbers say where areas are on a map of many, and are looked up in its key: at %i px", async (widthPx, columns) => {
  const many = Object.fromEntries(
    Array.from({ length: 48 }, (_, index) => [
      `Prefecture ${"ABCDEFGHIJKL"[index % 12]}${"abcd"[Math.floor(index / 12)]}`,
      { column: index % 12, row: Math.floor(index / 12), label: `PREFECTURE${index}` },
    ]),
  );
  const rows = Object.keys(many).flatMap((area, index) =>
    years.map((period, at) => ({ area, period, n: ((index * 7 + at * 3) % 40) - 20.5, state: "value" })),
  );
  const small = tileMapsSpec({ area: "area", value: "n", by: "period", tiles: many, widthPx, columns, format: ".1f" });
  const chart = await (await compileChart({ id: "maps", spec: small, fonts, widthPx })).render(rows);
  expect(chart.untraced).toEqual([]);
  for (const text of ["1", "48", "1 Prefecture Aa", "48 Prefecture Ld"]) expect(chart.texts).toContain(text);
  const numbers = chart.texts.flatMap((text) => /^(\d+) Prefecture/.exec(text)?.[1] ?? []).map(Number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test("four maps of many areas stand below one another on a telephone, each with the labels of its areas", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 48 }, (_, index) => [
      `Province ${"ABCDEFGHIJK"[index % 11]}${"abcde"[Math.floor(index / 11)]}`,
      {
        column: index % 11,
        row: Math.floor(index / 11),
        label: `${"ABCDEFGHIJK"[index % 11]}${"ABCDE"[Math.floor(index / 11)]}`,
      },
    ]),
  );
  const rows = Object.keys(many).flatMap((area, index) =>
    years.map((period, at) => ({ area, period, n: ((index * 7 + at * 3) % 40) + 2 })),
  );
  const maps = tileMapsSpec({ area: "area", value: "n", by: "period", tiles: many });
  const chart = await (await compileChart({ id: "maps", spec: maps, fonts, widthPx: 340 })).render(rows);
  expect(chart.untraced).toEqual([]);
  expect(chart.texts.filter((text) => text === "AA")).toHaveLength(years.length);
  expect(chart.texts).not.toContain("Where each area is");
});

test.each([
  ["one map", tileMapSpec({ area: "area", value: "n", tiles })],
  ["small maps", spec],
])("upper and lower case of a name are the same on %s, on the tile and in words", async (_, own) => {
  const rows = ["KENT", "essex"].map((area, index) => ({ area, period: "2021", n: 10 + index, state: "value" }));
  const { texts, alt, longDescription, untraced } = await (await compileChart({ id: "maps", spec: own, fonts })).render(
    rows,
  );
  expect(untraced).toEqual([]);
  const said = `${alt} ${longDescription}`;
  expect(said).toMatch(/KENT/);
  expect(said).not.toMatch(/Kent|Essex|no figure: (?:KENT|essex)/);
  // The names of tiles stand on them, or in the key: no row is written below as one that has no tile.
  expect(texts.join(" ")).not.toMatch(/KENT 10|essex 11/);
  expect(texts.join(" ")).toMatch(/Kent|KEN/);
});

test.each([640, 340])("names of areas without a tile have room between two rows of maps: at %i px", async (widthPx) => {
  const others = [
    "Isle of Man",
    "Guernsey and Alderney",
    "Jersey (all parishes)",
    "British Transport Police",
    "Isles of Scilly",
  ];
  const years = ["2019", "2020", "2021", "2022", "2023", "2024"];
  const rows = years.flatMap((period, at) =>
    [...Object.keys(ukRegionTiles), ...others].map((area, index) => {
      const isGap = area === "Jersey (all parishes)" && at === 2;
      return {
        area,
        period,
        rate: isGap ? null : 12 + ((index * 7 + at * 5) % 41),
        state: isGap ? "suppressed" : "value",
      };
    }),
  );
  const spec = tileMapsSpec({ area: "area", value: "rate", by: "period", tiles: ukRegionTiles });
  const wide = await (await compileChart({ id: "chart", spec, fonts })).render(rows, { narrowPx: 340 });
  expect(wide.untraced).toEqual([]);
  expect(wide.diagnostics.filter(({ code }) => code === "chart-not-narrow")).toEqual([]);
  const chart = { ...wide, ...(widthPx < 480 ? wide.narrow : {}) };
  expect(overlaps(chart)).toEqual([]);
  const boxes = textBoxes(chart);
  const [first, fourth] = ["2019", "2024"].map((year) => boxes.find(({ text }) => text === year)?.top ?? 0);
  expect(fourth).toBeGreaterThan(first ?? 0);
  for (const name of others) expect(boxes.filter(({ text }) => text.startsWith(name))).toHaveLength(years.length);
});

describe("figures on a telephone", () => {
  const draws = async (figureOf: (at: number) => number | null, format = ".1f") => {
    const rows = Object.keys(ukRegionTiles).flatMap((area, index) =>
      years.map((period, at): ChartRow => {
        const n = figureOf(index * years.length + at);
        return { area, period, n, state: n === null ? "suppressed" : "value", highlight: index === 1 };
      }),
    );
    const maps = tileMapsSpec({ area: "area", value: "n", by: "period", tiles: ukRegionTiles, format });
    const chart = await compileChart({ id: "maps", spec: maps, fonts });
    const { narrow, texts } = await chart.render(rows, { narrowPx: 340 });
    return { rows, wide: texts, narrow: narrow ?? expect.unreachable("Not drawn for telephones.") };
  };

  test("stand below the labels of their tiles, apart from one another, where all of them have room", async () => {
    const { rows, narrow } = await draws((at) => (at === 9 ? null : ((at * 17) % 97) - 13.2));
    expect(narrow.widthPx).toBeLessThanOrEqual(340);
    expect(narrow.untraced).toEqual([]);
    const figures = narrow.texts.filter((text) => /^−?\d+\.\d$/.test(text));
    expect(figures).toHaveLength(rows.length - 1);
    expect(overlaps(narrow as never)).toEqual([]);
  });

  test("are left out of all tiles where one of them has none", async () => {
    const { narrow } = await draws((at) => (at === 5 ? 1234567.1 : at + 0.5), ",.1f");
    expect(narrow.texts.filter((text) => /^\d+\.\d$/.test(text))).toEqual([]);
    expect(narrow.texts.filter((text) => text.includes("…"))).toEqual([]);
    expect(narrow.untraced).toEqual([]);
  });

  test("have the colours of what is printed, which a note says where these are of another class", async () => {
    const said = "Colours go by the rounded figures.";
    const { narrow, wide } = await draws((at) => (at === 3 ? 19.96 : at));
    expect(narrow.texts).toContain("20.0");
    expect(narrow.texts).toContain(said);
    expect(narrow.untraced).toEqual([]);
    expect(wide).not.toContain(said);
    expect((await draws((at) => at + 0.5)).narrow.texts).not.toContain(said);
  });
});
