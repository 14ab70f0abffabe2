import { type CssNode, fork, type ParseOptions, parse, tokenTypes } from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";
import { locationOf } from "./location.ts";
import { mostParts } from "./nest-selector.ts";
import { deepestBrackets, upToDepth } from "./nesting-depth.ts";
import { rulesIn, type StylesheetRule } from "./rules.ts";

/** A stylesheet as text, and its file name for diagnostics. */
export interface Stylesheet {
  readonly text: string;
  readonly file?: string | undefined;
}

/** Something that is not CSS; it is left out. */
export interface SyntaxProblem {
  readonly message: string;
  readonly source: SourceLocation;
}

/** A stylesheet that has been read: it stands wherever a `Stylesheet` is asked for, and is not parsed again. */
export interface ParsedStylesheet extends Stylesheet {
  /** All of it, values of custom properties as raw text (see `declarationValue`). */
  readonly tree: CssNode;
  /** The rules one by one, in the order of the text. */
  readonly rules: readonly StylesheetRule[];
  readonly problems: readonly SyntaxProblem[];
}

export interface ParseStart {
  /** Where the text starts in its file, from 1, for a `<style>` inside HTML. */
  readonly line?: number;
  readonly column?: number;
}

/** Parses a stylesheet, unless it has been parsed already. Never throws: what is not CSS is among the problems. */
export function parseStylesheet(
  sheet: Stylesheet | ParsedStylesheet,
  { line = 1, column = 1 }: ParseStart = {},
): ParsedStylesheet {
  if ("tree" in sheet) return sheet;
  const { text, file } = sheet;
  const problems: SyntaxProblem[] = [];
  const shallow = upToDepth(text);
  if (shallow !== undefined) problems.push(tooDeep(shallow, { line, column, file }));
  const tree = parseNested(shallow ?? text, {
    positions: true,
    filename: file ?? "",
    line,
    column,
    onParseError: ({ message, line, column }) =>
      problems.push({ message, source: file === undefined ? { line, column } : { file, line, column } }),
  });
  let known: readonly StylesheetRule[] | undefined;
  const rules = () => {
    known ??= rulesIn(tree, (rule) =>
      problems.push({
        message: `The selectors of nested rules come to more than ${mostParts} parts here; the rule is left out`,
        source: locationOf(rule, file),
      }),
    );
    return known;
  };
  return {
    text,
    file,
    tree,
    get problems() {
      rules();
      return problems;
    },
    get rules() {
      return rules();
    },
  };
}

function tooDeep(
  before: string,
  { line, column, file }: Required<ParseStart> & Pick<Stylesheet, "file">,
): SyntaxProblem {
  const lines = before.split("\n");
  const last = lines.at(-1) ?? "";
  const at = { line: line + lines.length - 1, column: (lines.length > 1 ? 1 : column) + last.length };
  return {
    message: `Brackets are nested more than ${deepestBrackets} deep; what comes after is left out, too`,
    source: file === undefined ? at : { file, ...at },
  };
}

/** What the parser is in the middle of, as far as a block needs it. */
interface Parsing {
  readonly eof: boolean;
  readonly tokenType: number;
  readonly tokenIndex: number;
  readonly tokenStart: number;
  next(): void;
  eat(type: number): void;
  lookupType(offset: number): number;
  charCodeAt(offset: number): number;
  createList(): { push(node: CssNode): void };
  getLocation(start: number, end: number): unknown;
  parseWithFallback(parse: () => CssNode, otherwise: (this: Parsing) => CssNode): CssNode;
  Raw(until: ((code: number) => number) | null, excludeWhiteSpace: boolean): CssNode;
  readonly consumeUntilSemicolonIncluded: (code: number) => number;
  readonly Atrule: (isStyleBlock: boolean) => CssNode;
  readonly Rule: () => CssNode;
  readonly Declaration: () => CssNode;
}

/**
 * Parses a stylesheet whose rules may hold rules (CSS Nesting 1). css-tree knows a nested rule by its `&` only, so a text in
 * which it finds anything wrong is parsed once more, with blocks in which whatever comes to `{` before `;` is a rule.
 */
function parseNested(text: string, options: ParseOptions): CssNode {
  const errors: Parameters<NonNullable<ParseOptions["onParseError"]>>[] = [];
  const plain = parse(text, { ...options, onParseError: (...found) => errors.push(found) });
  return errors.length === 0 ? plain : fork({ node: { Block: block } }).parse(text, options);
}

const block = {
  name: "Block",
  structure: { children: [["Atrule", "Rule", "Declaration"]] },
  generate: () => {},
  parse(this: Parsing, isStyleBlock: boolean) {
    const start = this.tokenStart;
    const children = this.createList();
    this.eat(tokenTypes.LeftCurlyBracket);
    while (!this.eof && this.tokenType !== tokenTypes.RightCurlyBracket) {
      if (skipped.has(this.tokenType)) this.next();
      else children.push(parseItem(this, isStyleBlock));
    }
    if (!this.eof) this.eat(tokenTypes.RightCurlyBracket);
    return { type: "Block", loc: this.getLocation(start, this.tokenStart), children };
  },
};

const skipped = new Set([tokenTypes.WhiteSpace, tokenTypes.Comment, tokenTypes.Semicolon]);

function parseItem(parser: Parsing, isStyleBlock: boolean): CssNode {
  const raw = () => parser.Raw(null, true);
  if (parser.tokenType === tokenTypes.AtKeyword) {
    return parser.parseWithFallback(() => parser.Atrule.call(parser, isStyleBlock), raw);
  }
  if (!isStyleBlock || (!isCustomProperty(parser) && opensBlock(parser)))
    return parser.parseWithFallback(parser.Rule, raw);
  return parser.parseWithFallback(parser.Declaration, () => parser.Raw(parser.consumeUntilSemicolonIncluded, true));
}

/** Its value may hold a block. */
const isCustomProperty = (parser: Parsing) =>
  parser.charCodeAt(parser.tokenStart) === hyphen && parser.charCodeAt(parser.tokenStart + 1) === hyphen;
const hyphen = 45;

/** A block comes before the end of a declaration. */
function opensBlock(parser: Parsing): boolean {
  const ends: readonly number[] = [tokenTypes.Semicolon, tokenTypes.RightCurlyBracket, tokenTypes.EOF];
  let offset = 0;
  while (!ends.includes(parser.lookupType(offset))) {
    if (parser.lookupType(offset) === tokenTypes.LeftCurlyBracket) return true;
    offset += 1;
  }
  return false;
}
