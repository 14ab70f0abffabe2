import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, funnelSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";
import { controlLimits } from "../../src/uncertainty/index.ts";
import { fonts } from "./chart-fonts.ts";
import { dotsOf } from "./dots-of.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const spec = funnelSpec({
  category: "area",
  value: "rate",
  population: "people",
  low: "low",
  high: "high",
  annotations: [{ kind: "reference", value: "overall", label: "All areas" }],
  valueTitle: "Rate",
  populationTitle: "Population",
});
/** By area: its population and rate; where all are expected to have ten in a thousand. */
const rowsOf = (areas: Readonly<Record<string, readonly [people: number, rate: number | null]>>): ChartRow[] =>
  Object.entries(areas).map(([area, [people, rate]]) => {
    const { low, high } = controlLimits(people / 100);
    const limits = [low, high].map((count) => Math.round((count / people) * 10_000) / 10);
    return {
      area,
      people,
      rate,
      overall: 10,
      low: rate === null ? null : limits[0]!,
      high: rate === null ? null : limits[1]!,
      state: rate === null ? "suppressed" : "value",
      highlight: area === "Kent",
    };
  });
const rows = rowsOf({
  Kent: [2000, 25],
  Essex: [9000, 10],
  Dorset: [5000, 4],
  Devon: [3000, null],
  Norfolk: [4000, 11],
});

const render = async (given: readonly ChartRow[], lang = "en-GB") => {
  const words = createWords({ language: findLanguage(lang, languages) });
  return (await compileChart({ id: "funnel", spec, fonts, words })).render(given);
};

/** Straight lines of a picture, from end to end, in px of it. */
const linesOf = ({ svg }: { readonly svg: string }) => {
  const [, left = 0, top = 0] = (
    /stroke-miterlimit="4" transform="translate\(([\d.]+),([\d.]+)\)"/.exec(svg) ?? []
  ).map(Number);
  return [...svg.matchAll(/<line transform="translate\(([-\d.]+),([-\d.]+)\)" x2="([-\d.]+)" y2="([-\d.]+)"/g)].map(
    ([, x, y, dx, dy]) =>
      [left + Number(x), top + Number(y), left + Number(x) + Number(dx), top + Number(y) + Number(dy)] as const,
  );
};

