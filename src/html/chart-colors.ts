import { type ChartTheme, type ChartThemes, subjectTextColor } from "../charts/index.ts";
import { createRecentAnswers } from "../language/index.ts";
import { formatHex, readColor } from "../stylesheet/index.ts";

/** How a page's charts take part in its colour schemes. */
export interface ChartColors {
  /** CSS of the house, before any stylesheet. */
  readonly rules: string;
  /**
   * A chart's drawing with its theme's colours as custom properties, which the rules set for each scheme. Undefined if it has
   * a colour of its own, or the page has no dark scheme: then it stays on light paper as it is.
   * @param dark the same drawing in the colours of the dark scheme: what is no colour of the theme takes that in its place.
   */
  readonly follow: (drawing: string, dark?: string) => FollowedDrawing | undefined;
  /** Whether it is followed so, by itself. */
  readonly follows: (drawing: string) => boolean;
  /** CSS for the pairs of colours that drawings of a page have besides. */
  readonly rulesOf: (pairs: Iterable<ColorPair>) => string;
}

/** A colour in the light scheme and what stands for it in the dark one, as `#rrggbb`. */
export interface ColorPair {
  readonly light: string;
  readonly dark: string;
}

export interface FollowedDrawing {
  readonly drawing: string;
  /** Colours that are none of the theme's. */
  readonly pairs: readonly ColorPair[];
}

const property = (role: string) => `--bw-chart-${role}`;

