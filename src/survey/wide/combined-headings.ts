import { sharedStart } from "../naming.ts";
import { monthName } from "../periods/period-in-text.ts";
import { areSexes } from "../said-in-titles.ts";
import { areBreakdown } from "./breakdowns.ts";
import { categoryHole, type WideGuess } from "./wide-guess.ts";

export interface CombinedHeadings {
  /** What stands beside the periods of headings, and the columns of each. */
  readonly all: readonly (readonly [rest: string, indices: readonly number[]])[];
  readonly indices: readonly number[];
  readonly bare: readonly number[];
  readonly dimension: string;
  /** Whether most headings tell a period. */
  readonly isMost: boolean;
  /** What the title says that stands across the top. */
  readonly across: string | undefined;
}

/** Headings of a period and a measure, or of a year and its part; what stands behind all periods tells no measures apart: `£ million | 2015-16 outturn`. */
export function guessCombined(given: CombinedHeadings): WideGuess | undefined {
  const [ending = "", other] = new Set(
    given.all.map(([rest]) => /\p{L}.*\{\}(?<ending>[^{}]*\p{L}[^{}]*)$/u.exec(rest)?.groups?.ending ?? ""),
  );
  if (ending === "" || other !== undefined || given.all.length < 2) return combinedOf(given);
  const found = combinedOf({ ...given, all: given.all.map(([rest, own]) => [rest.slice(0, -ending.length), own]) });
  if (!found) return undefined;
  const columns = [found.columns].flat().map((pattern) => `${pattern}${ending}`);
  return { ...found, columns: columns.length === 1 ? (columns[0] as string) : columns };
}

function combinedOf({ all, indices, bare, dimension, isMost, across }: CombinedHeadings): WideGuess | undefined {
  const named = all.filter(([rest]) => rest !== "{}");
  const parts = named.map(([rest, own]) => ({
    own,
    ...(/^(?<before>.*?)(?<left>[\s,:|_–/-]*)\{\}(?<right>[\s,:|_–/-]*)(?<after>.*)$/u.exec(rest)?.groups as Record<
      "before" | "left" | "right" | "after",
      string
    >),
  }));
  // A word ends where a period begins; `pop2014`, `pop2005`, `shops2005`, … have their years at the end, each name several of them.
  const areAtEnd =
    isMost && parts.length > 1 && parts.every(({ own, left, after }) => left === "" && after === "" && own.length > 1);
  // `2012Population`, `2011Population`, `2012Murder`, …: a word that begins with a capital begins where the year ends.
  const areAtStart =
    isMost &&
    parts.length > 1 &&
    parts.every(
      ({ own, before, right, after }) => before === "" && right === "" && /^\p{Lu}/u.test(after) && own.length > 1,
    );
  const areApart =
    areAtEnd ||
    areAtStart ||
    parts.every(({ before, left, right, after }) => (before === "" || left !== "") && (after === "" || right !== ""));
  // Of a few headings among many, what stands on both sides of years are groups: `Moved in 2000 to 2009 - count`.
  const areInParts = parts.some(({ before, after }) => before !== "" && after !== "");
  if (parts.length === 0 || !areApart || (areInParts && !isMost)) return undefined;
  const areAfter = parts.every(({ before, right }) => before === "" && right === parts[0]?.right);
  const shared = areAfter ? sharedStart(parts.map(({ after }) => after)) : "";
  const heads = parts.map(({ after, ...part }) => ({ ...part, after: after.slice(shared.length) }));
  const names = heads.map(({ before, after }) => [before, after].filter(Boolean).join(" "));
  // P1, P2, … are parts of a year, and no measures, nor are men and women.
  const [first] = heads;
  const areGroups = areBreakdown(names, across);
  if (
    bare.length === 0 &&
    (names.every((name) => /^(?:\p{L}|week|wk|month|period|term|wave) ?\d{1,2}$/iu.test(name)) ||
      names.every((name) => partOfYear.test(name)) ||
      areGroups) &&
    heads.every(({ left, right }) => left === first?.left && right === first.right)
  ) {
    const hole = `{${categoryHole}}`;
    return {
      tells: ["period", "category"],
      columns: areAfter ? `{${dimension}}${first?.right}${hole}` : `${hole}${first?.left}{${dimension}}`,
      indices,
      measures: [],
      bare: [],
      categories: names,
      label: areGroups ? across : undefined,
    };
  }
  const beside = groupsBeside(heads, { bare, across });
  if (beside)
    return {
      tells: ["period", "category"],
      columns: `${beside.before}${beside.left}{${dimension}}${beside.right}{${categoryHole}}`,
      indices,
      measures: [],
      bare: [],
      categories: heads.map(({ after }) => after),
      label: areSexes(heads.map(({ after }) => after)) ? "sex" : across,
    };
  const patternOf = ({ before, left, right, after }: (typeof heads)[number]) =>
    `${before === "" ? "" : `{measure}${left}`}{${dimension}}${after === "" ? "" : `${right}${shared}{measure}`}`;
  // Of two patterns that fit, the one that says more is tried first.
  const patterns = [...new Set(heads.map(patternOf))].sort((a, b) => b.length - a.length);
  const columns = bare.length === 0 ? patterns : [...patterns, `{${dimension}}`];
  if (new Set(names).size < names.length || patterns.length > mostPatterns) return undefined;
  const [only, ...further] = columns;
  return {
    tells: ["period"],
    columns: further.length === 0 && only !== undefined ? only : columns,
    indices,
    measures: names,
    measureOf: new Map(heads.flatMap(({ own }, at) => own.map((index) => [index, names[at] ?? ""] as const))),
    bare,
    categories: [],
  };
}

interface PartsOfHeading {
  readonly before: string;
  readonly left: string;
  readonly right: string;
  readonly after: string;
}

/** Groups behind the periods of headings that all begin with the same words: `Total 2020/Men`, `Total 2020/Women`. */
function groupsBeside(
  heads: readonly PartsOfHeading[],
  { bare, across }: Pick<CombinedHeadings, "bare" | "across">,
): PartsOfHeading | undefined {
  const [first] = heads;
  const areAlike = heads.every(
    ({ before, left, right, after }) =>
      before === first?.before && left === first.left && right === first.right && after !== "",
  );
  const names = heads.map(({ after }) => after);
  return first && first.before !== "" && areAlike && bare.length === 0 && areBreakdown(names, across)
    ? first
    : undefined;
}

/** A part of the year above it, which may begin in any month: `Apr-Jun` below `2018/19`. */
const partOfYear = new RegExp(
  `^(?:${monthName}(?: ?(?:-|–|to) ?${monthName})?|spring|summer|autumn|fall|winter)\\.?$`,
  "iu",
);

/** So many ways to put a measure and a period together are one hand's. */
const mostPatterns = 4;
