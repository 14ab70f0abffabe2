import type { NamedFigure } from "../language/index.ts";

/** What of a text is no statistic: names, dates, ages. */
export type FindNames = (text: string) => readonly FoundName[];

/** A stretch of a text that is of a name. */
export interface FoundName extends NamedFigure {
  /** Whether the author has declared it. */
  readonly isDeclared?: boolean;
}

interface NameOptions {
  /** Names with digits, each as it is written and as a whole. */
  readonly declared: readonly string[];
  /** Names of every briefing. */
  readonly findNames: FindNames;
  /** Whether a word may be a name: it is none of the data's own. */
  readonly mayBeName?: ((text: string) => boolean) | undefined;
}

/** Finds declared names, what `findNames` does, and the years of works that are cited by an author whom the data does not know. */
export function findAllNames({ declared, findNames, mayBeName }: NameOptions): FindNames {
  const isDeclared = wholeNames(declared);
  return (text): readonly FoundName[] => [
    ...findNames(text),
    ...(isDeclared
      ? [...text.matchAll(isDeclared)].map(({ 0: found, index }) => ({ index, length: found.length, isDeclared: true }))
      : []),
    ...(mayBeName ? citedYears(text, mayBeName) : []),
  ];
}

/** Matches each of some names with digits as a whole; undefined where none has digits. */
function wholeNames(written: readonly string[]): RegExp | undefined {
  const names = written.filter((name) => /\p{N}/u.test(name));
  if (names.length === 0) return undefined;
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(
    `(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:${escaped.join("|")})(?![\\p{L}\\p{N}%‰]|[.,]\\p{N}|\\s?%)`,
    "gu",
  );
}

/** (Willingham, 2009; Coe, 2013), (Gomez 2014 and Kanno 2020), Whiffen (2018). In brackets after an area or a plural it may be a count of these. */
const citation =
  /(?:(?<=\([^()]*)(?<first>\p{Lu}[\p{L}\p{M}’'-]+) (?=(?:19|20)\d{2}[a-z]?(?:;| and) \p{Lu}[^();]* (?:19|20)\d{2}[a-z]?\))|(?<=\([^()]* (?:19|20)\d{2}[a-z]?(?:;| and) )(?<second>\p{Lu}[\p{L}\p{M}’'-]+) (?=(?:19|20)\d{2}[a-z]?\))|(?<=\([^()]*)(?<author>\p{Lu}[\p{L}\p{M}’'-]+), |(?<=\p{L}[.,]? )(?<writer>\p{Lu}[\p{L}\p{M}’'-]+)(?<!s) \((?:(?:19|20)\d{2}, )*)(?<year>(?:19|20)\d{2})[a-z]?(?=[;)]|, (?:19|20)\d{2}| and \p{Lu}[^();]* (?:19|20)\d{2}[a-z]?\))/gu;

function citedYears(text: string, mayBeName: (text: string) => boolean): readonly NamedFigure[] {
  if (!text.includes("(")) return [];
  return [...text.matchAll(citation)].flatMap(({ 0: found, groups = {}, index }) =>
    mayBeName(groups.author ?? groups.writer ?? groups.first ?? groups.second ?? "")
      ? [{ index, length: found.length, isSure: true }]
      : [],
  );
}
