import type { HedgedMention } from "./find-mentions.ts";
import { readNumber } from "./number-pattern.ts";

/** `12, 14 and 16%`, `from 12 to 16 per 100,000`: the unit that the last one has is meant of all. */
export function shareUnits(words: string, mentions: readonly HedgedMention[]): readonly HedgedMention[] {
  const all = [...mentions];
  // A comma alone joins nothing: "of 1,950, 12% were" are two numbers, and of "12, 14 and 16%" the "and" says so.
  const shared = new Set<number>();
  for (let index = all.length - 2; index >= 0; index -= 1) {
    const [mention, next] = [all[index], all[index + 1]];
    if (mention?.kind !== "quantity" || next?.kind !== "quantity") continue;
    const isBare = mention.unit === "number" && mention.population === undefined && !mention.per;
    const hasUnit = next.unit === "percent" || next.unit === "percentage-points" || next.population !== undefined;
    const between = words.slice(mention.end, next.start);
    const isList = /^\s*(?:,?\s*and|or|&)\s*$/iu.test(between) || (shared.has(index + 1) && /^\s*,\s*$/u.test(between));
    const isSpan =
      /^\s*to\s*$/iu.test(between) && /(?<!\p{L})from\s+(?:\p{L}+\s+)?$/iu.test(words.slice(0, mention.start));
    // "989 or 19%" are a number and its proportion.
    const isOfOneKind = mention.value <= 100 || next.value > 100 || next.unit === "number";
    if (!isBare || !hasUnit || !(isList || isSpan) || !isOfOneKind) continue;
    shared.add(index);
    const read = readNumber(words.slice(mention.start, mention.end));
    const { unit, population } = next;
    all[index] = {
      ...mention,
      unit,
      step: read?.lastDigit ?? mention.step,
      population: population ?? mention.population,
    };
  }
  return all;
}
