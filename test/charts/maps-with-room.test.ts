import { describe, expect, test } from "vitest";
import { type ChartRow, choroplethSpec, compileChart, tileMapSpec, tileMapsSpec } from "../../src/charts/index.ts";
import { squares } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const note = "There is no room for the figures: the data of the chart have them.";
const names = Array.from(
  { length: 50 },
  (_, index) => `Shire of ${"ABCDE"[Math.floor(index / 10)]}${"abcdefghij"[index % 10]}`,
);
/** Eleven in a row, as the states of the United States have them. */
const tiles = Object.fromEntries(
  names.map((name, index) => [name, { column: index % 11, row: Math.floor(index / 11), label: name.slice(-2) }]),
);

describe.each([
  ["of three digits", ".1f", (index: number) => 8 + index / 2],
  ["below zero", ".1f", (index: number) => -10.2 + index / 10],
])("a tile map of 50 areas for a telephone: figures %s", (_, format, figure) => {
  const rows = names.map((area, index): ChartRow => {
    const n = index === 3 ? null : figure(index);
    return { area, n, state: n === null ? "missing" : "value", highlight: index === 0 };
  });
  const spec = tileMapSpec({ area: "area", value: "n", tiles, valueTitle: "Change", format });

  test("is as wide as the telephone, with each figure on its tile, in 7 pt at least", async () => {
    const { narrow } = await (await compileChart({ id: "map", spec, fonts })).render(rows, { narrowPx: 340 });
    expect(narrow?.widthPx).toBeLessThanOrEqual(340);
    expect(narrow?.untraced).toEqual([]);
    expect(narrow?.texts.filter((text) => /^−?\d+\.\d$/.test(text))).toHaveLength(49);
    expect(narrow?.texts.join(" ")).not.toContain(note);
    const sizes = [...(narrow?.svg ?? "").matchAll(/font-size="?:?\s*([\d.]+)/g)].map(([, px]) => Number(px));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9.33);
  });
});

test("a key of names in wide letters is no wider than the picture", async () => {
  const wide = Object.fromEntries(
    names.map((_, index) => [
      `WOMMAMA ${"MW"[index % 2]}${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index % 26]}${index > 25 ? "M" : ""}`,
      { column: index % 13, row: Math.floor(index / 13), label: `M${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index % 26]}` },
    ]),
  );
  const rows = Object.keys(wide).map((area, index): ChartRow => ({ area, n: index }));
  const chart = await compileChart({ id: "map", spec: tileMapSpec({ area: "area", value: "n", tiles: wide }), fonts });
  for (const widthPx of [640, 700, 760, 860]) {
    const drawn = await chart.render(rows, { widthPx });
    expect(drawn.widthPx).toBeLessThanOrEqual(widthPx);
    expect(drawn.texts.join(" ")).toContain("MA WOMMAMA MA");
  }
});

test.each([
  [-10.2, true],
  [-100.2, false],
])("a minus does not touch the frame of whom a tile map is about: %d on a telephone", async (figure, isWritten) => {
  const spec = tileMapSpec({ area: "area", value: "n", tiles, format: ".1f" });
  const rows = names.map((area, index) => ({ area, n: index === 0 ? figure : -5, highlight: index === 0 }));
  const { narrow } = await (await compileChart({ id: "map", spec, fonts })).render(rows, { narrowPx: 340 });
  if (!narrow) throw new Error("Not drawn for telephones.");
  const text = `−${-figure}`;
  expect([narrow.texts.includes(text), narrow.texts.join(" ").includes(note)]).toEqual([isWritten, !isWritten]);
  if (!isWritten) return;
  // The inner edge of the line of the page around it.
  const [, width] = /stroke="(?:white|#ffffff)" stroke-width="([\d.]+)"/.exec(narrow.svg) ?? [];
  const sidePx = (340 - 10) / 11;
  const textPx = fonts.measure(text, { families: ["Inter"], weight: 400, style: "normal", size: 9.5 });
  expect(textPx + 1).toBeLessThan(sidePx - Number(width));
});

test.each([
  [640, 60],
  [340, 20],
])("a tile map that leaves out its figures at %i px says so", async (widthPx, columns) => {
  const many = Array.from({ length: 60 }, (_, index) => `Area ${index}`);
  const narrow = Object.fromEntries(
    many.map((name, index) => [name, { column: index % columns, row: Math.floor(index / columns), label: "" }]),
  );
  const spec = tileMapSpec({ area: "area", value: "n", tiles: narrow, hasKey: false });
  const rows = many.map((area, index) => ({ area, n: 1_234_567 + index, state: "value" }));
  const chart = await (await compileChart({ id: "map", spec, fonts, widthPx })).render(rows);
  expect(chart.texts.filter((text) => /^1,234,\d+$/.test(text))).toEqual([]);
  expect(chart.texts.join(" ")).toContain(note);
  expect(chart.untraced).toEqual([]);
});

test.each([
  ["labels where one name has no room", "Gloucestershire", ["BA", "GL", "YO"]],
  ["names where all have room", "Devon", ["Bath", "Devon", "York"]],
])("tiles have one kind of text: %s", async (_, other, onTiles) => {
  const layout = {
    Bath: { column: 0, row: 0, label: "BA" },
    [other]: { column: 1, row: 0, label: "GL" },
    York: { column: 2, row: 0, label: "YO" },
  };
  const rows = Object.keys(layout).map((area, index) => ({ area, n: 7 + index }));
  const spec = tileMapSpec({ area: "area", value: "n", tiles: layout });
  const { texts } = await (await compileChart({ id: "map", spec, fonts })).render(rows);
  expect(texts.filter((text) => /^[A-Z]{2}$|^(?:Bath|Devon|York)$/.test(text)).toSorted()).toEqual(onTiles);
  expect(texts.includes("BA Bath")).toBe(onTiles.includes("BA"));
});

describe("areas that have no place on a map", () => {
  const placed = names.slice(0, 10);
  const off = Array.from({ length: 14 }, (_, index) => `Elsewhere ${"abcdefghijklmn"[index]}`);
  const [known = "", subject = ""] = off;
  const own = Object.fromEntries(placed.map((name) => [name, tiles[name] as (typeof tiles)[string]]));
  const specs = {
    "tile map": tileMapSpec({ area: "area", value: "n", tiles: own }),
    "tile maps": tileMapsSpec({ area: "area", value: "n", by: "period", tiles: own }),
    choropleth: choroplethSpec({ area: "area", value: "n", geometry: squares(placed), key: "name" }),
  };
  const rowsOf = (offCount: number): readonly ChartRow[] =>
    [...placed, ...off.slice(0, offCount)].flatMap((area, index) =>
      ["2021", "2022"].map((period) => {
        const isKnown = placed.includes(area) || area === known;
        const state = isKnown ? "value" : index % 2 ? "suppressed" : "missing";
        return { area, period, n: isKnown ? 700 + index : null, state, highlight: area === subject };
      }),
    );
  const draw = async (name: keyof typeof specs, offCount: number, widthPx: number) => {
    const rows = rowsOf(offCount).filter(({ period }) => name === "tile maps" || period === "2021");
    return (await compileChart({ id: "map", spec: specs[name], fonts, widthPx })).render(rows);
  };

  test.each(
    (Object.keys(specs) as (keyof typeof specs)[]).flatMap((name) => [640, 340].map((px) => [name, px] as const)),
  )(
    "are told as a number where more than ten have no figure, but those with one and the subject: %s, %i px",
    async (name, widthPx) => {
      const chart = await draw(name, 14, widthPx);
      const said = chart.sentences.join(" ");
      expect(chart.untraced).toEqual([]);
      expect(said).toContain(`${known} 710`);
      expect(said).toContain(`${subject} [c]`);
      for (const area of off.slice(2)) expect(said).not.toContain(area);
      expect(said).toMatch(/\[c\] suppressed: 7\b/);
      expect(said).toMatch(/\[x\] not available: 6\b/);
      expect(said).toContain("Their names are in the data of the chart.");
      expect(chart.widthPx).toBeLessThanOrEqual(widthPx);
    },
  );

  test("are named where they are fewer", async () => {
    for (const name of Object.keys(specs) as (keyof typeof specs)[]) {
      const { sentences } = await draw(name, 11, 640);
      for (const area of off.slice(1, 11)) expect(sentences.join(" ")).toContain(`${area} [`);
      expect(sentences.join(" ")).not.toContain("Their names are");
    }
  });
});

describe("a map of more areas than have room for their names", () => {
  const many = Array.from(
    { length: 64 },
    (_, index) => `Combined Authority of ${names[index % 50]} ${"EW"[index % 2]}`,
  );
  const spec = choroplethSpec({ area: "area", value: "n", geometry: squares(many), key: "name" });
  const draw = async (figure: (index: number) => number) => {
    const rows = many.map((area, index) => ({ area, n: figure(index), highlight: index === 20 }));
    return (await compileChart({ id: "map", spec, fonts, widthPx: 440 })).render(rows);
  };
  const saidOf = (chart: { readonly sentences: readonly string[] }) => chart.sentences.join(" ");

  test("names those of the highest and the lowest figures beside the one that it is about", async () => {
    const figures = [30, 40, 20, 45, 47];
    const chart = await draw((index) => 100 + (figures.includes(index) ? 500 - index : (index * 7) % 64));
    const said = saidOf(chart);
    expect(chart.untraced).toEqual([]);
    expect(said).toContain("Not all areas are named");
    // The one that it is about is the highest.
    for (const index of [20, 30, 40]) expect(said).toContain(many[index]);
    // Those of the highest class, which are few, are named as well.
    for (const index of [45, 47]) expect(said).toContain(many[index]);
  });

  test("names none of those that share a figure with more than it has room for", async () => {
    const said = saidOf(await draw((index) => (index > 40 ? 900 : index > 30 ? 100 : 101 + index)));
    for (const name of many.slice(41)) expect(said).not.toContain(name);
  });
});

const square = (name: string, x: number, y: number, side: number) => ({
  type: "Feature",
  properties: { name },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [x, y],
        [x, y + side],
        [x + side, y + side],
        [x + side, y],
        [x, y],
      ],
    ],
  },
});

