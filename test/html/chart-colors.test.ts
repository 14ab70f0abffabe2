import { readFileSync } from "node:fs";
import { generate, parse, walk } from "css-tree";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import {
  barSpec,
  compileChart,
  defaultTheme,
  type RenderedChart,
  readThemes,
  trendSpec,
} from "../../src/charts/index.ts";
import { buildDocument } from "../../src/document/index.ts";
import { createTreeSelectors } from "../../src/document/tree-selectors.ts";
import { createChartColors } from "../../src/html/chart-colors.ts";
import { formatHex, readColor } from "../../src/stylesheet/index.ts";
import { recipeSamples } from "../charts/recipe-samples.ts";
import { createPage } from "../document/rendered.ts";
import { fonts, renderHtml } from "./sample.ts";

const stylesheet = `:root { --ink: #1b2733; --paper: #ffffff; --brand: #12436d;
  --chart-highlight: var(--brand); --chart-text: var(--ink); --chart-palette: var(--brand), #c2570c }
@media (prefers-color-scheme: dark) { :root { --brand: #a9cdf0; --ink: #e8edf2; --paper: #12181f;
  --chart-text-quiet: #b3bfcb; --chart-context: #5f7184; --chart-palette: var(--brand), #ee8133 } }`;
const { themes } = readThemes({ stylesheets: [{ text: stylesheet }], fonts });
const { light, dark } = themes;

const rows = [
  { year: "2018", force: "Kent", n: 1 },
  { year: "2018", force: "Essex", n: 3 },
  { year: "2019", force: "Kent", n: 2 },
  { year: "2019", force: "Essex", n: 4 },
];
/** Of two columns the first is context: of three, each has a colour of the palette. */
const more = [
  { year: "2018", force: "Dorset", n: 5 },
  { year: "2019", force: "Dorset", n: 6 },
];
async function drawn(id: string, spec: object): Promise<RenderedChart> {
  return (await compileChart({ id, spec, fonts, theme: light })).render(id === "bars" ? [...rows, ...more] : rows);
}
const charts = new Map(
  (
    await Promise.all([
      drawn("trend", trendSpec({ x: "year", y: "n", series: "force", compared: [] })),
      drawn("bars", barSpec({ x: "year", y: "n", series: "force" })),
      drawn("own", { mark: { type: "bar", color: "rebeccapurple" }, encoding: { x: { field: "year" } } }),
      drawn("classes", { mark: "rect", encoding: { x: { field: "year" }, color: { field: "n", type: "ordinal" } } }),
      drawn("white", {
        encoding: { x: { field: "year", type: "ordinal" }, y: { field: "n", type: "quantitative", stack: null } },
        layer: [
          { mark: { type: "bar", stroke: "white" } },
          { mark: { type: "text", color: "#FFF" }, encoding: { text: { field: "force" } } },
        ],
      }),
      drawn("clipped", {
        mark: { type: "bar", clip: true },
        encoding: { x: { field: "year" }, y: { field: "n", type: "quantitative", stack: null } },
      }),
    ])
  ).map((chart) => [chart.id, chart]),
);

function page(
  ids: readonly string[],
  options: { chartThemes?: typeof themes; before?: string } = { chartThemes: themes },
) {
  const body = `<h1>T</h1>${options.before ?? ""}${ids.map((id) => `<img src="chart:${id}" alt="A chart">`).join("")}`;
  const document = buildDocument(createPage().rendered(body), { strict: true });
  const { chartThemes } = options;
  const html = renderHtml(document, {
    stylesheets: [{ text: stylesheet }],
    fonts,
    charts,
    ...(chartThemes && { chartThemes }),
  });
  return { html, svgs: elementsOf(html, "svg"), rules: rulesOf(textOf(elementsOf(html, "style")[0] as Element)) };
}

function elementsOf(html: string, tagName: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), { tagName }, (element: Element) => void found.push(element));
  return found;
}

interface StyleRule {
  readonly media: string;
  readonly selector: string;
  readonly values: ReadonlyMap<string, string>;
}

function rulesOf(css: string): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  walk(parse(css, { parseCustomProperty: false }), function (node) {
    if (node.type !== "Rule") return;
    const values = new Map<string, string>();
    walk(node, (inner) => {
      if (inner.type === "Declaration") values.set(inner.property, generate(inner.value).trim());
    });
    const media = this.atrule?.prelude ? generate(this.atrule.prelude) : "";
    rules.push({ media, selector: generate(node.prelude), values });
  });
  return rules;
}

