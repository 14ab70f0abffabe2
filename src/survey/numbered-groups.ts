import { periodReadings } from "../dataset/index.ts";
import { cellText } from "../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { isAreaName } from "./find-area.ts";
import { isOfCounts, isOfMoney, saysPercent } from "./measure-kind.ts";
import { wordsOf } from "./words.ts";

/** So many different numbers may be those of groups. */
const mostGroups = 60;

/** The part of all combinations of labels and groups that has a row of its own. */
const leastFilled = 0.6;

/** From how many rows on a crossing is no chance. */
const fewestRows = 12;

/**
 * A table in which whole numbers tell rows apart that nothing else does: `Spatial unit` 1 to 5, each with every age and sex. They are
 * the numbers of groups, and no figures.
 */
export function withNumberedGroups(given: TableSurvey): TableSurvey {
  if (given.rows.length < fewestRows) return given;
  const survey = withoutConstants(given);
  const { sheet, columns, rows } = survey;
  const firstFigure = columns.findIndex(({ kind }) => kind === "figure");
  const isFull = ({ filled }: ColumnSurvey) => filled === rows.length;
  const told = columns.filter(
    (column) => isFull(column) && (column.kind === "label" || column.kind === "period" || column.kind === "section"),
  );
  const isLast = (column: ColumnSurvey) => columns.findLast(({ kind }) => kind === "figure") === column;
  const numbered = columns
    .filter((column) => column.kind === "figure" && isFull(column) && !isLast(column) && mayNumber(column))
    .sort((a, b) => a.texts.length - b.texts.length || a.index - b.index);
  const classes = (own: readonly ColumnSurvey[]): number =>
    new Set(
      Array.from(rows, (row) =>
        own
          .map(({ index }) => {
            const cells = sheet.columns[index];
            return cellText(cells?.values[cells.codes[row] ?? 0] ?? null).trim();
          })
          .join("\u0000"),
      ),
    ).size;
  if (firstFigure < 0 || numbered.length === 0) return survey;
  const before = classes(told);
  if (before === rows.length) return survey;
  const groups: ColumnSurvey[] = [];
  for (const column of numbered) {
    groups.push(column);
    if (classes([...told, ...groups]) < rows.length) continue;
    const needed = groups.filter((own) => classes([...told, ...groups.filter((other) => other !== own)]) < rows.length);
    const crossing = needed.reduce((size, { texts }) => size * texts.length, Math.max(1, before));
    const areNamed = needed.every(({ name }) => groupNumber.test(wordsOf(name)) || isAreaName(name));
    if (!areNamed && rows.length < crossing * leastFilled) return survey;
    return {
      ...survey,
      columns: columns.map((own) => (needed.includes(own) ? { ...own, kind: "label", figures: undefined } : own)),
    };
  }
  return survey;
}

/** `Grade`, `idgrade`, `quintile`: what is called so has numbers and no figures. */
const groupNumber =
  /^id|(?:\b(?:id|unit)|grade|level|decile|quintile|quartile|group|class|zone|district|ward|type|category|band|round|wave|sex|gender)$/iu;

/** A larger number may be a figure, also where it is the same in a few rows: the pay of members. */
const [largestConstant, mostRows] = [100, 50];

/** Whether a number is a year, as programs write it too: `2018.0000`. */
const isYear = (text: string): boolean => /^(?:1[89]|20)\d{2}(?:\.0+)?$/u.test(text);

/** A table whose columns of one whole number, the same in all rows, are labels: the `party` 9 of a file about it. */
function withoutConstants(survey: TableSurvey): TableSurvey {
  const { columns, rows } = survey;
  const isConstant = ({ name, kind, texts, filled, figures }: ColumnSurvey) =>
    kind === "figure" &&
    texts.length === 1 &&
    (isYear(texts[0] ?? "") ||
      ((Number(texts[0]) < largestConstant || filled > mostRows) && figures?.isWhole === true)) &&
    filled === rows.length &&
    figures !== undefined &&
    // A day on which nothing happened anywhere is one of a series.
    periodReadings(name.trim()).length === 0 &&
    !figures.hasPercent &&
    !isOfCounts(name) &&
    !isOfMoney(name);
  const isOther = (column: ColumnSurvey) => column.kind === "figure" && !isConstant(column);
  return columns.some(isConstant) && columns.some(isOther)
    ? {
        ...survey,
        columns: columns.map((own) => (isConstant(own) ? { ...own, kind: "label", figures: undefined } : own)),
      }
    : survey;
}

/** Whether whole numbers, a few of them again and again, may number groups, as far as their heading tells. */
const mayNumber = ({ name, texts, filled, figures }: ColumnSurvey): boolean =>
  figures?.isWhole === true &&
  !figures.hasNegative &&
  !figures.hasPercent &&
  figures.unknown.size === 0 &&
  texts.length > 1 &&
  texts.length <= Math.min(isAreaName(name) ? Number.POSITIVE_INFINITY : mostGroups, filled / 2) &&
  !isOfCounts(name) &&
  !isOfMoney(name) &&
  !saysPercent(wordsOf(name), []);
