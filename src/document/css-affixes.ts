import {
  type Atrule,
  type CssNode,
  clone,
  type Declaration,
  type FunctionNode,
  generate,
  ident,
  type Selector,
  walk,
} from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";
import { locationOf, parseStylesheet, parseValue, type Stylesheet, substituteVariables } from "../stylesheet/index.ts";
import { type CssLook, hiding, isNoColor, isSizing, looksOf, looksOfFirstLetter } from "./css-moves.ts";

/** Stands for a counter in what CSS writes: a digit, and nobody knows which. */
export const counterCharacter = "\uE000";
/** Stands for what CSS copies from an element: `string(title)`, `target-text()`. */
export const copyCharacter = "\uE001";

/** Text before what an element holds, or after it; `page` is a margin box. */
export interface CssWriting {
  readonly kind: "writes";
  readonly text: string;
  readonly at: "before" | "after" | "instead" | "page";
}

/** What a rule does to the elements that it is for. */
type CssEffect =
  | CssWriting
  | { readonly kind: "hides-first-letter" }
  | { readonly kind: "turns" }
  | { readonly kind: "looks"; readonly look: CssLook };

/** A rule of a stylesheet that may make another figure of one that is printed. */
export interface CssAffixRule {
  /** As the author wrote it, with the rules around it: `.card data::after`. */
  readonly selector: string;
  /** Without its pseudo-element, and without states of a page that has been opened (`:hover`). */
  readonly elements: string;
  readonly effect: CssEffect;
  readonly source: SourceLocation;
}

const states: ReadonlySet<string> = new Set([
  "hover",
  "focus",
  "focus-visible",
  "focus-within",
  "active",
  "visited",
  "link",
  "any-link",
  "target",
  "enabled",
  "checked",
  "valid",
  "open",
  "autofill",
  "defined",
  "fullscreen",
]);

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
  const styles = counterStyles(sheet);
  const { rules } = parseStylesheet(sheet);
  const lengths = lengthsUsed(rules.flatMap((rule) => (rule.kind === "style" ? rule.declarations : [])));
  for (const rule of rules) {
    if (rule.kind === "style") {
      for (const { full } of rule.selectors) {
        const { elements, pseudo } = elementsOf(full);
        const selector = generate(full);
        for (const declaration of rule.declarations) {
          const source = locationOf(declaration, sheet.file);
          for (const effect of effectsOf(declaration, pseudo, { custom, styles }))
            found.push({ selector, elements: markedBy(declaration, elements), effect, source });
        }
        for (const { look, declaration } of looksGiven(rule.declarations, pseudo, { custom, lengths }))
          found.push({
            selector,
            elements,
            effect: { kind: "looks", look },
            source: locationOf(declaration, sheet.file),
          });
      }
    } else if (rule.atRules.at(-1)?.name.toLowerCase() === "page") {
      found.push(...marginBoxWritings(rule.node, { file: sheet.file, custom }));
    }
  }
  return found;
}

/** The custom properties that say how long something is: that of the stylesheets that ship, and those of the author's own. */
function lengthsUsed(declarations: readonly Declaration[]): ReadonlySet<string> {
  const used = new Set(["--bar-room"]);
  for (const declaration of declarations.filter(isSizing))
    for (const [, name = ""] of generate(declaration.value).matchAll(/var\(\s*(--[^\s,)]+)/gi)) used.add(name);
  return used;
}

/** What the properties that a first line may have do to it (CSS Pseudo 4, 5.1.2); it has no box that could be moved. */
const looksOfLines: ReadonlySet<CssLook> = new Set(["joins", "overprints", "doubles", "substitutes"]);

/** What it sets before or behind an element is a thing of its own: nothing to texts, a longer bar to bars. */
function looksGiven(
  declarations: readonly Declaration[],
  pseudo: string | undefined,
  {
    custom,
    lengths,
  }: { readonly custom: ReadonlyMap<string, readonly string[]>; readonly lengths: ReadonlySet<string> },
): ReturnType<typeof looksOf> {
  const passed = declarations.filter(({ property }) => lengths.has(property));
  const looks = [
    ...looksOf(declarations, custom),
    ...passed.map((declaration) => ({ look: "passes-length" as const, declaration })),
  ];
  if (pseudo === undefined) return looks;
  if (pseudo === "first-letter") return looksOfFirstLetter(declarations, custom);
  if (pseudo === "first-line") return looks.filter(({ look }) => looksOfLines.has(look));
  const shaped = looks.find(({ look }) => look === "resizes" || look === "paints");
  return shaped && /^(?:before|after)$/.test(pseudo) ? [{ ...shaped, look: "paints" }] : [];
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
    return !isPseudo && !(part.type === "PseudoClassSelector" && states.has(name));
  });
  const text = kept.map((part) => generate(part)).join("");
  // What stood by itself was every element: `::before`, `p > :hover`.
  return { elements: /(?:^|[\s>+~])$/.test(text) ? `${text}*` : text, pseudo };
}

