import { type Atrule, type CssNode, type Declaration, generate, type Selector } from "css-tree";
import type { Element } from "hast";
import {
  black,
  type Color,
  createLayerReader,
  isLayer,
  keyOf,
  type LengthContext,
  layerInSheet,
  locationOf,
  type Medium,
  matchesContainer,
  matchesMedia,
  type ParsedStylesheet,
  parseDeclarationList,
  parseLengthPercentage,
  parseStylesheet,
  parseValue,
  passingStates,
  rankLayers,
  resolveLength,
  specificityOf,
  splitAtCommas,
  substituteVariables,
  type ValueNodes,
  white,
} from "../stylesheet/index.ts";
import { isHidden } from "./is-hidden.ts";
import { colorOf, groundWithin, type Said, type TextGround } from "./text-grounds.ts";
import type { TreeSelectors } from "./tree-selectors.ts";

/** What somebody does with an element, or did: it may look another way then. */
export type TextState = "hover" | "focus" | "active" | "visited" | "target";

/** Where and when a page is looked at. */
export interface TextView {
  readonly medium: Medium;
  /** Of each element at once; nothing happens to a page at rest. */
  readonly state?: TextState;
}

/** What is drawn as one and let through what is behind it: by `opacity`. */
export interface SeeThrough {
  /** Between 0 and 1. */
  readonly opacity: number;
  readonly said: Said;
  readonly behind: readonly Color[];
}

/** How the text of an element looks in one view. */
export interface TextLook extends TextGround {
  /** Around the text, the outermost first; the colours are those before it lets any through. */
  readonly seeThrough: readonly SeeThrough[];
  /** Undefined: in a colour that is not known. */
  readonly color: Color | undefined;
  readonly colorSaid: Said | undefined;
  readonly sizePt: number;
  /** Of the root element: what a rem is. */
  readonly rootPt: number;
  readonly isBold: boolean;
  readonly isShown: boolean;
  /** The reader asked for dark pages. */
  readonly isDark: boolean;
  /** Colours are those of a dark scheme: it was asked for, and the element has one. */
  readonly isInDarkScheme: boolean;
  readonly custom: ReadonlyMap<string, string>;
  readonly customSaid: ReadonlyMap<string, Said>;
}

/** Elements that the same rules match within the same surroundings look alike. */
export interface StyledElement {
  /** One for each view. */
  readonly looks: readonly TextLook[];
  readonly inside: Map<string, StyledElement>;
}

export interface TextLooks {
  /** Of what is around a page. */
  readonly outside: StyledElement;
  styleOf(element: Element, around: StyledElement): StyledElement;
}

/** What of CSS says how a text and its ground look. */
const relevant =
  /^(?:--.*|color|background|background-color|background-image|background-size|clip|clip-path|opacity|font|font-size|font-weight|display|visibility|color-scheme)$/i;

/** What browsers do by themselves (HTML, 15.3). */
const userAgent = `
  a[href] { color: #0000ee }
  mark { color: black; background-color: yellow }
  h1 { font-size: 2em } h2 { font-size: 1.5em } h3 { font-size: 1.17em } h5 { font-size: 0.83em } h6 { font-size: 0.67em }
  b, strong, th, h1, h2, h3, h4, h5, h6 { font-weight: bold }
  small, sub, sup { font-size: smaller }
`;

interface ColorRule {
  readonly matches: (element: Element) => boolean;
  /** It asks for names and classes of an element and those around it, so that it matches all that have the same. */
  readonly isOfNames: boolean;
  readonly index: number;
  readonly origin: number;
  readonly rank: number;
  readonly specificity: number;
  readonly declarations: readonly SaidDeclaration[];
  /** By view. */
  readonly holds: readonly boolean[];
}

interface SaidDeclaration {
  readonly property: string;
  readonly text: string;
  readonly isImportant: boolean;
  readonly said: Said;
}

interface TextLooksOptions {
  readonly views: readonly TextView[];
  readonly selectors: TreeSelectors;
}

/** Most looks of a few dozen documents; past it the memory starts afresh. */
const mostLooks = 5_000;

