/** A part of an expression of Vega, as its parser gives it. */
export interface ExpressionNode {
  readonly type: string;
  readonly name?: string;
  /** As it is written, of a literal. */
  readonly raw?: string;
  readonly computed?: boolean;
  readonly object?: ExpressionNode;
  readonly property?: ExpressionNode;
  readonly callee?: ExpressionNode;
  readonly arguments?: readonly ExpressionNode[];
  /** Visits it and what is in it, from left to right. */
  visit(visitor: (node: ExpressionNode) => void): void;
}

/** What Vega writes JavaScript of expressions with. */
export interface ExpressionWriting {
  /** `globals`: names of signals. */
  readonly codeGenerator: (node: ExpressionNode) => { readonly code: string; readonly globals: readonly string[] };
  /** `visitors`: what finds out, by the name of a function, what data or scale a call of it depends on. */
  readonly codegenParams: { readonly visitors: Readonly<Record<string, unknown>> };
}

/** An expression that was read before. */
export interface ReadExpression {
  /** Of no other. */
  readonly number: number;
  /** The JavaScript that Vega writes of it. */
  readonly code: string;
  /** Expressions of the fields that it reads; undefined where not all of them are named. */
  readonly fields: readonly string[] | undefined;
  /** Expressions of all that it depends on, in Vega's order: data and scales, fields, signals. Undefined as of fields. */
  readonly dependencies: readonly string[] | undefined;
}

/** Characters of expressions and their code that are kept: those of about twenty charts of recipes. */
const mostCharacters = 2_000_000;

/**
 * Reads each text once, and keeps what it found, of the last so many: the same recipes are drawn again and again, and say the same of most of their
 * layers. What is kept of a text depends on nothing else. Undefined where Vega cannot read it.
 */
export function createExpressionReader(
  parseExpression: (text: string) => ExpressionNode,
  { codeGenerator, codegenParams: { visitors } }: ExpressionWriting,
  most = mostCharacters,
): (text: string) => ReadExpression | undefined {
  const known = new Map<string, ReadExpression | undefined>();
  let characters = 0;
  let count = 0;
  const read = (text: string): ReadExpression | undefined => {
    try {
      const node = parseExpression(text);
      const { code, globals } = codeGenerator(node);
      const { fields, calls } = dependenciesOf(node, visitors);
      count += 1;
      return { number: count, code, fields, dependencies: fields && calls && [...calls, ...fields, ...globals] };
    } catch {
      return undefined;
    }
  };
  const sizeOf = (text: string, found: ReadExpression | undefined) => text.length + (found?.code.length ?? 0);
  return (text) => {
    if (known.has(text)) return known.get(text);
    const found = read(text);
    known.set(text, found);
    characters += sizeOf(text, found);
    for (const [oldest, of] of known) {
      if (characters <= most) break;
      known.delete(oldest);
      characters -= sizeOf(oldest, of);
    }
    return found;
  };
}

interface Dependencies {
  readonly fields: readonly string[] | undefined;
  readonly calls: readonly string[] | undefined;
}

/** What an expression reads of rows, and the data and scales that its functions ask. Undefined where one of these is told by a figure or a text of a row. */
function dependenciesOf(whole: ExpressionNode, visitors: ExpressionWriting["codegenParams"]["visitors"]): Dependencies {
  let fields: Set<string> | undefined = new Set();
  let calls: Set<string> | undefined = new Set();
  whole.visit((node) => {
    if (node.type === "MemberExpression" && isOfRow(node)) {
      const path = pathOf(node);
      if (path === undefined) fields = undefined;
      else fields?.add(path);
    }
    const name = node.type === "CallExpression" ? node.callee?.name : undefined;
    const visitor = name === undefined ? undefined : visitors[name];
    if (visitor === undefined) return;
    const [first] = node.arguments ?? [];
    const isNamed = first?.type === "Literal" && (visitor === visitors.data || visitor === visitors.scale);
    if (isNamed) calls?.add(`${name}(${first.raw}, 0)`);
    else calls = undefined;
  });
  return { fields: fields && [...fields], calls: calls && [...calls] };
}

const isOfRow = ({ object }: ExpressionNode): boolean =>
  object?.type === "MemberExpression" ? isOfRow(object) : object?.name === "datum";

/** A field, or what is in one, as an expression; undefined where its name is worked out. */
function pathOf({ object, property, computed }: ExpressionNode): string | undefined {
  const before = object?.type === "MemberExpression" ? pathOf(object) : "datum";
  if (before === undefined) return undefined;
  if (computed) return property?.type === "Literal" ? `${before}[${property.raw}]` : undefined;
  return `${before}.${property?.name}`;
}