describe("a funnel plot", () => {
  test("has limits in its table that say what they are, whether they have titles or not", async () => {
    const headings = async (options: object = {}) => {
      const own = { category: "area", value: "rate", population: "people", low: "low", high: "high" };
      const chart = await compileChart({
        id: "funnel",
        spec: funnelSpec({ ...own, valueTitle: "Rate", ...options }),
        fonts,
      });
      return (await chart.render(rows)).table.columns.map(({ label }) => label);
    };
    expect(await headings()).toEqual(
      expect.arrayContaining(["Rate", "95% control limits, lower end", "95% control limits, upper end"]),
    );
    const titled = await headings({ lowTitle: "From", highTitle: "To" });
    expect(titled).toEqual(expect.arrayContaining(["Rate", "From", "To"]));
    expect(new Set(titled).size).toBe(titled.length);
  });

  test("writes no name over the dot of another area", async () => {
    const dorset = async (people: number) =>
      textBoxes(await render([...rows, ...rowsOf({ Surrey: [people, 4] })])).find(({ text }) => text === "Dorset");
    const [free, taken] = [await dorset(7000), await dorset(5300)];
    // Names stand at the right of their dots, where the other dot is now.
    expect(free).toBeDefined();
    expect(taken?.right ?? 640).toBeLessThan(free?.left ?? 0);
  });

  test("draws limits as curves: what they are at every population between those of two areas", async () => {
    const peoples = [1500, 60_000, 800_000] as const;
    const few = rowsOf(Object.fromEntries(peoples.map((people, index) => ["ABC".charAt(index), [people, 10]])));
    const exact = few.map((row, index) => {
      const { low, high } = controlLimits((peoples[index] as number) / 100);
      return {
        ...row,
        low: (low / (peoples[index] as number)) * 1000,
        high: (high / (peoples[index] as number)) * 1000,
      };
    });
    const { svg, untraced } = await render(exact);
    expect(untraced).toEqual([]);
    const curves = [...svg.matchAll(/<path d="(M[^"]+)"[^>]*stroke-dasharray="5,4"/g)].map(([, path = ""]) =>
      [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );
    expect(curves).toHaveLength(2);
    for (const [index, points] of curves.entries()) {
      expect(points.length).toBeGreaterThan(50);
      const limitAt = (people: number) => controlLimits(people / 100)[index === 0 ? "low" : "high"] / (people / 1000);
      const [first, last] = [points[0], points.at(-1)] as [readonly [number, number], readonly [number, number]];
      const [from, to] = [limitAt(peoples[0]), limitAt(peoples[2])];
      for (const [x, y] of points) {
        const people = peoples[0] + ((x - first[0]) / (last[0] - first[0])) * (peoples[2] - peoples[0]);
        const expected = first[1] + ((limitAt(people) - from) / (to - from)) * (last[1] - first[1]);
        expect(Math.abs(y - expected), `at ${Math.round(people)}`).toBeLessThan(1.5);
      }
    }
  });

  test("a point of its curve that is moved is told by the audit", async () => {
    const text = JSON.stringify(spec).replaceAll("invert('y', clamp(", "invert('y', 20 + clamp(");
    const chart = await compileChart({ id: "funnel", spec: JSON.parse(text), fonts });
    expect((await chart.render(rows)).untraced.map(({ code }) => code)).toContain("untraced-mark");
  });

  test("names the one that is furthest beyond its limits, however many others are", async () => {
    const low = Array.from({ length: 14 }, (_, index) => [
      `Low ${"ABCDEFGHIJKLMN".charAt(index)}`,
      [6000 + 20 * index, 0.3 + 0.02 * index],
    ]);
    const { texts } = await render(rowsOf({ Kent: [9000, 11], Colima: [5900, 45], ...Object.fromEntries(low) }));
    expect(texts).toContain("Colima");
  });

  test("says which areas lie outside of the limits, by its rows alone", async () => {
    const { alt, longDescription, untraced, diagnostics } = await render(rows);
    expect(`${alt} ${longDescription}`).toContain(
      "All areas: 10. Above the 95% control limits: Kent. Below them: Dorset. Within them: 2.",
    );
    expect(alt).toContain("Highlighted: Kent, 25, above the 95% control limits of 6 to 15.");
    expect(alt).toContain("suppressed");
    expect([...untraced, ...diagnostics]).toEqual([]);
  });

  test("names those furthest beyond the limits where names would touch", async () => {
    const near = rowsOf({
      Kent: [2000, 11],
      Essex: [7000, 30],
      Suffolk: [7050, 29.8],
      Dorset: [5000, 2],
      Cumbria: [1200, 29.9],
      Norfolk: [4000, 10],
      Durham: [9000, 10],
    });
    const { texts, untraced, diagnostics } = await render(near);
    expect([...untraced, ...diagnostics]).toEqual([]);
    expect(texts).toContain("Essex");
    expect(overlaps(await render(near))).toEqual([]);
    for (const name of ["Norfolk", "Durham"]) expect(texts).not.toContain(name);
    const many = rowsOf(
      Object.fromEntries([
        ["Kent", [2000, 11]],
        ...Array.from({ length: 24 }, (_, index) => [
          `Area ${"ABCDEFGHIJKLMNOPQRSTUVWX"[index]}`,
          [3000 + 100 * index, 30 + (index % 5)],
        ]),
      ]) as Record<string, readonly [number, number]>,
    );
    const crowded = await render(many);
    expect([...crowded.untraced, ...crowded.diagnostics].map(({ code }) => code)).toEqual(["chart-overdispersed"]);
    expect(crowded.texts.some((text) => /^Area [A-X]$/.test(text))).toBe(true);
  });

  test("says so in Welsh", async () => {
    const { alt } = await render(rows, "cy");
    expect(alt).toMatch(/^Plot twndis/);
    expect(alt).toContain("Uwchlaw'r terfynau rheoli 95%: Kent. Islaw iddynt: Dorset. Rhyngddynt: 2.");
  });

  test("tells inside from outside as somebody else's count of its rows does", async () => {
    const sample = recipeSamples.find(({ name }) => name === "funnel")!;
    const { alt } = await (await compileChart({ id: "funnel", spec: sample.spec, fonts })).render(sample.rows);
    const known = sample.rows.filter(({ rate }) => typeof rate === "number");
    const within = known.filter(({ rate, low, high }) => Number(rate) >= Number(low) && Number(rate) <= Number(high));
    const above = known.filter(({ rate, outerHigh }) => Number(rate) > Number(outerHigh));
    const below = known.filter(({ rate, outerLow }) => Number(rate) < Number(outerLow));
    const innerAlone = {
      above: known.filter(({ rate, high }) => Number(rate) > Number(high)).length - above.length,
      below: known.filter(({ rate, low }) => Number(rate) < Number(low)).length - below.length,
    };
    expect(above.length).toBeGreaterThan(0);
    expect(alt).toContain(`${known.length} points.`);
    expect(alt).toContain(
      `Outside the 95% limits alone: ${innerAlone.above} above, ${innerAlone.below} below. Within the 95% limits: ${within.length}.`,
    );
    expect(alt).toMatch(/Above the 99\.8% control limits: [A-Z]/);
  });

  const withOuter = funnelSpec({
    ...{ category: "area", value: "rate", population: "people", low: "low", high: "high" },
    ...{ outerLow: "outerLow", outerHigh: "outerHigh", valueTitle: "Rate", populationTitle: "Population" },
  });
  const outerRows = (all: readonly ChartRow[]): ChartRow[] =>
    all.map((row) => {
      const expected = Number(row.people) / 100;
      const [inner, outer] = [controlLimits(expected), controlLimits(expected, 0.998)];
      const rate = (count: number) => (count / Number(row.people)) * 1000;
      const own = {
        low: rate(inner.low),
        high: rate(inner.high),
        outerLow: rate(outer.low),
        outerHigh: rate(outer.high),
      };
      return row.rate === null ? row : { ...row, ...own };
    });
  const draw = async (given: readonly ChartRow[], widthPx: number, lang = "en-GB") => {
    const words = createWords({ language: findLanguage(lang, languages) });
    const chart = await (await compileChart({ id: "funnel", spec: withOuter, fonts, words, widthPx })).render(given);
    expect(chart.untraced).toEqual([]);
    return chart;
  };

  test.each([340, 640])("says what its lines are: at %i px", async (widthPx) => {
    const { texts } = await draw(outerRows(rows), widthPx);
    expect(texts).toEqual(expect.arrayContaining(["95% control limits", "99.8% control limits", "Devon [c]"]));
    const welsh = await draw(outerRows(rows), widthPx, "cy");
    expect(welsh.texts).toEqual(expect.arrayContaining(["terfynau rheoli 95%", "terfynau rheoli 99.8%"]));
    expect(welsh.alt).toContain("Y tu allan i'r terfynau 95% yn unig");
    expect((await render(rows)).texts).not.toContain("99.8% control limits");
  });

  test("says of one outside of the inner limits alone that it is within the outer ones", async () => {
    const marked = outerRows(rowsOf({ Kent: [2000, 16], Essex: [9000, 10] }));
    const { alt } = await draw(marked, 640);
    expect(alt).toMatch(/Kent, 16, above the 95% control limits of 6 to 1\d and within those of 99\.8%\./);
  });

  test.each([340, 640])(
    "names those at its ends, each nearer to its own dot than to others: at %i px",
    async (widthPx) => {
      const letters = "abcdefghijklmnopqrstuvwxyz";
      const cloud = Array.from({ length: 300 }, (_, index) => {
        const [a, b] = [((index * 7919) % 997) / 997, ((index * 104_729) % 991) / 991];
        const people = 3000 + 12_000 * a * a;
        return [
          `Place ${letters[Math.floor(index / 26)]}${letters[index % 26]}`,
          [Math.round(people), Math.round(100 + (b - 0.5) * 150) / 10],
        ] as const;
      });
      const ends = {
        Leicester: [14_000, 33],
        Brent: [11_500, 30],
        Birmingham: [40_000, 17],
        Ulster: [79_000, 6],
      } as const;
      // The one that stands out is drawn last.
      const given = outerRows(rowsOf({ ...ends, ...Object.fromEntries(cloud), Kent: [50_000, 12] }));
      const chart = await draw(given, widthPx);
      expect(chart.texts).toEqual(expect.arrayContaining(Object.keys(ends)));
      const dots = dotsOf(chart);
      expect(dots).toHaveLength(given.length);
      const leaders = linesOf(chart);
      const named = textBoxes(chart).filter(({ text }) => given.some(({ area }) => area === text));
      for (const { text, left, right, top, bottom } of named) {
        const far = dots.map(({ x, y }) =>
          Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)),
        );
        const own = far[given.findIndex(({ area }) => area === text)] as number;
        const others = far.filter((_, index) => given[index]?.area !== text);
        const dot = dots[given.findIndex(({ area }) => area === text)]!;
        const isLed = leaders.some(
          ([x, y, toX, toY]) =>
            [Math.hypot(x - dot.x, y - dot.y), Math.hypot(toX - dot.x, toY - dot.y)].some((px) => px < 6) &&
            Math.min(...[y, toY].map((end) => Math.max(top - end, 0, end - bottom))) < 6,
        );
        if (!isLed) expect(own, text).toBeLessThan(0.8 * Math.min(...others));
      }
    },
  );

  /** Rates with a crowd at the left, of which those furthest out lie close to one another and to the line of the one that stands out. */
  const crowd = outerRows(
    rowsOf({
      Kent: [5000, 9],
      "West Virginia": [3300, 35],
      Mississippi: [5200, 32],
      Oklahoma: [6500, 31],
      Kentucky: [7500, 28],
      Michigan: [15_000, 11],
      Illinois: [17_500, 6.4],
      Bute: [17_600, 6.5],
      ...(Object.fromEntries(
        Array.from({ length: 16 }, (_, index) => [
          `Crowd ${"ABCDEFGHIJKLMNOP"[index]}`,
          [4000 + 90 * index, 22 + (index % 4)],
        ]),
      ) as Readonly<Record<string, readonly [number, number]>>),
      Far: [60_000, 10],
    }),
  );

  test("names and their lines keep clear of the line of the one that stands out", async () => {
    for (const people of [2600, 3200, 3800, 4300, 4700]) {
      const given = outerRows(
        rowsOf({
          ...{ Kent: [5000, 9], "New Hampshire": [people, 30], Crowd: [people - 150, 31] },
          ...{ Highest: [20_000, 40], Far: [60_000, 10] },
        }),
      );
      const chart = await draw(given, 340);
      const own = linesOf(chart).find(([x, y, toX, toY]) => x === toX && Math.abs(toY - y) > 60)?.[0] ?? Number.NaN;
      expect(own).toBeGreaterThan(0);
      const named = textBoxes(chart).filter(({ text }) => given.some(({ area }) => text === area));
      for (const { text, left, right } of named)
        expect(left > own + 1 || right < own - 1, `${text} at ${people}`).toBe(true);
      for (const [x, y, toX, toY] of linesOf(chart))
        if (y === toY && Math.abs(toX - x) < 60) expect((x - own) * (toX - own)).toBeGreaterThan(0);
    }
  });

  test.each([
    [340, "en-GB", "Areas outside the limits that have no room for their names"],
    [900, "en-GB", "Areas outside the limits that have no room for their names"],
    [900, "cy", "Ardaloedd y tu allan i'r terfynau nad oes lle i'w henwau"],
  ])("names the highest first, and says how many have no name: at %i px in %s", async (widthPx, lang, says) => {
    const chart = await draw(crowd, widthPx, lang);
    expect(chart.diagnostics.map(({ code }) => code)).toEqual(["chart-overdispersed"]);
    expect(chart.texts).toEqual(expect.arrayContaining(["West Virginia"]));
    expect(overlaps(chart)).toEqual([]);
    const outside = crowd.filter(
      ({ area, rate, outerLow, outerHigh }) =>
        area !== "Kent" && (Number(rate) < Number(outerLow) || Number(rate) > Number(outerHigh)),
    );
    const named = outside.filter(({ area }) => chart.texts.includes(String(area)));
    const said = chart.texts.join(" ").replaceAll("\n", " ");
    expect(said).toContain(`${says}: ${outside.length - named.length}.`);
    for (const { area } of named) expect(outside.map((row) => row.area)).toContain(area);
  });

  test.each([340, 900])(
    "lists those below, with their figures, that have no name beside their dots: at %i px",
    async (widthPx) => {
      const many = Array.from({ length: 20 }, (_, index) => [
        `More ${"ABCDEFGHIJKLMNOPQRST"[index]}`,
        [4100 + 90 * index, 20],
      ]);
      const gaps = Array.from({ length: 12 }, (_, index) => [
        `Gap ${"ABCDEFGHIJKL"[index]}`,
        [4000 + 90 * index, null],
      ]);
      for (const more of [{}, Object.fromEntries(many), Object.fromEntries(gaps)]) {
        const given = [...crowd, ...outerRows(rowsOf(more))];
        const chart = await draw(given, widthPx);
        expect(overlaps(chart)).toEqual([]);
        const outside = given.filter(
          ({ area, rate, outerLow, outerHigh }) =>
            area !== "Kent" && rate !== null && (Number(rate) < Number(outerLow) || Number(rate) > Number(outerHigh)),
        );
        const said = chart.texts.map((text) => text.replaceAll("\n", " "));
        const isListed = ({ area, rate }: ChartRow) => said.includes(`${area} ${rate}`);
        const unnamed = outside.filter(({ area }) => !said.includes(String(area)));
        expect(unnamed.filter(isListed)).toHaveLength(Math.min(12, unnamed.length));
        const listed = textBoxes(chart)
          .filter(({ text }) => unnamed.some((row) => isListed(row) && text === `${row.area} ${row.rate}`))
          .toSorted((a, b) => a.top - b.top || a.left - b.left)
          .map(({ text }) => Number(text.split(" ").at(-1)));
        expect(listed).toEqual(listed.toSorted((a, b) => b - a));
        expect(said.some((text) => text.includes("The furthest out of these"))).toBe(unnamed.length > 12);
        const rates = outside.map(({ rate }) => Number(rate));
        for (const end of outside.filter(({ rate }) => rate === Math.max(...rates) || rate === Math.min(...rates)))
          expect(said.includes(String(end.area)) || isListed(end)).toBe(true);
      }
    },
  );

  test("writes a name beside its dot, and on below it, where that of the one that stands out is above", async () => {
    const areas = { "City of London": [40, 60], Kent: [1300, 9], Essex: [4000, 10], Dorset: [5000, 9] } as const;
    const chart = await draw(
      outerRows(rowsOf(areas)).map((row) =>
        row.area === "City of London" ? { ...row, high: 45, outerHigh: 50 } : row,
      ),
      340,
    );
    const lines = textBoxes(chart).filter(({ text }) => /^City|London$/.test(text));
    const [dot] = dotsOf(chart);
    expect(Math.min(...lines.map(({ top, bottom }) => Math.abs((top + bottom) / 2 - dot!.y)))).toBeLessThan(5);
    expect(chart.texts).not.toContain("City of London 60");
  });

  test("names stand outside of the limits, where their dots are", async () => {
    const chart = await draw(crowd, 900);
    const dots = dotsOf(chart);
    const order = [...crowd.filter(({ area }) => area !== "Kent"), ...crowd.filter(({ area }) => area === "Kent")];
    const yAt = (rate: number) => {
      const [low, high] = [
        order.findIndex(({ area }) => area === "Far"),
        order.findIndex(({ area }) => area === "West Virginia"),
      ];
      const [a, b] = [dots[low]!, dots[high]!];
      return a.y + ((rate - 10) / 25) * (b.y - a.y);
    };
    const named = textBoxes(chart).filter(({ text }) => order.some(({ area }) => area === text && area !== "Kent"));
    expect(named.length).toBeGreaterThan(3);
    for (const { text, left, top, bottom } of named) {
      const row = order.find(({ area }) => area === text)!;
      const [from, to] = [dots[order.findIndex(({ area }) => area === "Far")]!.x, dots[order.indexOf(row)]!.x];
      const zero = to - ((from - to) / (60_000 - Number(row.people))) * Number(row.people);
      const expected = (((Math.max(left, zero + 1) - zero) / (to - zero)) * Number(row.people)) / 100;
      const { low, high } = controlLimits(expected, 0.998);
      if (Number(row.rate) > Number(row.outerHigh)) expect(bottom, text).toBeLessThan(yAt((high / expected) * 10) + 1);
      else expect(top, text).toBeGreaterThan(yAt((low / expected) * 10) - 1);
    }
  });

  test("a name that has no room beside its dot in one line has it in two", async () => {
    const areas = {
      "Ashby County": [1200, 28],
      Torfaen: [60, 0],
      Kent: [7500, 14],
      Essex: [22_000, 10],
      Dorset: [16_000, 9],
    } as const;
    const chart = await (await compileChart({ id: "funnel", spec, fonts, widthPx: 340 })).render(
      // Below the name of the one that stands out.
      rowsOf(areas).map((row) => (row.area === "Torfaen" ? { ...row, high: 45 } : row)),
    );
    expect(chart.untraced).toEqual([]);
    const lines = textBoxes(chart).filter(({ text }) => text === "Ashby" || text === "County");
    expect(lines).toHaveLength(2);
    const [dot] = dotsOf(chart);
    for (const { left, top, bottom } of lines) {
      expect(left).toBeGreaterThan(dot!.x);
      expect(Math.max(top - dot!.y, dot!.y - bottom)).toBeLessThan(16);
    }
  });

  test("draws the one that stands out, and its name, over all others", async () => {
    const { svg } = await draw(crowd, 640);
    const sizes = dotsOf({ svg } as Awaited<ReturnType<typeof draw>>).map(({ px }) => px);
    expect(sizes.at(-1)).toBe(Math.max(...sizes));
    expect(svg.lastIndexOf(">Kent 9")).toBeGreaterThan(svg.lastIndexOf(">West Virginia<"));
  });

  test.each(["en-GB", "cy"])("has a short alt text with long names, and says the rest below: in %s", async (lang) => {
    const long = Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => [
        `Carmarthen West and South Pembrokeshire ${"ABCDEFGHIJKLMNOPQRSTUVWX"[index]}`,
        [9000 + 400 * index, index % 2 ? 25 + index / 10 : 1 + index / 20],
      ]),
    ) as Readonly<Record<string, readonly [number, number]>>;
    const { alt, longDescription } = await draw(outerRows(rowsOf({ Kent: [2000, 16], ...long })), 640, lang);
    expect(alt.length).toBeLessThanOrEqual(400);
    expect(alt).toContain("Kent, 16");
    expect(longDescription).toContain("Carmarthen West and South Pembrokeshire X");
  });

  test("draws nothing of an area whose rate is hidden, and names it below", async () => {
    const hidden = await render(rows);
    const without = await render(rows.filter(({ area }) => area !== "Devon"));
    expect(hidden.texts).toContain("Devon [c]");
    const paths = (svg: string) => [...svg.matchAll(/<path [^>]*d="([^"]+)"/g)].map(([, path]) => path);
    expect(paths(hidden.svg)).toEqual(paths(without.svg));
  });

  test("a limit that is moved is told by the audit", async () => {
    const moved = {
      ...spec,
      transform: [
        ...(spec.transform ?? []),
        { calculate: "isValid(datum.high) ? datum.high * 1.3 : null", as: "high" },
      ],
    };
    const chart = await compileChart({ id: "funnel", spec: moved, fonts });
    expect((await chart.render(rows)).untraced.map(({ code }) => code)).toContain("untraced-mark");
  });
});

