import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import {
  type Color,
  contrast,
  formatHex,
  type Medium,
  over,
  type ParsedStylesheet,
  readableColor,
} from "../stylesheet/index.ts";
import type { Said } from "./text-grounds.ts";
import { createTextLooks, type StyledElement, type TextLook } from "./text-looks.ts";
import { createTreeSelectors } from "./tree-selectors.ts";

/** Warnings of the texts of a document that stand on too much the same colour. */
export type CheckContrast = (tree: Root) => readonly DiagnosticDetails[];

/** Paper is A4; screens are as wide as most, where nothing is set for narrow ones. */
const views: readonly { readonly name: string; readonly medium: Medium }[] = [
  { name: "on a screen", medium: { widthPt: 960, screen: { colorScheme: "light" } } },
  { name: "in the dark scheme", medium: { widthPt: 960, screen: { colorScheme: "dark" } } },
  { name: "on paper", medium: { widthPt: 595 } },
];

/** WCAG 2.2, 1.4.3: of large text, from 18 pt, or 14 pt in bold, less is enough. */
const leastContrast = 4.5;
const leastOfLarge = 3;
/** Rows of a long table look as those before them; to ask of each how many it follows is quadratic. */
const mostChildren = 2_000;
const isLarge = ({ sizePt, isBold }: TextLook): boolean => sizePt >= (isBold ? 14 : 18);

/** What of a text in one view readers cannot read well. */
interface WeakText {
  readonly look: TextLook;
  readonly color: Color;
  readonly ground: Color;
  readonly least: number;
  readonly view: string;
}

/** Texts of one pair of colours. */
interface WeakPair extends Omit<WeakText, "view"> {
  readonly sample: string;
  readonly kinds: Set<StyledElement>;
  readonly views: Set<string>;
}

interface TextOf {
  readonly styled: StyledElement;
  readonly element: Element;
}

/**
 * Reads stylesheets for the contrast of each text of a document with what is behind it, on screens, in the dark scheme and on paper.
 * What stands on an image, and what `::before` and the like write, is not looked at, nor what an element looks like while it is pointed at.
 */
export function createContrastCheck(sheets: readonly ParsedStylesheet[]): CheckContrast {
  const selectors = createTreeSelectors();
  const isDark = sheets.some(({ text }) => text.includes("prefers-color-scheme"));
  const shown = views.filter(({ medium }) => isDark || medium.screen?.colorScheme !== "dark");
  const looks = createTextLooks(sheets, { media: shown.map(({ medium }) => medium), selectors });
  const measured = new WeakMap<StyledElement, readonly WeakText[]>();
  const weakOf = (styled: StyledElement): readonly WeakText[] => {
    const before = measured.get(styled);
    if (before) return before;
    const found = styled.looks.flatMap((look, index) => weakIn(look, shown[index]?.name ?? ""));
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
      const { kinds, views } = known ?? { kinds: new Set<StyledElement>(), views: new Set<string>() };
      kinds.add(styled);
      views.add(view);
      // What is enough for large text is not for the rest, which may be of the same property.
      const told = known && known.least >= weak.least ? known : { ...weak, sample: nameOf(element), kinds, views };
      pairs.set(key, told);
    };
    read(selectors.enter(tree).root, looks.outside);
    return [...pairs.values()].map((pair) => told(pair, shown.length));
  };
}

const isText = (child: Element["children"][number]): boolean =>
  child.type === "text" && /[\p{L}\p{N}]/u.test(child.value);

function weakIn(look: TextLook, view: string): readonly WeakText[] {
  const { color, grounds, isShown } = look;
  // What cannot be seen at all is hidden on purpose.
  if (!isShown || !color || color.alpha === 0) return [];
  const least = isLarge(look) ? leastOfLarge : leastContrast;
  return grounds
    .map((ground) => ({ look, color: over(color, ground), ground, least, view }))
    .filter((each) => contrast(each.color, each.ground) < least);
}

function nameOf(element: Element): string {
  const { className } = element.properties;
  const classes = Array.isArray(className) && className.length > 0 ? ` class="${className.join(" ")}"` : "";
  const text = textOf(element).trim().replaceAll(/\s+/g, " ");
  return `<${element.tagName}${classes}> ("${text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text}")`;
}

function told({ look, color, ground, least, sample, kinds, views: where }: WeakPair, all: number): DiagnosticDetails {
  const others = kinds.size - 1;
  const more = others === 0 ? "" : `, and ${others} other ${others === 1 ? "kind" : "kinds"} of elements`;
  const places = where.size === all ? "" : ` ${[...where].join(" and ")}`;
  const settings = [
    [look.colorSaid?.property ?? "color", readableColor(color, [ground], least)] as const,
    [look.groundSaid?.property ?? "background-color", readableColor(ground, [color], least)] as const,
  ].flatMap(([property, better]) => (better ? [`${property}: ${formatHex(better)}`] : []));
  const ratio = Math.floor(contrast(color, ground) * 10) / 10;
  return {
    code: "low-contrast",
    message: `The text of ${sample}${more} is ${formatHex(color)} on ${formatHex(ground)}${places}: ${ratio}:1 where readers need ${least}:1.`,
    hint: `Set ${settings.join(", or ")}: the nearest that will do.`,
    source: latest(look)?.source,
  };
}

/** Of two stylesheets the later is the author's own. */
const latest = ({ colorSaid, groundSaid }: TextLook): Said | undefined =>
  (groundSaid?.sheet ?? -1) > (colorSaid?.sheet ?? -1) ? groundSaid : colorSaid;
