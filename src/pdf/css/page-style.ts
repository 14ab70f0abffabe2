import { resolveLength } from "../../stylesheet/index.ts";
import { shareTolerance, tolerance } from "../geometry/tolerance.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { defaultPageSize, type MarginBoxName, type PagePseudo, type PageRule } from "./page-rule.ts";
import type { Declaration } from "./parse-declarations.ts";
import type { Styled, StyleEngine } from "./style-engine.ts";

/** A page as its `@page` rules make it, pt. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** What margins were asked for that leave no whole px. */
  readonly askedMargin: PageStyle["margin"];
  /** What the page context itself says: its background is that of the whole sheet (CSS Paged Media 3, 6). */
  readonly own: ComputedStyle;
  readonly marginBoxes: ReadonlyMap<MarginBoxName, ComputedStyle>;
  /** Of the area that holds the footnotes. */
  readonly footnoteArea: ComputedStyle;
}

/** Which page of a document: what its selectors ask about. */
export interface PageKind {
  /** From 0; the first is a right-hand page. */
  readonly index: number;
  /** What the `page` property of its content says; "" for pages without a name. */
  readonly name: string;
  /** It is there only so that the next one is on the side it asked for. */
  readonly isBlank: boolean;
}

export interface PageArea {
  readonly width: number;
  readonly height: number;
}

export interface PageStyles {
  page(kind: PageKind): PageStyle;
  /**
   * Size of the content area of pages of this name: the width that left and right pages agree on, or else that without
   * pseudo-classes, which is then that of all of them, and the least height.
   */
  area(name: string): PageArea;
  /** What `vw` and `vh` are parts of: the content area of pages without a name, rounded down to whole px as browsers have it. */
  readonly viewport: PageArea;
}

/** The least that margins leave for content. */
const leastContent = 36;

export function createPageStyles(rules: readonly PageRule[], engine: StyleEngine, root: Styled): PageStyles {
  const known = new Map<string, PageStyle>();
  const areas = new Map<string, PageArea>();

  function styleFor(name: string, pseudos: readonly PagePseudo[]): PageStyle {
    const key = `${name}:${pseudos.join(":")}`;
    const found = known.get(key);
    if (found) return found;
    const own = rules
      .filter((rule) => (rule.name ?? name) === name && rule.pseudos.every((pseudo) => pseudos.includes(pseudo)))
      .sort((a, b) => specificity(a) - specificity(b));
    // The width of a page cannot depend on where in the document it is: its content is laid out before that is known.
    const size = own.findLast((rule) => rule.pseudos.length === 0 && rule.size)?.size ?? defaultPageSize;
    const styled = engine.styleFrom(
      own.flatMap((rule) => rule.declarations),
      root,
    );
    const declared = new Map<MarginBoxName, Declaration[]>();
    for (const rule of own) {
      for (const [box, declarations] of rule.marginBoxes)
        declared.set(box, [...(declared.get(box) ?? marginBoxDefaults(box)), ...declarations]);
    }
    const askedMargin = marginsAsked(styled, size);
    const style: PageStyle = {
      width: size[0],
      height: size[1],
      own: styled.style,
      askedMargin,
      margin: margins(askedMargin, size),
      marginBoxes: new Map([...declared].map(([box, list]) => [box, engine.styleFrom(list, styled).style])),
      footnoteArea: engine.styleFrom(
        own.flatMap((rule) => rule.footnoteArea),
        styled,
      ).style,
    };
    known.set(key, style);
    return style;
  }

  function page({ index, name, isBlank }: PageKind): PageStyle {
    const pseudos: PagePseudo[] = [index % 2 === 0 ? "right" : "left"];
    if (index === 0) pseudos.push("first");
    if (isBlank) pseudos.push("blank");
    return styleFor(name, pseudos);
  }

  /** Of pages of this name, with these margins of them. */
  function areaWithin(name: string, margin: "margin" | "askedMargin"): PageArea {
    const kinds = [0, 1, 2].map((index) => page({ index, name, isBlank: false }));
    const [first, left, right] = kinds.map((style) => ({ ...style, margin: style[margin] })) as [
      PageStyle,
      PageStyle,
      PageStyle,
    ];
    const isSameWidth = Math.abs(contentWidth(left) - contentWidth(right)) < tolerance;
    const plain = styleFor(name, []);
    return {
      width: contentWidth(isSameWidth ? left : { ...plain, margin: plain[margin] }),
      height: Math.min(...[first, left, right].map(contentHeight)),
    };
  }

  function area(name: string): PageArea {
    const made = areas.get(name) ?? areaWithin(name, "margin");
    areas.set(name, made);
    return made;
  }

  return {
    page,
    area,
    get viewport() {
      return downToWholePx(areaWithin("", "askedMargin"));
    },
  };
}

