import { isCall, isString, simpleName } from "./ast.ts";
import { nameKey } from "./named-things.ts";

interface Facts {
  readonly whenTrue: readonly string[];
  readonly whenFalse: readonly string[];
}

const nothing: Facts = { whenTrue: [], whenFalse: [] };
const swapped = ({ whenTrue, whenFalse }: Facts): Facts => ({ whenTrue: whenFalse, whenFalse: whenTrue });

const namesGiven = (hash: hbs.AST.Hash | undefined): readonly string[] =>
  (hash?.pairs ?? []).flatMap(({ key, value }) => (isString(value) ? [nameKey(key, value.value)] : []));

/** What a condition says of names that exist, by the helper that says it. */
const factsOf: Readonly<Record<string, (call: hbs.AST.SubExpression) => Facts>> = {
  has: ({ hash }) => ({ whenTrue: namesGiven(hash), whenFalse: [] }),
  not: ({ params: [condition] }) => swapped(facts(condition)),
  and: ({ params }) => ({ whenTrue: params.flatMap((condition) => facts(condition).whenTrue), whenFalse: [] }),
  or: ({ params }) => ({ whenTrue: [], whenFalse: params.flatMap((condition) => facts(condition).whenFalse) }),
};

function facts(condition: hbs.AST.Expression | undefined): Facts {
  if (!condition || !isCall(condition)) return nothing;
  const name = simpleName(condition.path);
  return (name !== undefined && factsOf[name]?.(condition)) || nothing;
}

/** Names that exist wherever the block's content, or its `else`, is rendered. */
export function guardsOf(block: hbs.AST.BlockStatement): { inside: readonly string[]; otherwise: readonly string[] } {
  const name = simpleName(block.path);
  const { whenTrue, whenFalse } = facts(block.params[0]);
  if (name === "known") return { inside: namesGiven(block.hash), otherwise: [] };
  if (name === "if") return { inside: whenTrue, otherwise: whenFalse };
  if (name === "unless") return { inside: whenFalse, otherwise: whenTrue };
  return { inside: [], otherwise: [] };
}