/** Reads the rules of some stylesheets, in the order of the page, for how texts look by them. */
export function createTextLooks(
  sheets: readonly ParsedStylesheet[],
  { views, selectors }: TextLooksOptions,
): TextLooks {
  const rules = readRules(sheets, { views, selectors });
  const looks = views.map(initialLook);
  const outside: StyledElement = { looks, inside: new Map() };
  let count = 0;

  const candidates = new Map<string, Candidates>();
  /** The rules that may match elements of these names, the weakest first. */
  function candidatesFor(names: string): Candidates {
    const known = candidates.get(names);
    if (known) return known;
    const all = names
      .split(" ")
      .flatMap((name) => rules.get(name) ?? [])
      .sort((a, b) => a.origin - b.origin || a.rank - b.rank || a.specificity - b.specificity || a.index - b.index);
    const found = { all, ofMore: all.filter(({ isOfNames }) => !isOfNames) };
    if (candidates.size >= mostLooks) candidates.clear();
    candidates.set(names, found);
    return found;
  }

  return {
    outside,
    styleOf(element, around) {
      const names = namesOf(element, rules);
      const { all, ofMore } = candidatesFor(names);
      const { style } = element.properties;
      const attribute = typeof style === "string" ? style : "";
      const hides = isHidden(element);
      const more = ofMore.map(({ matches }) => (matches(element) ? "1" : "0")).join("");
      const key = `${names}|${more}|${hides}|${attribute}`;
      const known = around.inside.get(key);
      if (known) return known;
      const own = all.filter(({ matches }) => matches(element));
      count += 1;
      if (count > mostLooks) {
        count = 0;
        outside.inside.clear();
      }
      const written = attribute === "" ? [] : ofAttribute(attribute, sheets.length);
      const styled: StyledElement = {
        looks: around.looks.map((look, view) => {
          const declarations = [...own.flatMap((rule) => (rule.holds[view] ? rule.declarations : [])), ...written];
          const within = lookWithin(look, declarations, hides);
          return around === outside ? { ...within, rootPt: within.sizePt } : within;
        }),
        inside: new Map(),
      };
      around.inside.set(key, styled);
      return styled;
    },
  };
}

interface Candidates {
  readonly all: readonly ColorRule[];
  /** Those that have to be asked of each element. */
  readonly ofMore: readonly ColorRule[];
}

/** The keys of rules that may match an element; ids that no rule begins with are left out, since they would tell all figures apart. */
function namesOf(
  { tagName, properties: { className, id } }: Element,
  rules: ReadonlyMap<string, readonly ColorRule[]>,
): string {
  let names = `* ${tagName}`;
  if (Array.isArray(className)) for (const name of className) names += ` .${name}`;
  return id !== undefined && rules.has(`#${id}`) ? `${names} #${id}` : names;
}

const initialLook = ({ medium: { screen } }: TextView): TextLook => ({
  seeThrough: [],
  color: black,
  colorSaid: undefined,
  grounds: [white],
  groundSaid: undefined,
  sizePt: 12,
  rootPt: 12,
  isBold: false,
  isShown: true,
  isDark: screen?.colorScheme === "dark",
  isInDarkScheme: false,
  custom: new Map(),
  customSaid: new Map(),
});

function readRules(
  sheets: readonly ParsedStylesheet[],
  { views, selectors }: TextLooksOptions,
): ReadonlyMap<string, readonly ColorRule[]> {
  const all = [parseStylesheet({ text: userAgent }), ...sheets];
  const layered = all.map((sheet, origin) => ({ sheet, origin, layers: createLayerReader() }));
  const rankOf = rankLayers(
    layered.flatMap(({ sheet, origin, layers }) =>
      sheet.rules.flatMap((rule) => {
        const around = layers.around(rule.atRules);
        const named = rule.kind === "at-rule" && isLayer(rule.node) ? layers.named(rule.node) : [];
        return [...(around.length > 0 ? [around] : []), ...named.map((path) => [...around, ...path])].map((path) =>
          layerInSheet(origin, path),
        );
      }),
    ),
  );
  const found = new Map<string, ColorRule[]>();
  let index = 0;
  const add = (full: Selector, of: Pick<ColorRule, "origin" | "rank" | "declarations" | "holds">): void => {
    const parts = full.children.toArray();
    const states = parts.flatMap(passingState);
    const holds = of.holds.map((isIn, view) => isIn && states.every((state) => isStateOf(state, views[view]?.state)));
    if (!isOfElements(full) || !holds.includes(true)) return;
    const key = keyOf(parts);
    const known = found.get(key) ?? [];
    known.push({
      ...of,
      holds,
      matches: onFirstUse(() => selectors.compile(atRest(full, states)) ?? (() => false)),
      isOfNames: parts.filter((part) => passingState(part).length === 0).every(isName),
      index,
      specificity: specificityOf(parts),
    });
    found.set(key, known);
    index += 1;
  };
  for (const { sheet, origin, layers } of layered)
    for (const rule of sheet.rules) {
      if (rule.kind !== "style") continue;
      const declarations = rule.declarations.filter(isRelevant).map((each) => saidBy(each, sheet.file, origin - 1));
      if (declarations.length === 0) continue;
      const holds = views.map(({ medium }) => rule.atRules.every((around) => isOpen(around, medium)));
      if (!holds.includes(true)) continue;
      const rank = origin === 0 ? 0 : rankOf(layerInSheet(origin, layers.around(rule.atRules)));
      for (const { full } of rule.selectors) add(full, { origin: Math.min(origin, 1), rank, declarations, holds });
    }
  return found;
}