/** The type of a list is that of its items. */
const markedBy = ({ property }: Declaration, elements: string): string =>
  /^list-style/i.test(property) && elements !== "" ? `${elements}, ${elements} li` : elements;

/** As many symbols as are read of a counter style. */
const mostSymbols = 12;

/** What each `@counter-style` writes: its symbols, or a counter, with what stands on either side. */
function counterStyles(sheet: Stylesheet): ReadonlyMap<string, readonly string[]> {
  const styles = new Map<string, readonly string[]>();
  if (!/@counter-style/i.test(sheet.text)) return styles;
  walk(parseStylesheet(sheet).tree, (node) => {
    if (node.type !== "Atrule" || node.name.toLowerCase() !== "counter-style" || !node.prelude) return;
    const textsOf = (name: string): readonly string[] =>
      (node.block?.children.toArray() ?? []).flatMap((child) =>
        child.type === "Declaration" && child.property.toLowerCase() === name ? symbolsOf(generate(child.value)) : [],
      );
    const symbols = [...textsOf("symbols"), ...textsOf("additive-symbols")].slice(0, mostSymbols);
    const [prefix = ""] = textsOf("prefix");
    const [suffix = ". "] = textsOf("suffix");
    const written = symbols.length > 0 ? symbols : [counterCharacter];
    styles.set(
      generate(node.prelude).trim(),
      written.map((symbol) => `${prefix}${symbol}${suffix}`),
    );
  });
  return styles;
}

/** Strings and names: a symbol may be either (CSS Counter Styles 3, 3.1). */
const symbolsOf = (value: string): readonly string[] =>
  [...parseValue(value)].flatMap((node) =>
    node.type === "String" ? [node.value] : node.type === "Identifier" ? [ident.decode(node.name)] : [],
  );

interface KnownValues {
  readonly custom: ReadonlyMap<string, readonly string[]>;
  readonly styles: ReadonlyMap<string, readonly string[]>;
}

/** What is written where a value names a counter style. */
const styledTexts = (value: string, styles: KnownValues["styles"]): readonly string[] =>
  styles.size === 0 ? [] : symbolsOf(value).flatMap((name) => styles.get(name) ?? []);

function effectsOf(
  { property, value }: Declaration,
  pseudo: string | undefined,
  { custom, styles }: KnownValues,
): readonly CssEffect[] {
  const name = property.toLowerCase();
  const given = generate(value);
  if (name === "unicode-bidi") return /override$/i.test(given) ? [{ kind: "turns" }] : [];
  if (pseudo === "first-letter" || (pseudo === "first-line" && name !== "content"))
    return takesAway(name, given, custom) ? [{ kind: "hides-first-letter" }] : [];
  const writes = (text: string, at: "before" | "after" | "instead"): CssEffect => ({ kind: "writes", text, at });
  if (name === "content") {
    const at = pseudo === "before" || pseudo === "marker" ? "before" : pseudo === "after" ? "after" : "instead";
    const inStyle = [...given.matchAll(/counters?\([^)]*?,\s*([\w-]+)\s*\)/gi)].flatMap(([, style = ""]) =>
      (styles.get(style) ?? []).map((text) => text.replace(/\. $/, "")),
    );
    return [...writtenBy(given, custom), ...inStyle].map((text) => writes(text, at));
  }
  if (name === "list-style-type" || name === "list-style")
    return [...stringsOf(given), ...styledTexts(given, styles)].map((text) => writes(text, "before"));
  if (name === "quotes")
    return stringsOf(given).map((text, index) => writes(text, index % 2 === 0 ? "before" : "after"));
  return [];
}

/** Whether a first letter is not seen any more, or not where it is written. */
function takesAway(name: string, given: string, custom: ReadonlyMap<string, readonly string[]>): boolean {
  const values = variantsOf(given, custom);
  if (name === "float") return /^(?:right|inline-end)$/i.test(given);
  if (/^(?:position|margin-left|margin-inline-start)$/.test(name)) return /^(?:absolute|fixed)$|^-/i.test(given);
  if (/^(?:color|-webkit-text-fill-color)$/.test(name) && values.some(isNoColor)) return true;
  if (/^background(?:-color)?$/.test(name)) return /currentcolor/i.test(given);
  return values.some((value) => hiding[name]?.(value) === true);
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
    else if (part.type === "Function" && copies.has(part.name.toLowerCase())) text += copyCharacter;
    else if (part.type === "Operator") text += " ";
  }
  return text;
}

/** Functions that write what an element holds. */
const copies: ReadonlySet<string> = new Set(["string", "element", "content", "target-text"]);

const isCounter = ({ name }: FunctionNode) => /^(?:target-)?counters?$/i.test(name);

function stringsOf(value: string): readonly string[] {
  const strings: string[] = [];
  const collect = (node: CssNode) => {
    if (node.type === "String") strings.push(node.value);
  };
  for (const node of parseValue(value)) walk(node, collect);
  return strings;
}