/** As they are drawn, the first at the bottom: from where, and how far they go. */
const linesOf = (svg: string) =>
  [
    ...svg.matchAll(
      /<line transform="translate\(([-\d.]+),([-\d.]+)\)" x2="([-\d.]+)" y2="([-\d.]+)"[^>]* stroke-width="([\d.]+)"/g,
    ),
  ].map((found) => {
    const [x = 0, y = 0, across = 0, down = 0, widthPx = 0] = found.slice(1).map(Number);
    return { x, y, across, down, widthPx };
  });

/** A map of shapes whose y grows upwards. */
const upright = (features: readonly object[]) =>
  choroplethSpec({
    area: "area",
    value: "n",
    geometry: { type: "FeatureCollection", features },
    key: "name",
    projection: { type: "identity", reflectY: true },
  });

test.each([8, 14, 18])("lines to %i names beside a map do not cross", async (count) => {
  const crowd = names.slice(0, count);
  const features = [
    square("Large", 0, 0, 40),
    ...crowd.map((name, index) => square(name, 44 + 2 * ((7 * index) % 11), 10 + 2.5 * (index % 5), 1)),
  ];
  const spec = upright(features);
  const rows = features.map(({ properties: { name } }, index) => ({ area: name, n: index + 1 }));
  const chart = await (await compileChart({ id: "map", spec, fonts })).render(rows);
  type Point = readonly [x: number, y: number];
  const lines = linesOf(chart.svg)
    .filter(({ widthPx }) => widthPx < 1)
    .map(({ x, y, across, down }): readonly [Point, Point] => [
      [x, y],
      [x + across, y + down],
    ]);
  expect(lines).toHaveLength(count);
  expect(chart.untraced).toEqual([]);
  const sideOf = ([[x0, y0], [x1, y1]]: readonly [Point, Point], [x, y]: Point) =>
    Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
  const divides = (line: readonly [Point, Point], [from, to]: readonly [Point, Point]) =>
    sideOf(line, from) * sideOf(line, to) < 0;
  const crossings = lines.flatMap((line, index) =>
    lines.slice(index + 1).filter((other) => divides(line, other) && divides(other, line)),
  );
  expect(crossings).toEqual([]);
});

