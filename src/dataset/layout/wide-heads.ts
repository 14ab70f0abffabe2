import { escapeRegExp } from "../../tables/index.ts";
import type { DatasetSpec } from "../definition.ts";
import { findDimension } from "../find-dimension.ts";
import { monthWordsOf } from "../month-names.ts";
import { statusAtEnd } from "../period-flags.ts";
import { quarterWordsOf } from "../period-looks/quarter-words.ts";
import { createPeriodReader } from "../period-reader.ts";
import { measuresInCells } from "./cell-pattern.ts";
import { createMeasureFinder, isPartlyWide, measuresByName, wideColumns } from "./column-names.ts";
import { createHolePattern } from "./hole-pattern.ts";
import { plainName } from "./names.ts";

/** What the heading of a column of figures tells. */
export interface WideHead {
  /** Undefined where each row says of which measure it is. */
  readonly measure: string | undefined;
  /** A name of a category by dimension; a part of one where columns tell the rest. */
  readonly at: Readonly<Record<string, string>>;
}

/** Reads the headings of a wide table. */
export interface WideHeads {
  readonly patterns: readonly string[];
  /** The dimensions that headings tell. */
  readonly holes: ReadonlySet<string>;
  /** By the first pattern that fits; of several, the first that leaves what is a period where one should stand. */
  match(heading: string): WideHead | undefined;
  /** Whether a heading not only looks as the pattern says, but names a period where one should stand. */
  isLikely(heading: string): boolean;
}

/**
 * In a heading a period ends with the word that has a digit, `year ending March 2019 Offences`, or with the month below its year or behind it,
 * `2019 Jan`, `2019 | January to March`, or with the quarter that has a number, `2021 | 1º trimestre`, `2021 | IV quarter`, `2021 3rd quarter`, and with a sign that refers to a note, if it has one: `2019 Jan**`, or the status of its figures, where nothing follows: `2019 (p)`.
 * @param lang BCP 47 language of the headings.
 */
function periodPattern(lang: string | undefined): string {
  const month = monthWordsOf(lang).source.replace("(", "(?:");
  const toMonth = `(?:(?: ?[-–—/] ?| to )${month}\\.?(?!\\p{L}))?`;
  const quarter = lang === undefined ? undefined : quarterWordsOf(lang);
  const toQuarter = `| (?:(?:\\| )?(?:first|second|third|fourth) )?(?:quarter${quarter === undefined ? "" : `|${quarter}`})(?!\\p{L})`;
  const toRoman = `|(?: \\|)? (?:I{1,3}|IV)\\.? (?:quarter${quarter === undefined ? "" : `|${quarter}`})(?!\\p{L})`;
  return `.*?\\p{Nd}\\S*?(?:(?: \\| (?:${month}(?!\\p{L})|[A-Za-z]{3,9})| ${month}\\.?(?!\\p{L}))${toMonth}${toQuarter}${toRoman})?(?:\\s?[*†‡]{1,3}|${statusAtEnd})?`;
}

export function createWideHeads(spec: DatasetSpec): WideHeads | undefined {
  const { layout, dimensions, measures } = spec;
  const wide = layout?.wide;
  if (!wide) return undefined;
  const columns = wideColumns(wide);
  const named = [...measuresByName(spec, plainName).keys()];
  const findMeasure = createMeasureFinder(spec, plainName);
  const anyMeasure = named
    .sort((a, b) => b.length - a.length)
    .map((name) => escapeRegExp(name).replaceAll("\\*", ".*?").replaceAll(" ", "\\s+"))
    .join("|");
  const period = periodPattern(spec.lang);
  const compiled = columns.map(({ heading, at = {}, measure }) => {
    const isInParts = heading.split("{measure}").length > 2;
    const pattern = createHolePattern(heading, (hole) =>
      hole === "measure" && !isInParts
        ? anyMeasure
        : dimensions[hole]?.role === "time" && !isPartlyWide(spec, hole)
          ? period
          : ".+?",
    );
    return { pattern, at, measure };
  });
  const inCells = measuresInCells(spec);
  const [single] = Object.keys(measures).filter((measure) => !inCells.has(measure));
  const isToldByRow = layout.long !== undefined || (layout.tables ?? []).some(({ at = {} }) => "measure" in at);
  const fallback = wide.measure ?? (isToldByRow ? undefined : single);
  const fitting = (heading: string): readonly WideHead[] =>
    compiled.flatMap(({ pattern, at: beside, measure: own }): readonly WideHead[] => {
      const found = pattern.match(heading);
      if (!found) return [];
      const { measure: name, ...at } = found;
      const measure = name === undefined ? (own ?? fallback) : findMeasure(name);
      const isTold = measure !== undefined || (name === undefined && isToldByRow);
      return isTold ? [{ measure, at: { ...beside, ...at } }] : [];
    });
  const time = findDimension({ spec }, "time");
  const timeSpec = dimensions[time ?? ""];
  const { reader } = createPeriodReader([], {
    ...(timeSpec?.role === "time" ? timeSpec : {}),
    lang: spec.lang,
    dimension: time ?? "",
  });
  const isNamed = (hole: string, name: string) =>
    hole !== time || isPartlyWide(spec, hole) || reader.readings(name).length > 0;
  const isLikely = ({ at }: WideHead) => Object.entries(at).every(([hole, name]) => isNamed(hole, name));
  return {
    patterns: columns.map(({ heading }) => heading),
    holes: new Set(
      compiled
        .flatMap(({ pattern, at }) => [...pattern.holes, ...Object.keys(at)])
        .filter((hole) => hole !== "measure"),
    ),
    match(heading) {
      const heads = fitting(heading);
      // Of `{year}` and `% in {year}`, the one that leaves a period where one should stand.
      return heads.length > 1 ? (heads.find(isLikely) ?? heads[0]) : heads[0];
    },
    isLikely: (heading) => fitting(heading).some(isLikely),
  };
}
