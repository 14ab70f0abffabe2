import { type ChartTheme, type ChartThemes, subjectTextColor } from "../charts/index.ts";
import { formatHex, readColor } from "../stylesheet/index.ts";

/** How a page's charts take part in its colour schemes. */
export interface ChartColors {
  /** CSS of the house, before any stylesheet. */
  readonly rules: string;
  /**
   * A chart's drawing with its theme's colours as custom properties, which the rules set for each scheme. Undefined if it has
   * a colour of its own, or the page has no dark scheme: then it stays on light paper as it is.
   */
  readonly follow: (drawing: string) => string | undefined;
}

const property = (role: string) => `--bw-chart-${role}`;

/** @param themes what the charts were drawn with; absent: nothing is known of them. */
export function createChartColors(themes: ChartThemes | undefined): ChartColors {
  const paper = onPaper(themes?.light.background ?? themes?.light.paperColor ?? "#ffffff");
  if (!themes?.dark) return { rules: `${paper.dark}\n${paper.forced}`, follow: () => undefined };
  const light = rolesOf(themes.light);
  const dark = rolesOf(themes.dark);
  return {
    rules: [
      `.chart-image{${declarations(light)}}`,
      `@media screen and (prefers-color-scheme:dark){.chart-image{${declarations(dark)}}}`,
      `@media screen and (forced-colors:active){.chart-image{${declarations(forced)}}}`,
      paper.dark,
      paper.forced,
    ].join("\n"),
    follow: createFollow(light),
  };
}

/** The forced colours of a reader are few: the palette keeps the scheme's, which stand out from light or dark as theirs do. */
const forced: Roles = new Map([
  ["text", "CanvasText"],
  ["quiet", "CanvasText"],
  ["subject", "CanvasText"],
  ["highlight", "Highlight"],
  ["context", "CanvasText"],
  ["paper", "Canvas"],
]);

const onPaper = (paper: string) => ({
  dark: `@media screen and (prefers-color-scheme:dark){.chart-on-paper{background-color:${paper}}}`,
  forced:
    "@media screen and (forced-colors:active){" +
    `.chart-on-paper{background-color:${paper}}.chart-on-paper,.chart-on-paper *{forced-color-adjust:none}}`,
});

/** Colours by what they are for. */
type Roles = ReadonlyMap<string, string>;

const rolesOf = (theme: ChartTheme): Roles =>
  new Map([
    ["text", theme.textColor],
    ["quiet", theme.mutedColor],
    ["subject", subjectTextColor(theme)],
    ["highlight", theme.highlightColor],
    ["context", theme.contextColor],
    ["grid", theme.gridColor],
    ["paper", theme.background ?? theme.paperColor],
    ...theme.palette.map((color, index): [string, string] => [String(index + 1), color]),
  ]);

const declarations = (roles: Roles) => [...roles].map(([role, color]) => `${property(role)}:${color}`).join(";");

/** A start tag: its name, its attributes. */
const tag = /<([A-Za-z]+)((?:\s+[\w:-]+="[^"]*")+)/g;
const colorAttribute = /\s(fill|stroke|stop-color)="([^"]*)"/g;
const noColor = /^(?:none|transparent|url\(.*\))$/;

function createFollow(roles: Roles): ChartColors["follow"] {
  const ofShapes = new Map<string, string>();
  const ofTexts = new Map<string, string>();
  const forShapes = ["highlight", "context", "grid", "quiet", "text"];
  for (const [order, found] of [
    [forShapes, ofShapes],
    [[], ofTexts],
  ] as const) {
    for (const role of [...order, ...roles.keys()]) {
      const color = plainColor(roles.get(role) ?? "");
      if (!found.has(color)) found.set(color, role);
    }
  }
  return (drawing) => {
    let isOwn = false;
    const followed = drawing.replaceAll(tag, (_, name: string, attributes: string) => {
      const known = name === "text" || name === "tspan" ? ofTexts : ofShapes;
      const written = attributes.replaceAll(colorAttribute, (whole, attribute: string, color: string) => {
        if (noColor.test(color)) return whole;
        const role = known.get(plainColor(color));
        isOwn ||= role === undefined;
        return role === undefined ? whole : ` ${attribute}="var(${property(role)},${color})"`;
      });
      return `<${name}${written}`;
    });
    return isOwn ? undefined : followed;
  };
}

/** One way to write a colour: `#FFF` and `white` are `#ffffff`. */
function plainColor(text: string): string {
  const color = readColor(text);
  return color ? formatHex(color) : text.toLowerCase();
}
