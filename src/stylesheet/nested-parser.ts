import { type CssNode, fork, type ParseOptions, parse, tokenTypes } from "css-tree";

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
export function parseNested(text: string, options: ParseOptions): CssNode {
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