test("a limit that is above the scale is cut off for nobody, also where shapes say what they are of", async () => {
  const given = rowsOf(
    Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`Place ${index}`, [90_000 + 7000 * index, 11] as const]),
    ),
  ).concat(rowsOf({ Tiny: [40, 0] }));
  const { untraced, diagnostics } = await (
    await compileChart({ id: "funnel", spec, fonts, tooltips: true, widthPx: 640 })
  ).render(given);
  expect([...untraced, ...diagnostics].map(({ code }) => code)).toEqual(["chart-overdispersed"]);
});

describe("a funnel of which one area is far from all others", () => {
  const usual = Array.from({ length: 24 }, (_, index) => {
    const [a, b] = [((index * 7) % 24) / 24, ((index * 5) % 24) / 24];
    return [`Place ${"abcdefghijklmnopqrstuvwx"[index]}`, [2000 + 3000 * a, Math.round(70 + 60 * b) / 10]] as const;
  });
  const drawnWith = async (
    more: Readonly<Record<string, readonly [number, number]>>,
    widthPx: number,
    lang = "en-GB",
  ) => {
    const words = createWords({ language: findLanguage(lang, languages) });
    const given = rowsOf({ Kent: [3000, 11], ...Object.fromEntries(usual), ...more });
    const chart = await (await compileChart({ id: "funnel", spec, fonts, words, widthPx })).render(given);
    expect([...chart.untraced, ...chart.diagnostics]).toEqual([]);
    expect(chart.alt.length).toBeLessThanOrEqual(400);
    return chart;
  };
  const reach = (all: readonly number[]) => Math.max(...all) - Math.min(...all);

  test.each([
    [340, "en-GB", "Population (logarithmic scale)"],
    [700, "cy", "Population (graddfa logarithmig)"],
  ])("by its population, has a logarithmic scale, and says so: at %i px in %s", async (widthPx, lang, title) => {
    const even = await drawnWith({}, widthPx, lang);
    const skewed = await drawnWith({ London: [60_000, 10] }, widthPx, lang);
    expect(even.texts).toContain("Population");
    expect(skewed.texts).toContain(title);
    const dots = dotsOf(skewed)
      .map(({ x }) => x)
      .toSorted((a, b) => a - b);
    expect(dots).toHaveLength(usual.length + 2);
    const [least, most, far] = [2000, 4875, 60_000].map(Math.log) as [number, number, number];
    // On an even scale they would have a twentieth of it.
    expect(reach(dots.slice(0, -1)) / reach(dots)).toBeCloseTo((most - least) / (far - least), 2);
    expect(skewed.alt.slice(0, 20)).toBe(even.alt.slice(0, 20));
  });

  test.each([
    [340, "en-GB", "above the scale, with its figure"],
    [700, "cy", "uwchlaw'r raddfa, gyda'i ffigur"],
  ])("by its rate, stands above the scale with its figure: at %i px in %s", async (widthPx, lang, key) => {
    const even = await drawnWith({}, widthPx, lang);
    const far = await drawnWith({ London: [3500, 120] }, widthPx, lang);
    expect(even.texts).not.toContain(key);
    expect(far.texts).toEqual(expect.arrayContaining([key, "London 120"]));
    expect(far.texts).not.toContain("100");
    expect(far.alt).toContain("London");
    expect(overlaps(far)).toEqual([]);
    // All others have as much of the height as without it, less what it stands in.
    const heights = [even, far].map((chart) =>
      reach(
        dotsOf(chart)
          .slice(0, usual.length + 1)
          .map(({ y }) => y),
      ),
    );
    expect(heights[1]).toBeGreaterThan(0.8 * (heights[0] as number));
  });

  test("whose limits alone are above the scale, has no key of marks that are above it", async () => {
    const chart = await drawnWith({ Rutland: [2, 10] }, 700);
    expect(chart.texts).not.toContain("above the scale, with its figure");
    expect(chart.texts).not.toContain("Rutland 10");
    // The scale is that of all others.
    expect(chart.texts).not.toContain("100");
  });

  test("that the chart is about, stands above the scale under its name and figure", async () => {
    const given = rowsOf({ ...Object.fromEntries(usual), Kent: [3500, 120] });
    const chart = await (await compileChart({ id: "funnel", spec, fonts })).render(given);
    expect(chart.untraced).toEqual([]);
    expect(chart.texts).toEqual(expect.arrayContaining(["Kent 120", "above the scale, with its figure"]));
  });
});

