import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import { type Color, contrast, formatHex, over, type ParsedStylesheet, readableColor } from "../stylesheet/index.ts";
import type { Said } from "./text-grounds.ts";
import {
  createTextLooks,
  type StyledElement,
  statesIn,
  type TextLook,
  type TextState,
  type TextView,
} from "./text-looks.ts";
import { createTreeSelectors } from "./tree-selectors.ts";

/** Warnings of the texts of a document that stand on too much the same colour. */
export type CheckContrast = (tree: Root) => readonly DiagnosticDetails[];

interface NamedView extends TextView {
  readonly name: string;
  /** The view at rest that it is of: what is told of that is not told again. */
  readonly of?: string;
}

/** Paper is A4; screens are as wide as most, where nothing is set for narrow ones. */
const light: NamedView = { name: "on a screen", medium: { widthPt: 960, screen: { colorScheme: "light" } } };
const dark: NamedView = { name: "in the dark scheme", medium: { widthPt: 960, screen: { colorScheme: "dark" } } };
const paper: NamedView = { name: "on paper", medium: { widthPt: 595 } };
const widths: readonly NamedView[] = [
  { name: "on a narrow screen", of: light.name, medium: { widthPt: 240, screen: { colorScheme: "light" } } },
  { name: "on a wide screen", of: light.name, medium: { widthPt: 1440, screen: { colorScheme: "light" } } },
];
const stateNames: Readonly<Record<TextState, string>> = {
  hover: "while it is pointed at",
  focus: "while it has the focus",
  active: "while it is pressed",
  visited: "once it was visited",
  target: "while a link has led to it",
};

