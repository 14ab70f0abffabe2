import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import {
  type Color,
  contrast,
  formatHex,
  over,
  type ParsedStylesheet,
  readableColor,
  readColor,
  substituteVariables,
} from "../stylesheet/index.ts";
import type { ColorEffect } from "./color-effects.ts";
import { lightView, type NamedView, viewsOf } from "./contrast-views.ts";
import type { Said, Unknown } from "./text-grounds.ts";
import { createTextLooks, forEachView, type StyledElement, type TextLook, type TextLooks } from "./text-looks.ts";
import type { PseudoElement } from "./text-rules.ts";
import { createTreeSelectors, type TreeSelectors } from "./tree-selectors.ts";

/** Warnings of the texts of a document that stand on too much the same colour. */
export type CheckContrast = (tree: Root) => readonly DiagnosticDetails[];

/** WCAG 2.2, 1.4.3: of large text, from 18 pt, or 14 pt in bold, less is enough. */
const leastContrast = 4.5;
const leastOfLarge = 3;
/** Rows of a long table look as those before them; to ask of each how many it follows is quadratic. */
const mostChildren = 2_000;
const isLarge = ({ sizePt, isBold }: TextLook): boolean => sizePt >= (isBold ? 14 : 18);

/** A text and what is behind it: as they are seen, or before effects change them. */
interface ColorPair {
  readonly color: Color;
  readonly ground: Color;
}

/** What of a text in one view readers cannot read well. */
interface WeakText extends ColorPair {
  readonly look: TextLook;
  /** Before any effect. */
  readonly full: ColorPair;
  readonly least: number;
  readonly view: NamedView;
}

/** What of a text in one view nobody can tell from stylesheets. */
interface UnknownText {
  readonly look: TextLook;
  readonly unknown: Unknown;
  readonly view: NamedView;
}

interface Measured {
  readonly weak: readonly WeakText[];
  readonly unknown: readonly UnknownText[];
}

/** A kind of elements, or of one part of them. */
type Kind = object;

/** Texts of one pair of colours. */
interface WeakPair extends Omit<WeakText, "view"> {
  readonly sample: string;
  readonly kinds: Set<Kind>;
  readonly views: Set<NamedView>;
}

interface UnknownPair {
  readonly unknown: Unknown;
  readonly look: TextLook;
  readonly sample: string;
  readonly kinds: Set<Kind>;
}

interface TextOf {
  readonly kind: Kind;
  readonly sample: string;
}

/**
 * Reads stylesheets for the contrast of each text of a document with what is behind it, on screens, in the dark scheme and on paper, at the
 * widths and by the other answers of a medium that have colours of their own, in colours that a reader forces, and while an element is pointed
 * at, has the focus or the like. Among the texts are those of `::before` and other parts, and those of charts where these stand on a ground of
 * the page's. What stands on an image, or under a filter that nobody can calculate, is told once for what says so.
 */
export function createContrastCheck(sheets: readonly ParsedStylesheet[]): CheckContrast {
  const selectors = createTreeSelectors();
  const views = viewsOf(sheets);
  const looks = createTextLooks(sheets, { views, selectors });
  const measured = new WeakMap<readonly TextLook[], Measured>();
  const charts = new WeakMap<readonly TextLook[], ChartLooks>();
  return (tree) => {
    const { root, body } = selectors.enter(tree);
    const found = new TextsOfTree({ root, body, selectors, looks, views, measured, charts });
    found.read(root, looks.outside);
    return [...found.pairs.map((pair) => told(pair, views)), ...found.unknowns.map(toldUnknown)];
  };
}

interface TreeToRead {
  readonly root: Element;
  readonly body: Element;
  readonly selectors: TreeSelectors;
  readonly looks: TextLooks;
  readonly views: readonly NamedView[];
  readonly measured: WeakMap<readonly TextLook[], Measured>;
  /** Looks of texts of charts, by those of texts that stand there: charts stand in the same places of each page. */
  readonly charts: WeakMap<readonly TextLook[], ChartLooks>;
}