/** Every colour that a drawing uses, with its custom property. */
function colorsOf(svg: Element): readonly (readonly [property: string | undefined, color: string])[] {
  const found: (readonly [string | undefined, string])[] = [];
  visit(svg, "element", ({ properties }: Element) => {
    for (const color of [properties.fill, properties.stroke, properties.stopColor].map(String)) {
      if (["undefined", "none"].includes(color) || color.startsWith("url(")) continue;
      const [, property, fallback] = /^var\((--[\w-]+),(.+)\)$/.exec(color) ?? [];
      found.push([property, fallback ?? color]);
    }
  });
  return found;
}

describe("a chart in the theme's colours", () => {
  const { svgs, rules } = page(["trend", "bars"]);
  const setBy = (media: string) =>
    rules.find(
      (rule) => rule.media === media && rule.selector === ".chart-image" && rule.values.has("--bw-chart-text"),
    );

  it("has them as custom properties that the page sets, and says them itself where it does not", () => {
    const values = setBy("")?.values;
    for (const svg of svgs) {
      const colors = colorsOf(svg);
      expect(colors.length).toBeGreaterThan(5);
      expect(svg.properties.className).toEqual(["chart-image"]);
      for (const [property, color] of colors) expect(values?.get(property ?? "")).toBe(color);
    }
  });

  it("takes those of the dark scheme on dark screens, role by role, and no others on paper", () => {
    const values = setBy("screen and (prefers-color-scheme:dark)")?.values;
    const seen = new Map(svgs.flatMap(colorsOf).map(([property = "", color]) => [color, values?.get(property)]));
    expect(seen.get(light.textColor)).toBe(dark?.textColor);
    expect(seen.get(light.mutedColor)).toBe(dark?.mutedColor);
    expect(seen.get(light.highlightColor)).toBe(dark?.highlightColor);
    expect(seen.get(light.contextColor)).toBe(dark?.contextColor);
    expect(seen.get(light.palette[1] ?? "")).toBe(dark?.palette[1]);
    expect(seen.size).toBeGreaterThanOrEqual(5);
    const conditions = rules.filter(({ values }) => values.has("--bw-chart-text")).map(({ media }) => media);
    expect(conditions.filter((media) => media !== "" && !media.startsWith("screen and"))).toEqual([]);
  });

  it("takes the reader's own where colours are forced", () => {
    const values = setBy("screen and (forced-colors:active)")?.values;
    const roles = ["text", "highlight", "context"].map((role) => values?.get(`--bw-chart-${role}`));
    expect(roles).toEqual(["CanvasText", "Highlight", "CanvasText"]);
  });

  it("leaves the chart's own SVG as it was, for programs that know no custom properties", () => {
    expect(charts.get("trend")?.svg).not.toContain("var(");
  });

  it("takes white for the paper: a name on a bar is dark where the bar is light", () => {
    const { svgs } = page(["white"]);
    const properties = colorsOf(svgs[0] as Element).filter(([, color]) => /^(white|#fff)$/i.test(color));
    expect(properties.length).toBeGreaterThanOrEqual(4);
    for (const [property] of properties) expect(property).toBe("--bw-chart-paper");
    expect(setBy("screen and (prefers-color-scheme:dark)")?.values.get("--bw-chart-paper")).toBe("#12181f");
  });
});

describe("a chart stays as it is, on light paper", () => {
  const onPaper = (svg: Element) => {
    expect(svg.properties.className).toEqual(["chart-image", "chart-on-paper"]);
    expect(colorsOf(svg).filter(([property]) => property !== undefined)).toEqual([]);
  };

  it.each(["own", "classes"])("with colours that the theme does not name: %s", (id) => {
    const { svgs, rules } = page([id]);
    onPaper(svgs[0] as Element);
    for (const media of ["screen and (prefers-color-scheme:dark)", "screen and (forced-colors:active)"]) {
      const rule = rules.find((each) => each.media === media && each.selector === ".chart-on-paper");
      expect(rule?.values.get("background-color")).toBe("#ffffff");
    }
    const texts = rules.find(({ selector }) => selector.includes(".chart-on-paper *"));
    expect(texts?.values.get("forced-color-adjust")).toBe("none");
  });

  it("where the stylesheets have no dark scheme, or nothing is known of its theme", () => {
    for (const chartThemes of [{ light }, undefined])
      onPaper(page(["trend"], { ...(chartThemes && { chartThemes }) }).svgs[0] as Element);
  });
});

it("ids of charts are not those of headings, nor of each other", () => {
  const { html } = page(["clipped", "clipped", "trend"], { chartThemes: themes, before: "<h2>Clipped one</h2>" });
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThanOrEqual(4);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  expect(ids.filter((id) => id?.startsWith("chart--clipped-"))).toHaveLength(2);
});

it("texts of charts are as high as in Inter, which measured them, in whatever font a reader has", () => {
  const sizes = page(["trend"]).rules.flatMap(({ values }) => values.get("font-size-adjust") ?? []);
  // The aspect value of Inter, by its own tables: 1,118 of 2,048 units.
  expect(sizes).toEqual(["0.5459"]);
});

it("a chart is as wide as its column at most", () => {
  const { svgs, rules } = page(["trend"]);
  const { width, viewBox } = (svgs[0] as Element).properties;
  expect(String(viewBox)).toMatch(new RegExp(`^0 0 ${width} `));
  const base = rules.find(({ selector, media }) => selector === ".chart-image" && media === "");
  expect(base?.values.get("max-width")).toBe("100%");
  expect(base?.values.get("height")).toBe("auto");
});

it("names of the subject and outlines of texts follow the scheme as texts: a subject too faint for a text keeps the text colour", () => {
  const light = { ...defaultTheme };
  const dark = { ...defaultTheme, paperColor: "#101820", textColor: "#f0f4f8", highlightColor: "#2b6cb0" };
  const { follow, rules } = createChartColors({ light, dark });
  const text = `<text fill="${light.highlightColor}" stroke="${light.paperColor}">Kent</text>`;
  expect(follow(text)?.drawing).toBe(
    `<text fill="var(--bw-chart-subject,${light.highlightColor})" stroke="var(--bw-chart-paper,${light.paperColor})">Kent</text>`,
  );
  expect(rules).toContain(`--bw-chart-subject:${light.highlightColor}`);
  // 3.3:1 on its paper: enough for a line.
  expect(rules).toContain(`--bw-chart-subject:${dark.textColor}`);
  expect(rules).toContain("--bw-chart-subject:CanvasText");
});

it("shapes under texts keep their colours where the reader's are forced, as the texts do that were chosen for them", () => {
  const { light, dark = light } = themes;
  const rules = createChartColors(themes)
    .rulesOf([{ light: "#ffffff", dark: "#000000" }])
    .split("\n")
    .filter((line) => line.includes("forced-colors"));
  for (const [index, { highlightColor, contextColor }] of [light, dark].entries()) {
    expect(rules[index]).toContain(`--bw-chart-highlight:${highlightColor}`);
    expect(rules[index]).toContain(`--bw-chart-context:${contextColor}`);
  }
});

describe("each recipe, whatever its colours", () => {
  const house = readThemes({ stylesheets: [{ text: readFileSync("templates/briefing.css", "utf8") }], fonts }).themes;
  const colors = createChartColors(house);
  const drawnIn = async ({ name, spec, rows }: (typeof recipeSamples)[number], theme: typeof house.light) =>
    (await (await compileChart({ id: name, spec, fonts, theme })).render(rows)).svg.replace(/^[^>]*/, "");
  /** With each custom property replaced by what a page's rules say it is in a scheme. */
  const asSeen = (drawing: string, rules: string, scheme: "light" | "dark") => {
    const values = new Map<string, string>();
    for (const line of rules.split("\n").filter((each) => !each.includes("forced-colors")))
      if (!line.startsWith("@media") || (scheme === "dark" && line.includes("color-scheme:dark")))
        for (const [, name = "", value = ""] of line.matchAll(/(--[\w-]+):([^;}]+)/g)) values.set(name, value);
    return drawing.replaceAll(/var\((--[\w-]+),[^"]*\)/g, (_, name: string) => hex(values.get(name) ?? "none"));
  };
  const hex = (color: string) => {
    const read = readColor(color);
    return read ? formatHex(read) : color;
  };
  const plain = (drawing: string) =>
    drawing.replaceAll(
      / (fill|stroke|stop-color)="([^"]*)"/g,
      (_, attribute: string, color: string) => ` ${attribute}="${hex(color)}"`,
    );

  it.each(recipeSamples)("$name is on a dark page what it is drawn as for one", async (sample) => {
    const { light, dark } = house;
    if (!dark) throw new Error("The house has a dark scheme.");
    const [inLight, inDark] = [await drawnIn(sample, light), await drawnIn(sample, dark)];
    const alone = colors.follow(inLight);
    expect(colors.follows(inLight)).toBe(alone !== undefined);
    const followed = alone ?? colors.follow(inLight, inDark);
    expect(followed).toBeDefined();
    const { drawing, pairs } = followed ?? { drawing: "", pairs: [] };
    const rules = `${colors.rules}\n${colors.rulesOf(pairs)}`;
    expect(plain(asSeen(drawing, rules, "light"))).toBe(plain(inLight));
    // Lines between shapes are of the page, which white is not on a dark one.
    const ofPage = (text: string) => text.replaceAll(/ stroke="(?:#ffffff|#12181f)"/g, ' stroke="page"');
    if (!alone) expect(ofPage(plain(asSeen(drawing, rules, "dark")))).toBe(ofPage(plain(inDark)));
  });

  /** How a shape looks to who sees no difference between Highlight and CanvasText, by the rules of a page for forced colours. */
  const lookOf = ({ tagName, properties }: Element, own: ReadonlyMap<string, string>) => {
    const value = (css: string, attribute: unknown) => own.get(css) ?? String(attribute ?? "none");
    const ink = (css: string, attribute: unknown) => {
      const color = value(css, attribute);
      return color === "none" || color === "transparent" ? "none" : color === "Canvas" ? "page" : "ink";
    };
    return [
      tagName,
      ink("fill", properties.fill),
      ink("stroke", properties.stroke),
      value("stroke-width", properties.strokeWidth).replace("px", ""),
      properties.strokeDasharray ?? "",
    ].join(" ");
  };
  const ofRole = (role: string, { properties }: Element) =>
    (["fill", "stroke"] as const).filter((each) => String(properties[each]).startsWith(`var(--bw-chart-${role},`));

  it.each([640, 340])(
    "tells the subject from the rest by more than a colour where colours are forced: at %i px",
    async (px) => {
      const { light } = house;
      const withBoth: string[] = [];
      for (const { name, spec, rows } of recipeSamples) {
        const chart = await (await compileChart({ id: name, spec, fonts, theme: light, widthPx: px })).render(rows);
        const followed = colors.follow(chart.svg);
        expect(colors.follows(chart.svg)).toBe(followed !== undefined);
        // Others keep their colours, with those of texts on their shapes.
        if (!followed || followed.pairs.length > 0) continue;
        const tree = fromHtml(`<div>${followed.drawing.replace("<svg", '<svg class="chart-image"')}</div>`, {
          fragment: true,
        });
        const selectors = createTreeSelectors();
        const { elements } = selectors.enter(tree);
        const ofForced = rulesOf(colors.rules)
          .filter(({ media }) => media.includes("forced-colors"))
          .map((rule) => ({ ...rule, matches: selectors.compile(rule.selector) }));
        const shapes = elements.filter(({ tagName }) => ["path", "line", "rect"].includes(tagName));
        const looksOf = (role: string, attribute: "fill" | "stroke") =>
          shapes
            .filter((shape) => ofRole(role, shape).includes(attribute))
            .map((shape) => {
              const own = ofForced.flatMap(({ matches, values }) => (matches?.(shape) ? [...values] : []));
              return lookOf(shape, new Map(own));
            });
        for (const attribute of ["fill", "stroke"] as const) {
          const [subjects, context] = ["highlight", "context"].map((role) => new Set(looksOf(role, attribute)));
          if (!subjects?.size || !context?.size) continue;
          withBoth.push(name);
          expect([name, attribute, [...subjects].filter((look) => context.has(look))]).toEqual([name, attribute, []]);
        }
      }
      expect(new Set(withBoth).size).toBeGreaterThanOrEqual(12);
    },
  );

  it("follows no drawing of other shapes", () => {
    expect(colors.follow('<path d="M0 0" fill="#123456"/>', '<path d="M0 1" fill="#654321"/>')).toBeUndefined();
    expect(colors.follow('<path d="M0 0" fill="#123456"/>', '<path d="M0 0" fill="#654321"/>')).toEqual({
      drawing: '<path d="M0 0" fill="var(--bw-chart-123456-654321,#123456)"/>',
      pairs: [{ light: "#123456", dark: "#654321" }],
    });
  });
});
