import { cellAt, cellText } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import type { FoundHeadings } from "./found-headings.ts";
import { runOfYears } from "./look-at-rows.ts";
import { cellParser } from "./survey-column.ts";

/** The columns of a table beside this one, as its first row calls them. */
export const besideTable = ({ beside = [] }: FoundHeadings): readonly ColumnSurvey[] =>
  beside.map(({ index, text }) => ({
    index,
    name: text,
    ref: text,
    kind: "apart",
    texts: [],
    filled: 0,
    figures: undefined,
  }));

/**
 * Of tables that stand side by side, with an empty column between, the one with the most figures. One that stands beside another has
 * labels or periods of its own, and other rows: days, and the months that these make.
 */
export function withoutNeighbours(survey: TableSurvey): TableSurvey {
  const { sheet, columns, rows } = survey;
  const starts = startsOfTables(survey);
  const groups: ColumnSurvey[][] = [[]];
  for (const column of columns) {
    if (starts.has(column.index)) groups.push([]);
    if (isGap(column)) groups.push([]);
    else groups.at(-1)?.push(column);
  }
  const filledBy = (own: readonly ColumnSurvey[]) =>
    rows.filter((row) => own.some(({ index }) => sheet.columns[index]?.codes[row] !== 0));
  const tables: ColumnSurvey[][] = [];
  const below = new Map<number, string>();
  for (const group of groups.filter(({ length }) => length > 0)) {
    const headings = headingsBelow(survey, group);
    for (const [index, text] of headings ?? []) below.set(index, text);
    const [first] = group;
    const before = tables.at(-1);
    // The number of a row stands before its name.
    const named = first?.kind === "code" ? group[1] : first;
    const isNamed = named?.kind === "label" || named?.kind === "period";
    const isOwn = isNamed && named.name !== "" && group.some(({ kind }) => kind === "figure");
    const isAgain = first !== undefined && starts.has(first.index);
    const isOfFew = before !== undefined && areOfFewRows(group, filledBy(group), filledBy(before));
    if (!before || isAgain || isOfFew || headings || (isOwn && filledBy(before).length !== filledBy(group).length))
      tables.push([...group]);
    else tableOf(group, tables, survey).push(...group);
  }
  const figuresIn = (own: readonly ColumnSurvey[]) =>
    own.reduce((sum, { kind, filled }) => sum + (kind === "figure" ? filled : 0), 0);
  const [best, other] = [...tables].sort((a, b) => figuresIn(b) - figuresIn(a));
  if (!best || !other) return survey;
  const own = filledBy(best);
  const last = own.at(-1);
  return {
    ...survey,
    notes: [
      ...survey.notes,
      ...columns.filter((own) => !best.includes(own) && isOfNotes(own)).flatMap(({ texts }) => texts),
    ],
    columns: columns.map((column) =>
      isOfNotes(column) && !best.includes(column)
        ? { ...column, name: "", kind: "note", figures: undefined }
        : best.includes(column) || column.kind === "blank" || column.kind === "section"
          ? column
          : { ...column, ...headedBelow(column, below.get(column.index)), kind: "apart", figures: undefined },
    ),
    rows: own,
    lastRow: last === undefined || last === rows.at(-1) ? survey.lastRow : sheet.rowNumbers[last],
  };
}

/** Whether a column beside a table has a long text or two, and nothing else: notes on that table. */
export const isOfNotes = ({ texts, filled, kind }: Pick<ColumnSurvey, "texts" | "filled" | "kind">): boolean =>
  kind !== "figure" &&
  texts.length > 0 &&
  filled <= mostNotes &&
  texts.every((text) => text.length >= shortestNote && /\p{L} \p{L}/u.test(text));
const [mostNotes, shortestNote] = [3, 40];

const isGap = ({ kind, name }: ColumnSurvey): boolean => kind === "blank" && name === "";

/** So few rows beside so many are of no figures of theirs. */
const [mostRowsOfFew, fewestRowsBeside] = [2, 20];

