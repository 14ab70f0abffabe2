import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChartRow, choroplethSpec, compileChart, type RenderedChart, slopeSpec } from "../../src/charts/index.ts";
import { inPart } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { type TextBox, textBoxes } from "./text-boxes.ts";

describe("names on the shapes of a map", () => {
  /** Strips beside each other, as high as the map. */
  const strips = (widths: readonly number[]) => ({
    type: "FeatureCollection",
    features: widths.map((width, index) => {
      const from = widths.slice(0, index).reduce((sum, each) => sum + each, 0);
      const corners = [
        [from, 0],
        [from + width, 0],
        [from + width, 300],
        [from, 300],
        [from, 0],
      ];
      const properties = { name: nameOf(index, width), short: `S${"abcdefgh"[index]}` };
      return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [corners] } };
    }),
  });
  /** Longer or shorter, and each another one. */
  const nameOf = (index: number, width: number) => `${"ABCDEFGH"[index]}${"o".repeat(2 + ((width * 7) % 14))}`;

  it("stand where they have room, else the short one does, and neither where there is none", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 8, max: 160 }), { minLength: 1, maxLength: 6 }), async (widths) => {
        const spec = choroplethSpec({
          area: "area",
          value: "n",
          geometry: strips(widths),
          key: "name",
          shortName: "short",
          // None stands beside the map.
          hasKey: false,
          projection: { type: "identity" },
        });
        const rows = widths.map((width, index) => ({ area: nameOf(index, width), n: 10 + index, state: "value" }));
        const chart = await (await compileChart({ id: "map", spec, fonts })).render(rows);
        // The map is as wide as its shapes are, or as high.
        const scale = Math.min(
          (chart.widthPx - 10) / widths.reduce((sum, each) => sum + each, 0),
          (chart.heightPx - 60) / 300,
        );
        for (const [index, width] of widths.entries()) {
          const [name, short, px] = [nameOf(index, width), `S${"abcdefgh"[index]}`, width * scale];
          const written = [name, short].filter((each) => chart.texts.includes(each));
          expect(written.length).toBeLessThanOrEqual(1);
          // Or smaller, where they have no room otherwise.
          for (const each of written) expect((9.5 / 12) * widthOf(each)).toBeLessThanOrEqual(px);
          if (px >= 9 * name.length) expect(written).toEqual([name]);
          else if (px >= 9 * short.length) expect(written).toHaveLength(1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("of areas without a figure stand there with the marker, or below the map", async () => {
    const states = fc.constantFrom("value", "suppressed", "missing", "no row");
    const shape = fc.record({ width: fc.integer({ min: 8, max: 160 }), state: states });
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 2, maxLength: 6 }), async (shapes) => {
        fc.pre(shapes.some(({ state }) => state === "value"));
        const widths = shapes.map(({ width }) => width);
        const names = widths.map((width, index) => nameOf(index, width));
        const spec = choroplethSpec({
          area: "area",
          value: "n",
          geometry: strips(widths),
          key: "name",
          projection: { type: "identity" },
        });
        const rows = shapes.flatMap(({ state }, index) =>
          // With another figure, which no colour is of.
          state === "no row"
            ? []
            : [{ area: names[index]!, n: state === "value" ? 10 + index : null, people: 1, other: 0, state }],
        );
        const chart = await (await compileChart({ id: "map", spec, fonts })).render(rows);
        expect(chart.untraced).toEqual([]);
        expect(chart.texts.filter((text) => text === "[c] suppressed")).toHaveLength(
          shapes.some(({ state }) => state === "suppressed") ? 1 : 0,
        );
        for (const [index, { state }] of shapes.entries()) {
          const marker = state === "suppressed" ? "[c]" : "[x]";
          const name = names[index]!;
          const said = chart.texts
            .map((text) => text.replace(/^[a-z]+: /, ""))
            .filter((text) => text === `${name} ${marker}` || text === name);
          // On a shape each line is a text.
          if (state !== "value") expect([name, said.length]).toEqual([name, state === "no row" ? 0 : 1]);
        }
        // Of areas without a row, how many they are.
        const absent = shapes.filter(({ state }) => state === "no row").length;
        expect(
          chart.texts.filter((text) => text === `Areas of the map that are not in the data: ${absent}.`),
        ).toHaveLength(absent > 0 ? 1 : 0);
      }),
      { numRuns: 25 },
    );
  });

  it("of the area that stands out is in the legend where its shape has no room for it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 4, max: 160 }), { minLength: 2, maxLength: 6 }), async (widths) => {
        const geometry = strips(widths);
        const spec = choroplethSpec({
          area: "area",
          value: "n",
          geometry,
          key: "name",
          projection: { type: "identity" },
        });
        const rows = widths.map((width, index) => ({
          area: nameOf(index, width),
          n: 10 + index,
          highlight: index === 0,
        }));
        const chart = await (await compileChart({ id: "map", spec, fonts })).render(rows);
        expect(chart.untraced).toEqual([]);
        expect(chart.texts.filter((text) => text === nameOf(0, widths[0]!))).toHaveLength(1);
      }),
      { numRuns: 15 },
    );
  });

  describe("of a shape that its box tells little of", () => {
    type Corner = readonly [x: number, y: number];
    /** An area round a bay that opens to the east: in its middle is the bay. */
    const bay: readonly Corner[] = [
      [0, 0],
      [10, 0],
      [10, 3],
      [2, 3],
      [2, 7],
      [10, 7],
      [10, 8.5],
      [0, 8.5],
    ];
    /** A triangle, wide in the south. */
    const cape: readonly Corner[] = [
      [12, 0],
      [22, 0],
      [17, 9],
    ];
    const shapes = { Bay: bay, Cape: cape };
    const turned = (corners: readonly Corner[]) => corners.map(([x, y]): Corner => [x, -y]);
    const isIn = (corners: readonly Corner[], [x, y]: Corner) =>
      corners.filter(([x1, y1], index) => {
        const [x0, y0] = corners.at(index - 1) as Corner;
        return y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
      }).length %
        2 ===
      1;

    it.each([
      ["GeoJSON", 640, 9],
      ["GeoJSON", 360, 9],
      ["TopoJSON", 640, 20],
      ["TopoJSON", 360, 3],
    ])("texts stand within it: %s at %i px, names of %i letters", async (format, widthPx, letters) => {
      const named = Object.fromEntries(
        Object.entries(shapes).map(([name, corners]) => [name.padEnd(letters, "o"), turned(corners)]),
      );
      const closed = Object.entries(named).map(([name, corners]) => ({
        name,
        ring: [...corners, corners[0] as Corner],
      }));
      const geometry =
        format === "GeoJSON"
          ? {
              type: "FeatureCollection",
              features: closed.map(({ name, ring }) => ({
                type: "Feature",
                properties: { name },
                geometry: { type: "Polygon", coordinates: [ring] },
              })),
            }
          : {
              type: "Topology",
              arcs: closed.map(({ ring }) => ring),
              objects: {
                areas: {
                  type: "GeometryCollection",
                  geometries: closed.map(({ name }, index) => ({
                    type: "Polygon",
                    properties: { name },
                    arcs: [[index]],
                  })),
                },
              },
            };
      const spec = choroplethSpec({
        area: "area",
        value: "n",
        valueTitle: "Rate",
        geometry,
        ...(format === "GeoJSON" ? {} : { feature: "areas" }),
        key: "name",
        projection: { type: "identity" },
      });
      const rows = closed.map(({ name }, index) => ({ area: name, n: 10 + index }));
      const chart = await (await compileChart({ id: "map", spec, fonts, widthPx })).render(rows);
      expect(chart.untraced).toEqual([]);
      const outline = [...chart.svg.matchAll(/ d="M([^"]{20,})Z"/g)].map(([, path = ""]) =>
        path.split("L").map((corner) => corner.split(",").map(Number) as unknown as Corner),
      );
      const [moveX = 0, moveY = 0] = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(chart.svg)?.slice(1).map(Number) ?? [];
      const boxes = textBoxes(chart).filter(({ text }) => text in named || /^[a-z]$/.test(text));
      expect(boxes.length).toBeGreaterThan(0);
      for (const { text, left, right, top, bottom } of boxes) {
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const own = outline.filter((corners) => isIn(corners, [x - moveX, y - moveY]));
        expect([text, own.length > 0]).toEqual([text, true]);
        for (const corner of [
          [left, top],
          [right, top],
          [left, bottom],
          [right, bottom],
        ] as const)
          expect(own.some((corners) => isIn(corners, [corner[0] - moveX, corner[1] - moveY]))).toBe(true);
      }
    });
  });

  it("letters beside a map do not hang far below it", async () => {
    const layers = Array.from({ length: 70 }, (_, index) => {
      const [south, north] = [index * 4, index * 4 + 4];
      const ring = [
        [0, south],
        [300, south],
        [300, north],
        [0, north],
        [0, south],
      ];
      return {
        type: "Feature",
        properties: { name: `Area of ${"abcdefghij"[index % 10]}${"abcdefg"[Math.floor(index / 10)]}` },
        geometry: { type: "Polygon", coordinates: [ring] },
      };
    });
    const geometry = { type: "FeatureCollection", features: layers };
    const spec = choroplethSpec({ area: "area", value: "n", geometry, key: "name", projection: { type: "identity" } });
    const rows = layers.map(({ properties: { name } }, index) => ({ area: name, n: index + 100 }));
    const chart = await (await compileChart({ id: "map", spec, fonts })).render(rows);
    expect(chart.texts.join(" ")).toContain("Not all areas are named");
    expect(chart.heightPx).toBeLessThan(560);
  });

  it("leave no room around a map that is wider than it is high", async () => {
    const spec = choroplethSpec({
      area: "area",
      value: "n",
      geometry: strips([300, 300, 300]),
      key: "name",
      projection: { type: "identity" },
    });
    const rows = [300, 300, 300].map((width, index) => ({ area: nameOf(index, width), n: 10 + index }));
    for (const widthPx of [640, 340]) {
      const chart = await (await compileChart({ id: "map", spec, fonts, widthPx })).render(rows);
      // A third as high as wide, the legend, and a key of two lines.
      expect(chart.heightPx).toBeLessThan(widthPx / 3 + 115);
    }
  });

  it("leave none around one that names stand beside, either", async () => {
    const geometry = strips([2, 300, 300]);
    const name = "A name of letters";
    for (const feature of geometry.features.slice(0, 1)) feature.properties.name = name;
    const spec = mapOf([2, 300, 300], { geometry });
    const rows = geometry.features.map((feature, index) => ({ area: feature.properties.name, n: 10 + index }));
    const chart = await (await compileChart({ id: "map", spec, fonts })).render(rows);
    expect(chart.texts).toContain(name);
    const mapPx = chart.widthPx - widthOf(name) - 14;
    // Half as high as wide, and the legend.
    expect(chart.heightPx).toBeLessThan(mapPx / 2 + 100);
  });

  const mapOf = (widths: readonly number[], more: object = {}) =>
    choroplethSpec({
      area: "area",
      value: "n",
      valueTitle: "Rate",
      geometry: strips(widths),
      key: "name",
      projection: { type: "identity" },
      ...more,
    });

  it("else a letter does, on the shape or beside the map, with the name in a key", async () => {
    const shape = fc.record({ width: fc.integer({ min: 3, max: 90 }), isHidden: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(shape, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(320, 640),
        async (shapes, widthPx) => {
          const widths = shapes.map(({ width }) => width);
          const rows = shapes.map(({ width, isHidden }, index) => ({
            area: nameOf(index, width),
            n: isHidden && index > 0 ? null : 100 + index,
            state: isHidden && index > 0 ? "suppressed" : "value",
          }));
          const chart = await (await compileChart({ id: "map", spec: mapOf(widths), fonts, widthPx })).render(rows);
          expect(chart.untraced).toEqual([]);
          const entries = chart.texts.flatMap((text) => [...text.matchAll(/^([a-z]): ([A-H].*)$/g)]);
          const letters = chart.texts.filter((text) => /^[a-z]$/.test(text));
          expect(letters.toSorted()).toEqual(entries.map(([, letter]) => letter));
          // In the order of the names, without a gap.
          expect(entries.map(([, letter]) => letter).join("")).toBe("abcdefgh".slice(0, entries.length));
          const inKeyOrder = entries.map(([, , name = ""]) => name);
          expect(inKeyOrder).toEqual(inKeyOrder.toSorted());
          // Nothing on the map is a number, which would be read as the figure of its area.
          expect(chart.texts.filter((text) => /^\d+$/.test(text))).toEqual([]);
          const inKey = new Set(entries.map(([, , name]) => name));
          // Where there is no room beside the map either, that is said.
          const isSaid = chart.texts.some((text) => text.startsWith("Not all areas are named"));
          for (const { area, n } of rows) {
            const said = n === null ? `${area} [c]` : area;
            const isNamed = isSaid || chart.texts.includes(area) || chart.texts.includes(said);
            expect([area, isNamed || inKey.has(said)]).toEqual([area, true]);
          }
        },
      ),
      { numRuns: inPart(25, 8) },
    );
  });

  it("is beside the map, at the end of a line, where the shape has no room for it, as a name where there is room", async () => {
    const widths = [3, 60, 4, 70, 2];
    const rows = widths.map((width, index) => ({ area: nameOf(index, width), n: 100 + index }));
    const narrow = widths.flatMap((width, index) => (width < 9 ? nameOf(index, width) : []));
    // A line from the one in the middle would run through a name on either side.
    const led = narrow.filter((name) => !name.startsWith("C")).toSorted();
    const [onTelephone, wide] = await Promise.all(
      [320, 640].map(async (widthPx) => {
        const chart = await (await compileChart({ id: "map", spec: mapOf(widths), fonts, widthPx })).render(rows);
        expect(chart.untraced).toEqual([]);
        expect(chart.widthPx).toBeLessThanOrEqual(widthPx);
        expect(chart.texts.join(" ")).toContain("Not all areas are named");
        return chart;
      }),
    );
    if (!onTelephone || !wide) throw new Error("Not drawn.");
    expect(onTelephone.texts.filter((text) => /^[a-z]: [A-H]/.test(text))).toEqual(
      led.map((name, index) => `${"ab"[index]}: ${name}`),
    );
    const boxes = textBoxes(onTelephone).filter(({ text }) => /^[ab]$/.test(text));
    // The map is narrower than its picture: they stand at its edges, left or right of all shapes.
    const areBeside = (chart: RenderedChart, own: readonly TextBox[]) => {
      const onShapes = textBoxes(chart).filter(({ text }) => /^[BD]/.test(text));
      expect(onShapes).toHaveLength(2);
      for (const { left, right } of own)
        expect(onShapes.every((shape) => right < shape.left) || onShapes.every((shape) => left > shape.right)).toBe(
          true,
        );
    };
    areBeside(onTelephone, boxes);
    expect(boxes).toHaveLength(2);
    const names = textBoxes(wide).filter(({ text }) => narrow.includes(text));
    areBeside(wide, names);
    expect(names).toHaveLength(2);
    expect(wide.texts.filter((text) => /^[a-z](?:: |$)/.test(text))).toEqual([]);
  });

  describe.each([20, 21])("for %i areas", (count) => {
    const widths = Array.from({ length: count }, () => 20);
    const names = widths.map((_, index) => `Area of ${"ABCDEFGHKM"[index % 10]}${"xyz"[Math.floor(index / 10)]}`);
    const geometry = strips(widths);
    for (const [index, { properties }] of geometry.features.entries()) properties.name = names[index] as string;
    const rows = names.map((area, index) => ({ area, n: 100 + index }));

    it("are as many as there are areas, and none of them may be read as a digit", async () => {
      const chart = await (
        await compileChart({ id: "map", spec: mapOf(widths, { geometry }), fonts, widthPx: 300 })
      ).render(rows);
      expect(chart.untraced).toEqual([]);
      const letters = chart.texts.filter((text) => /^[a-z]{1,2}$/.test(text));
      expect(letters).toEqual([...new Set(letters)]);
      expect(letters).toHaveLength(count);
      expect(letters.filter((text) => /[lo]/.test(text) || text.length > 1)).toEqual([]);
      expect(chart.texts.join(" ")).not.toContain("Not all areas are named");
      const ends = [...names.slice(0, 3), ...names.slice(-3)];
      expect(chart.texts.filter((text) => ends.some((name) => text.endsWith(`: ${name}`)))).toHaveLength(6);
    });
  });

  describe("where not all have room", () => {
    const count = 60;
    const widths = Array.from({ length: count }, () => 10);
    const names = widths.map((_, index) => `Area of ${"ABCDEFGHKM"[index % 10]}${"uvwxyz"[Math.floor(index / 10)]}`);
    const geometry = strips(widths);
    for (const [index, { properties }] of geometry.features.entries()) properties.name = names[index] as string;
    const [middle = "", next = ""] = names.slice(29);
    const draw = async (rows: readonly ChartRow[], widthPx = 640) => {
      const chart = await (await compileChart({ id: "map", spec: mapOf(widths, { geometry }), fonts, widthPx })).render(
        rows,
      );
      expect(chart.untraced).toEqual([]);
      expect(chart.texts.join(" ")).toContain("Not all areas are named");
      return chart;
    };
    const figures = names.map((area, index) => ({ area, n: 100 + index }));

    it.each([640, 340])(
      "those of the highest and the lowest figures that a line can lead to are named, and on wide maps those at the sides: %i px",
      async (widthPx) => {
        const rows = figures.map(({ area, n }) => ({ area, n: area === middle ? 900 : area === next ? 2 : n }));
        const { texts } = await draw(rows, widthPx);
        const isNamed = (name: string) => texts.some((text) => text === name || text.endsWith(`: ${name}`));
        // Of strips that have no room for a letter, a line from the middle would run across half the map.
        expect([middle, next].map(isNamed)).toEqual([false, false]);
        const others = [names.at(0), names.at(1), names.at(-2), names.at(-1)].flatMap((name) => name ?? []);
        expect(others.map(isNamed)).toEqual([true, true, true, true]);
        if (widthPx === 340) expect(names.filter(isNamed)).toHaveLength(4);
        expect(names.filter(isNamed).length).toBeLessThanOrEqual(16);
      },
    );

    it("none is named as the highest where many have that figure", async () => {
      const { texts } = await draw(
        figures.map(({ area, n }) => ({ area, n: n > 110 ? 900 : 3 })),
        340,
      );
      expect(names.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
    });

    it("more than ten areas without a figure are not listed below the map", async () => {
      const hide = (some: number) =>
        figures.map((row, index) =>
          index % 5 === 2 && index < some * 5 ? { ...row, n: null, state: "suppressed" } : row,
        );
      const listed = async (some: number) =>
        (await draw(hide(some), 340)).texts.filter((text) => / \[c\]$/.test(text)).length;
      expect([await listed(10), await listed(11)]).toEqual([10, 0]);
    });
  });

  it("stand also on a map with an area of a name of two letters", async () => {
    const widths = [9, 12, 300];
    const geometry = strips(widths);
    for (const feature of geometry.features.slice(2)) feature.properties.name = "Ys";
    const rows = geometry.features.map(({ properties: { name } }, index) => ({ area: name, n: 100 + index }));
    const spec = mapOf(widths, { geometry });
    const chart = await (await compileChart({ id: "map", spec, fonts, widthPx: 320 })).render(rows);
    expect(chart.texts.filter((text) => /^[a-z]: /.test(text))).toHaveLength(2);
    expect(chart.texts).toContain("Ys");
  });

  it("stand in two lines, or smaller, where they have no room otherwise", async () => {
    const draw = async (name: string, px: number) => {
      const geometry = strips([px, 640 - px]);
      const [first, second] = geometry.features;
      if (!first || !second) throw new Error("Two strips.");
      Object.assign(first.properties, { name });
      Object.assign(second.properties, { name: "Rest" });
      const spec = mapOf([px, 640 - px], { geometry });
      const rows = [name, "Rest"].map((area, index) => ({ area, n: 100 + index }));
      const chart = await (await compileChart({ id: "map", spec, fonts, widthPx: 640 })).render(rows);
      expect(chart.untraced).toEqual([]);
      return chart;
    };
    const twoLines = await draw("North Dakota", 60);
    expect(twoLines.texts).toEqual(expect.arrayContaining(["North", "Dakota"]));
    const smaller = await draw("Washington", 66);
    expect(smaller.texts).toContain("Washington");
    expect(smaller.svg).toMatch(/font-size="?:?\s*9\.5px[^>]*>Washington/);
    expect(smaller.texts.filter((text) => /^[a-z](?:: |$)/.test(text))).toEqual([]);
  });

  it("have no letters where that is not asked for, or shapes are called by letters", async () => {
    const widths = [6, 9, 12];
    const rows = widths.map((width, index) => ({ area: nameOf(index, width), n: 100 + index }));
    const without = await (await compileChart({ id: "map", spec: mapOf(widths, { hasKey: false }), fonts })).render(
      rows,
    );
    expect(without.texts.filter((text) => /^[a-z](: [A-H]|$)/.test(text))).toEqual([]);
    expect(without.texts.join(" ")).toContain("Not all areas are named");
    const byLetter = strips(widths);
    for (const [index, { properties }] of byLetter.features.entries()) properties.name = "QRS"[index] as string;
    const called = rows.map((row, index) => ({ ...row, area: "QRS"[index] as string }));
    const chart = await (await compileChart({ id: "map", spec: mapOf(widths, { geometry: byLetter }), fonts })).render(
      called,
    );
    expect(chart.texts.filter((text) => /^[a-z]$/.test(text))).toEqual([]);
  });

  describe("letters that are not those of the key, and names beside the map that are another's, are told by the audit", () => {
    const widths = [5, 7, 60, 5];
    const rows = widths.map((width, index) => ({ area: nameOf(index, width), n: 100 + index }));
    const untracedOf = async (from: string, to: string, widthPx: number) => {
      const spec = JSON.stringify(mapOf(widths));
      expect(spec).toContain(from);
      const made = JSON.parse(spec.replaceAll(from, to));
      // As if the recipe had made it so, and not a user of it.
      made.usermeta.briefwright.replaced = [];
      return (await (await compileChart({ id: "map", spec: made, fonts, widthPx })).render(rows)).untraced;
    };
    const other = "'abc'[datum.areaPosition % 3]";

    it.each([
      ["the key has another letter", "datum.areaLetter + ': '", `${other} + ': '`, 320],
      ["the shape has another letter", '"text":{"expr":"datum.areaLetter"}', `"text":{"expr":"${other}"}`, 320],
      [
        "the shape has a figure",
        '"text":{"expr":"datum.areaLetter"}',
        '"text":{"expr":"\'\' + (100 + datum.areaPosition)"}',
        320,
      ],
      ["all have the same", '"text":{"expr":"datum.areaLetter"}', '"text":{"expr":"\'a\'"}', 320],
      [
        "a line ends at another text",
        '"y2":{"value":{"expr":"datum.besideAt"}}',
        '"y2":{"value":{"expr":"height - datum.besideAt"}}',
        320,
      ],
      [
        "a line ends at another name",
        '"y2":{"value":{"expr":"datum.besideAt"}}',
        '"y2":{"value":{"expr":"height - datum.besideAt"}}',
        640,
      ],
      [
        "a line begins elsewhere",
        `"x":{"value":{"expr":"datum.markCentre[0]"}}`,
        `"x":{"value":{"expr":"width / 2"}}`,
        320,
      ],
      [
        "a name beside the map is another's",
        '"text":{"expr":"datum[\\"area\\"] + (',
        '"text":{"expr":"data(\'data\')[2].area + (',
        640,
      ],
    ])("%s", async (_, from, to, widthPx) => {
      expect((await untracedOf(from, to, widthPx)).map(({ code }) => code)).toContain("untraced-figure");
    });
  });

  it("a line that begins within the bounds of an area, and beside its shape, is told by the audit", async () => {
    const ring = (...corners: readonly number[][]) => [[...corners, corners[0]]];
    const hook = ring([0, 0], [40, 0], [40, 4], [4, 4], [4, 200], [0, 200]);
    const rest = ring([60, 0], [300, 0], [300, 200], [60, 200]);
    const features = [hook, rest].map((coordinates, index) => ({
      type: "Feature",
      properties: { name: ["The Hook", "The rest"][index] },
      geometry: { type: "Polygon", coordinates },
    }));
    const rows = features.map(({ properties }, index) => ({ area: properties.name ?? "", n: 100 + index }));
    const text = JSON.stringify(mapOf([], { geometry: { type: "FeatureCollection", features } }));
    const begins = `"y":{"value":{"expr":"datum.markCentre[1]"}}`;
    const untraced = async (spec: string) => {
      const chart = await compileChart({ id: "map", spec: JSON.parse(spec), fonts, widthPx: 320 });
      return (await chart.render(rows)).untraced;
    };
    expect(text).toContain(begins);
    expect(await untraced(text)).toEqual([]);
    expect(await untraced(text.replaceAll(begins, begins.replace("[1]", "[1] + 30")))).not.toEqual([]);
  });

  const widthOf = (text: string): number =>
    fonts.measure(text, { families: ["Inter"], weight: 400, style: "normal", size: 12 });
});

it("a slope in a narrow column has room for its lines between the names", async () => {
  const rows = ["Devon and Cornwall", "Gloucestershire", "Kent", "Northamptonshire"].flatMap((area, index) =>
    ["2014", "2022"].map((year, at) => ({ area, year, n: 20 + 7 * index + 9 * at, state: "value" })),
  );
  const chart = await (
    await compileChart({ id: "slope", spec: slopeSpec({ x: "year", y: "n", series: "area" }), fonts })
  ).render(rows, { narrowPx: 340 });
  const widths = [chart.svg, chart.narrow?.svg ?? ""].map((svg) =>
    Math.max(...[...svg.matchAll(/d="M0,[\d.]+L([\d.]+),/g)].map(([, x]) => Number(x))),
  );
  expect(widths[0]).toBeGreaterThan(250);
  expect(widths[1]).toBeGreaterThan(100);
  // Each name once, at the last period, and each figure.
  for (const name of ["Kent", "Gloucestershire"])
    expect(chart.narrow?.texts.filter((text) => text.includes(name))).toHaveLength(1);
});