interface ChartLooks {
  readonly page: readonly TextLook[];
  readonly own: readonly TextLook[];
}

/** The texts of one tree that are hard to read, or of which nobody can tell. */
class TextsOfTree {
  readonly #pairs = new Map<string, WeakPair>();
  readonly #unknowns = new Map<string, UnknownPair>();
  readonly #given: TreeToRead;

  constructor(given: TreeToRead) {
    this.#given = given;
  }

  get pairs(): readonly WeakPair[] {
    return [...this.#pairs.values()];
  }

  get unknowns(): readonly UnknownPair[] {
    return [...this.#unknowns.values()];
  }

  read(element: Element, around: StyledElement, parent?: Element): void {
    if (element.tagName === "svg") return;
    const styled = this.#given.looks.styleOf(element, around, parent);
    const own = element.children.some(isText) ? this.#found(styled.looks) : undefined;
    if (own) this.#report(own, { kind: styled, sample: nameOf(element) });
    for (const part of styled.parts) {
      const found = this.#found(part.looks);
      if (found) this.#report(found, { kind: part, sample: nameOf(element, part) });
    }
    if (isChart(element)) this.#readChart(element, around, parent ?? this.#given.body);
    const { children } = element;
    for (let index = 0; index < Math.min(children.length, mostChildren); index += 1) {
      const child = children[index] as Element["children"][number];
      if (child.type === "element") this.read(child, styled, element);
    }
  }

  /** The texts of a chart, which is drawn on no ground of its own, as the page shows them: by classes of the page and in its colours. */
  #readChart(image: Element, around: StyledElement, parent: Element): void {
    const { root, body, selectors, looks, charts } = this.#given;
    const text: Element = { type: "element", tagName: "text", properties: {}, children: [] };
    const properties = { className: ["chart-image"] };
    const drawing: Element = { type: "element", tagName: "svg", properties, children: [text] };
    selectors.place(drawing, parent);
    selectors.place(text, drawing);
    const styled = looks.styleOf(text, looks.styleOf(drawing, around), drawing);
    const page = looks.styleOf(body, looks.styleOf(root, looks.outside), root);
    const known = charts.get(styled.looks);
    const own =
      known?.page === page.looks
        ? known.own
        : forEachView(styled.looks, { rules: [], beside: page.looks }, (look, view) =>
            ofChart(look, page.looks[view] ?? look),
          );
    charts.set(styled.looks, { page: page.looks, own });
    const sample = `the chart ${String(image.properties.src).slice("chart:".length)}`;
    const found = this.#found(own);
    if (found) this.#report(found, { kind: styled, sample });
  }

  /** Undefined where there is nothing to tell, as of most texts. */
  #found(own: readonly TextLook[]): Measured | undefined {
    const measured = this.#measure(own);
    return measured.weak.length === 0 && measured.unknown.length === 0 ? undefined : measured;
  }

  #report({ weak, unknown }: Measured, of: TextOf): void {
    for (const each of weak) addPair(this.#pairs, each, of);
    for (const each of unknown) addUnknown(this.#unknowns, each, of);
  }

  #measure(own: readonly TextLook[]): Measured {
    const { measured, views } = this.#given;
    const before = measured.get(own);
    if (before) return before;
    const byLook = new Map<TextLook, Measured>();
    const found = own.map((look, index) => {
      const view = views[index] ?? lightView;
      const same = byLook.get(look);
      if (same) return inView(same, view);
      const first = measureLook(look, view);
      byLook.set(look, first);
      return first;
    });
    const all = { weak: found.flatMap(({ weak }) => weak), unknown: found.flatMap(({ unknown }) => unknown) };
    measured.set(own, all);
    return all;
  }
}