/** Most rules of a stylesheet are for what a document does not have. */
function onFirstUse(compile: () => ColorRule["matches"]): ColorRule["matches"] {
  let compiled: ColorRule["matches"] | undefined;
  return (element) => {
    compiled ??= compile();
    return compiled(element);
  };
}

/** An id counts only where it is the key: of elements around, none is remembered by its id. */
const isName = (part: CssNode, index: number, { length }: readonly CssNode[]): boolean =>
  isNameOnly(part) || (part.type === "IdSelector" && index === length - 1);

function isNameOnly(part: CssNode): boolean {
  if (part.type === "TypeSelector" || part.type === "ClassSelector") return true;
  if (part.type === "Combinator") return part.name === " " || part.name === ">";
  if (part.type !== "PseudoClassSelector" || !/^(?:is|where|not)$/i.test(part.name)) return false;
  const lists = part.children?.toArray() ?? [];
  const selectors = lists.flatMap((list) => (list.type === "SelectorList" ? list.children.toArray() : [list]));
  return selectors.every((each) => each.type === "Selector" && each.children.toArray().every(isNameOnly));
}

const isRelevant = ({ property }: Declaration): boolean => relevant.test(property);

const saidBy = (declaration: Declaration, file: string | undefined, sheet: number): SaidDeclaration => ({
  property: declaration.property.startsWith("--") ? declaration.property : declaration.property.toLowerCase(),
  text: generate(declaration.value).trim(),
  isImportant: Boolean(declaration.important),
  said: { source: locationOf(declaration, file), sheet, property: declaration.property },
});

const ofAttribute = (style: string, sheet: number): readonly SaidDeclaration[] =>
  parseDeclarationList(style)
    .filter(isRelevant)
    .map((each) => ({ ...saidBy(each, undefined, sheet), said: { source: {}, sheet, property: each.property } }));

/** What is asked of programs is granted: whoever writes `@supports` has colours for those that do, and for those that do not before it. */
function isOpen(rule: Atrule, medium: Medium): boolean {
  const name = rule.name.toLowerCase();
  if (name === "media") return matchesMedia(rule.prelude, medium);
  if (name === "container") return matchesContainer(rule.prelude, medium);
  if (name === "supports") return !/^\s*not\b/i.test(rule.prelude ? generate(rule.prelude) : "");
  return isLayer(rule);
}

const isOfElements = (selector: Selector): boolean =>
  !selector.children.some(
    (part) =>
      part.type === "PseudoElementSelector" ||
      (part.type === "PseudoClassSelector" && /^(?:before|after|first-l)/i.test(part.name)),
  );

/** The name of a state that an element may get into, if a part of a selector is one. */
const passingState = (part: CssNode): readonly string[] =>
  part.type === "PseudoClassSelector" && passingStates.has(part.name.toLowerCase()) ? [part.name.toLowerCase()] : [];

const statesOf: Readonly<Record<TextState, ReadonlySet<string>>> = {
  hover: new Set(["hover"]),
  focus: new Set(["focus", "focus-visible", "focus-within", "-moz-focusring"]),
  active: new Set(["active", "hover", "focus", "focus-within"]),
  visited: new Set(["visited"]),
  target: new Set(["target", "target-within"]),
};

const isStateOf = (name: string, state: TextState | undefined): boolean =>
  state !== undefined && statesOf[state].has(name);

