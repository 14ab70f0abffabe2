import { positionMark } from "./mark-digits.ts";

/** Where in HTML a piece of a template ends, so that the next piece is read rightly. */
export interface HtmlContext {
  readonly mode:
    | "text"
    /** All of it is text: a title, in which no element is read. */
    | "plain"
    | "tag"
    | "value"
    | "double-quoted"
    | "single-quoted"
    | "unquoted"
    | "comment"
    | "declaration"
    | "raw";
  /** The element whose tag was last opened, in lower case; in `raw` mode the one that holds the raw text. */
  readonly element: string;
  /** The attribute whose value this is, in lower case. */
  readonly attribute: string;
}

export const startOfText: HtmlContext = { mode: "text", element: "", attribute: "" };
export const plainContext: HtmlContext = { mode: "plain", element: "", attribute: "" };

interface Step {
  /** What ends a stretch of this mode, or holds digits. Global. */
  readonly tokens: RegExp;
  /** The context after a token, or undefined if it is only digits. */
  readonly next: (token: RegExpExecArray, context: HtmlContext) => HtmlContext | undefined;
}

const references = String.raw`&#?\w+;?`;
const into = (context: HtmlContext, mode: HtmlContext["mode"]): HtmlContext => ({ ...context, mode });
const rawElements = new Set(["style", "script"]);

/** One step a mode, after HTML's tokenizer (HTML Standard, 13.2.5), as far as it matters where digits and helpers stand. */
const steps: Readonly<Record<HtmlContext["mode"], Step>> = {
  text: {
    tokens: new RegExp(String.raw`<!--|<(\/?)([a-zA-Z][^\s/>]*)|<\/?$|<[!?]|${references}|\p{N}+`, "gu"),
    next([token, slash, name]) {
      if (token === "<!--") return into(startOfText, "comment");
      if (token === "<!" || token === "<?") return into(startOfText, "declaration");
      if (token.startsWith("<"))
        return { mode: "tag", element: `${slash ?? ""}${name?.toLowerCase() ?? ""}`, attribute: "" };
      return undefined;
    },
  },
  plain: { tokens: /\p{N}+/gu, next: () => undefined },
  tag: {
    tokens: /([^\s"'>/=]+)\s*=\s*|=\s*|>/gu,
    next([token, name], context) {
      if (token === ">") return rawElements.has(context.element) ? into(context, "raw") : startOfText;
      return { ...context, mode: "value", attribute: name?.toLowerCase() ?? "" };
    },
  },
  value: {
    // What starts an unquoted value is part of it.
    tokens: /["'>]|(?=[^\s"'>])/gu,
    next([token], context) {
      if (token === '"') return into(context, "double-quoted");
      if (token === "'") return into(context, "single-quoted");
      return token === ">" ? startOfText : into(context, "unquoted");
    },
  },
  "double-quoted": {
    tokens: quotedTokens('"'),
    next: ([token], context) => (token === '"' ? into(context, "tag") : undefined),
  },
  "single-quoted": {
    tokens: quotedTokens("'"),
    next: ([token], context) => (token === "'" ? into(context, "tag") : undefined),
  },
  unquoted: {
    tokens: /\s|>|\p{N}+/gu,
    next([token], context) {
      if (token === ">") return startOfText;
      return /\s/u.test(token) ? into(context, "tag") : undefined;
    },
  },
  comment: { tokens: /-->/gu, next: () => startOfText },
  declaration: { tokens: />/gu, next: () => startOfText },
  raw: {
    tokens: /<\/(style|script)(?=[\s/>])/giu,
    next: ([, name], context) =>
      name?.toLowerCase() === context.element ? { mode: "tag", element: `/${name}`, attribute: "" } : undefined,
  },
};

function quotedTokens(quote: string): RegExp {
  return new RegExp(String.raw`${quote}|${references}|\p{N}+`, "gu");
}

/** Attributes that a reader meets. Digits in others (a class, a URL) are nobody's figure. */
const readableAttribute = /^(?:alt|title|placeholder|label|summary|content|abbr|aria-.+)$/u;

/** Attributes whose value is a number that a reader meets, with their element. */
const numberAttributes: ReadonlySet<string> = new Set(["ol start", "li value", "data value"]);

/**
 * Puts a position mark before the digits that a reader will meet, and tells where in HTML the text ends. Tag names,
 * comments, style sheets and attributes that nobody reads stay as they are; a character reference that stands for a
 * digit (`&#49;`, `&frac12;`) is marked as a whole.
 */
export function markHtmlDigits(
  text: string,
  context: HtmlContext,
  positionAt: (offset: number) => number,
): { readonly text: string; readonly context: HtmlContext } {
  let marked = "";
  let current = context;
  let offset = 0;
  while (offset < text.length) {
    const { tokens, next } = steps[current.mode];
    const pattern = new RegExp(tokens);
    pattern.lastIndex = offset;
    const token = pattern.exec(text);
    if (!token) break;
    const after = next(token, current);
    const isFigure = !after && readable(current) && holdsDigit(token[0]);
    marked += text.slice(offset, token.index) + (isFigure ? positionMark(positionAt(token.index)) : "") + token[0];
    offset = token.index + token[0].length;
    current = after ?? current;
  }
  return { text: marked + text.slice(offset), context: current };
}

const readable = ({ mode, element, attribute }: HtmlContext) =>
  mode === "text" ||
  mode === "plain" ||
  readableAttribute.test(attribute) ||
  numberAttributes.has(`${element} ${attribute}`);

/** For a run of digits, and for a character reference to one. */
function holdsDigit(token: string): boolean {
  if (!token.startsWith("&")) return true;
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));?$/iu.exec(token) ?? [];
  const codePoint = hex ? Number.parseInt(hex, 16) : Number(decimal);
  if (codePoint <= 0x10ffff) return /\p{N}/u.test(String.fromCodePoint(codePoint));
  return /^&(?:frac\d\d|half|sup[123])\b/u.test(token);
}