/** Whether figures with nothing that names them stand in the first rows of a table alone: what somebody worked out of it, correlations say. */
const areOfFewRows = (group: readonly ColumnSurvey[], own: ArrayLike<number>, rows: ArrayLike<number>): boolean =>
  group.every((column) => column.kind === "figure" || isGap(column)) &&
  own.length <= mostRowsOfFew &&
  rows.length >= fewestRowsBeside &&
  Array.from(own).every((row, at) => row === rows[at]);

/** Of tables, the one that a group without labels goes on: years across the top are of the nearest whose names tell their rows apart. */
function tableOf(
  group: readonly ColumnSurvey[],
  tables: readonly ColumnSurvey[][],
  survey: TableSurvey,
): ColumnSurvey[] {
  const before = tables.at(-1) as ColumnSurvey[];
  const [from, to] = runOfYears(group.map(({ name }) => name.trim()));
  if (from > 0 || to < group.length) return before;
  const { sheet, rows } = survey;
  const own = rows.filter((row) => group.some(({ index }) => sheet.columns[index]?.codes[row] !== 0));
  const tellsApart = ({ index, kind }: ColumnSurvey) => {
    const codes = Array.from(own, (row) => sheet.columns[index]?.codes[row] ?? 0);
    return kind === "label" && !codes.includes(0) && new Set(codes).size === codes.length;
  };
  return tables.findLast((table) => table.some(tellsApart)) ?? before;
}

/** A column as the heading further below calls it, which other columns may have too: a layout has its letter. */
const headedBelow = ({ ref }: ColumnSurvey, text: string | undefined): Partial<ColumnSurvey> =>
  text === undefined ? {} : { name: text, heading: ref };

/** The headings of a table that begins further below than the one beside it: all columns begin in one row, with a name of their own each. */
function headingsBelow(
  { sheet, rows }: TableSurvey,
  group: readonly ColumnSurvey[],
): ReadonlyMap<number, string> | undefined {
  const firsts = group.map(({ index }) => rows.find((row) => sheet.columns[index]?.codes[row] !== 0));
  const [first] = firsts;
  if (group.length < fewestBeside || first === undefined || group.some(({ name }) => name !== "")) return undefined;
  const cells = group.map(({ index }) => cellAt(sheet, first, index));
  const texts = cells.map((cell) => cellText(cell).trim());
  const areHeadings = new Set(texts).size === texts.length && !cells.some(cellParser.isFigure);
  return areHeadings && firsts.every((row) => row === first)
    ? new Map(group.map(({ index }, at) => [index, texts[at] ?? ""]))
    : undefined;
}
/** One column without a heading has notes. */
const fewestBeside = 2;

/**
 * Where tables begin that stand beside the first without a gap: its headings of codes and labels come again, over other labels in
 * the same rows.
 */
function startsOfTables({ sheet, columns }: TableSurvey): ReadonlySet<number> {
  const firstFigure = columns.findIndex(({ kind }) => kind === "figure");
  const keys = columns.slice(0, Math.max(0, firstFigure)).filter(({ name, kind }) => name !== "" && kind !== "blank");
  const label = keys.find(({ kind }) => kind === "label");
  const textsOf = (index: number) => {
    const { codes, values } = sheet.columns[index] ?? { codes: new Uint32Array(), values: [] };
    return Array.from(codes, (code) => cellText(values[code] ?? null).trim());
  };
  const again = columns.filter(
    (column) =>
      label && column !== label && column.index > firstFigure && column.kind === "label" && column.name === label.name,
  );
  if (!label || again.length === 0) return new Set();
  const own = JSON.stringify(textsOf(label.index).slice(1));
  if (again.some(({ index }) => JSON.stringify(textsOf(index).slice(1)) === own)) return new Set();
  const first = keys[0] ?? label;
  const width = label.index - first.index;
  return new Set(again.map(({ index }) => (columns[index - width]?.name === first.name ? index - width : index)));
}