describe("a line to a text beside a map", () => {
  const draw = async (
    features: readonly ReturnType<typeof square>[],
    hidden: readonly string[] = [],
    figures: Readonly<Record<string, number>> = {},
  ) => {
    const spec = upright(features);
    const rows = features.map(({ properties: { name } }, index) =>
      hidden.includes(name)
        ? { area: name, n: null, state: "suppressed" }
        : { area: name, n: figures[name] ?? index + 1 },
    );
    const chart = await (await compileChart({ id: "map", spec, fonts })).render(rows);
    expect(chart.untraced).toEqual([]);
    return { ...chart, leaders: linesOf(chart.svg).filter(({ widthPx }) => widthPx < 1) };
  };
  const west = square("Westland", 0, 0, 40);
  const inner = square("Inner", 41, 19, 1);

  test.each([[[]], [["Westland"]]])("goes to the other side where a name is in its way: hidden %j", async (hidden) => {
    const { texts, leaders } = await draw([west, inner, square("Eastland", 44, 25, 40)], hidden);
    expect(texts).toContain("Inner");
    // Nearer to the left, where the name of Westland stands.
    expect(leaders).toHaveLength(1);
    expect(leaders[0]?.across).toBeGreaterThan(0);
  });

  test("is not drawn where names are in its way on both sides, and that not all are named is said", async () => {
    const { texts, leaders } = await draw([west, inner, square("Eastland", 44, 0, 40)]);
    expect(leaders).toEqual([]);
    expect(texts).not.toContain("Inner");
    expect(texts.join(" ")).toContain("Not all areas are named");
  });

  test.each([
    ["highest", 99, 1],
    ["a middle", 7.5, 0],
  ])("runs across a whole area from one that has %s figure", async (_, figure, count) => {
    const grid = Array.from({ length: 15 }, (_, index) =>
      square(
        `Land ${"ABCDEFGHIJKLMNO"[index]}`,
        (index % 5) * 15 + (index % 5 > 0 ? 2 : 0),
        16 * Math.floor(index / 5),
        15,
      ),
    );
    const { leaders, texts } = await draw([...grid, square("Inner", 15.5, 12.5, 1)], [], { Inner: figure });
    expect(leaders).toHaveLength(count);
    expect(texts.join(" ").includes("Inner")).toBe(count === 1);
  });

  test("does not run through the letter of an area that is as wide as one", async () => {
    const small = square("Northumberland and Tyneside", 0, 18.5, 1.5);
    const { texts, leaders } = await draw([small, square("Inner", 4, 19.1, 0.3), square("Eastland", 8, 25, 40)]);
    expect(texts.join(" ")).toContain(": Northumberland and Tyneside");
    expect(leaders.map(({ across }) => Math.sign(across))).toEqual([1]);
  });
});

