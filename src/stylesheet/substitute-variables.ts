/** How deep custom properties may refer to each other; a cycle ends here too (CSS Variables 1, 2.3). */
const maxDepth = 16;

/** What a value may come to: more than any has (CSS Variables 1, 3.3: Long Variables). */
const longest = 65_536;
const mostReferences = 4096;

interface Substitution {
  readonly custom: ReadonlyMap<string, string>;
  /** References that may still be replaced. */
  left: number;
}

/**
 * Replaces every `var(--name, fallback)`; undefined if one has neither a value nor a fallback, or if the value comes to more
 * than 65,536 characters or 4,096 references.
 */
export function substituteVariables(text: string, custom: ReadonlyMap<string, string>): string | undefined {
  return substitute(text, 0, { custom, left: mostReferences });
}

function substitute(text: string, depth: number, substitution: Substitution): string | undefined {
  let result = "";
  let from = 0;
  for (;;) {
    const start = nextReference(text, from);
    if (start === undefined)
      return result.length + text.length - from > longest ? undefined : beside(result, text.slice(from));
    const end = closingParenthesis(text, start + 4);
    substitution.left -= 1;
    if (depth > maxDepth || end === undefined || substitution.left < 0) return undefined;
    const replaced = referred(text.slice(start + 4, end), depth, substitution);
    if (replaced === undefined) return undefined;
    result = beside(beside(result, text.slice(from, start)), replaced);
    if (result.length > longest) return undefined;
    from = end + 1;
  }
}

/**
 * Two pieces of a value, of which neither ends a token of the other (CSS Variables 1, 3): `var(--gap)0`, as parsed CSS has it where a
 * space was, is two lengths.
 */
const beside = (before: string, after: string): string =>
  isOpen.has(before.at(-1) ?? "") || isClosed.has(after[0] ?? "") ? before + after : `${before} ${after}`;

const spaces = ["", " ", "\t", "\n", "\r", "\f", ",", "/"];
const isOpen: ReadonlySet<string> = new Set([...spaces, "("]);
const isClosed: ReadonlySet<string> = new Set([...spaces, ")"]);

function referred(inside: string, depth: number, substitution: Substitution): string | undefined {
  const comma = inside.indexOf(",");
  const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const value = substitution.custom.get(name) ?? (comma < 0 ? undefined : inside.slice(comma + 1).trim());
  return value === undefined ? undefined : substitute(value, depth + 1, substitution);
}

function nextReference(text: string, from: number): number | undefined {
  const found = text.slice(from).search(/\bvar\(/i);
  return found < 0 ? undefined : from + found;
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