test.each([
  ["of three orders of magnitude, most of them small", (share: number) => 38_000 * 2000 ** share, true],
  ["of which half are more than an eighth of the largest", (share: number) => 10_000 + 90_000 * share, false],
])("populations %s: whether their scale is logarithmic", async (_, population, isLogarithmic) => {
  const places = Array.from(
    { length: 33 },
    (_, index) => [`Place ${index}`, [Math.round(population(index / 32)), 10]] as const,
  );
  const chart = await (await compileChart({ id: "funnel", spec, fonts, widthPx: 640 })).render(
    rowsOf(Object.fromEntries(places)),
  );
  expect(chart.untraced).toEqual([]);
  expect(chart.texts.includes("Population (logarithmic scale)")).toBe(isLogarithmic);
});

test("limits lead from an area whose own limit is above the scale, on a logarithmic axis too", async () => {
  const given = rowsOf({
    ...Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `Place ${index}`,
        [Math.round(4000 * 1.4 ** index), Math.round(2.8 * 1.4 ** index)] as const,
      ]),
    ),
    Tiny: [800, 0],
  });
  const chart = await compileChart({ id: "funnel", spec, fonts, tooltips: true, widthPx: 640 });
  const { untraced, texts } = await chart.render(given, { narrowPx: 340 });
  expect(untraced).toEqual([]);
  expect(texts.join(" ")).toContain("logarithmic");
});

describe("limits that more than half of the areas lie outside of", () => {
  const remarks = async (count: number, outside: number) => {
    const areas = Array.from({ length: count }, (_, index) => [
      `Area ${index}`,
      [4000 + index, index < outside ? 30 : 10],
    ]);
    const { diagnostics } = await render(rowsOf(Object.fromEntries(areas)));
    return diagnostics.filter(({ code }) => code === "chart-overdispersed");
  };

  test("are warned of, with how many they are", async () => {
    const [remark] = await remarks(12, 7);
    expect(remark?.message).toContain("7 of the 12 areas");
    expect(remark?.hint).toContain("stripSpec or rankingSpec");
  });

  test("are not where half are, or where areas are few", async () => {
    expect(await remarks(12, 6)).toEqual([]);
    expect(await remarks(6, 6)).toEqual([]);
  });
});
