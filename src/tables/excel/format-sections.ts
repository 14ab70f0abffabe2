/** A part of a number format: what is written as it stands, a place of digits, or a part of a date. */
export type FormatToken =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "digits"; readonly text: string }
  | { readonly kind: "percent" }
  | { readonly kind: "general" }
  | { readonly kind: "text" }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "elapsed"; readonly text: string };

/** One of up to four parts of a number format, which semicolons divide. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  /** `[<5]`: which numbers it is for. */
  readonly condition: ((value: number) => boolean) | undefined;
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
};

/** The tokens of a format code (ECMA-376 part 1, 18.8.31), in the order in which they are tried. */
const tokenPattern =
  /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|(AM\/PM|A\/P|y+|m+|d+|h+|s+(?:\.0+)?|e+|b+|g+)|([#0?][#0?,.]*(?:E[+-][#0?]+)?|\.[#0?]+)|(%)|(@)|(;)|([\s\S])/giu;

/** A format code as its sections, at least one: for positive numbers, negative ones, zero and text, unless conditions say otherwise. */
export function parseFormat(code: string): readonly FormatSection[] {
  const sections: { tokens: FormatToken[]; condition: FormatSection["condition"] }[] = [
    { tokens: [], condition: undefined },
  ];
  for (const match of code.matchAll(tokenPattern)) {
    const section = sections.at(-1) as (typeof sections)[number];
    const [, quoted, escaped, bracket, general, date, digits, percent, text, end, other] = match;
    const literal = quoted ?? escaped ?? other;
    if (end !== undefined) sections.push({ tokens: [], condition: undefined });
    else if (literal !== undefined) section.tokens.push({ kind: "literal", text: literal });
    else if (bracket !== undefined) readBracket(bracket, section);
    else if (general !== undefined) section.tokens.push({ kind: "general" });
    else if (date !== undefined) section.tokens.push({ kind: "date", text: date.toLowerCase() });
    else if (digits !== undefined) section.tokens.push({ kind: "digits", text: digits });
    else if (percent !== undefined) section.tokens.push({ kind: "percent" });
    else if (text !== undefined) section.tokens.push({ kind: "text" });
  }
  return sections;
}

/** Colours say nothing; `[$£-809]` is a sign of money, `[h]` hours beyond a day. */
function readBracket(inside: string, section: { tokens: FormatToken[]; condition: FormatSection["condition"] }): void {
  const [, comparison, bound] = /^(<>|<=|>=|<|>|=)\s*(-?[\d.]+)$/.exec(inside) ?? [];
  const compare = comparison === undefined ? undefined : comparisons[comparison];
  if (compare) section.condition = (value) => compare(value, Number(bound));
  else if (/^(?:h+|m+|s+)$/i.test(inside)) section.tokens.push({ kind: "elapsed", text: inside.toLowerCase() });
  else if (inside.startsWith("$"))
    section.tokens.push({ kind: "literal", text: inside.slice(1).replace(/-[^-]*$/, "") });
}