test.each([640, 440])(
  "areas of which most have room for a letter alone have letters, the largest of them: %d px",
  async (widthPx) => {
    const many = Array.from(
      { length: 36 },
      (_, index) => `Constituency of Ferrybridge and Upper ${"ABCDEF"[Math.floor(index / 6)]}${"abcdef"[index % 6]}`,
    );
    const spec = choroplethSpec({ area: "area", value: "n", valueTitle: "Rate", geometry: squares(many), key: "name" });
    const rows = many.map((area, n) => ({ area, n, state: "value" }));
    const { texts, untraced } = await (await compileChart({ id: "map", spec, fonts, widthPx })).render(rows);
    expect(untraced).toEqual([]);
    const letters = texts.filter((text) => /^[a-z]{1,2}$/.test(text));
    expect(letters.length).toBeGreaterThan(10);
    // Each is in the key, once.
    expect(texts.filter((text) => /^[a-z]{1,2}: Constituency/.test(text))).toHaveLength(new Set(letters).size);
  },
);

/** Areas of 30 in a row, and rows of them; the narrow ones are of the highest class, or of the lowest. */
async function drawRows(count: number, widthPx = 640, areNarrow: "highest" | "lowest" = "highest") {
  const names = Array.from(
    { length: count },
    (_, index) => `Constituency of ${"ABCDEFGHIJ"[Math.floor(index / 6)]}${"abcdef"[index % 6]}`,
  );
  // Ten of that class are hardly as wide as a letter, among areas that are wider.
  const isNarrow = (index: number) => index % 6 === 1;
  let left = 0;
  const features = names.map((name, index) => {
    if (index % 30 === 0) left = 0;
    const right = left + (isNarrow(index) ? 3 : 4);
    const foot = -20 * Math.floor(index / 30);
    const corners = [
      [left, foot],
      [left, foot + 20],
      [right, foot + 20],
      [right, foot],
      [left, foot],
    ];
    left = right;
    return { type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: [corners] } };
  });
  const spec = choroplethSpec({
    area: "area",
    value: "n",
    geometry: { type: "FeatureCollection", features },
    key: "name",
    classes: [10, 20],
  });
  const figure = (index: number) => {
    if (areNarrow === "highest") return isNarrow(index) ? 20 + index : index % 10;
    return isNarrow(index) ? 5 : 11 + (index % 5);
  };
  const rows = names.map((area, index) => ({ area, n: figure(index), state: "value" }));
  const { texts, untraced } = await (await compileChart({ id: "map", spec, fonts, widthPx })).render(rows);
  expect(untraced).toEqual([]);
  const letters = new Map(
    texts.flatMap((text) => {
      const [, letter = "", name = ""] = /^([a-z]+): (.+)$/.exec(text) ?? [];
      return letter === "" ? [] : [[name, letter] as const];
    }),
  );
  return { texts, letters, narrow: names.filter((_, index) => isNarrow(index)) };
}

