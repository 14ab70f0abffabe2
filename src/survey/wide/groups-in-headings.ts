import { escapeRegExp } from "../../tables/index.ts";
import { sexesElsewhere } from "../said-in-titles.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { isPlainTotal, isTotal } from "../table/survey-column.ts";
import { categoryHole } from "./wide-guess.ts";

/** Names that stand in headings for groups of people or for kinds of a thing, by what these are called together. */
const kinds: readonly (readonly [id: string, names: string])[] = [
  ["sex", `(?:fe)?males?|(?:wo)?men|boys|girls|transgender|${sexesElsewhere}`],
  ["sector", "(?:public|private|voluntary|third|independent)[ _-]sector"],
  [
    "nationality",
    "foreign(?:ers)?|(?:non[- ])?nationals|(?:non[- ])?citizens|spanish|portuguese|italians?|french|germans?|british|irish|austrians?|swiss|deutsche|ausl(?:ä|ae)nder|extranjeros|españoles|stranieri|italiani|étrangers|français",
  ],
  ["answer", "yes|no|don['’]?t know|(?:strongly )?(?:dis)?agree|(?:very )?(?:dis)?satisfied|undecided|not sure"],
  [
    "ethnicity",
    "black|white|hispanic|latino|asian|african[ _]american|native[ _]american|american[ _]indian|pacific[ _]islander|multiracial|two[ _]or[ _]more[ _]races",
  ],
  ["age", "aged?[ _]\\d{1,2}[ _]?(?:-|–|to)[ _]?\\d{1,2}|\\d{1,2}[-–]\\d{1,2}|\\d{2}\\+"],
  [
    "fuel",
    "coal|lignite|natural[ _]gas|gas|oil|petroleum|diesel|petrol|gasoline|wind|solar|nuclear|hydro(?:power|electric)?|biomass|biofuels?|geothermal",
  ],
  ["disease", "covid(?:-?19)?|flu|influenza|pneumonia|measles|mumps|rubella|malaria|tuberculosis|hiv|cholera|dengue"],
];
const names = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${kinds.map(([id, own]) => `(?<${id}>${own})`).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** Columns whose headings differ by such names alone. */
export interface GroupedHeadings {
  /** What they look like: `{ethnicity} {sex} expulsions`. */
  readonly pattern: string;
  /** The ids of the holes, each once. */
  readonly holes: readonly string[];
  /** Each column, and what its heading has in the holes; totals too: `Total expulsions`. */
  readonly columns: readonly { readonly column: ColumnSurvey; readonly at: Readonly<Record<string, string>> }[];
  /** Whether the pattern finds these columns and no other, and what its holes have in each. */
  readonly isRead: boolean;
}

/** The columns of figures whose headings are alike but for the names of groups or kinds, two or more of each. */
export function groupsInHeadings(figures: readonly ColumnSurvey[]): readonly GroupedHeadings[] {
  const byPattern = new Map<string, Map<ColumnSurvey, Record<string, string>>>();
  for (const column of figures) {
    const at: Record<string, string> = {};
    let isTwice = false;
    const pattern = headingOf(column).replaceAll(names, (name, ...rest) => {
      const groups = rest.at(-1) as Record<string, string | undefined>;
      const [id = ""] = Object.entries(groups).find(([, own]) => own !== undefined) ?? [];
      isTwice ||= id in at;
      at[id] = name;
      return `{${id}}`;
    });
    if (isTwice || Object.keys(at).length === 0) continue;
    const known = byPattern.get(pattern) ?? new Map<ColumnSurvey, Record<string, string>>();
    byPattern.set(pattern, known.set(column, at));
  }
  return [...byPattern].flatMap(([pattern, own]) => {
    const holes = [...pattern.matchAll(/\{(?<id>[^{}]+)\}/gu)].map(({ groups }) => groups?.id ?? "");
    const valuesOf = (id: string) => new Set([...own.values()].map((at) => at[id]?.toLowerCase())).size;
    // Alone in a heading, `oil` and `gas` may be two measures; `men` and `women` are not.
    const fewest = pattern === "{fuel}" || pattern === "{disease}" ? 3 : 2;
    if (!holes.some((id) => valuesOf(id) >= fewest)) return [];
    const source = pattern.split(/\{[^{}]+\}/u).map(escapeRegExp);
    const look = new RegExp(`^${source.join("(.+?)")}$`, "isu");
    const found = figures.flatMap((column) => {
      const [, ...parts] = look.exec(headingOf(column)) ?? [];
      return parts.length === 0
        ? []
        : [{ column, at: Object.fromEntries(holes.map((id, at) => [id, (parts[at] ?? "").trim()])) }];
    });
    const isSame = ({ column, at }: (typeof found)[number]) => {
      const read = own.get(column);
      return holes.every((id) => (read ? at[id] === read[id] : isTotal(at[id] ?? "") || isKnown(id, at[id] ?? "")));
    };
    const isOnce = new Set(found.map(({ column }) => headingOf(column))).size === found.length;
    const isRead = isOnce && found.every(isSame);
    return [{ pattern, holes, isRead, columns: isRead ? found : [...own].map(([column, at]) => ({ column, at })) }];
  });
}

/** What stands before and behind the name of a total that is at the end or the start of a heading. */
const totalInHeading = [
  /^(?<ahead>.+?(?: \| |[ _]*[-–—:;,/_(][ _]*| ))(?<total>\p{L}+)(?<behind>\)?)$/u,
  /^(?<ahead>)(?<total>\p{L}+)(?<behind>[ _:;,-]+.+)$/u,
];

/**
 * The columns of figures whose headings are written as that of a total beside them: `Victims_boys`, `Victims_girls`, `Victims_total`. What stands in a row above all of
 * them says what they are told by.
 */
export function groupsBesideTotals(figures: readonly ColumnSurvey[]): readonly GroupedHeadings[] {
  const frames = figures.flatMap((column) =>
    totalInHeading.flatMap((look) => {
      const { ahead = "", total = "", behind = "" } = look.exec(headingOf(column))?.groups ?? {};
      return isPlainTotal(total) ? [{ ahead, behind }] : [];
    }),
  );
  const [only, another] = frames;
  if (!only || (!another && only.ahead.endsWith(" | "))) return [];
  // `Victims died_total` is told from `Victims_total`.
  frames.sort((one, other) => lengthOf(other) - lengthOf(one));
  const left = new Set(figures);
  return frames.map(({ ahead, behind }) => {
    const own = [...left].filter((column) => {
      const heading = headingOf(column);
      return heading.length > ahead.length + behind.length && heading.startsWith(ahead) && heading.endsWith(behind);
    });
    for (const column of own) left.delete(column);
    const nameIn = (heading: string) => heading.slice(ahead.length, heading.length - behind.length);
    return {
      pattern: `${ahead}{${categoryHole}}${behind}`,
      holes: [categoryHole],
      isRead: own.length >= fewestBesideTotal && !/[{}*]/u.test(ahead + behind),
      columns: own.map((column) => ({ column, at: { [categoryHole]: nameIn(headingOf(column)) } })),
    };
  });
}
/** A total and two parts of it. */
const fewestBesideTotal = 3;

const lengthOf = ({ ahead, behind }: { readonly ahead: string; readonly behind: string }): number =>
  ahead.length + behind.length;

const headingOf = ({ heading, name }: ColumnSurvey): string => (heading ?? name).trim();

const isKnown = (id: string, name: string): boolean =>
  kinds.some(([own, known]) => own === id && new RegExp(`^(?:${known})$`, "iu").test(name));
