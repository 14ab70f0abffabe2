import { generate } from "css-tree";
import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";
import {
  black,
  type Color,
  type LengthContext,
  type ParsedStylesheet,
  parseLengthPercentage,
  parseValue,
  resolveLength,
  splitAtCommas,
  substituteVariables,
  transparent,
  type ValueNodes,
  white,
} from "../stylesheet/index.ts";
import { type ColorEffect, readBlend, readFilters, shareOf } from "./color-effects.ts";
import { isHidden } from "./is-hidden.ts";
import {
  colorOf,
  groundWithin,
  lay,
  type Said,
  type TextGround,
  type TextPaint,
  type Unknown,
  unknownGround,
} from "./text-grounds.ts";
import {
  type DeclarationPart,
  ofAttribute,
  type PseudoElement,
  type RegisteredProperty,
  readTextRules,
  type SaidDeclaration,
  type TextRule,
  type TextView,
} from "./text-rules.ts";
import type { TreeSelectors } from "./tree-selectors.ts";

/** What is done to an element and all that it holds, drawn as one. */
export interface TextEffect {
  readonly effect: ColorEffect;
  readonly said: Said;
  readonly behind: readonly Color[];
}

/** Colours of letters: undefined where they are not known. */
interface Fill {
  readonly color: Color | undefined;
  readonly said: Said;
}

/** What a stylesheet draws over an element; what is placed above it stands on it. */
interface Veil {
  readonly colors: readonly Color[];
  readonly said: Said;
  /** Before what the element holds: all that is placed there is above it. */
  readonly isFirst: boolean;
}

/** How the text of an element looks in one view. */
export interface TextLook extends TextGround {
  /** Around the text, the outermost first; the colours are those before it changes any. */
  readonly effects: readonly TextEffect[];
  readonly veil: Veil | undefined;
  /** Why a filter or a mask leaves something that cannot be told. */
  readonly unknownEffect: Unknown | undefined;
  /** Undefined: in a colour that is not known. */
  readonly color: Color | undefined;
  readonly colorSaid: Said | undefined;
  /** In place of the colour: `-webkit-text-fill-color`, or a line around letters that hides what is in them. */
  readonly fill: Fill | undefined;
  /** Under the letters, where a background is drawn in them alone. */
  readonly paint: TextPaint | undefined;
  readonly sizePt: number;
  /** Of the root element: what a rem is. */
  readonly rootPt: number;
  readonly isBold: boolean;
  readonly isShown: boolean;
  /** By `visibility`, which what is within may set otherwise. */
  readonly isVisible: boolean;
  /** The reader asked for dark pages. */
  readonly isDark: boolean;
  /** Colours are those of a dark scheme: it was asked for, and the element has one. */
  readonly isInDarkScheme: boolean;
  /** The reader chose the colours, and the page insists on its own here. */
  readonly isForced: boolean;
  readonly forced: "light" | "dark" | undefined;
  readonly insists: boolean;
  readonly custom: ReadonlyMap<string, string>;
  readonly customSaid: ReadonlyMap<string, Said>;
}

/** A part of an element with a look of its own. */
export interface StyledPart {
  readonly pseudo: PseudoElement;
  readonly looks: readonly TextLook[];
  /** What a stylesheet writes there; undefined: the element's own text. */
  readonly text: string | undefined;
}

/** Elements that the same rules match within the same surroundings look alike. */
export interface StyledElement {
  /** One for each view. */
  readonly looks: readonly TextLook[];
  readonly parts: readonly StyledPart[];
  /** By their names, and what rules of more than names answer; further surroundings are in the names. */
  readonly inside: Map<string, Map<string | number, StyledElement>>;
}

export interface TextLooks {
  /** Of what is around a page. */
  readonly outside: StyledElement;
  /** `parent`: for what is placed over its pictures. */
  styleOf(element: Element, around: StyledElement, parent?: Element): StyledElement;
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
  const rules = readTextRules(sheets, { views, selectors });
  const initial = [...rules.registered].flatMap(([name, { initial }]) =>
    initial === undefined ? [] : [[name, initial] as const],
  );
  // Views that begin alike share a look, until a rule holds in one of them alone.
  const firstLooks = new Map<string, TextLook>();
  const looks = views.map((view) => {
    const first = initialLook(view);
    const key = `${first.isDark} ${first.forced}`;
    const look = firstLooks.get(key) ?? { ...first, custom: new Map(initial) };
    firstLooks.set(key, look);
    return look;
  });
  const outside: StyledElement = { looks, parts: [], inside: new Map() };
  const { registered, animations } = rules;
  const within = (around: TextLook, given: readonly SaidDeclaration[], surroundings: Surroundings) =>
    lookWithin(around, withAnimations(given, animations), { ...surroundings, registered });
  let count = 0;

