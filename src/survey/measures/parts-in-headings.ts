import { writeLiteral } from "../../dataset/index.ts";
import { idOfHeading } from "../naming.ts";
import { someOf } from "../remarks.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { kindOfFigures } from "../wide/breakdowns.ts";
import { type GroupedHeadings, groupsInHeadings } from "../wide/groups-in-headings.ts";

import { isOfCounts } from "./measure-kind.ts";

/** What parts headings of one shape: `Pay ; Private ; Mining ;`, `Deaths - Men - North`. */
const separators: readonly RegExp[] = [/ ?; ?/u, / [-–—] /u, / \/ /u, / ?> ?/u, /: /u];

/** So many headings are no chance, and so often does each part come again that is a category. */
const [fewestHeadings, fewestTimes] = [4, 2];

/** What is asked of headings of one shape, the same signs between their parts, where these come again: `a ; b ; c`, `a ; b ; d`; undefined where they do not. */
export function askOfParts(figures: readonly ColumnSurvey[]): string | undefined {
  if (figures.length < fewestHeadings) return undefined;
  const heads = figures.map(({ ref }) => ref.split(" | ")[0]?.trim() ?? "");
  if (new Set(heads).size < heads.length) return undefined;
  const isBelowOthers = figures.some(({ ref }) => ref.includes(" | "));
  for (const separator of separators) {
    const parts = heads.map((head) => head.split(separator).map((part) => part.trim()));
    const [first = []] = parts;
    if (first.length < 2 || !parts.every(({ length }) => length === first.length)) continue;
    const textsAt = first.map((_, at) => [...new Set(parts.map((own) => own[at] ?? ""))]);
    const varying = textsAt.flatMap((texts, at) => (texts.length > 1 ? [at] : []));
    const comeAgain = varying.every((at) => (textsAt[at]?.length ?? 0) * fewestTimes <= heads.length);
    if (varying.length < 2 || !comeAgain) continue;
    const measure = varying.find((at) => tellsUnit(figures, (column) => parts[figures.indexOf(column)]?.[at] ?? ""));
    const hole = (at: number) =>
      at === measure ? "{measure}" : varying.includes(at) ? "{…}" : (textsAt[at]?.[0] ?? "");
    const between = separator.exec(heads[0] ?? "")?.[0] ?? "";
    const columns = first.map((_, at) => hole(at)).join(between);
    const categories = varying.filter((at) => at !== measure).flatMap((at) => textsAt[at]?.slice(0, 1) ?? []);
    return ask({
      columns: isBelowOthers ? `${columns.trim()} | *` : columns.trim(),
      categories,
      isOfSeveral: measure !== undefined,
    });
  }
  return undefined;
}

/** So many headings that begin alike are of kinds of one thing; the ends of more words say more than a kind. */
const [fewestAlike, mostWordsOfKind] = [5, 3];
/** So many do where they begin with what is counted and end with one word: `Deaths cancer`, `Deaths stroke`, `Deaths falls`. */
const fewestCounted = 3;
/** What an end says that is no kind of the thing, but another figure of it. */
const otherFigure =
  /\b(?:mean|median|average|avg|rates?|shares?|percent(?:age)?|pct|perc|numbers?|counts?|ci|lower|upper|low|high|min|max|sd|se|std|ranks?|scores?|index|change|rises?|falls?|per|sum|decile|quintile|year|month|date|estimate|moe|lci|uci|p\d+|q\d)\b|\d/iu;

/**
 * What is asked of headings of figures of one kind that begin alike and end otherwise, `count_fuel_coal`, `count_fuel_gas`: each list of them may be one measure.
 * Undefined where there are none.
 */
export function askOfBeginnings(figures: readonly ColumnSurvey[]): string | undefined {
  const all = figures.map((column) => ({ column, words: column.ref.trim().split(/[\s_]+/u) }));
  const lists = new Map<string, typeof all>();
  for (const own of all)
    for (let length = 1; length < own.words.length; length += 1) {
      const begin = own.words.slice(0, length).join(" ");
      const known = lists.get(begin);
      if (known) known.push(own);
      else lists.set(begin, [own]);
    }
  const areKinds = ([begin, own]: readonly [string, typeof all]): boolean => {
    const ends = own.map(({ words }) => words.slice(begin.split(" ").length));
    const isOfCounted =
      own.length >= fewestCounted &&
      isOfCounts(begin) &&
      ends.every((end) => end.length === 1 && !/^(?:with|not|new|\p{Ll}+(?:ed|ing|able|ible))$/iu.test(end[0] ?? ""));
    return (
      (own.length >= fewestAlike || isOfCounted) &&
      new Set(own.map(({ column }) => column.unit || kindOfFigures(column))).size === 1 &&
      ends.every((end) => end.length <= mostWordsOfKind && !otherFigure.test(end.join(" ")))
    );
  };
  const kinds = [...lists].filter(areKinds);
  const longest = kinds.filter(([begin]) => !kinds.some(([other]) => other.startsWith(`${begin} `)));
  if (longest.length === 0) return undefined;
  const headingOf = ([begin, own]: (typeof longest)[number], hole: string) => {
    const [ref = ""] = own.map(({ column }) => column.ref.trim());
    const cut = begin.split(" ").reduce((at, word) => ref.indexOf(word, at) + word.length, 0);
    return `${ref.slice(0, cut + 1)}{${hole}}`;
  };
  const told = longest.map(([begin, own]) => {
    return `${JSON.stringify(headingOf([begin, own], "…"))} (${someOf(
      own.map(({ words }) => words.slice(begin.split(" ").length).join(" ")),
      3,
    )})`;
  });
  const columns = longest.map((list) => ({ heading: headingOf(list, "kind"), measure: idOfHeading(list[0]) }));
  return `Headings that begin alike may be one measure, of the kinds that they end with: ${told.join(", ")}. Then give it its name and unit, make a dimension of the kinds, and say its id for "…" in layout.wide: { columns }: kind: ${writeLiteral({ role: "category", label: "Kind" })} in dimensions, and wide: ${writeLiteral({ columns })}.`;
}