/** What holds of a look holds in each view that has it. */
const inView = (found: Measured, view: NamedView): Measured =>
  found.weak.length === 0 && found.unknown.length === 0
    ? found
    : {
        weak: found.weak.map((each) => ({ ...each, view })),
        unknown: found.unknown.map((each) => ({ ...each, view })),
      };

const isText = (child: Element["children"][number]): boolean =>
  child.type === "text" && /[\p{L}\p{N}]/u.test(child.value);

const isChart = ({ tagName, properties: { src } }: Element): boolean =>
  tagName === "img" && typeof src === "string" && src.startsWith("chart:");

/** What charts are drawn with on the ground of the page is looked at with their theme; here it is another ground, or another colour. */
function ofChart(look: TextLook, page: TextLook): TextLook {
  const isAsDrawn =
    look.fill === undefined &&
    look.effects.length === 0 &&
    look.grounds.map(formatHex).join() === page.grounds.map(formatHex).join();
  const color = customColor(page, "--chart-text");
  const own = customColor(page, "--chart-background");
  const isOpaque = own !== undefined && own.alpha === 1;
  if (isAsDrawn || !color || (isOpaque && !look.fill && look.effects.length === 0)) return { ...look, isShown: false };
  const colorSaid = page.customSaid.get("--chart-text");
  return { ...look, color, colorSaid, ...(own && isOpaque ? { grounds: [own], unknown: undefined } : {}) };
}

const customColor = ({ custom }: TextLook, name: string): Color | undefined =>
  readColor(substituteVariables(custom.get(name) ?? "", custom) ?? "");

function addPair(pairs: Map<string, WeakPair>, { view, ...weak }: WeakText, { kind, sample }: TextOf): void {
  const key = `${formatHex(weak.color)} ${formatHex(weak.ground)}`;
  const known = pairs.get(key);
  const { kinds, views } = known ?? { kinds: new Set<Kind>(), views: new Set<NamedView>() };
  kinds.add(kind);
  views.add(view);
  // What is enough for large text is not for the rest, which may be of the same property.
  pairs.set(key, known && known.least >= weak.least ? known : { ...weak, sample, kinds, views });
}

function addUnknown(
  unknowns: Map<string, UnknownPair>,
  { unknown, look }: UnknownText,
  { kind, sample }: TextOf,
): void {
  const { said, what } = unknown;
  const key = `${what} ${said?.sheet} ${said?.source.line} ${said?.source.column} ${said?.selector}`;
  const known = unknowns.get(key) ?? { unknown, look, sample, kinds: new Set<Kind>() };
  known.kinds.add(kind);
  unknowns.set(key, known);
}

/** What letters are drawn with: each of them, as opaque as it is. */
function inksOf({ color, colorSaid, fill, paint }: TextLook, ground: Color): readonly Color[] | undefined {
  const ink = fill ? fill.color : color;
  if (!ink) return (fill ?? colorSaid) ? undefined : [];
  return (paint?.colors ?? [ground]).map((under) => over(ink, under));
}

function measureLook(look: TextLook, view: NamedView): Measured {
  const none = { weak: [], unknown: [] };
  const { grounds, isShown, isVisible, isForced, insists, unknown, unknownEffect } = look;
  if (!isShown || !isVisible || (isForced && !insists && !look.fill && !look.colorSaid && !look.groundSaid))
    return none;
  const least = isLarge(look) ? leastOfLarge : leastContrast;
  const cannotTell = (why: Unknown): Measured => ({ weak: [], unknown: [{ look, unknown: why, view }] });
  const weak: WeakText[] = [];
  for (const ground of grounds) {
    const inks = inksOf(look, ground);
    if (!inks) return cannotTell({ what: "a colour that is not known", said: look.fill?.said ?? look.colorSaid });
    for (const color of inks) {
      const full = { color, ground };
      for (const each of seen(full, look))
        if (contrast(each.color, each.ground) < least) weak.push({ ...each, look, full, least, view });
    }
  }
  // What holds on anything from black to white holds on an image.
  const why = unknownEffect ?? (weak.length > 0 ? unknown : undefined);
  if (why) return isForced ? none : cannotTell(why);
  if (unknown) return none;
  // Of a gradient the colour that the text stands out from least says enough.
  const [worst] = weak.toSorted((a, b) => contrast(a.color, a.ground) - contrast(b.color, b.ground));
  return { weak: worst ? [worst] : [], unknown: [] };
}

