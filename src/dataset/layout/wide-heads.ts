import { escapeRegExp } from "../../tables/index.ts";
import type { DatasetSpec } from "../definition.ts";
import { findDimension } from "../find-dimension.ts";
import { createPeriodReader } from "../period-reader.ts";
import { measuresByName } from "./column-names.ts";
import { createHolePattern, type HolePattern } from "./hole-pattern.ts";
import { plainName } from "./names.ts";

/** What the heading of a column of figures tells. */
export interface WideHead {
  readonly measure: string;
  /** A name of a category by dimension. */
  readonly at: Readonly<Record<string, string>>;
}

/** Reads the headings of a wide table. */
export interface WideHeads {
  readonly patterns: readonly string[];
  /** The dimensions that headings tell. */
  readonly holes: ReadonlySet<string>;
  match(heading: string): WideHead | undefined;
  /** Whether a heading not only looks as the pattern says, but names a period where one should stand. */
  isLikely(heading: string): boolean;
}

/** In a heading a period ends with the word that has a digit, `year ending March 2019 Offences`, or with the month below its year. */
const period = ".*?\\d\\S*?(?: \\| [A-Za-z]{3,9})?";

export function createWideHeads(spec: DatasetSpec): WideHeads | undefined {
  const { layout, dimensions, measures } = spec;
  const wide = layout?.wide;
  if (!wide) return undefined;
  const patterns = typeof wide.columns === "string" ? [wide.columns] : wide.columns;
  const named = measuresByName(spec, plainName);
  const anyMeasure = [...named.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => escapeRegExp(name).replaceAll(" ", "\\s+"))
    .join("|");
  const compiled = patterns.map((pattern): HolePattern => {
    const isInParts = pattern.split("{measure}").length > 2;
    return createHolePattern(pattern, (hole) =>
      hole === "measure" && !isInParts ? anyMeasure : dimensions[hole]?.role === "time" ? period : ".+?",
    );
  });
  const [single] = Object.keys(measures);
  const fallback = wide.measure ?? single;
  const match = (heading: string): WideHead | undefined => {
    for (const pattern of compiled) {
      const found = pattern.match(heading);
      if (!found) continue;
      const { measure: name, ...at } = found;
      const measure = name === undefined ? fallback : named.get(plainName(name));
      if (measure !== undefined) return { measure, at };
    }
    return undefined;
  };
  const time = findDimension({ spec }, "time");
  const timeSpec = dimensions[time ?? ""];
  const { reader } = createPeriodReader([], {
    ...(timeSpec?.role === "time" ? timeSpec : {}),
    lang: spec.lang,
    dimension: time ?? "",
  });
  const isNamed = (hole: string, name: string) => hole !== time || reader.readings(name).length > 0;
  return {
    patterns,
    holes: new Set(compiled.flatMap(({ holes }) => holes).filter((hole) => hole !== "measure")),
    match,
    isLikely(heading) {
      const head = match(heading);
      return head !== undefined && Object.entries(head.at).every(([hole, name]) => isNamed(hole, name));
    },
  };
}
