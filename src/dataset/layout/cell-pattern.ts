import { cellText, escapeRegExp, type SheetCell } from "../../tables/index.ts";
import { withAsciiDigits } from "../ascii-digits.ts";
import type { DatasetSpec } from "../definition.ts";
import { isDuration } from "../read-duration.ts";

/** What cells with several figures look like, the ids of measures in braces: `{prevalence} [{lower}-{upper}]`. */
export interface CellPattern {
  /** The measures in braces, in their order. */
  readonly measures: readonly string[];
  /** The text of each figure of a cell, by measure; undefined where a cell does not look so. */
  match(cell: SheetCell): Readonly<Record<string, string>> | undefined;
}

const sign = "[+\\-−]";
const between = "[\\d.,'’\\u00A0\\u2009\\u202F ]";
/** A number as tables write it, `-1,204.5` or `<0.1%`: a dash after a digit is no part of it. */
const number = `(?:[<>≤≥]=?\\s?)?${sign}?\\s?[£$€¥]?\\d(?:${between}*\\d)?%?`;

/** Longer texts are no figures: nothing is looked for in them. */
const longestCell = 200;

/** Reads cells by a pattern. Spaces may stand, or lack, wherever they stand beside a figure. */
function createCellPattern(pattern: string): CellPattern {
  const parts = pattern.split(/(\{[^{}]*\})/u);
  const measures = parts.flatMap((part) => (isHole(part) ? [part.slice(1, -1)] : []));
  const source = parts.map((part) => (isHole(part) ? `(${number})` : plain(part)));
  const expression = new RegExp(`^${source.join("\\s*")}$`, "iu");
  return {
    measures,
    match(cell) {
      const text = withAsciiDigits(cellText(cell)).trim();
      const found = text.length > longestCell ? null : expression.exec(text);
      return found === null
        ? undefined
        : Object.fromEntries(measures.map((measure, index) => [measure, found[index + 1] ?? ""]));
    },
  };
}

const isHole = (part: string): boolean => part.startsWith("{") && part.endsWith("}");

const plain = (part: string): string =>
  part.trim().split(/\s+/u).map(escapeRegExp).join("\\s+").replaceAll("\\*", ".*?");

/** The patterns of cells that hold several figures, by the measure that they stand in the place of. */
export const cellPatterns = ({ layout }: Pick<DatasetSpec, "layout">): ReadonlyMap<string, CellPattern> =>
  new Map(Object.entries(layout?.cells ?? {}).map(([measure, pattern]) => [measure, createCellPattern(pattern)]));

/** The measures that have no column or row of their own: they stand in cells of others. */
export const measuresInCells = (spec: Pick<DatasetSpec, "layout">): ReadonlySet<string> =>
  new Set([...cellPatterns(spec)].flatMap(([own, { measures }]) => measures.filter((measure) => measure !== own)));

/** Whether a cell holds a figure, or several, or a duration where a measure has some. */
export function figureTest(
  spec: Pick<DatasetSpec, "layout" | "measures">,
  isFigure: (cell: SheetCell) => boolean,
): (cell: SheetCell) => boolean {
  const patterns = [...cellPatterns(spec).values()];
  const hasDurations = Object.values(spec.measures).some(({ durations }) => durations !== undefined);
  return patterns.length === 0 && !hasDurations
    ? isFigure
    : (cell) =>
        isFigure(cell) ||
        (hasDurations && isDuration(cell)) ||
        patterns.some((pattern) => pattern.match(cell) !== undefined);
}