test.each([
  [640, 44],
  [470, 20],
])(
  "where letters run out, areas of the highest class have one before larger ones, and no other reason is given: %i px",
  async (widthPx, count) => {
    const { texts, letters, narrow } = await drawRows(60, widthPx);
    expect(letters.size).toBe(count);
    expect([...letters.keys()]).toEqual(expect.arrayContaining(narrow));
    expect(texts.join(" ").replaceAll(/\s+/g, " ")).toContain("Not all areas are named: the data");
  },
);

test.each([640, 470])("so have areas of the lowest class: %i px", async (widthPx) => {
  const { letters, narrow } = await drawRows(60, widthPx, "lowest");
  expect([...letters.keys()]).toEqual(expect.arrayContaining(narrow));
});

test("letters go on with two where all that need one then have one", async () => {
  const { texts, letters } = await drawRows(30);
  expect(letters.size).toBe(30);
  expect([...letters.values()].slice(20)).toEqual(["y", "z", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah"]);
  for (const letter of letters.values()) expect(texts).toContain(letter);
  expect(texts.join(" ")).not.toContain("Not all areas are named");
});

test.each([
  [30, 640],
  [60, 640],
  [60, 470],
  [60, 340],
])("letters of a key begin with a and leave none out: %i areas, %i px", async (count, widthPx) => {
  const { letters } = await drawRows(count, widthPx);
  const inOrder = [...letters].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, letter]) => letter);
  const alphabet = [..."abcdefghijknpqrstuvxyz"];
  const further = ["a", "b"].flatMap((first) => alphabet.map((letter) => `${first}${letter}`));
  expect(inOrder.length).toBeGreaterThan(2);
  expect(inOrder).toEqual([...alphabet, ...further].slice(0, inOrder.length));
});

test("a map of many areas on a telephone tells those of the highest and the lowest figure alone", async () => {
  const many = Array.from({ length: 49 }, (_, index) => `Oswaldtwistle ${"ABCDEFG"[index % 7]}${index}`);
  const spec = choroplethSpec({ area: "area", value: "n", geometry: squares(many), key: "name" });
  const rows = many.map((area, index) => ({ area, n: (index * 13) % 49 }));
  const { texts } = await (await compileChart({ id: "map", spec, fonts, widthPx: 340 })).render(rows);
  const told = texts.flatMap((text) => /^[a-z]: (.+)$/s.exec(text)?.[1]?.replaceAll("\n", " ") ?? []);
  const ends = rows.filter(({ n }) => n < 3 || n > 45).map(({ area }) => area);
  expect(told.toSorted()).toEqual(ends.toSorted());
  expect(texts.join(" ").replaceAll(/\s+/g, " ")).toContain(
    "Not all areas are named: the data of the chart have their names.",
  );
});

test("names beside a map that is higher than wide stand at its edge, and not at that of the picture", async () => {
  const square = (name: string, [x, y, side]: readonly [number, number, number]) => {
    const corners = [
      [x, y],
      [x, y + side],
      [x + side, y + side],
      [x + side, y],
      [x, y],
    ];
    return { type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: [corners] } };
  };
  const features = [
    square("Northshire", [0, 20, 10]),
    square("Midshire", [0, 10, 10]),
    square("Southshire", [0, 0, 10]),
    square("Little Islet", [9.9, 30, 0.1]),
  ];
  const spec = upright(features);
  const rows = features.map(({ properties: { name } }, index) => ({ area: name, n: 10 + index, state: "value" }));
  const chart = await (await compileChart({ id: "map", spec, fonts, widthPx: 900 })).render(rows);
  expect(chart.untraced).toEqual([]);
  const boxes = textBoxes(chart);
  const [onMap, beside] = ["Midshire", "Little Islet"].map((name) => boxes.find(({ text }) => text === name));
  // The map is a third as wide as it is high.
  expect((beside?.left ?? 900) - (onMap?.right ?? 0)).toBeLessThan(110);
  expect((beside?.left ?? 0) - (onMap?.right ?? 0)).toBeGreaterThan(20);
});
