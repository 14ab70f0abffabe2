import {
  type Atrule,
  type CssNode,
  clone,
  type Declaration,
  type FunctionNode,
  generate,
  type Selector,
  walk,
} from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";
import { locationOf, parseStylesheet, parseValue, type Stylesheet, substituteVariables } from "../stylesheet/index.ts";

/** Stands for a counter in what CSS writes: a digit, and nobody knows which. */
export const counterCharacter = "\uE000";

/** Text before what an element holds, or after it; `page` is a margin box. */
export interface CssWriting {
  readonly kind: "writes";
  readonly text: string;
  readonly at: "before" | "after" | "instead" | "page";
}

/** What a rule does to the elements that it is for. */
type CssEffect = CssWriting | { readonly kind: "hides-first-letter" } | { readonly kind: "turns" };

/** A rule of a stylesheet that may make another figure of one that is printed. */
export interface CssAffixRule {
  /** As the author wrote it, with the rules around it: `.card data::after`. */
  readonly selector: string;
  /** Without its pseudo-element, and without states of a page that has been opened (`:hover`). */
  readonly elements: string;
  readonly effect: CssEffect;
  readonly source: SourceLocation;
}

/** Values of a first letter's properties that leave nothing to see of it. */
const hiding: Readonly<Record<string, (value: string) => boolean>> = {
  "font-size": isTiny,
  font: (value) => isTiny(/(?:^|\s)([\d.]+[a-z%]*)(?=\/|\s)/i.exec(value)?.[1] ?? "medium"),
  visibility: (value) => /^(?:hidden|collapse)$/i.test(value),
  opacity: (value) => Number.parseFloat(value) === 0,
  color: (value) => /^(?:transparent|#(?:\w{3}0|\w{6}00)|(?:rgb|hsl)a?\(.*[,/]\s*0?(?:\.0*)?%?\))$/i.test(value),
};

/** Below two pixels nobody reads a letter. */
function isTiny(size: string): boolean {
  const [, number = "", unit = ""] = /^([\d.]+)([a-z]*|%)$/i.exec(size) ?? [];
  if (number === "") return false;
  const pixels = unit === "%" ? 0.16 : /^(?:r?em|ex|ch|lh)$/i.test(unit) ? 16 : 1;
  return Number(number) * pixels < 2;
}

const states =
  /^(?:hover|focus|focus-visible|focus-within|active|visited|link|any-link|target|enabled|checked|valid|open|autofill|defined|fullscreen)$/i;

/**
 * Finds what rules of a stylesheet do to figures without writing a digit: text in `content` (by custom properties, attributes
 * and counters too), quotes and markers, a first letter that is hidden, an order of characters that is turned. Rules in
 * rules and in `@media`, `@supports`, `@layer`, `@container`, `@scope` are read as if all of them held.
 *
 * @param custom values of custom properties by name, of all stylesheets: `customProperties`.
 */
export function readAffixRules(
  sheet: Stylesheet,
  custom: ReadonlyMap<string, readonly string[]>,
): readonly CssAffixRule[] {
  const found: CssAffixRule[] = [];
  for (const rule of parseStylesheet(sheet).rules) {
    if (rule.kind === "style") {
      for (const { full } of rule.selectors) {
        const { elements, pseudo } = elementsOf(full);
        const selector = generate(full);
        for (const declaration of rule.declarations) {
          const source = locationOf(declaration, sheet.file);
          for (const effect of effectsOf(declaration, pseudo, custom))
            found.push({ selector, elements, effect, source });
        }
      }
    } else if (rule.atRules.at(-1)?.name.toLowerCase() === "page") {
      found.push(...marginBoxWritings(rule.node, { file: sheet.file, custom }));
    }
  }
  return found;
}

/** What a margin box of `@page` writes. */
function marginBoxWritings(
  box: Atrule,
  { file, custom }: { readonly file: string | undefined; readonly custom: ReadonlyMap<string, readonly string[]> },
): readonly CssAffixRule[] {
  const declarations = box.block?.children.toArray().filter((child) => child.type === "Declaration") ?? [];
  return declarations
    .filter(({ property }) => property.toLowerCase() === "content")
    .flatMap((declaration) =>
      writtenBy(generate(declaration.value), custom).map((text) => ({
        selector: `@${box.name}`,
        elements: "",
        effect: { kind: "writes", text, at: "page" } as const,
        source: locationOf(declaration, file),
      })),
    );
}

/** All values that stylesheets give to custom properties, wherever they do. */
export function customProperties(sheets: readonly Stylesheet[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const sheet of sheets) {
    if (!sheet.text.includes("--")) continue;
    walk(parseStylesheet(sheet).tree, (node) => {
      if (node.type !== "Declaration" || !node.property.startsWith("--")) return;
      const known = values.get(node.property) ?? [];
      values.set(node.property, [...known, generate(node.value).trim()]);
    });
  }
  return values;
}

function elementsOf(selector: Selector): { elements: string; pseudo: string | undefined } {
  let pseudo: string | undefined;
  const kept = (clone(selector) as Selector).children.toArray().filter((part) => {
    const name = "name" in part && typeof part.name === "string" ? part.name.toLowerCase() : "";
    const isPseudo =
      part.type === "PseudoElementSelector" ||
      (part.type === "PseudoClassSelector" && /^(?:before|after|first-letter|first-line)$/.test(name));
    if (isPseudo) pseudo = name;
    return !isPseudo && !(part.type === "PseudoClassSelector" && states.test(name));
  });
  const text = kept.map((part) => generate(part)).join("");
  // What stood by itself was every element: `::before`, `p > :hover`.
  return { elements: /(?:^|[\s>+~])$/.test(text) ? `${text}*` : text, pseudo };
}

function effectsOf(
  { property, value }: Declaration,
  pseudo: string | undefined,
  custom: ReadonlyMap<string, readonly string[]>,
): readonly CssEffect[] {
  const name = property.toLowerCase();
  const given = generate(value);
  if (name === "unicode-bidi") return /override$/i.test(given) ? [{ kind: "turns" }] : [];
  if (pseudo === "first-letter") return hiding[name]?.(given) ? [{ kind: "hides-first-letter" }] : [];
  const writes = (text: string, at: "before" | "after" | "instead"): CssEffect => ({ kind: "writes", text, at });
  if (name === "content") {
    const at = pseudo === "before" || pseudo === "marker" ? "before" : pseudo === "after" ? "after" : "instead";
    return writtenBy(given, custom).map((text) => writes(text, at));
  }
  if (name === "list-style-type" || name === "list-style")
    return stringsOf(given).map((text) => writes(text, "before"));
  if (name === "quotes")
    return stringsOf(given).map((text, index) => writes(text, index % 2 === 0 ? "before" : "after"));
  return [];
}

/** What a value of `content` writes: with each value of a custom property, if it has several. */
function writtenBy(value: string, custom: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...new Set(variantsOf(value, custom).map(contentText))].filter((text) => text.trim() !== "");
}

