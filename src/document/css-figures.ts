import { type CssNode, type Declaration, generate, ident, tokenize, tokenTypes, walk } from "css-tree";
import { declarationValue, parseDeclarationList, parseStylesheet, type Stylesheet } from "../stylesheet/index.ts";
import { holdsSvgText } from "./svg-text.ts";

/** A figure that CSS writes onto the page. Lines and columns count from 1. */
export interface CssFigure {
  /** Predicate of a sentence: `writes the figure "140%"`. */
  readonly what: string;
  readonly hint: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Properties whose strings are names, or instructions to old browsers (`filter: progid:…`). Any other string may be shown:
 * `content`, `quotes`, `list-style-type`, …
 */
const namesOnly = /^(?:font(?:-.*)?|src|grid(?:-.*)?|animation(?:-.*)?|[*_]?(?:-ms-)?filter)$/i;
const counters: ReadonlySet<string> = new Set(["counter-reset", "counter-set", "counter-increment"]);
/** What of a counter style may be a name (CSS Counter Styles 3). */
const symbolic: ReadonlySet<string> = new Set(["symbols", "additive-symbols", "prefix", "suffix", "negative", "pad"]);
const digit = /\p{N}/u;

const printHint = "Print figures in the template, with {{claim}}, {{value}} or {{literal}}.";

/**
 * Finds figures that CSS writes: digits in strings, values of attributes, texts in images, counters that start or step
 * by anything but 0 and 1. Counters that count (pages, notes, items, sections) are no figures of the data.
 * @param written custom properties that may be seen, of all stylesheets of the page: `writtenProperties`.
 */
export function stylesheetFigures(sheet: Stylesheet, written: ReadonlySet<string>): readonly CssFigure[] {
  return figuresWritten(
    declarationsIn(sheet).filter(({ property }) => !property.startsWith("--") || written.has(ident.decode(property))),
  );
}

/** The same of the text of a `style` attribute. What it asks of a custom property may be any text of a stylesheet. */
export function styleFigures(text: string): readonly CssFigure[] {
  const declarations = parseDeclarationList(text, { positions: true });
  const asking = declarations.filter(
    ({ property, value }) => writesStrings.test(property) && propertiesIn(value).length > 0,
  );
  return [
    ...figuresWritten(declarations),
    ...asking.map(({ property, loc }) => ({
      what: `writes a custom property (${property}), whose figures cannot be traced`,
      hint: "Write the text itself.",
      line: loc?.start.line ?? 1,
      column: loc?.start.column ?? 1,
    })),
  ];
}

/** Properties of elements that write strings. */
const writesStrings = /^(?:list-style(?:-type)?|quotes|content|--.*)$/i;

function declarationsIn(sheet: Stylesheet): readonly Declaration[] {
  const declarations: Declaration[] = [];
  walk(parseStylesheet(sheet).tree, (node) => {
    if (node.type === "Declaration") declarations.push(node);
  });
  return declarations;
}

/** Custom properties that a value asks for. */
const propertiesIn = (value: CssNode): readonly string[] =>
  Array.from(generate(value).matchAll(/var\(\s*(--(?:\\.|[^\s,()\\])+)/gi), ([, name = ""]) => ident.decode(name));

/**
 * Custom properties of which some property may write strings, through others too. That `--font: "Source Serif 4"` is none of them says
 * that the 4 is a name's.
 */
export function writtenProperties(sheets: readonly Stylesheet[]): ReadonlySet<string> {
  const asked = new Map<string, string[]>();
  const written = new Set<string>();
  for (const { property, value } of sheets.flatMap(declarationsIn)) {
    const names = propertiesIn(value);
    if (names.length === 0 || namesOnly.test(property)) continue;
    if (!property.startsWith("--")) for (const name of names) written.add(name);
    else asked.set(ident.decode(property), [...(asked.get(ident.decode(property)) ?? []), ...names]);
  }
  // A set goes on to what is added while it is gone through.
  for (const name of written) for (const other of asked.get(name) ?? []) written.add(other);
  return written;
}

function figuresWritten(declarations: readonly Declaration[]): readonly CssFigure[] {
  const figures: CssFigure[] = [];
  const report = ({ loc }: CssNode, what: string, hint: string) => {
    figures.push({ what, hint, line: loc?.start.line ?? 1, column: loc?.start.column ?? 1 });
  };
  for (const declaration of declarations) {
    if (!namesOnly.test(declaration.property)) readDeclaration(declaration, report);
  }
  return figures;
}

type Report = (node: CssNode, what: string, hint: string) => void;

function readDeclaration(declaration: Declaration, report: Report): void {
  const property = declaration.property.toLowerCase();
  const isCounter = counters.has(property);
  if (isCounter && hasTwice(declarationValue(declaration)))
    report(declaration, `steps a counter by more than 1 (${property})`, "Let counters start at 0 or 1 and step by 1.");
  if (symbolic.has(property)) readSymbols(declaration, report);
  walk(declarationValue(declaration), function (node) {
    // What target-counter() is told by an attribute is where it leads, and not printed.
    if (node.type === "Function" && /^attr$/i.test(node.name) && /^target-counters?$/i.test(this.function?.name ?? ""))
      return;
    // A value that is no CSS, of a custom property: what it would be used for is not known.
    if (node.type === "Raw" && /["'][^"']*\p{N}/u.test(node.value) && !isBroken(node.value))
      writes(node, node.value, report);
    else if (node.type === "String" && digit.test(node.value)) writes(node, node.value, report);
    else if (node.type === "Url" && holdsSvgText(node.value)) {
      report(node, "shows an SVG with texts in it, whose figures cannot be traced", "Turn its texts into paths.");
    } else if (node.type === "Function" && /^attr$/i.test(node.name)) {
      report(node, "prints an attribute, whose figures cannot be traced", printHint);
    } else if (isCounter && setsCounter(node)) {
      report(
        node,
        `sets a counter by ${property}, which would print a figure`,
        "Let counters start at 0 or 1 and step by 1.",
      );
    }
  });
}

/** Whether a text has an address or a string that is none, by which its declaration counts for nothing (CSS Syntax 3, 8.2). */
function isBroken(text: string): boolean {
  let found = false;
  tokenize(text, (type) => {
    found ||= type === tokenTypes.BadUrl || type === tokenTypes.BadString;
  });
  return found;
}

/** Each time that a counter is named it goes on by one. */
function hasTwice(value: CssNode): boolean {
  const names: string[] = [];
  walk(value, (node) => {
    if (node.type === "Identifier") names.push(node.name);
  });
  return new Set(names).size < names.length;
}

/** Symbols of a counter style may be names, and names may have digits. */
function readSymbols(declaration: Declaration, report: Report): void {
  walk(declarationValue(declaration), (node) => {
    if (node.type !== "Identifier") return;
    const name = ident.decode(node.name);
    if (digit.test(name)) writes(node, name, report);
  });
}

const writes = (node: CssNode, text: string, report: Report) =>
  report(node, `writes the figure "${/\p{N}+(?:[.,]\p{N}+)*%?/u.exec(text)?.[0]}"`, printHint);

const setsCounter = (node: CssNode): boolean =>
  node.type === "Number" ? !/^\+?[01]$/.test(node.value) : node.type === "Function";