/** The states that stylesheets have looks for. */
export function statesIn(sheets: readonly ParsedStylesheet[]): readonly TextState[] {
  const named = new Set<string>();
  for (const { rules } of sheets)
    for (const rule of rules)
      if (rule.kind === "style" && rule.declarations.some(isRelevant))
        for (const { full } of rule.selectors)
          for (const part of full.children) if (part.type === "PseudoClassSelector") named.add(part.name.toLowerCase());
  return (["hover", "focus", "active", "visited", "target"] as const).filter((state) =>
    [...statesOf[state]].some((name) => named.has(name) && (state !== "active" || name === "active")),
  );
}

const stateName = new RegExp(`:(?:${[...passingStates].join("|")})(?![\\w-])`, "gi");
/** The selector of elements that may get into these states. */
const atRest = (full: Selector, states: readonly string[]): string =>
  states.length === 0 ? generate(full) : generate(full).replaceAll(stateName, ":is(*)");

/** What is important comes last. */
const inOrder = (declarations: readonly SaidDeclaration[]): readonly SaidDeclaration[] =>
  declarations.some(({ isImportant }) => isImportant)
    ? [...declarations.filter((each) => !each.isImportant), ...declarations.filter((each) => each.isImportant)]
    : declarations;

function lookWithin(around: TextLook, given: readonly SaidDeclaration[], hides: boolean): TextLook {
  if (given.length === 0) return hides ? { ...around, isShown: false } : around;
  const declarations = inOrder(given);
  const { custom, customSaid } = withCustom(around, declarations);
  let look: TextLook = { ...around, custom, customSaid, isShown: around.isShown && !hides };
  // Colours that are said stand before those of a scheme.
  for (const group of [/^color-scheme/, /^(?:font|color$)/, /^(?:display|visibility|clip|opacity)/])
    for (const declaration of declarations) {
      if (!group.test(declaration.property)) continue;
      const text = inScheme(substituteVariables(declaration.text, custom), look);
      if (text === undefined) continue;
      const said = saidInTheEnd(declaration, custom, customSaid);
      look = { ...look, ...change(declaration.property, text, { around, look, said }) };
    }
  const backgrounds = declarations.flatMap((declaration) => {
    const text = declaration.property.startsWith("background")
      ? inScheme(substituteVariables(declaration.text, custom), look)
      : undefined;
    if (text === undefined) return [];
    return [{ property: declaration.property, text, said: saidInTheEnd(declaration, custom, customSaid) }];
  });
  return { ...look, ...groundWithin(look, backgrounds, look.color) };
}

/** `light-dark()` as the scheme of the element has it. */
function inScheme(text: string | undefined, { isInDarkScheme }: TextLook): string | undefined {
  if (!isInDarkScheme || !text?.toLowerCase().includes("light-dark(")) return text;
  const dark = (nodes: ValueNodes): string =>
    nodes
      .map((node) => {
        if (node.type !== "Function") return generate(node);
        const parts = splitAtCommas(node.children.toArray());
        if (node.name.toLowerCase() === "light-dark") return dark(parts[1] ?? []);
        return `${node.name}(${parts.map(dark).join(",")})`;
      })
      .join(" ");
  return splitAtCommas(parseValue(text)).map(dark).join(",");
}

function withCustom(
  { custom, customSaid }: TextLook,
  declarations: readonly SaidDeclaration[],
): Pick<TextLook, "custom" | "customSaid"> {
  const own = declarations.filter(({ property }) => property.startsWith("--"));
  if (own.length === 0) return { custom, customSaid };
  return {
    custom: new Map([...custom, ...own.map(({ property, text }) => [property, text] as const)]),
    customSaid: new Map([...customSaid, ...own.map(({ property, said }) => [property, said] as const)]),
  };
}

/** As deep as custom properties are followed. */
const deepest = 16;

/** Of `color: var(--ink)` with `--ink: var(--brand)`, where `--brand` is set: that is where another colour would be said. */
function saidInTheEnd(
  { text, said }: SaidDeclaration,
  custom: ReadonlyMap<string, string>,
  customSaid: ReadonlyMap<string, Said>,
): Said {
  let [at, value] = [said, text];
  for (let depth = 0; depth < deepest; depth += 1) {
    const [, name = ""] = /^var\(\s*(--[^\s,)]+)/.exec(value) ?? [];
    const next = customSaid.get(name);
    if (!next) break;
    [at, value] = [next, custom.get(name) ?? ""];
  }
  return at;
}