/** As a pair is seen through the effects of what is around it; `innermost` in place of the nearest opacity. */
function seen(full: ColorPair, { effects, grounds }: TextLook, innermost?: number): readonly ColorPair[] {
  let pairs: readonly ColorPair[] = [full];
  for (const { effect, behind } of [...effects].reverse()) {
    // What has no ground of its own stands on one of those that are behind it, and no other shows through there.
    const isOnBehind = behind === grounds;
    const below = isOnBehind ? [full.ground] : behind;
    const part = pairs[0] === full && innermost !== undefined ? innermost : undefined;
    pairs = pairs.flatMap((pair) => throughEffect(effect, pair, { below, isOnBehind, opacity: part }));
  }
  return pairs;
}

interface EffectOptions {
  readonly below: readonly Color[];
  readonly isOnBehind: boolean;
  /** In place of its own. */
  readonly opacity: number | undefined;
}

function throughEffect(
  effect: ColorEffect,
  { color, ground }: ColorPair,
  { below, isOnBehind, opacity }: EffectOptions,
): readonly ColorPair[] {
  if (effect.kind === "opacity") {
    const alpha = opacity ?? effect.opacity;
    const through = (own: Color, under: Color) => over({ ...own, alpha }, under);
    return below.map((under) => ({ color: through(color, under), ground: through(ground, under) }));
  }
  if (effect.kind === "veil")
    return effect.colors.map((veil) => ({ color: over(veil, color), ground: over(veil, ground) }));
  if (effect.kind === "filter")
    return [{ color: effect.filtered(color), ground: isOnBehind ? ground : effect.filtered(ground) }];
  return below.map((under) => ({
    color: effect.blended(color, under),
    ground: isOnBehind ? ground : effect.blended(ground, under),
  }));
}

function nameOf(
  element: Element,
  part?: { readonly pseudo: PseudoElement; readonly text: string | undefined },
): string {
  const { className } = element.properties;
  const classes = Array.isArray(className) && className.length > 0 ? ` class="${className.join(" ")}"` : "";
  const text = (part?.text ?? textOf(element)).trim().replaceAll(/\s+/g, " ");
  const shown = text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text;
  return `<${element.tagName}${classes}>${part ? `::${part.pseudo}` : ""} ("${shown}")`;
}

const othersOf = (kinds: ReadonlySet<Kind>): string => {
  const others = kinds.size - 1;
  return others === 0 ? "" : `, and ${others} other ${others === 1 ? "kind" : "kinds"} of elements`;
};

function told(pair: WeakPair, views: readonly NamedView[]): DiagnosticDetails {
  const { look, color, ground, least, sample, kinds, views: where } = pair;
  const weak = new Set([...where].map(({ name }) => name));
  const ofThemselves = [...where].filter(({ of = [] }) => !of.some((each) => weak.has(each))).map(({ name }) => name);
  const isEverywhere = views.every(({ name, of, forced }) => of !== undefined || forced || weak.has(name));
  const places = isEverywhere ? "" : ` ${ofThemselves.join(" and ")}`;
  const ratio = Math.floor(contrast(color, ground) * 10) / 10;
  return {
    code: "low-contrast",
    message: `The text of ${sample}${othersOf(kinds)} is ${formatHex(color)} on ${formatHex(ground)}${places}: ${ratio}:1 where readers need ${least}:1.`,
    hint: advice(pair),
    source: latest(look)?.source,
  };
}

const inRule = (said: Said | undefined): string => (said?.selector === undefined ? "" : ` in ${said.selector}`);

