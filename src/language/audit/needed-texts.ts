/** A text that an expression matches holds one of these. */
type Choice = readonly string[];

/** Groups that stand in many sources, each with what it needs: they are read once. */
export type KnownParts = ReadonlyMap<string, readonly Choice[]>;

/**
 * What stands in each text that a regular expression matches: `(?:one|two) (?:child|girl)s?` needs "one" or "two", and "child" or
 * "girl". To look for these takes a fraction of what it takes to compile the expression.
 *
 * @param source of an expression with the flag `u`, without `i`.
 * @returns choices, from each of which one is needed; none where nothing can be said, as of `\p{Lu}+`.
 */
export function neededTexts(source: string, parts: KnownParts = new Map()): readonly Choice[] {
  const known: (readonly Choice[])[] = [];
  let short = source;
  for (const [part, needed] of parts) {
    if (!short.includes(part)) continue;
    const standIn = String.fromCharCode(firstStandIn + known.length);
    short = short.replaceAll(part, (_, at: number) => (short[at - 1] === "\\" ? part : standIn));
    known.push(needed);
  }
  return readAlternatives({ tokens: short.match(token) ?? [], at: 0, known });
}

/** Whether the first bracket of a source is closed by its last: it means the same wherever it stands, as `a|b` does not in `da|bc`. */
export function isGroup(source: string): boolean {
  let depth = 0;
  const tokens = source.match(token) ?? [];
  const end = tokens.findIndex((each) => {
    if (each.startsWith("(")) depth += 1;
    else if (each === ")") depth -= 1;
    return depth === 0;
  });
  return tokens[end] === ")" && end === tokens.length - 1;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly known: readonly (readonly Choice[])[];
}

/** Private use: no expression here has a character of it. */
const firstStandIn = 0xe000;
const lastStandIn = 0xe0ff;

const token =
  /\(\?(?:[:=!]|<[=!]|<\w+>)|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\k<\w+>|\\.|\[(?:\\.|[^\]\\])*\]|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[\p{L} ,]{2,}(?![*+?{])|./gsu;

/** Up to the end of the group, and past it. */
function readAlternatives(reader: Reader): readonly Choice[] {
  const first = readSequence(reader);
  if (reader.tokens[reader.at++] !== "|") return first;
  const all = new Set(rarest(first));
  let isKnown = all.size > 0;
  do {
    const choice = rarest(readSequence(reader));
    for (const text of choice) all.add(text);
    isKnown &&= choice.length > 0;
  } while (reader.tokens[reader.at++] === "|");
  return isKnown ? [[...all]] : [];
}

function readSequence(reader: Reader): readonly Choice[] {
  const choices: Choice[] = [];
  let letters = "";
  const endLetters = () => {
    if (letters !== "") choices.push([letters]);
    letters = "";
  };
  for (;;) {
    const next = reader.tokens[reader.at];
    if (next === undefined || next === "|" || next === ")") break;
    reader.at += 1;
    const needed = next.startsWith("(") ? readAlternatives(reader) : neededByPart(next, reader);
    const after = reader.tokens[reader.at] ?? "";
    const isRepeated = quantifier.test(after);
    const isOptional = optional.test(after);
    if (isRepeated) reader.at += 1;
    if (assertions.has(next)) continue;
    const said = needed ? undefined : lettersOf(next);
    if (said !== undefined && !isOptional) letters += said;
    if (said === undefined || isRepeated) endLetters();
    // What stands ahead or behind stands in the same text; what must not is none of it.
    if (needed && !isOptional && !next.endsWith("!")) choices.push(...needed);
  }
  endLetters();
  return choices;
}

function neededByPart(of: string, { known }: Reader): readonly Choice[] | undefined {
  const code = of.charCodeAt(0);
  return code >= firstStandIn && code <= lastStandIn ? known[code - firstStandIn] : undefined;
}

const assertions = new Set(["^", "$", "\\b", "\\B"]);
const quantifier = /^(?:[*+?]\??$|\{\d)/;
const optional = /^(?:[*?]\??$|\{0)/;

/** The letters that a token stands for, if it stands for one or some. */
function lettersOf(of: string): string | undefined {
  const code = /^\\(?:u\{?|x)([0-9a-fA-F]+)\}?$/.exec(of)?.[1];
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
  if (of.startsWith("\\")) return /^\\[^\w\s]$/u.test(of) ? of.slice(1) : undefined;
  return of === "." || of.startsWith("[") ? undefined : of;
}

/** The choice that the fewest texts hold one of: the one with the longest texts, then the one with the fewest. */
function rarest(choices: readonly Choice[]): Choice {
  let best: Choice = [];
  let longest = 0;
  for (const choice of choices) {
    let shortest = Number.POSITIVE_INFINITY;
    for (const { length } of choice) if (length < shortest) shortest = length;
    if (shortest < longest || (shortest === longest && choice.length >= best.length)) continue;
    best = choice;
    longest = shortest;
  }
  return best;
}