/** A property that is set more often is a theme's, and no words. */
const maxVariants = 16;

/** With the first values of all properties, with the second ones, and so on; last with fallbacks alone. */
function variantsOf(value: string, custom: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (!/var\(/i.test(value)) return [value];
  const most = Math.min(maxVariants, Math.max(0, ...Array.from(custom.values(), ({ length }) => length)));
  const variants = Array.from(
    { length: most },
    (_, index) => new Map(Array.from(custom, ([name, values]) => [name, values[index] ?? values.at(-1) ?? ""])),
  );
  return [...variants, new Map<string, string>()].flatMap((known) => substituteVariables(value, known) ?? []);
}

/** Strings joined, counters as a character; the alternative text after a "/" is spoken in its place. */
function contentText(value: string): string {
  let text = "";
  for (const part of parseValue(value)) {
    if (part.type === "String") text += part.value;
    else if (part.type === "Function" && isCounter(part)) text += counterCharacter;
    else if (part.type === "Operator") text += " ";
  }
  return text;
}

const isCounter = ({ name }: FunctionNode) => /^(?:target-)?counters?$/i.test(name);

function stringsOf(value: string): readonly string[] {
  const strings: string[] = [];
  const collect = (node: CssNode) => {
    if (node.type === "String") strings.push(node.value);
  };
  for (const node of parseValue(value)) walk(node, collect);
  return strings;
}