/** Canvas and CanvasText of the dark scheme, in Chromium. */
const darkCanvas: Partial<TextLook> = {
  isInDarkScheme: true,
  color: white,
  grounds: [{ red: 18 / 255, green: 18 / 255, blue: 18 / 255, alpha: 1 }],
};

interface ChangeOptions {
  readonly around: TextLook;
  readonly look: TextLook;
  readonly said: Said;
}

function change(property: string, text: string, { around, look, said }: ChangeOptions): Partial<TextLook> {
  const word = text.toLowerCase();
  switch (property) {
    case "color":
      if (/^(?:inherit|unset|currentcolor)$/.test(word)) return { color: around.color, colorSaid: around.colorSaid };
      // What is no colour at all is not taken, and the declaration before it counts.
      if (isNoColor(parseValue(text))) return {};
      return { color: onlyColor(parseValue(text), around.color), colorSaid: said };
    case "color-scheme":
      return /\bdark\b/.test(word) && (look.isDark || !/\blight\b/.test(word)) ? darkCanvas : {};
    case "font-size":
      return { sizePt: sizeOf(word, parseValue(text), around) ?? look.sizePt };
    case "font-weight":
      return { isBold: isBoldWeight(word, around.isBold) };
    case "font": {
      const nodes = parseValue(text);
      const size = nodes.map((node) => sizeOf("", [node], around)).find((each) => each !== undefined && each > 0);
      return { sizePt: size ?? look.sizePt, isBold: nodes.some((node) => isBoldWeight(generate(node), false)) };
    }
    case "display":
      return word === "none" ? { isShown: false } : {};
    case "visibility":
      return /^(?:hidden|collapse)$/.test(word) ? { isShown: false } : {};
    case "opacity":
      return throughOpacity(text, { around, said });
    case "clip":
    case "clip-path":
      return /^(?:rect\(\s*[01](?:px)?\b|inset\(\s*(?:50|100)%)/.test(word) ? { isShown: false } : {};
    default:
      return {};
  }
}

function throughOpacity(text: string, { around, said }: Omit<ChangeOptions, "look">): Partial<TextLook> {
  const [node, ...more] = parseValue(text);
  const size =
    node?.type === "Number" ? Number(node.value) : node?.type === "Percentage" ? Number(node.value) / 100 : Number.NaN;
  if (more.length > 0 || Number.isNaN(size)) return {};
  if (size <= 0) return { isShown: false };
  const own = size < 1 ? [{ opacity: size, said, behind: around.grounds }] : [];
  return { seeThrough: [...around.seeThrough, ...own] };
}

const isNoColor = ([node, ...more]: ValueNodes): boolean =>
  more.length === 0 &&
  node?.type === "Identifier" &&
  !/^(?:inherit|initial|unset|revert|revert-layer|currentcolor)$/i.test(node.name) &&
  colorOf(node, undefined) === undefined;

const isBoldWeight = (word: string, around: boolean): boolean =>
  word === "inherit" || word === "unset" ? around : /^bold|^[6-9]00$/.test(word);

const relativeSizes: Readonly<Record<string, number>> = { smaller: 5 / 6, larger: 6 / 5 };
const absoluteSizes: Readonly<Record<string, number>> = {
  "xx-small": 0.6,
  "x-small": 0.75,
  small: 0.89,
  medium: 1,
  large: 1.2,
  "x-large": 1.5,
  "xx-large": 2,
  "xxx-large": 3,
};

/** In pt; what is fluid is as on a screen of the usual width. */
function sizeOf(
  word: string,
  nodes: ValueNodes,
  { sizePt: around, rootPt }: Pick<TextLook, "sizePt" | "rootPt">,
): number | undefined {
  const relative = relativeSizes[word];
  if (relative !== undefined) return around * relative;
  const absolute = absoluteSizes[word];
  if (absolute !== undefined) return 12 * absolute;
  const context: LengthContext = { fontSize: around, rootFontSize: rootPt };
  const length = nodes.length === 1 ? parseLengthPercentage(nodes[0])?.(context) : undefined;
  return length === undefined ? undefined : resolveLength(length, around);
}

const onlyColor = (nodes: ValueNodes, current: Color | undefined): Color | undefined =>
  nodes.length === 1 ? colorOf(nodes[0], current) : undefined;