  const nameKeys = new NameKeys();
  const candidates = new Map<string, Candidates>();
  /** The rules that may match elements of these names, the weakest first. */
  function candidatesFor(names: string): Candidates {
    const known = candidates.get(names);
    if (known) return known;
    const all = names
      .split(" ")
      .flatMap((name) => rules.byKey.get(name) ?? [])
      .sort((a, b) => a.origin - b.origin || a.rank - b.rank || a.specificity - b.specificity || a.index - b.index);
    const found = {
      all,
      ofMore: all.filter(({ isOfNames }) => !isOfNames),
      isPlaced: all.some(({ declarations }) => declarations.some(({ property }) => placing.test(property))),
      isPulled: all.some(({ declarations }) => declarations.some(({ property }) => pulling.test(property))),
      isInFirstCell: all.some(({ declarations }) => declarations.some(isFirstCell)),
    };
    if (candidates.size >= mostLooks) candidates.clear();
    candidates.set(names, found);
    return found;
  }

  const ids = new WeakMap<readonly TextLook[], number>();
  let lastId = 0;
  /** Undefined where it is drawn on what is around both. */
  function beforeIt(element: Element, parent: Element, around: StyledElement) {
    const other = parent.children.slice(0, parent.children.indexOf(element)).findLast(isElement);
    if (!other) return undefined;
    // What it lies over itself is asked of it, and not of what lies over it.
    const { looks: own } = textLooks.styleOf(other, around);
    if (own.every(({ grounds }, view) => grounds === around.looks[view]?.grounds)) return undefined;
    const { all, isInFirstCell } = candidatesFor(nameKeys.of(other, rules.byKey));
    const id = ids.get(own) ?? lastId + 1;
    lastId = Math.max(lastId, id);
    ids.set(own, id);
    const isInCell = ({ declarations, matches }: TextRule) => declarations.some(isFirstCell) && matches(other);
    return { id, looks: own, isInFirstCell: isInFirstCell && all.some(isInCell) };
  }

  const textLooks: TextLooks = {
    outside,
    // By itself, without what working it out takes: most elements are as one before them.
    styleOf(element, around, parent) {
      const names = nameKeys.of(element, rules.byKey);
      const { ofMore, isPlaced, isPulled } = candidatesFor(names);
      const { style } = element.properties;
      const attribute = typeof style === "string" ? style : "";
      const isMoved = attribute !== "" && placing.test(attribute);
      const isOverPicture = (isPlaced || isMoved) && parent !== undefined && holdsPicture(parent, element);
      const before =
        (isPulled || isMoved) && parent !== undefined && !isOverPicture ? beforeIt(element, parent, around) : undefined;
      const hides = isHidden(element);
      const answers = answersTo(ofMore, element);
      // Of most elements their names are all: nothing is put together to look them up.
      const key =
        hides || isOverPicture || before || attribute !== ""
          ? `${names}|${hides}|${isOverPicture}|${before ? `${before.id}${before.isInFirstCell}` : ""}|${attribute}`
          : names;
      const inside = around.inside.get(key) ?? new Map<string | number, StyledElement>();
      const known = inside.get(answers);
      if (known) return known;
      const styled = workOut(element, around, { parent, names, attribute, before, hides, isOverPicture });
      around.inside.set(key, inside.set(answers, styled));
      return styled;
    },
  };

  interface Found extends Pick<Surroundings, "hides" | "isOverPicture"> {
    readonly parent: Element | undefined;
    readonly names: string;
    readonly attribute: string;
    readonly before: ReturnType<typeof beforeIt>;
  }

