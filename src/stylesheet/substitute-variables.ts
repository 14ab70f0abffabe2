/** How deep custom properties may refer to each other; a cycle ends here too (CSS Variables 1, 2.3). */
const maxDepth = 16;

/** Replaces every `var(--name, fallback)`; undefined if one has neither a value nor a fallback. */
export function substituteVariables(text: string, custom: ReadonlyMap<string, string>, depth = 0): string | undefined {
  const start = text.search(/\bvar\(/i);
  if (start < 0) return text;
  if (depth > maxDepth) return undefined;
  const end = closingParenthesis(text, start + 4);
  if (end === undefined) return undefined;
  const inside = text.slice(start + 4, end);
  const comma = inside.indexOf(",");
  const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const value = custom.get(name) ?? (comma < 0 ? undefined : inside.slice(comma + 1).trim());
  const replaced = value === undefined ? undefined : substituteVariables(value, custom, depth + 1);
  if (replaced === undefined) return undefined;
  return substituteVariables(text.slice(0, start) + replaced + text.slice(end + 1), custom, depth);
}

function closingParenthesis(text: string, from: number): number | undefined {
  let open = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "(") open += 1;
    if (text[index] === ")") open -= 1;
    if (open === 0) return index;
  }
  return undefined;
}
