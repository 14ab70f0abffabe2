import { matchesOf } from "../matches-of.ts";
import { isGroup, neededTexts } from "./needed-texts.ts";

/** All matches of some expressions in a text, one expression after the other. */
export type PatternSearch = (text: string) => readonly RegExpExecArray[];

interface SearchedPattern {
  readonly source: string;
  /** Which of the choices of texts it needs. */
  readonly needs: readonly number[];
  pattern?: RegExp;
}

/**
 * Asks each expression only of a text that holds what it needs: to compile all of a language's takes a tenth of a first briefing's
 * time, and hardly any of them matches anything.
 *
 * @param sources of expressions with the flag `u`.
 * @param parts groups that stand in many of them, the longest first; what is no group is of no use.
 */
export function createPatternSearch(sources: readonly string[], parts: readonly string[] = []): PatternSearch {
  const choices: (readonly string[])[] = [];
  const numberOf = new Map<string, number>();
  const read = new Map<string, readonly (readonly string[])[]>();
  for (const part of parts.filter(isGroup).reverse()) read.set(part, neededTexts(part, new Map([...read].reverse())));
  const known = new Map([...read].reverse());
  const patterns = sources.map((source): SearchedPattern => {
    const needs = neededTexts(source, known).map((choice) => {
      const key = choice.join("|");
      const number = numberOf.get(key) ?? choices.push(choice) - 1;
      numberOf.set(key, number);
      return number;
    });
    return { source, needs: [...new Set(needs)] };
  });

  return (text) => {
    const answers: (boolean | undefined)[] = [];
    const found: RegExpExecArray[] = [];
    for (const each of patterns) {
      let isAsked = true;
      for (const number of each.needs) {
        answers[number] ??= holdsOne(text, choices[number] ?? []);
        isAsked &&= answers[number];
        if (!isAsked) break;
      }
      if (!isAsked) continue;
      each.pattern ??= new RegExp(each.source, "gu");
      found.push(...matchesOf(each.pattern, text));
    }
    return found;
  };
}

function holdsOne(text: string, parts: readonly string[]): boolean {
  for (const part of parts) if (text.includes(part)) return true;
  return false;
}