  function workOut(
    element: Element,
    around: StyledElement,
    { parent, names, attribute, before, hides, isOverPicture }: Found,
  ): StyledElement {
    const { all } = candidatesFor(names);
    const surroundings = { hides, isOverPicture };
    const own = all.filter(({ matches }) => matches(element));
    count += 1;
    if (count > mostLooks) {
      count = 0;
      outside.inside.clear();
    }
    const written = attribute === "" ? [] : ofAttribute(attribute, sheets.length);
    const inView = (from: readonly TextRule[], view: number) =>
      from.flatMap((rule) => (rule.holds[view] ? rule.declarations : []));
    const ofElement = own.filter(({ pseudo }) => pseudo === undefined);
    const alone = forEachView(around.looks, { rules: ofElement, beside: before?.looks }, (look, view) => {
      const found = within(look, [...inView(ofElement, view), ...written], {
        ...surroundings,
        before: before && { ground: before.looks[view] ?? look, isInFirstCell: before.isInFirstCell },
      });
      return around === outside ? { ...found, rootPt: found.sizePt } : found;
    });
    const parts = partsOf(own, { element, parent }, (ofPart, pseudo) =>
      forEachView(alone, { rules: ofPart }, (look, view) =>
        within(look, inView(ofPart, view), { hides: false, isOverPicture: false, pseudo }),
      ),
    );
    const drawn = forEachView(alone, { rules: own }, (look, view) =>
      withOverlays(look, own, (ofPart) => inView(ofPart, view)),
    );
    const styled: StyledElement = { looks: drawn, parts, inside: new Map() };
    return styled;
  }

  return textLooks;
}

interface ViewOptions {
  readonly rules: readonly TextRule[];
  /** What else it depends on, by view. */
  readonly beside?: readonly TextLook[] | undefined;
}

/** What is worked out for each view, once for all in which the same rules hold within the same look: most views of a page differ in few places. */
export function forEachView<Found>(
  looks: readonly TextLook[],
  { rules, beside }: ViewOptions,
  find: (look: TextLook, view: number) => Found,
): readonly Found[] {
  const known: { readonly view: number; readonly found: Found }[] = [];
  return looks.map((look, view) => {
    const isSame = (other: { readonly view: number }) =>
      looks[other.view] === look &&
      beside?.[other.view] === beside?.[view] &&
      rules.every(({ holds }) => Boolean(holds[other.view]) === Boolean(holds[view]));
    const before = known.find(isSame);
    if (before) return before.found;
    const found = find(look, view);
    known.push({ view, found });
    return found;
  });
}

const isElement = (node: Element["children"][number]): node is Element => node.type === "element";
const isFirstCell = ({ property, text }: Pick<SaidDeclaration, "property" | "text">): boolean =>
  property === "grid-area" && /^1\s*\/\s*1/.test(text);

interface Candidates {
  readonly all: readonly TextRule[];
  /** Those that have to be asked of each element. */
  readonly ofMore: readonly TextRule[];
  /** Some place an element where others may be. */
  readonly isPlaced: boolean;
  /** Some over the element before it. */
  readonly isPulled: boolean;
  readonly isInFirstCell: boolean;
}

const placing = /position|grid-area|margin/;
const pulling = /^(?:inset|top|grid-area|margin)/;
const pictures = new Set(["img", "picture", "svg", "video", "canvas"]);

/** Whether an element has a picture that another one within it may be placed over. */
function holdsPicture(parent: Element, element: Element): boolean {
  for (const child of parent.children) {
    if (child.type !== "element" || child === element) continue;
    if (pictures.has(child.tagName) || (child.children.length < 20 && holdsPicture(child, element))) return true;
  }
  return false;
}

/** The parts that rules are for and that have a text. */
function partsOf(
  own: readonly TextRule[],
  { element, parent }: { readonly element: Element; readonly parent: Element | undefined },
  looksOf: (rules: readonly TextRule[], pseudo: PseudoElement) => readonly TextLook[],
): readonly StyledPart[] {
  const names = new Set(own.flatMap(({ pseudo }) => pseudo ?? []));
  return [...names].flatMap((pseudo) => {
    const rules = own.filter((rule) => rule.pseudo === pseudo);
    const content = rules
      .flatMap(({ declarations }) => declarations)
      .findLast(({ property }) => property === "content");
    const written = content ? writtenText(content.text, element) : undefined;
    if (pseudo === "before" || pseudo === "after") {
      if (!written || !hasLetters(written)) return [];
    } else if (pseudo === "marker") {
      if (!hasLetters(written ?? "") && parent?.tagName !== "ol") return [];
    } else if (!hasLetters(textOf(element))) return [];
    return [{ pseudo, looks: looksOf(rules, pseudo), text: written ?? (pseudo === "marker" ? "1." : undefined) }];
  });
}

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What `content` writes: counters as a number, attributes by what they hold. */
function writtenText(content: string, element: Element): string {
  return parseValue(content)
    .map((node) => {
      if (node.type === "String") return node.value;
      if (node.type !== "Function") return "";
      if (/^(?:target-)?counters?$/i.test(node.name)) return "1";
      const [name] = node.children.toArray();
      if (!/^attr$/i.test(node.name) || name?.type !== "Identifier") return "";
      return String(element.properties[name.name] ?? "a");
    })
    .join("");
}