const downToWholePx = ({ width, height }: PageArea): PageArea => {
  const down = (length: number) => Math.floor(length / ptPerPx + tolerance) * ptPerPx;
  return { width: down(width), height: down(height) };
};

/** The same pages so many times as large, margins too; what stands in the margins is as it was. */
export function enlarged({ page, area, viewport }: PageStyles, times: number): PageStyles {
  const large = ({ width, height }: PageArea) => ({ width: width * times, height: height * times });
  return {
    page(kind) {
      const style = page(kind);
      const { top, right, bottom, left } = style.margin;
      const margin = { top: top * times, right: right * times, bottom: bottom * times, left: left * times };
      return { ...style, ...large(style), margin };
    },
    area: (name) => large(area(name)),
    viewport: downToWholePx(large(viewport)),
  };
}

/** Between the top and the bottom margin, pt. */
export const contentHeight = ({ height, margin }: PageStyle) => height - margin.top - margin.bottom;

const contentWidth = ({ width, margin }: PageStyle) => width - margin.left - margin.right;

/** CSS Paged Media 3, 5.1: a name before `:first` and `:blank`, and these before `:left` and `:right`. */
function specificity({ name, pseudos }: PageRule): number {
  const sides = pseudos.filter((pseudo) => pseudo === "left" || pseudo === "right").length;
  return (name === undefined ? 0 : 1_000_000) + (pseudos.length - sides) * 1000 + sides;
}

function marginsAsked({ style }: Styled, [width, height]: readonly [number, number]): PageStyle["margin"] {
  const part = (value: typeof style.marginTop, base: number) => (value === "auto" ? 0 : resolveLength(value, base));
  const most = (value: number, side: number) => Math.max(0, Math.min(value, (side - leastContent) / 2));
  return {
    top: most(part(style.marginTop, height), height),
    right: most(part(style.marginRight, width), width),
    bottom: most(part(style.marginBottom, height), height),
    left: most(part(style.marginLeft, width), width),
  };
}

const margins = (
  { top, right, bottom, left }: PageStyle["margin"],
  [width, height]: readonly [number, number],
): PageStyle["margin"] => ({
  top,
  right: forWholePx(right, { size: width, first: left }),
  bottom: forWholePx(bottom, { size: height, first: top }),
  left,
});

const ptPerPx = 0.75;

/**
 * The margin at the end of an axis, less than a px smaller where that gives the content whole px: browsers print on such areas,
 * rounded up, and paragraphs end their lines here where they do there. Margins are cut off to whole 64ths of a px for that, as they are there,
 * unless what they leave is whole px as it is.
 */
function forWholePx(margin: number, { size, first }: { readonly size: number; readonly first: number }): number {
  const cut = (length: number) => Math.floor((length / ptPerPx) * 64 + tolerance) / 64;
  const leftPx = (size - first - margin) / ptPerPx;
  if (Math.abs(leftPx - Math.round(leftPx)) < shareTolerance) return margin;
  const wholePx = Math.ceil(size / ptPerPx - cut(first) - cut(margin) - tolerance / 64);
  return Math.max(0, Math.min(margin, size - first - wholePx * ptPerPx));
}

/** CSS Paged Media 3, 4.3: where text stands in each box, unless its style says otherwise. */
function marginBoxDefaults(name: MarginBoxName): Declaration[] {
  const isCorner = name.endsWith("corner");
  const isEnd = isCorner ? name.includes("left") : /^(?:top|bottom)-right$/.test(name);
  const isStart = isCorner ? name.includes("right") : /^(?:top|bottom)-left$/.test(name);
  const align = isEnd ? "right" : isStart ? "left" : "center";
  const vertical = /-(?:top|bottom)$/.exec(name)?.[0].slice(1) ?? "middle";
  return [
    { kind: "longhand", field: "textAlign", value: () => align, important: false },
    { kind: "longhand", field: "verticalAlign", value: () => vertical, important: false },
  ];
}