/** What is asked of headings that differ by names of groups of people, or of kinds, alone: `Black male expulsions`, `White male expulsions`. */
export function askOfGroups(figures: readonly ColumnSurvey[]): string | undefined {
  const isOfOneKind = ({ columns }: GroupedHeadings) => new Set(columns.map(({ column }) => column.unit)).size === 1;
  const [first, ...others] = groupsInHeadings(figures).filter(isOfOneKind);
  const isAtEnd = first?.isRead && first.holes.length === 1 && /.\{[^{}]+\}$/u.test(first.pattern);
  const ofBeginnings = isAtEnd ? askOfBeginnings(figures) : undefined;
  if (!first || ofBeginnings !== undefined) return ofBeginnings;
  // Headings of other groups are left for when these are read.
  const own = [first, ...others.filter(({ holes }) => holes.join() === first.holes.join())];
  const idOf = ({ pattern }: GroupedHeadings) => idOfHeading(pattern.replaceAll(/\{[^{}]+\}/gu, " ")) || "figures";
  const columns = own.flatMap((group) =>
    group.isRead
      ? [{ heading: group.pattern, measure: idOf(group) }]
      : group.columns.map(({ column, at }) => ({ heading: column.ref, at, measure: idOf(group) })),
  );
  const named = own.flatMap((group) => group.columns.map(({ column }) => column));
  // Where headings tell a dimension, all that is read has to say where it stands in it.
  const beside = figures
    .filter((column) => !named.includes(column))
    .map(({ ref, name }) => ({
      heading: ref,
      at: Object.fromEntries(first.holes.map((id) => [id, "All"])),
      measure: idOfHeading(name),
    }));
  const dimensions = first.holes.map(
    (id) => `${id}: ${writeLiteral({ role: "category", label: `${id[0]?.toUpperCase()}${id.slice(1)}` })}`,
  );
  const groups = own.flatMap((group) => group.columns.flatMap(({ at }) => Object.values(at)));
  const measures = [...new Set(own.map(idOf))];
  return `These headings name groups or kinds (${someOf([...new Set(groups)], 4)}), which may be categories of ${
    measures.length > 1 ? "fewer measures" : "one measure"
  }: then add ${dimensions.join(", ")} to dimensions; to measures ${someOf(measures, measures.length)}, in the place of those of these headings, here, in layout, sums and disclosure; and to layout wide: ${writeLiteral(
    { columns: [...columns, ...(beside.length <= mostBeside ? beside : [])] },
  )}. Say "total" of a dimension whose total stands beside it.${beside.length > mostBeside ? besideThem : ""}`;
}

/** So many other columns are written out. */
const mostBeside = 8;
const besideThem = ' Other columns stand there too, each with at, "All" say, and its measure, or in layout.ignore.';

/** Whether a part tells what figures are in, of several units or kinds: it names measures. */
function tellsUnit(figures: readonly ColumnSurvey[], partOf: (column: ColumnSurvey) => string): boolean {
  const units = new Map<string, string>();
  const unitOf = (column: ColumnSurvey) => column.unit || kindOfFigures(column);
  for (const column of figures) {
    const known = units.get(partOf(column));
    if (known !== undefined && known !== unitOf(column)) return false;
    units.set(partOf(column), unitOf(column));
  }
  return new Set(units.values()).size > 1;
}

const ask = ({
  columns,
  categories,
  isOfSeveral,
}: {
  readonly columns: string;
  readonly categories: readonly string[];
  readonly isOfSeveral: boolean;
}): string =>
  `Parts of these headings come again, and may be categories (${someOf(categories)}): then make a dimension of each, ${
    isOfSeveral ? "and a measure of each that is told in a unit of its own" : "and one measure of all"
  }, and say layout.wide: { columns: ${JSON.stringify(columns)} }, with the ids of these dimensions for "…".`;
