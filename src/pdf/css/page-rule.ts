import type { Atrule, CssNode, Declaration as DeclarationNode } from "css-tree";
import { locationOf, parseLength } from "../../stylesheet/index.ts";
import {
  compileDeclarations,
  type Declaration,
  type DeclarationReport,
  parseDeclaration,
} from "./parse-declarations.ts";

const marginBoxNames = [
  "top-left-corner",
  "top-left",
  "top-center",
  "top-right",
  "top-right-corner",
  "bottom-left-corner",
  "bottom-left",
  "bottom-center",
  "bottom-right",
  "bottom-right-corner",
  "left-top",
  "left-middle",
  "left-bottom",
  "right-top",
  "right-middle",
  "right-bottom",
] as const;
export type MarginBoxName = (typeof marginBoxNames)[number];

const pagePseudos = ["first", "blank", "left", "right"] as const;
export type PagePseudo = (typeof pagePseudos)[number];

/** One `@page` rule, for one of its selectors (CSS Paged Media 3). */
export interface PageRule {
  /** Undefined: pages of any name. */
  readonly name: string | undefined;
  readonly pseudos: readonly PagePseudo[];
  /** Width and height, pt. */
  readonly size: readonly [number, number] | undefined;
  /** Margins, padding, font and colour of the page. */
  readonly declarations: readonly Declaration[];
  readonly marginBoxes: ReadonlyMap<MarginBoxName, readonly Declaration[]>;
  /** `@footnote`: the area at the foot of the page (CSS GCPM 3, 2.4). */
  readonly footnoteArea: readonly Declaration[];
}

/** Page sizes of CSS Paged Media 3, 7.1, in pt. */
const pageSizes: Readonly<Record<string, readonly [number, number]>> = {
  a5: [419.528, 595.276],
  a4: [595.276, 841.89],
  a3: [841.89, 1190.551],
  b5: [498.898, 708.661],
  b4: [708.661, 1000.63],
  letter: [612, 792],
  legal: [612, 1008],
  ledger: [792, 1224],
};
export const defaultPageSize = pageSizes.a4 as readonly [number, number];

/** A rule for each selector that is supported; a warning for each that is not. */
export function parsePageRule(rule: Atrule, report: DeclarationReport): PageRule[] {
  const selectors = selectorsOf(rule.prelude);
  if (selectors.includes(undefined)) {
    report.diagnostics.warn({
      code: "unsupported-page-selector",
      message: "Of page selectors only names, :first, :left, :right and :blank are supported.",
      hint: "The @page rule is left out for the others.",
      source: locationOf(rule, report.file),
    });
  }
  const content = parsePageContent(rule, report);
  return selectors.filter((selector) => selector !== undefined).map((selector) => ({ ...selector, ...content }));
}

type PageSelector = Pick<PageRule, "name" | "pseudos">;

const anyPage: readonly (PageSelector | undefined)[] = [{ name: undefined, pseudos: [] }];

function selectorsOf(prelude: Atrule["prelude"]): readonly (PageSelector | undefined)[] {
  if (!prelude) return anyPage;
  const lists = prelude.type === "AtrulePrelude" ? prelude.children.toArray() : [];
  const selectors = lists.flatMap((list) => (list.type === "SelectorList" ? list.children.toArray() : []));
  if (selectors.length === 0) return [undefined];
  return selectors.map((selector) =>
    selector.type === "Selector" ? selectorOf(selector.children.toArray()) : undefined,
  );
}

function selectorOf(parts: readonly CssNode[]): PageSelector | undefined {
  const [first] = parts;
  const name = first?.type === "TypeSelector" ? first.name : undefined;
  const pseudos = (name === undefined ? parts : parts.slice(1)).map((part) =>
    part.type === "PseudoClassSelector" ? pagePseudos.find((pseudo) => pseudo === part.name.toLowerCase()) : undefined,
  );
  return pseudos.includes(undefined) ? undefined : { name, pseudos: pseudos as PagePseudo[] };
}

function parsePageContent(rule: Atrule, report: DeclarationReport): Omit<PageRule, "name" | "pseudos"> {
  const declarations: Declaration[] = [];
  const marginBoxes = new Map<MarginBoxName, readonly Declaration[]>();
  let footnoteArea: readonly Declaration[] = [];
  let size: PageRule["size"];
  for (const node of rule.block?.children.toArray() ?? []) {
    if (node.type === "Atrule") {
      const box = node.name.toLowerCase();
      const name = marginBoxNames.find((candidate) => candidate === box);
      const list = compileDeclarations(node.block?.children.toArray() ?? [], report);
      if (name) marginBoxes.set(name, list);
      else if (box === "footnote") footnoteArea = list;
    } else if (node.type === "Declaration" && node.property === "size") size = parseSize(node, report) ?? size;
    else if (node.type === "Declaration") declarations.push(...parseDeclaration(node, report));
  }
  return { size, declarations, marginBoxes, footnoteArea };
}

function parseSize(node: DeclarationNode, report: DeclarationReport): PageRule["size"] {
  const nodes = node.value.type === "Value" ? node.value.children.toArray() : [];
  const keywords = nodes.flatMap((part) => (part.type === "Identifier" ? [part.name.toLowerCase()] : []));
  const context = { fontSize: 12, rootFontSize: 12 };
  const lengths = nodes.flatMap((part) => (part.type === "Identifier" ? [] : [parseLength(part)?.(context)]));
  const named = keywords.map((keyword) => pageSizes[keyword]).find(Boolean);
  const [width, height = width] = lengths;
  const portrait =
    width !== undefined && height !== undefined ? ([width, height] as const) : (named ?? defaultPageSize);
  const isKnown = keywords.every(
    (keyword) => keyword in pageSizes || ["portrait", "landscape", "auto"].includes(keyword),
  );
  if (!isKnown || lengths.includes(undefined) || portrait.some((side) => side < 72 || side > 14_400)) {
    report.diagnostics.warn({
      code: "unsupported-css-value",
      message: "This page size is not supported: use a4, letter and the like, or two lengths of 1 inch or more.",
      source: { ...locationOf(node, report.file), field: "size" },
    });
    return undefined;
  }
  return keywords.includes("landscape") ? [Math.max(...portrait), Math.min(...portrait)] : portrait;
}
