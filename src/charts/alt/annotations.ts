import type { Words } from "../../language/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import type { ChartAnnotation } from "../recipes/annotations.ts";
import type { PlacedAnnotations } from "../recipes/recipe-notes.ts";
import { commonPart, shortened } from "./common-periods.ts";
import { gapOf } from "./reading.ts";

export interface DescribeAnnotationsOptions {
  readonly words: Words;
  readonly format: (value: number, field: string) => string;
  /** What the intervals of the figures are; undefined where there are none, or nobody has said it. */
  readonly interval: string | undefined;
  /** Fields of figures that the description compares with already. */
  readonly told: readonly string[];
}

/** What stands on a chart beside its data, a sentence each. What belongs to no row is not told, as it is not drawn. */
export function describeAnnotations(
  { x, annotations }: PlacedAnnotations,
  rows: readonly ChartRow[],
  { words, format, told, interval }: DescribeAnnotationsOptions,
): readonly string[] {
  const { annotations: says } = words.charts;
  // The description has said what the names of all periods begin with.
  const common = commonPart(rows.flatMap((row) => (typeof row[x] === "string" ? [row[x]] : [])));
  const nameOf = (period: string) => shortened(period, common);
  const sentenceOf = (annotation: ChartAnnotation): readonly string[] => {
    if (rowsOf(annotation, x, rows).length === 0) return [];
    switch (annotation.kind) {
      case "reference":
      case "target": {
        const { kind, value, label } = annotation;
        const figure = rows.map((row) => row[value]).find(isFigure);
        return figure === undefined || told.includes(value) ? [] : [says[kind](label, format(figure, value))];
      }
      case "text": {
        const { at, text, value } = annotation;
        const [row] = rowsOf(annotation, x, rows);
        // As the picture has it: where there is no figure, why.
        const written = (field: string, of: ChartRow) => {
          const figure = of[field];
          return isFigure(figure) ? format(figure, field) : words.charts.gapReasons[gapOf(of)];
        };
        const said = value === undefined || row === undefined ? text : `${text} ${written(value, row)}`;
        return [says.text(Object.values(at).map(nameOf), said)];
      }
      case "shaded":
        return [says.shaded(nameOf(annotation.from), nameOf(annotation.to), annotation.label)];
      case "break":
        return isFirst(annotation.from, x, rows) ? [] : [says.break(nameOf(annotation.from), annotation.label)];
      case "band":
        return rows.some((row) => isFigure(row[annotation.low])) ? [says.band(interval ?? annotation.label)] : [];
    }
  };
  const hasBand = annotations.some(({ kind }) => kind === "band");
  return [
    ...(interval === undefined || hasBand ? [] : [words.charts.intervals(interval)]),
    ...annotations.flatMap(sentenceOf),
  ];
}

/** What the fields of figures are called that stand beside the data, for its table. */
export const annotatedFields = (
  { annotations }: PlacedAnnotations,
  { charts: { annotations: says } }: Words,
): ReadonlyMap<string, string> =>
  new Map(
    annotations.flatMap((annotation): (readonly [string, string])[] => {
      if (annotation.kind === "reference" || annotation.kind === "target")
        return [[annotation.value, annotation.label]];
      if (annotation.kind !== "band") return [];
      return [
        [annotation.low, says.end(annotation.label, "low")],
        [annotation.high, says.end(annotation.label, "high")],
      ];
    }),
  );

/** Those that are at a period or a name that no row has, each in words, with how the rows write such a one. */
export const unplacedAnnotations = ({ x, annotations }: PlacedAnnotations, rows: readonly ChartRow[]) =>
  annotations.flatMap((annotation) => {
    if (rowsOf(annotation, x, rows).length > 0) return [];
    const unplaced = (label: string, at: Readonly<Record<string, string>>, said = Object.values(at).join(", ")) => [
      { label, at: said, asRowsDo: Object.entries(at).flatMap(([field, value]) => likeIn(rows, field, value)) },
    ];
    if (annotation.kind === "text") return unplaced(annotation.text, annotation.at);
    if (annotation.kind === "break") return unplaced(annotation.label, { [x]: annotation.from });
    if (annotation.kind !== "shaded") return [];
    const { label, from, to } = annotation;
    const missing = [from, to].find((end) => rows.every((row) => row[x] !== end)) ?? from;
    return unplaced(label, { [x]: missing }, `${from}, ${to}`);
  });

/** Lines and bands across all whose figure no row has: they are neither drawn nor told. */
export const withoutFigure = ({ annotations }: PlacedAnnotations, rows: readonly ChartRow[]) =>
  annotations.flatMap((annotation) => {
    const fields =
      annotation.kind === "reference" || annotation.kind === "target"
        ? [annotation.value]
        : annotation.kind === "band"
          ? [annotation.low, annotation.high]
          : [];
    const missing = fields.find((field) => !rows.some((row) => isFigure(row[field])));
    return missing === undefined || !("label" in annotation) ? [] : [{ label: annotation.label, field: missing }];
  });

/** A text of a field, of the same year where there is one; none where the rows have the one that is looked for. */
function likeIn(rows: readonly ChartRow[], field: string, value: string): readonly string[] {
  const texts = rows.flatMap((row) => (typeof row[field] === "string" ? [row[field]] : []));
  if (texts.includes(value)) return [];
  const [year] = /\d{4}/.exec(value) ?? [];
  return [texts.find((text) => year !== undefined && text.includes(year)) ?? texts[0]].filter(
    (text) => text !== undefined,
  );
}

/** The rows that an annotation belongs to: all of them where it is of none in particular. */
function rowsOf(annotation: ChartAnnotation, x: string, rows: readonly ChartRow[]): readonly ChartRow[] {
  if (annotation.kind === "text")
    return rows.filter((row) => Object.entries(annotation.at).every(([field, value]) => row[field] === value));
  if (annotation.kind === "break") return rows.filter((row) => row[x] === annotation.from);
  if (annotation.kind !== "shaded") return rows;
  const ends = [annotation.from, annotation.to];
  return ends.every((end) => rows.some((row) => row[x] === end)) ? rows : [];
}

/** Before the first period there is nothing to be unlike. */
const isFirst = (period: string, x: string, [first]: readonly ChartRow[]): boolean => first?.[x] === period;