/** So many answers are one number. */
const mostBits = 30;

/** Which of these rules match an element, as numbers: a text that grows by a character is made anew for each. */
function answersTo(rules: readonly TextRule[], element: Element): string | number {
  let before = "";
  let bits = 0;
  for (let index = 0; index < rules.length; index += 1) {
    bits = bits * 2 + ((rules[index] as TextRule).matches(element) ? 1 : 0);
    if (index % mostBits !== mostBits - 1) continue;
    before += `${bits},`;
    bits = 0;
  }
  return before === "" ? bits : before + bits;
}

/** The keys of rules that may match an element, as one text for all elements of the same names. */
class NameKeys {
  /** By the element's name and its class: most have one, or none. */
  #known = new Map<string, Map<string, string>>();
  #count = 0;

  of(element: Element, rules: ReadonlyMap<string, readonly TextRule[]>): string {
    const { className, id } = element.properties;
    const isOfOne = Array.isArray(className) && className.length === 1;
    if ((className !== undefined && !isOfOne) || (id !== undefined && rules.has(`#${id}`)))
      return namesOf(element, rules);
    const name = isOfOne ? String(className[0]) : "";
    const known = this.#known.get(element.tagName)?.get(name);
    if (known !== undefined) return known;
    const names = namesOf(element, rules);
    if (this.#count >= mostLooks) {
      this.#known = new Map();
      this.#count = 0;
    }
    this.#count += 1;
    const byClass = this.#known.get(element.tagName) ?? new Map<string, string>();
    this.#known.set(element.tagName, byClass.set(name, names));
    return names;
  }
}

/** The keys of rules that may match an element; ids that no rule begins with are left out, since they would tell all figures apart. */
function namesOf(
  { tagName, properties: { className, id } }: Element,
  rules: ReadonlyMap<string, readonly TextRule[]>,
): string {
  let names = `* ${tagName}`;
  if (Array.isArray(className)) for (const name of className) names += ` .${name}`;
  return id !== undefined && rules.has(`#${id}`) ? `${names} #${id}` : names;
}

/** What a reader who forces colours sees, in two common choices. */
const forcedColors = {
  light: { canvas: white, text: black },
  dark: { canvas: black, text: white },
} as const;

const initialLook = ({ medium: { screen }, forced }: TextView): TextLook => ({
  effects: [],
  veil: undefined,
  unknownEffect: undefined,
  color: forced ? forcedColors[forced].text : black,
  colorSaid: undefined,
  fill: undefined,
  paint: undefined,
  grounds: [forced ? forcedColors[forced].canvas : white],
  groundSaid: undefined,
  unknown: undefined,
  sizePt: 12,
  rootPt: 12,
  isBold: false,
  isShown: true,
  isVisible: true,
  isDark: screen?.colorScheme === "dark",
  isInDarkScheme: false,
  isForced: forced !== undefined,
  forced,
  insists: false,
  custom: new Map(),
  customSaid: new Map(),
});

/** What is important comes last. */
const inOrder = (declarations: readonly SaidDeclaration[]): readonly SaidDeclaration[] =>
  declarations.some(({ isImportant }) => isImportant)
    ? [...declarations.filter((each) => !each.isImportant), ...declarations.filter((each) => each.isImportant)]
    : declarations;

/** An animation that stays as it ends. */
function withAnimations(
  declarations: readonly SaidDeclaration[],
  animations: ReadonlyMap<string, readonly SaidDeclaration[]>,
): readonly SaidDeclaration[] {
  if (animations.size === 0) return declarations;
  const text = declarations.flatMap((each) => (each.property.startsWith("animation") ? [each.text] : [])).join(" ");
  if (!/\b(?:forwards|both)\b/.test(text)) return declarations;
  const names = text.split(/[\s,]+/);
  return [...declarations, ...[...animations].flatMap(([name, last]) => (names.includes(name) ? last : []))];
}

interface Surroundings {
  readonly hides: boolean;
  readonly isOverPicture: boolean;
  /** What the element before it is drawn on, where that is another ground than the one around both. */
  readonly before?: BeforeIt | undefined;
  readonly pseudo?: PseudoElement;
}

interface BeforeIt {
  readonly ground: TextGround;
  /** It stands in the first cell of a grid. */
  readonly isInFirstCell: boolean;
}