/** The nearest colours that will do; of what lets through what is behind it, the least opacity. */
function advice({ look, full, least }: WeakPair): string {
  const isEnough = (pairs: readonly ColorPair[]) => pairs.every((pair) => contrast(pair.color, pair.ground) >= least);
  const last = look.effects.at(-1);
  const percent = last?.effect.kind === "opacity" ? Array.from({ length: 100 }, (_, index) => index + 1) : [];
  const enough = percent.find((each) => isEnough(seen(full, look, each / 100)));
  if (enough !== undefined && last?.said.property === "opacity")
    return `Set opacity: ${enough / 100}${inRule(last.said)}: the least that will do.`;
  const effects = [...new Set(look.effects.map(({ said }) => `${said.property}${inRule(said)}`))];
  if (effects.length > 0 && isEnough([full])) return `Leave out ${effects.join(" and ")}.`;
  const inkSaid = look.fill?.said ?? look.paint?.said ?? look.colorSaid;
  const behind = effects.length === 0 ? look.grounds : [full.ground];
  const settings = [
    { said: inkSaid, property: "color", better: readableColor(full.color, behind, least) },
    { said: look.groundSaid, property: "background-color", better: readableColor(full.ground, [full.color], least) },
  ].flatMap(({ said, property, better }) =>
    better ? [`${said?.property ?? property}: ${formatHex(better)}${inRule(said)}`] : [],
  );
  const without = effects.length > 0 ? `, without ${effects.join(" and ")}` : "";
  if (settings.length === 0) return `Leave out ${effects.join(" and ") || "one of the colours"}.`;
  return `Set ${settings.join(", or ")}: the nearest that will do${without}.`;
}

/** Of two stylesheets the later is the author's own. */
const latest = ({ colorSaid, fill, groundSaid, effects }: TextLook): Said | undefined => {
  const ink = fill?.said ?? colorSaid;
  return effects.at(-1)?.said ?? ((groundSaid?.sheet ?? -1) > (ink?.sheet ?? -1) ? groundSaid : ink);
};

/** Of a scrim, in hundredths. */
const steps = Array.from({ length: 20 }, (_, index) => (index + 1) / 20);

function toldUnknown({ unknown, look, sample, kinds }: UnknownPair): DiagnosticDetails {
  const { what, said } = unknown;
  const by = said ? ` (${said.property}${inRule(said)})` : "";
  const behind = what === "an image" || what === "a picture that it is placed over";
  return {
    code: "unknown-contrast",
    message: behind
      ? `The text of ${sample}${othersOf(kinds)} stands on ${what}${by}: whether it can be read there, nobody has looked.`
      : `Whether the text of ${sample}${othersOf(kinds)} can be read depends on ${what}${by}.`,
    hint: behind ? scrimFor(look) : "Look at it, or say the colours in a way that can be calculated.",
    source: said?.source,
  };
}

/** The thinnest layer between a text and an image with which any image will do. */
function scrimFor(look: TextLook): string {
  const least = isLarge(look) ? leastOfLarge : leastContrast;
  const ink = look.fill?.color ?? look.color;
  const found = steps.flatMap((alpha) =>
    (["#000000", "#ffffff"] as const).flatMap((hex) => {
      const layer = readColor(hex);
      const isEnough =
        ink !== undefined &&
        layer !== undefined &&
        look.grounds.every((ground) => {
          const behind = over({ ...layer, alpha }, ground);
          return contrast(over(ink, behind), behind) >= least;
        });
      return isEnough ? [{ hex, alpha }] : [];
    }),
  );
  const [best] = found;
  const scrim = best
    ? `${best.hex === "#000000" ? "rgb(0 0 0" : "rgb(255 255 255"} / ${Math.round(best.alpha * 100)}%)`
    : undefined;
  return scrim
    ? `Give the text a background-color of ${scrim} or more, with which it can be read on any image, or look at it.`
    : "Give the text a background-color, or look at it.";
}
