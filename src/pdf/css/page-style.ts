import type { ComputedStyle } from "./computed-style.ts";
import { resolveLength } from "./length.ts";
import { marginBoxDefaults } from "./margin-box-defaults.ts";
import { defaultPageSize, type MarginBoxName, type PageRule } from "./page-rule.ts";
import type { Declaration } from "./parse-declarations.ts";
import type { Styled, StyleEngine } from "./style-engine.ts";

/** A page as its `@page` rules make it, pt. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly marginBoxes: ReadonlyMap<MarginBoxName, ComputedStyle>;
}

export interface PageStyles {
  /** The page without `:first`, `:left` and `:right`: its size and its content width are those of all pages. */
  readonly base: PageStyle;
  /** Page `index`, from 0; the first is a right-hand page. */
  page(index: number): PageStyle;
}

/** The least that margins leave for content. */
const leastContent = 36;

export function createPageStyles(rules: readonly PageRule[], engine: StyleEngine, root: Styled): PageStyles {
  const known = new Map<string, PageStyle>();
  const size = rules.findLast((rule) => rule.pseudo === undefined && rule.size)?.size ?? defaultPageSize;

  function styleFor(pseudos: readonly PageRule["pseudo"][]): PageStyle {
    const key = pseudos.join();
    const found = known.get(key);
    if (found) return found;
    // More specific rules come later: :left and :right before :first (CSS Paged Media 3, 5.1).
    const own = pseudos.flatMap((pseudo) => rules.filter((rule) => rule.pseudo === pseudo));
    const styled = engine.styleFrom(
      own.flatMap((rule) => rule.declarations),
      root,
    );
    const declared = new Map<MarginBoxName, Declaration[]>();
    for (const rule of own) {
      for (const [name, declarations] of rule.marginBoxes)
        declared.set(name, [...(declared.get(name) ?? marginBoxDefaults(name)), ...declarations]);
    }
    const marginBoxes = new Map([...declared].map(([name, list]) => [name, engine.styleFrom(list, styled).style]));
    const style: PageStyle = { width: size[0], height: size[1], margin: margins(styled, size), marginBoxes };
    known.set(key, style);
    return style;
  }

  return {
    base: styleFor([undefined]),
    page: (index) =>
      styleFor([undefined, index % 2 === 0 ? "right" : "left", ...(index === 0 ? (["first"] as const) : [])]),
  };
}

function margins({ style }: Styled, [width, height]: readonly [number, number]): PageStyle["margin"] {
  const part = (value: typeof style.marginTop, base: number) => (value === "auto" ? 0 : resolveLength(value, base));
  const most = (value: number, side: number) => Math.max(0, Math.min(value, (side - leastContent) / 2));
  return {
    top: most(part(style.marginTop, height), height),
    right: most(part(style.marginRight, width), width),
    bottom: most(part(style.marginBottom, height), height),
    left: most(part(style.marginLeft, width), width),
  };
}