interface LookOptions extends Surroundings {
  readonly registered: ReadonlyMap<string, RegisteredProperty>;
}

function lookWithin(
  outer: TextLook,
  given: readonly SaidDeclaration[],
  { hides, registered, ...surroundings }: LookOptions,
): TextLook {
  const around = withoutOwn(outer, registered);
  if (given.length === 0) return hides ? { ...around, isShown: false } : around;
  const declarations = inOrder(given).flatMap(expanded);
  const { custom, customSaid } = withCustom(around, declarations);
  let look: TextLook = { ...around, custom, customSaid, isShown: around.isShown && !hides };
  const adjust = declarations.findLast(({ property }) => property === "forced-color-adjust");
  if (adjust) look = { ...look, insists: adjust.text === "none" };
  const read = (part: DeclarationPart): readonly ReadDeclaration[] => {
    const found: ReadDeclaration[] = [];
    for (const declaration of declarations) {
      if (declaration.part !== part) continue;
      const replaced = inScheme(substituteVariables(declaration.text, custom), look);
      const text = replaced === undefined ? undefined : inForced(declaration.property, replaced, look);
      if (text === undefined) continue;
      found.push({ property: declaration.property, text, said: saidInTheEnd(declaration, custom, customSaid) });
    }
    return found;
  };
  // Colours that are said stand before those of a scheme.
  for (const part of ["scheme", "ink", "shown"] as const)
    for (const { property, text, said } of read(part))
      look = { ...look, ...changes[property]?.(text, { around, look, said }) };
  const last = new Map(read("place").map((each) => [each.property, each]));
  if (last.size > 0) {
    look = { ...look, ...placedWithin(look, last, surroundings) };
    look = { ...look, ...effectsWithin(look, last) };
  }
  const backgrounds = read("ground");
  if (backgrounds.length > 0) {
    const behind = { grounds: look.grounds, groundSaid: look.groundSaid, unknown: look.unknown };
    const laid = groundWithin(behind, backgrounds, look.color);
    look = { ...look, ...(laid.grounds === behind.grounds ? {} : { paint: undefined }), ...laid };
  }
  const shadow = last.get("box-shadow");
  return shadow ? { ...look, ...withInnerShadow(look, shadow) } : look;
}

interface ReadDeclaration {
  readonly property: string;
  readonly text: string;
  readonly said: Said;
}

/** Custom properties that are not handed down begin afresh. */
function withoutOwn(around: TextLook, registered: ReadonlyMap<string, RegisteredProperty>): TextLook {
  const own = [...registered].filter(([, { inherits }]) => !inherits);
  if (own.length === 0) return around;
  const custom = new Map(around.custom);
  for (const [name, { initial }] of own) {
    if (initial === undefined) custom.delete(name);
    else custom.set(name, initial);
  }
  return { ...around, custom };
}

/** `all` as those of its properties that count here. */
const expanded = (declaration: SaidDeclaration): readonly SaidDeclaration[] =>
  declaration.property !== "all"
    ? [declaration]
    : [
        { ...declaration, property: "color", part: "ink" },
        { ...declaration, property: "background", text: "none", part: "ground" },
      ];

/** Where a reader forces colours, those of the page are dropped, but for system colours and where the page insists. */
function inForced(property: string, text: string, { forced, insists }: TextLook): string | undefined {
  if (!forced || !/color$|fill|background|stroke|shadow|filter|mix-blend|^all$/.test(property)) return text;
  const { canvas, text: ink } = forcedColors[forced];
  let isOfSystem = false;
  const replaced = text.replaceAll(systemWord, (word) => {
    isOfSystem = true;
    const isGround = /^(?:canvas|field|buttonface|highlighttext|selecteditemtext|marktext|accentcolortext)$/i.test(
      word,
    );
    const color = isGround ? canvas : ink;
    return color.red === 0 ? "#000000" : "#ffffff";
  });
  return insists || isOfSystem ? replaced : undefined;
}

const systemWord =
  /(?<![\w-])(?:canvas|canvastext|field|fieldtext|buttonface|buttontext|buttonborder|linktext|visitedtext|activetext|highlight|highlighttext|selecteditem|selecteditemtext|mark|marktext|accentcolor|accentcolortext)(?![\w-])/gi;

const isAway = (text: string): boolean => Number.parseFloat(text) <= -999;