/** As a page may be looked at by what its stylesheets ask: a view more costs as much as the first. */
function viewsOf(sheets: readonly ParsedStylesheet[]): readonly NamedView[] {
  const asks = (pattern: RegExp) => sheets.some(({ text }) => pattern.test(text));
  const screens = asks(/prefers-color-scheme|light-dark\(/i) ? [light, dark] : [light];
  const states = statesIn(sheets).flatMap((state) =>
    screens.map((screen): NamedView => {
      const name = screen === light ? stateNames[state] : `${stateNames[state]} ${dark.name}`;
      return { name, of: screen.name, medium: screen.medium, state };
    }),
  );
  return [...screens, paper, ...(asks(/(?:width|inline-size)\s*[:<>]/i) ? widths : []), ...states];
}

/** WCAG 2.2, 1.4.3: of large text, from 18 pt, or 14 pt in bold, less is enough. */
const leastContrast = 4.5;
const leastOfLarge = 3;
/** Rows of a long table look as those before them; to ask of each how many it follows is quadratic. */
const mostChildren = 2_000;
const isLarge = ({ sizePt, isBold }: TextLook): boolean => sizePt >= (isBold ? 14 : 18);

/** A text and what is behind it: as they are seen, or before opacity lets anything through. */
interface ColorPair {
  readonly color: Color;
  readonly ground: Color;
}

/** What of a text in one view readers cannot read well. */
interface WeakText extends ColorPair {
  readonly look: TextLook;
  /** Before opacity lets anything through. */
  readonly full: ColorPair;
  readonly least: number;
  readonly view: NamedView;
}

/** Texts of one pair of colours. */
interface WeakPair extends Omit<WeakText, "view"> {
  readonly sample: string;
  readonly kinds: Set<StyledElement>;
  readonly views: Set<NamedView>;
}

interface TextOf {
  readonly styled: StyledElement;
  readonly element: Element;
}

/**
 * Reads stylesheets for the contrast of each text of a document with what is behind it, on screens, in the dark scheme and on paper,
 * on narrow and wide screens where these have colours of their own, and while an element is pointed at, has the focus or the like.
 * What stands on an image, and what `::before` and the like write, is not looked at.
 */
export function createContrastCheck(sheets: readonly ParsedStylesheet[]): CheckContrast {
  const selectors = createTreeSelectors();
  const views = viewsOf(sheets);
  const looks = createTextLooks(sheets, { views, selectors });
  const measured = new WeakMap<StyledElement, readonly WeakText[]>();
  const weakOf = (styled: StyledElement): readonly WeakText[] => {
    const before = measured.get(styled);
    if (before) return before;
    const found = styled.looks.flatMap((look, index) => weakIn(look, views[index] ?? light));
    measured.set(styled, found);
    return found;
  };
  return (tree) => {
    const pairs = new Map<string, WeakPair>();
    const read = (element: Element, around: StyledElement): void => {
      if (element.tagName === "svg") return;
      const styled = looks.styleOf(element, around);
      const weak = weakOf(styled);
      if (weak.length > 0 && element.children.some(isText)) for (const each of weak) addPair(each, { styled, element });
      for (const child of element.children.slice(0, mostChildren)) if (child.type === "element") read(child, styled);
    };
    const addPair = ({ view, ...weak }: WeakText, { styled, element }: TextOf): void => {
      const key = `${formatHex(weak.color)} ${formatHex(weak.ground)}`;
      const known = pairs.get(key);
      const { kinds, views } = known ?? { kinds: new Set<StyledElement>(), views: new Set<NamedView>() };
      kinds.add(styled);
      views.add(view);
      // What is enough for large text is not for the rest, which may be of the same property.
      const told = known && known.least >= weak.least ? known : { ...weak, sample: nameOf(element), kinds, views };
      pairs.set(key, told);
    };
    read(selectors.enter(tree).root, looks.outside);
    return [...pairs.values()].map((pair) => told(pair, views));
  };
}

const isText = (child: Element["children"][number]): boolean =>
  child.type === "text" && /[\p{L}\p{N}]/u.test(child.value);

function weakIn(look: TextLook, view: NamedView): readonly WeakText[] {
  const { color, grounds, isShown } = look;
  // What cannot be seen at all is hidden on purpose.
  if (!isShown || !color || color.alpha === 0) return [];
  const least = isLarge(look) ? leastOfLarge : leastContrast;
  return grounds.flatMap((ground) => {
    const full = { color: over(color, ground), ground };
    return seen(full, look)
      .filter((each) => contrast(each.color, each.ground) < least)
      .map((each) => ({ ...each, look, full, least, view }));
  });
}

/** As a pair is seen through the opacity of what is around it; `innermost` in place of that which is the nearest. */
function seen(full: ColorPair, { seeThrough, grounds }: TextLook, innermost?: number): readonly ColorPair[] {
  let pairs: readonly ColorPair[] = [full];
  for (const { opacity, behind } of [...seeThrough].reverse()) {
    const part = pairs[0] === full && innermost !== undefined ? innermost : opacity;
    // What has no ground of its own stands on one of those that are behind it, and no other shows through there.
    const below = behind === grounds ? [full.ground] : behind;
    const through = (color: Color, under: Color) => over({ ...color, alpha: part }, under);
    pairs = pairs.flatMap(({ color, ground }) =>
      below.map((under) => ({ color: through(color, under), ground: through(ground, under) })),
    );
  }
  return pairs;
}

function nameOf(element: Element): string {
  const { className } = element.properties;
  const classes = Array.isArray(className) && className.length > 0 ? ` class="${className.join(" ")}"` : "";
  const text = textOf(element).trim().replaceAll(/\s+/g, " ");
  return `<${element.tagName}${classes}> ("${text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text}")`;
}

function told(pair: WeakPair, views: readonly NamedView[]): DiagnosticDetails {
  const { look, color, ground, least, sample, kinds, views: where } = pair;
  const others = kinds.size - 1;
  const more = others === 0 ? "" : `, and ${others} other ${others === 1 ? "kind" : "kinds"} of elements`;
  const weak = new Set([...where].map(({ name }) => name));
  const ofThemselves = [...where].filter(({ of }) => of === undefined || !weak.has(of)).map(({ name }) => name);
  const isEverywhere = views.every(({ name, of }) => of !== undefined || weak.has(name));
  const places = isEverywhere ? "" : ` ${ofThemselves.join(" and ")}`;
  const ratio = Math.floor(contrast(color, ground) * 10) / 10;
  return {
    code: "low-contrast",
    message: `The text of ${sample}${more} is ${formatHex(color)} on ${formatHex(ground)}${places}: ${ratio}:1 where readers need ${least}:1.`,
    hint: advice(pair),
    source: latest(look)?.source,
  };
}

/** The nearest colours that will do; of what lets through what is behind it, the least opacity. */
function advice({ look, full, least }: WeakPair): string {
  const isEnough = (opacity: number) =>
    seen(full, look, opacity).every((pair) => contrast(pair.color, pair.ground) >= least);
  const isThrough = look.seeThrough.length > 0;
  const percent = isThrough ? Array.from({ length: 100 }, (_, index) => index + 1) : [];
  const enough = percent.find((each) => isEnough(each / 100));
  if (enough !== undefined) return `Set opacity: ${enough / 100}: the least that will do.`;
  const settings = [
    [look.colorSaid?.property ?? "color", readableColor(full.color, [full.ground], least)] as const,
    [look.groundSaid?.property ?? "background-color", readableColor(full.ground, [full.color], least)] as const,
  ].flatMap(([property, better]) => (better ? [`${property}: ${formatHex(better)}`] : []));
  if (isThrough && settings.length === 0) return "Leave out each opacity around it.";
  return `Set ${settings.join(", or ")}: the nearest that will do${isThrough ? ", without the opacity around it" : ""}.`;
}

/** Of two stylesheets the later is the author's own. */
const latest = ({ colorSaid, groundSaid, seeThrough }: TextLook): Said | undefined =>
  seeThrough.at(-1)?.said ?? ((groundSaid?.sheet ?? -1) > (colorSaid?.sheet ?? -1) ? groundSaid : colorSaid);
