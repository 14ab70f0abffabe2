import { positionKey } from "./adapt-helper.ts";

/** Handlebars nodes that the compiler makes or reads. Each made node stands where the one that it replaces stood. */

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

export const isString = (node: hbs.AST.Node): node is hbs.AST.StringLiteral => node.type === "StringLiteral";
export const isNumber = (node: hbs.AST.Node): node is hbs.AST.NumberLiteral => node.type === "NumberLiteral";
export const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === "PathExpression";
export const isCall = (node: hbs.AST.Node): node is hbs.AST.SubExpression => node.type === "SubExpression";

/** The name of a path that could be a helper's: one part, of the current context, with no `this`. */
export function simpleName(node: hbs.AST.Node): string | undefined {
  if (!isPath(node) || node.data || node.depth > 0 || node.parts.length !== 1) return undefined;
  return node.original === node.parts[0] ? node.parts[0] : undefined;
}

export function setPosition(call: Call, position: number): void {
  const { loc } = call;
  const value = { type: "NumberLiteral", value: position, original: position, loc } as hbs.AST.NumberLiteral;
  const pair = { type: "HashPair", key: positionKey, value, loc } as hbs.AST.HashPair;
  call.hash = { type: "Hash", pairs: [...(call.hash?.pairs ?? []), pair], loc } as hbs.AST.Hash;
}

export function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: "PathExpression", original: name, parts: [name], data: false, depth: 0, loc };
}

/** `(name …params)`, knowing its position. */
export function callOf(
  name: string,
  params: hbs.AST.Expression[],
  at: { loc: hbs.AST.SourceLocation; position: number },
) {
  const call = { type: "SubExpression", path: pathTo(name, at.loc), params, loc: at.loc } as hbs.AST.SubExpression;
  setPosition(call, at.position);
  return call;
}