/** What an element's place says: off the page, above what something is drawn over, over a picture, or over the element before it. */
function placedWithin(
  look: TextLook,
  last: ReadonlyMap<string, ReadDeclaration>,
  { isOverPicture, before }: Pick<Surroundings, "isOverPicture" | "before">,
): Partial<TextLook> {
  const of = (property: string) => last.get(property)?.text.toLowerCase();
  const position = of("position");
  const isFree = position === "absolute" || position === "fixed";
  if (isFree && [of("left"), of("top"), of("inset")].some((each) => each !== undefined && isAway(each)))
    return { isShown: false };
  const { veil } = look;
  if (veil && position && position !== "static" && (veil.isFirst || Number(of("z-index") ?? 0) >= 1))
    return { veil: undefined, ...lifted(look, veil) };
  const above = of("margin-top") ?? of("margin-block-start") ?? of("margin") ?? "0";
  const margin = Number.parseFloat(above);
  const isLaidOver = isFree || /^1\s*\/\s*1/.test(of("grid-area") ?? "") || margin <= -0.9;
  const frame = last.get("border-image");
  if (frame && /\bfill\b/.test(frame.text)) return { ...unknownGround("an image", frame.said), paint: undefined };
  const moved = position === "relative" ? (of("top") ?? of("inset") ?? above) : above;
  if (before && !look.forced && ((before.isInFirstCell && [...last.values()].some(isFirstCell)) || isPulledUp(moved))) {
    const { grounds, groundSaid, unknown } = before.ground;
    return { grounds, groundSaid, unknown, paint: undefined };
  }
  if (!isOverPicture || !isLaidOver || look.forced) return {};
  const said = last.get(isFree ? "position" : of("grid-area") ? "grid-area" : "margin-top")?.said;
  return { ...unknownGround("a picture that it is placed over", said), paint: undefined };
}

/** By some three quarters of a line or more: less is a hair's breadth over an edge, or a line of numbers set straight. */
function isPulledUp(text: string): boolean {
  const [, size = "0", unit = ""] = /^-([\d.]+)([a-z%]*)/.exec(text.trim()) ?? [];
  return Number(size) > 0 && Number(size) >= (leastPull[unit] ?? 2);
}
const leastPull: Readonly<Record<string, number>> = {
  em: 0.9,
  rem: 0.9,
  px: 12,
  pt: 9,
  pc: 0.75,
  mm: 3,
  cm: 0.3,
  in: 0.12,
};

const lifted = (look: TextLook, { colors, said }: Veil): Partial<TextLook> => ({
  grounds: lay(colors, look.grounds),
  groundSaid: said,
  effects: look.effects.filter(({ effect }) => effect.kind !== "veil"),
});

