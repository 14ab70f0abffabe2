/** Deeper than any stylesheet nests: it bounds the recursion of all who read one. */
export const deepestBrackets = 128;

/** The text up to where brackets stand more than `deepestBrackets` deep; undefined: they never do. */
export function upToDepth(text: string): string | undefined {
  if (text.length <= deepestBrackets) return undefined;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (opening.has(token)) depth += 1;
    else if (closing.has(token)) depth = Math.max(0, depth - 1);
    if (depth > deepestBrackets) return text.slice(0, index);
  }
  return undefined;
}

const opening: ReadonlySet<string> = new Set(["{", "(", "["]);
const closing: ReadonlySet<string> = new Set(["}", ")", "]"]);

/** Brackets in strings and comments are none. */
const tokens = /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|\\[\s\S]|[{}()[\]]/g;