/** @param themes what the charts were drawn with; absent: nothing is known of them. */
export function createChartColors(themes: ChartThemes | undefined): ChartColors {
  const paper = onPaper(themes?.light.background ?? themes?.light.paperColor ?? "#ffffff");
  if (!themes?.dark) {
    const rules = `${paper.dark}\n${paper.forced}`;
    return { rules, follow: () => undefined, follows: () => false, rulesOf: () => "" };
  }
  const light = rolesOf(themes.light);
  const dark = rolesOf(themes.dark);
  return {
    rules: [
      `.chart-image{${declarations(light)}}`,
      `@media screen and (prefers-color-scheme:dark){.chart-image{${declarations(dark)}}}`,
      `@media screen and (forced-colors:active){.chart-image{${declarations(forced)}}${withoutColor}}`,
      paper.dark,
      paper.forced,
    ].join("\n"),
    ...createFollow(light, dark),
    rulesOf: (pairs) => rulesOfPairs(pairs, { light, dark }),
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

/** Of shapes in a role, by the attribute that has its colour. */
const inRole = (attribute: "fill" | "stroke", role: string) =>
  `.chart-image:not(.chart-own-colors) :not(text,tspan)[${attribute}^="var(${property(role)},"]`;

/**
 * What tells the subject from its context where colours are forced, whatever a reader's Highlight is: shapes of the context are outlines, and lines of
 * the subject are heavier than any other.
 */
const withoutColor = [
  `${inRole("fill", "context")}{fill:Canvas;stroke:CanvasText;stroke-width:1px}`,
  `${inRole("stroke", "highlight")}:not([fill],[opacity]){stroke-width:4px}`,
].join("");

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

function createFollow(roles: Roles, darkRoles: Roles): Pick<ChartColors, "follow" | "follows"> {
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
  const darkOf = new Map([...darkRoles].map(([role, color]) => [role, plainColor(color)] as const));
  return {
    follow(drawing, dark) {
      const inDark = dark === undefined ? undefined : colorsIn(dark);
      // Another drawing than the same one in other colours says nothing of these.
      if (dark !== undefined && withoutColors(dark) !== withoutColors(drawing)) return undefined;
      return followColors(drawing, { ofShapes, ofTexts, darkOf, inDark });
    },
    follows(drawing) {
      const attributes = new ColorAttributes(drawing);
      while (attributes.next()) {
        const { color, isOfText } = attributes;
        if (!noColor.test(color) && !(isOfText ? ofTexts : ofShapes).has(plainColor(color))) return false;
      }
      return true;
    },
  };
}

interface KnownColors {
  readonly ofShapes: ReadonlyMap<string, string>;
  readonly ofTexts: ReadonlyMap<string, string>;
  readonly darkOf: ReadonlyMap<string, string>;
  /** Those of the same drawing in the dark scheme, in the order of the attributes. */
  readonly inDark: readonly string[] | undefined;
}

function followColors(
  drawing: string,
  { ofShapes, ofTexts, darkOf, inDark }: KnownColors,
): ReturnType<ChartColors["follow"]> {
  const pairs = new Map<string, ColorPair>();
  const attributes = new ColorAttributes(drawing);
  // A drawing has few colours and many attributes; in the dark scheme one colour may have several.
  const known = { texts: new Map<string, string>(), shapes: new Map<string, string>() };
  let index = 0;
  let followed = "";
  let end = 0;
  while (attributes.next()) {
    const darkColor = inDark?.[index];
    index += 1;
    const { color, isOfText } = attributes;
    if (noColor.test(color)) continue;
    const ofKind = isOfText ? known.texts : known.shapes;
    let value = inDark ? undefined : ofKind.get(color);
    if (value === undefined) {
      const [light, dark] = [plainColor(color), plainColor(darkColor ?? "")];
      const role = (isOfText ? ofTexts : ofShapes).get(light);
      // Lines between shapes are gaps in them: of the page, whatever is behind it.
      const isPaper = role === "paper" && !isOfText;
      let variable: string;
      if (role !== undefined && (!inDark || isPaper || darkOf.get(role) === dark)) variable = property(role);
      else if (inDark && darkColor !== undefined && !noColor.test(darkColor)) {
        variable = nameOfPair({ light, dark });
        pairs.set(variable, { light, dark });
      } else return undefined;
      value = `var(${variable},${color})`;
      ofKind.set(color, value);
    }
    followed += drawing.slice(end, attributes.valueStart);
    followed += value;
    end = attributes.valueEnd;
  }
  return { drawing: followed + drawing.slice(end), pairs: [...pairs.values()] };
}

/** The colours of a drawing in the order in which its attributes have them. */
function colorsIn(drawing: string): readonly string[] {
  const attributes = new ColorAttributes(drawing);
  const colors: string[] = [];
  while (attributes.next()) colors.push(attributes.color);
  return colors;
}

/**
 * Goes through the attributes of a drawing that are colours, one by one: those of start tags, as `tag` finds them. By hand, since a page has
 * thousands of attributes, and a match of each is a list and three texts.
 */
class ColorAttributes {
  readonly #drawing: string;
  #at = 0;
  #isInTag = false;
  /** Whether the tag is of a text or of a part of one. */
  isOfText = false;
  color = "";
  valueStart = 0;
  valueEnd = 0;

  constructor(drawing: string) {
    this.#drawing = drawing;
  }

  /** Goes to the next one; false: there is none. */
  next(): boolean {
    for (;;) {
      if (!this.#isInTag && !this.#enterTag()) return false;
      while (this.#isInTag) if (this.#readAttribute()) return true;
    }
  }

  #enterTag(): boolean {
    const start = this.#drawing.indexOf("<", this.#at);
    if (start === -1) return false;
    this.#at = start + 1;
    while (isLetter(this.#drawing.charCodeAt(this.#at))) this.#at += 1;
    const length = this.#at - start - 1;
    this.#isInTag = length > 0;
    this.isOfText =
      (length === 4 && this.#drawing.startsWith("text", start + 1)) ||
      (length === 5 && this.#drawing.startsWith("tspan", start + 1));
    return true;
  }

  /** Whether it is a colour; what is no attribute ends the tag. */
  #readAttribute(): boolean {
    const drawing = this.#drawing;
    let at = this.#at;
    while (isSpace(drawing.charCodeAt(at))) at += 1;
    const nameStart = at;
    while (isOfName(drawing.charCodeAt(at))) at += 1;
    const close = drawing.startsWith('="', at) ? drawing.indexOf('"', at + 2) : -1;
    this.#isInTag = nameStart > this.#at && at > nameStart && close !== -1;
    if (!this.#isInTag) return false;
    this.#at = close + 1;
    if (!isColorName(drawing, nameStart, at - nameStart)) return false;
    this.valueStart = at + 2;
    this.valueEnd = close;
    this.color = drawing.slice(this.valueStart, close);
    return true;
  }
}

const isColorName = (text: string, start: number, length: number): boolean =>
  (length === 4 && text.startsWith("fill", start)) ||
  (length === 6 && text.startsWith("stroke", start)) ||
  (length === 10 && text.startsWith("stop-color", start));

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
/** A letter, a figure, `_`, `:` or `-`. */
const isOfName = (code: number): boolean =>
  isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x5f || code === 0x2d;

const withoutColors = (drawing: string): string =>
  drawing.replaceAll(tag, (whole) => whole.replaceAll(colorAttribute, (_, attribute: string) => ` ${attribute}`));

const nameOfPair = ({ light, dark }: ColorPair): string =>
  property([light, dark].map((color) => color.replace(/^#/, "")).join("-"));

/** Roles of shapes that a text may stand on. */
const underTexts = ["highlight", "context"];

/**
 * Each pair once. What a reader's forced colours would do to texts on shapes is not done: the shapes keep theirs, which the colours of these
 * texts were chosen for, and so do those that have a part of their own elsewhere.
 */
function rulesOfPairs(pairs: Iterable<ColorPair>, roles: Readonly<Record<keyof ColorPair, Roles>>): string {
  const all = new Map([...pairs].map((pair) => [nameOfPair(pair), pair]));
  if (all.size === 0) return "";
  const inScheme = (scheme: keyof ColorPair) => [...all].map(([name, pair]) => `${name}:${pair[scheme]}`).join(";");
  const kept = (scheme: keyof ColorPair) =>
    `.chart-own-colors{${underTexts.map((role) => `${property(role)}:${roles[scheme].get(role)}`).join(";")}}`;
  return [
    `.chart-image{${inScheme("light")}}`,
    `@media screen and (prefers-color-scheme:dark){.chart-image{${inScheme("dark")}}}`,
    `@media screen and (forced-colors:active){.chart-own-colors,.chart-own-colors *{forced-color-adjust:none}${kept("light")}}`,
    `@media screen and (forced-colors:active) and (prefers-color-scheme:dark){${kept("dark")}}`,
  ].join("\n");
}

/** One way to write a colour: `#FFF` and `white` are `#ffffff`. */
const plainColor = (text: string): string => plainColors.get(text, workOutPlainColor);

function workOutPlainColor(text: string): string {
  const color = readColor(text);
  return color ? formatHex(color) : text.toLowerCase();
}

/** A chart writes the few colours of its theme hundreds of times. */
const plainColors = createRecentAnswers<string>(1_000);