function effectsWithin(look: TextLook, last: ReadonlyMap<string, ReadDeclaration>): Partial<TextLook> {
  let { effects, grounds, unknownEffect } = look;
  const behind = look.grounds;
  const cannotTell = (said: Said): void => {
    unknownEffect = { what: "a filter or a mask", said };
  };
  const filter = last.get("filter") ?? last.get("-webkit-filter");
  if (filter) {
    const found = readFilters(filter.text);
    if (!found) cannotTell(filter.said);
    effects = [...effects, ...(found ?? []).map((effect) => ({ effect, said: filter.said, behind })).reverse()];
  }
  const mask = last.get("mask") ?? last.get("mask-image") ?? last.get("-webkit-mask") ?? last.get("-webkit-mask-image");
  if (mask && /gradient\(|url\(|image/i.test(mask.text)) cannotTell(mask.said);
  const mode = last.get("mix-blend-mode");
  const blended = mode ? readBlend(mode.text) : undefined;
  if (mode && blended) effects = [...effects, { effect: { kind: "blend", blended }, said: mode.said, behind }];
  const backdrop = last.get("backdrop-filter") ?? last.get("-webkit-backdrop-filter");
  const through = backdrop ? readFilters(backdrop.text) : undefined;
  let { groundSaid } = look;
  for (const effect of through ?? [])
    if (effect.kind === "filter") {
      grounds = grounds.map(effect.filtered);
      groundSaid = backdrop?.said;
    }
  return { effects, grounds, groundSaid, unknownEffect };
}

/** A shadow within a box that reaches over most of it, pt. */
const leastSpread = 20;

function withInnerShadow(look: TextLook, shadow: ReadDeclaration): Partial<TextLook> {
  for (const nodes of splitAtCommas(parseValue(shadow.text)).reverse()) {
    const isInner = nodes.some((node) => node.type === "Identifier" && node.name.toLowerCase() === "inset");
    const color = nodes.map((node) => colorOf(node, look.color)).find((each) => each !== undefined) ?? look.color;
    const lengths = nodes.flatMap((node) => {
      if (node.type === "Number") return [Number(node.value)];
      if (node.type !== "Dimension") return [];
      return [sizeOf("", [node], look) ?? (/^(?:v|d|s|l|c)/.test(node.unit) ? Number(node.value) * 5 : 0)];
    });
    if (isInner && color && color.alpha > 0 && (lengths[3] ?? 0) >= leastSpread)
      return { grounds: lay([color], look.grounds), groundSaid: shadow.said, paint: undefined };
  }
  return {};
}

/** What `::before` and `::after` draw over all of an element, or under it. */
function withOverlays(
  look: TextLook,
  own: readonly TextRule[],
  inView: (rules: readonly TextRule[]) => readonly SaidDeclaration[],
): TextLook {
  let drawn = look;
  for (const pseudo of ["before", "after"] as const) {
    const rules = own.filter((rule) => rule.pseudo === pseudo);
    if (rules.length === 0) continue;
    const values = new Map<string, ReadDeclaration>();
    for (const declaration of inOrder(inView(rules))) {
      const text = inScheme(substituteVariables(declaration.text, look.custom), look);
      const forced = text === undefined ? undefined : inForced(declaration.property, text, look);
      const said = saidInTheEnd(declaration, look.custom, look.customSaid);
      if (forced !== undefined)
        values.set(declaration.property, { property: declaration.property, text: forced, said });
    }
    if (covers(values)) drawn = withOverlay(drawn, values, pseudo === "before");
  }
  return drawn;
}

function withOverlay(look: TextLook, values: ReadonlyMap<string, ReadDeclaration>, isFirst: boolean): TextLook {
  const backgrounds = [...values.values()].filter(({ property }) => property.startsWith("background"));
  const [first] = backgrounds;
  const clear: TextGround = { grounds: [transparent], groundSaid: undefined, unknown: undefined };
  const laid = groundWithin(clear, backgrounds, look.color);
  if (!first || laid === clear) return look;
  const { said } = first;
  if (Number(values.get("z-index")?.text ?? 0) < 0) return { ...look, ...groundWithin(look, backgrounds, look.color) };
  if (laid.unknown) return { ...look, unknownEffect: { what: "an image", said } };
  const opacity = Number(values.get("opacity")?.text ?? 1);
  const colors = veilColors(backgrounds, look.color).map((each) => ({ ...each, alpha: each.alpha * opacity }));
  if (colors.every(({ alpha }) => alpha === 0)) return look;
  const effect = { effect: { kind: "veil", colors } as const, said, behind: look.grounds };
  return { ...look, veil: { colors, said, isFirst }, effects: [...look.effects, effect] };
}

/** As they are, with what they let through: each background by itself. */
const veilColors = (backgrounds: readonly ReadDeclaration[], current: Color | undefined): readonly Color[] =>
  backgrounds.flatMap(({ text }) => {
    const colors: Color[] = [];
    for (const node of parseValue(text)) {
      const color = colorOf(node, current);
      if (color) colors.push(color);
      else if (node.type === "Function")
        colors.push(...node.children.toArray().flatMap((each) => colorOf(each, current) ?? []));
    }
    return colors;
  });

function covers(values: ReadonlyMap<string, ReadDeclaration>): boolean {
  const of = (property: string) => values.get(property)?.text.trim();
  if (!/^(?:absolute|fixed)$/i.test(of("position") ?? "")) return false;
  if (/^(?:none|normal)$/i.test(of("content") ?? "none")) return false;
  const isNone = (text: string | undefined) =>
    Boolean(text?.split(/\s+/).every((each) => Number.parseFloat(each) === 0));
  const isSmall = (text: string | undefined) => text !== undefined && !/^(?:100%|auto|100\w+)$/i.test(text);
  if (isSmall(of("width")) || isSmall(of("height"))) return false;
  if (isNone(of("inset"))) return true;
  const across = (isNone(of("left")) && (isNone(of("right")) || of("width") !== undefined)) || false;
  const down = (isNone(of("top")) && (isNone(of("bottom")) || of("height") !== undefined)) || false;
  return across && down;
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
  unknown: undefined,
};

interface ChangeOptions {
  readonly around: TextLook;
  readonly look: TextLook;
  readonly said: Said;
}

/** How each property changes a look. */
const changes: Readonly<Record<string, (text: string, options: ChangeOptions) => Partial<TextLook>>> = {
  color: ofColor,
  "-webkit-text-fill-color": ofFill,
  fill: ofFill,
  "-webkit-text-stroke": ofStroke,
  "-webkit-text-stroke-width": ofStroke,
  // What is as wide as letters are was said before: by itself, the colour changes what that left.
  "-webkit-text-stroke-color": (text, { look, said }) =>
    look.fill?.said.property.startsWith("-webkit-text-stroke")
      ? { fill: { color: onlyColor(parseValue(text), look.color), said } }
      : {},
  "color-scheme": (text, { look }) =>
    !look.forced && /\bdark\b/i.test(text) && (look.isDark || !/\blight\b/i.test(text)) ? darkCanvas : {},
  "font-size": (text, { around, look }) =>
    withSize(sizeOf(text.toLowerCase(), parseValue(text), around) ?? look.sizePt),
  "font-weight": (text, { around }) => ({ isBold: isBoldWeight(text.toLowerCase(), around.isBold) }),
  font: (text, { around, look }) => {
    const nodes = parseValue(text);
    const size = nodes.map((node) => sizeOf("", [node], around)).find((each) => each !== undefined && each > 0);
    return { sizePt: size ?? look.sizePt, isBold: nodes.some((node) => isBoldWeight(generate(node), false)) };
  },
  display: (text) => hiddenBy(/^none$/i, text),
  visibility: (text, { around }) => ({
    isVisible: /^(?:inherit|unset)$/i.test(text) ? around.isVisible : !/^(?:hidden|collapse)$/i.test(text),
  }),
  "text-indent": (text) => (isAway(text) ? { isShown: false } : hiddenBy(/^-[1-9]\d{2,}%$/, text)),
  opacity: throughOpacity,
  clip: (text) => hiddenBy(leavesNothing, text),
  "clip-path": (text) => hiddenBy(leavesNothing, text),
};

const leavesNothing = /^(?:rect\(\s*[01](?:px)?\b|inset\(\s*(?:50|100)%)/i;
const hiddenBy = (pattern: RegExp, text: string): Partial<TextLook> => (pattern.test(text) ? { isShown: false } : {});

function ofFill(text: string, { around, look, said }: ChangeOptions): Partial<TextLook> {
  const word = text.toLowerCase();
  if (/^(?:inherit|unset)$/.test(word)) return { fill: around.fill };
  if (/^(?:currentcolor|initial|revert|revert-layer)$/.test(word)) return { fill: undefined };
  const nodes = parseValue(text);
  return isNoColor(nodes) ? {} : { fill: { color: onlyColor(nodes, look.color), said } };
}

function ofStroke(text: string, { look, said }: ChangeOptions): Partial<TextLook> {
  const nodes = parseValue(text);
  const width = nodes.map((node) => sizeOf("", [node], look)).find((each) => each !== undefined) ?? 0;
  const color = nodes.map((node) => colorOf(node, look.color)).find((each) => each !== undefined) ?? look.color;
  // What is as wide as the lines of letters hides what is in them.
  return width > look.sizePt * 0.06 ? { fill: { color, said } } : {};
}

const withSize = (sizePt: number): Partial<TextLook> => (sizePt === 0 ? { isShown: false } : { sizePt });

function ofColor(text: string, { around, look, said }: ChangeOptions): Partial<TextLook> {
  const word = text.toLowerCase();
  if (/^(?:inherit|unset|currentcolor|revert|revert-layer)$/.test(word))
    return { color: around.color, colorSaid: around.colorSaid };
  if (word === "initial") return { color: look.isInDarkScheme ? white : black, colorSaid: said };
  // What is no colour at all is not taken, and the declaration before it counts.
  const nodes = parseValue(text);
  return isNoColor(nodes) ? {} : { color: onlyColor(nodes, around.color), colorSaid: said };
}

function throughOpacity(text: string, { around, said }: Omit<ChangeOptions, "look">): Partial<TextLook> {
  const [node, ...more] = parseValue(text);
  const size = node ? shareOf(node) : undefined;
  if (more.length > 0 || size === undefined) return {};
  if (size <= 0) return { isShown: false };
  const own = size < 1 ? [{ effect: { kind: "opacity", opacity: size } as const, said, behind: around.grounds }] : [];
  return { effects: [...around.effects, ...own] };
}

/** A value that no program takes for a colour: what is written as a function may be one that is not known here. */
const isNoColor = ([node, ...more]: ValueNodes): boolean =>
  more.length > 0 || !node || (node.type !== "Function" && colorOf(node, black) === undefined);

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
