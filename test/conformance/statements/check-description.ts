import { type Cell, numberIn } from "./cell-names.ts";
import type { Drawing } from "./draw-tables.ts";
import { type Column, columnOf, type DrawnRow, type DrawnTable } from "./drawn-table.ts";
import { english } from "./english.ts";
import { type Extent, type Grammar, readStatements } from "./grammar.ts";
import { type FigureRow, holds, type Reading } from "./holds.ts";
import { leftOut } from "./left-out.ts";
import type { Statement } from "./statement.ts";
import { welsh } from "./welsh.ts";

/** A sentence of a description, and whether the chart's data bear it out. */
interface Checked {
  readonly kind: Statement["kind"] | "opening" | "head";
  readonly text: string;
  readonly isTrue: boolean;
}

/** The languages that descriptions are read in. */
const grammars = { en: english, cy: welsh } as const;

interface PlotText {
  readonly grammar: Grammar;
  /** By its English name. */
  readonly kind: string;
  /** Behind the kind: `Rate by area, 43 in all`. */
  readonly subject: string;
  readonly opening: string;
  readonly sentences: readonly Sentence[];
}

interface Sentence {
  readonly text: string;
  readonly readings: readonly Statement[];
}

/** Stands for a full stop within a title, which ends no sentence. */
const stop = "\uE001";
const withStops = (text: string): string => text.replaceAll(stop, ".");

/** With the stops of titles set apart. */
function withoutStops(text: string, { titles, tables }: Drawing): string {
  const all = new Set([...titles, ...tables.flatMap(({ fields, titlesOf }) => fields.flatMap(titlesOf))]);
  return [...all]
    .filter((title) => /\.\s|\.$/.test(title))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, title) => rest.replaceAll(title, title.replaceAll(".", stop)), text);
}

/** What a description says of each plot; and what stands before the first. */
function plotsIn(text: string, grammar: Grammar): { readonly head: string; readonly plots: readonly PlotText[] } {
  const pattern = new RegExp(
    `(?<=^|\\n|[.!?…)] )(${Object.keys(grammar.kinds).join("|")})(?:: ([^\\n]*?))?\\.(?=\\s|$)`,
    "g",
  );
  const openings = [...text.matchAll(pattern)];
  const plots = openings.map((opening, index) => {
    const from = opening.index + opening[0].length;
    const body = text.slice(from, openings[index + 1]?.index);
    const [whole, kind = "", subject = ""] = opening;
    return {
      grammar,
      kind: grammar.kinds[kind] ?? "",
      subject: withStops(subject),
      opening: withStops(whole),
      sentences: sentencesIn(body, grammar),
    };
  });
  return { head: withStops(text.slice(0, openings[0]?.index).trim()), plots };
}

/** Names may hold stops: a piece that says nothing by itself is read with the next one. */
function sentencesIn(text: string, grammar: Grammar): readonly Sentence[] {
  const pieces = text
    .replaceAll("\n", " ")
    .trim()
    .split(/(?<=\.)\s+/)
    .filter(Boolean);
  const sentences: Sentence[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const ends = [1, 2, 3, 4].find((count) => isRead(pieces.slice(index, index + count).join(" "), grammar)) ?? 1;
    const sentence = withStops(pieces.slice(index, index + ends).join(" "));
    sentences.push({ text: sentence, readings: readStatements(sentence, grammar) });
    index += ends - 1;
  }
  return sentences;
}

const isRead = (sentence: string, grammar: Grammar): boolean =>
  readStatements(sentence, grammar).some(({ kind }) => kind !== "unread");

/** A figure that a mark is drawn by, and the field that it is titled after. */
interface Value {
  readonly valueTitle: string;
  readonly value: (row: DrawnRow) => number;
}

/** By which fields a chart may be read. */
interface Fields extends Pick<Value, "valueTitle">, Pick<Reading, "table" | "category" | "series"> {}

const known = (cell: Cell): boolean => cell !== null && cell !== undefined && cell !== "";

/** Figures that a mark is drawn by: fields, and lengths between the two ends of a piece. */
function valuesOf(table: DrawnTable): readonly Value[] {
  const { fields, rows, channelOf } = table;
  const isFigure = (field: string) =>
    rows.some(
      ({ cells }) =>
        known(cells[field]) && typeof cells[field] !== "boolean" && Number.isFinite(numberIn(cells[field])),
    );
  return fields.flatMap((field) => {
    const [start, end] = fields.includes(`${field}_start`)
      ? [`${field}_start`, `${field}_end`]
      : [field, `${field}_end`];
    const isPiece = fields.includes(end) && fields.includes(start);
    // What Vega puts into a stack where the data have no row is no figure; of a number of rows it is one.
    const isThere = ({ cells, isLeftOut }: DrawnRow) =>
      isLeftOut !== true && !(isPiece && cells._impute === true && field !== "__count");
    const own = {
      valueTitle: field,
      value: (row: DrawnRow) => (isThere(row) && known(row.cells[field]) ? numberIn(row.cells[field]) : Number.NaN),
    };
    const between = {
      valueTitle: field,
      value: (row: DrawnRow) =>
        isThere(row) && known(row.cells[start]) && known(row.cells[end])
          ? numberIn(row.cells[end]) - numberIn(row.cells[start])
          : Number.NaN,
    };
    if (!isFigure(field) || /^panel /.test(field)) return [];
    return [...(channelOf(field) || isPiece ? [own] : []), ...(isPiece ? [between] : [])];
  });
}

function columnsOf(table: DrawnTable): readonly (Column | undefined)[] {
  const { fields, channelOf } = table;
  const classes = fields.flatMap((start) =>
    [
      `${start}_end`,
      `${start}2`,
      start.replace(/(?:_?start|1|0)$/i, "_end"),
      start.replace(/1$/, "2"),
      start.replace(/0$/, "1"),
      start.replace(/Start$/, "End"),
    ]
      .filter((end, index, all) => end !== start && fields.includes(end) && all.indexOf(end) === index)
      .map((end) => columnOf(table, start, end)),
  );
  // A line is split by fields that no scale is of.
  // Two ends that a mark is drawn between may be those of a class.
  const between = fields.flatMap((start) =>
    fields.flatMap((end) => {
      const [first = "", second = ""] = [start, end].map((field) => channelOf(field)?.channel);
      return /^[xy]$/.test(first) && second === `${first}2` ? [columnOf(table, start, end)] : [];
    }),
  );
  const own = fields.filter((field) => !/^panel /.test(field) && (channelOf(field) || isName(table, field)));
  return [undefined, ...own.map((field) => columnOf(table, field)), ...classes, ...between];
}

/** Whether a field holds texts, times or a few figures, as names do. */
function isName({ rows }: DrawnTable, field: string): boolean {
  const cells = rows.map(({ cells: own }) => own[field]).filter((cell) => cell !== undefined);
  if (cells.some((cell) => typeof cell === "string" || cell instanceof Date)) return true;
  return cells.every((cell) => typeof cell === "number");
}

/** Each way to read a mark that an opening may be of. */
function* readingsOf(table: DrawnTable, drawing: Drawing, { kind, subject, grammar }: PlotText): Generator<Reading> {
  const columns = columnsOf(table);
  const shared = {
    table,
    panels: table.panels.map((field) => columnOf(table, field)),
    isOfPoints: kind === "Scatter plot" || kind === "Funnel plot",
    isOfPairs: kind === "Dumbbell chart",
    isOfCells: /^Heat|^Table/.test(kind),
    left: [],
  };
  for (const { valueTitle, value } of valuesOf(table)) {
    const rows = drawing.tables.includes(table) ? table.rows.map((row) => ({ ...row, figure: value(row) })) : [];
    for (const category of columns) {
      const gapsOf = createGaps(table, drawing, category);
      for (const series of columns) {
        const fields = { table, valueTitle, category, series };
        const rest = opened(subject, fields, { grammar, isOfPoints: shared.isOfPoints });
        if (rest === undefined) continue;
        const whole = { ...shared, rows, gaps: gapsOf(value), category, series };
        // Stacks without names for their parts are told by their whole lengths.
        const readings = series ? [whole] : [whole, { ...whole, rows: stacked(whole) }];
        yield* readings.filter((reading) => isExtent(rest, grammar, reading));
      }
    }
  }
}

/** What a mark does not draw: all of its rows where it draws nothing. */
function createGaps(table: DrawnTable, { tables, withGaps }: Drawing, category: Column | undefined) {
  const all = withGaps.get(table.name)?.rows ?? table.rows;
  const scale = isScale(table, category) ? category : undefined;
  return (value: Value["value"]) => (tables.includes(table) ? all.filter((row) => isGap(row, value(row), scale)) : all);
}

/** What has no figure, or no place on a scale of figures or times, is not drawn; what Vega puts in at no place is nothing. */
function isGap({ cells }: DrawnRow, figure: number, scale: Column | undefined): boolean {
  const cell = scale && cells[scale.fields[0]];
  const isUnplaced = scale !== undefined && (!known(cell) || !Number.isFinite(numberIn(cell)));
  return isUnplaced ? cells._impute !== true : !Number.isFinite(figure);
}

/**
 * Whether a column holds figures or times, as those do that points and lines stand by; a name that is missing has a place of its own, also
 * where all other names are figures.
 */
const isScale = ({ rows, scaleTypeOf }: DrawnTable, column: Column | undefined): boolean =>
  column?.fields.length === 1 &&
  !/^(?:band|point|ordinal)$/.test(scaleTypeOf(column.fields[0]) ?? "") &&
  rows.every(({ cells }) => typeof cells[column.fields[0]] !== "string") &&
  rows.some(({ cells }) => Number.isFinite(numberIn(cells[column.fields[0]])));

/** The sum of each stack. */
function stacked({ table, rows, category }: Pick<Reading, "table" | "rows" | "category">): readonly FigureRow[] {
  const sums = new Map<string, FigureRow>();
  for (const row of rows) {
    const key = `${category?.keyOf(row) ?? ""} ${table.panels.map((panel) => String(row.cells[panel])).join(" ")}`;
    const sum = sums.get(key);
    const figure = [sum?.figure ?? Number.NaN, row.figure].filter(Number.isFinite);
    sums.set(key, { ...(sum ?? row), figure: figure.length === 0 ? Number.NaN : figure.reduce((a, b) => a + b) });
  }
  return [...sums.values()];
}

interface Opening {
  readonly grammar: Grammar;
  readonly isOfPoints: boolean;
}

/** What is left of an opening behind the titles of these fields; undefined where it is of others. */
function opened(
  subject: string,
  { table, valueTitle, category, series }: Fields,
  { grammar, isOfPoints }: Opening,
): string | undefined {
  const titles = (field: string | undefined) =>
    field === undefined
      ? [""]
      : [...new Set([...table.titlesOf(field), ""])].filter((title) => subject.includes(title));
  const found = titles(valueTitle).flatMap((value) =>
    titles(category?.fields[0]).flatMap((across) =>
      titles(series?.fields[0]).flatMap((apart) => {
        const whole = grammar.subject({ value, across, apart }, isOfPoints);
        const rest = subject.startsWith(whole) ? subject.slice(whole.length) : undefined;
        return rest === "" || (rest !== undefined && grammar.extents(rest).length > 0) ? [rest] : [];
      }),
    ),
  );
  return found.toSorted((a, b) => a.length - b.length)[0];
}

/** Whether what an opening says last is so: how many there are, and from what to what. */
const isExtent = (rest: string, { extents }: Grammar, reading: Reading): boolean =>
  rest === "" || extents(rest).some((extent) => isOfExtent(extent, reading));

function isOfExtent({ count, ends, period }: Extent, { table, rows, gaps, category, series }: Reading): boolean {
  const isOfAll = (field: string) => rows.every(({ cells }) => (cells[field] ?? period) === period);
  if (period !== undefined && !table.fields.some(isOfAll)) return false;
  // Names of what has no figure stand on the axis too.
  const sizes = [rows, [...rows, ...gaps]].map((all) => new Set(all.map((row) => category?.keyOf(row))).size);
  if (count !== undefined && !sizes.includes(count)) return false;
  if (ends === undefined) return true;
  return [category, series].some((column) => {
    if (!column) return false;
    const ordered = rows.toSorted((a, b) => column.placeOf(a) - column.placeOf(b));
    const [first, last] = [ordered[0], ordered.at(-1)];
    return first && last && column.namesOf(first).has(ends[0]) && column.namesOf(last).has(ends[1]);
  });
}

interface Told {
  readonly plot: PlotText;
  readonly reading: Reading;
}

const viewOf = (name: string): string => name.replace(/(?:layer_\d+_)*(?:marks)?$/, "");

/** Undefined where more than `most` of its sentences are not borne out. */
function checkPlot({ plot, reading }: Told, most: number): readonly Checked[] | undefined {
  const said: Statement[] = [];
  let wrong = 0;
  const checked: Checked[] = [];
  for (const { text, readings } of plot.sentences) {
    const isMore = readings.some(({ kind }) => /^more/.test(kind));
    const own = isMore ? { ...reading, left: leftOut({ kind: plot.kind, said }, reading) } : reading;
    const found = readings.find((statement) => holds(statement, own));
    const isTrue = found !== undefined;
    if (found !== undefined) said.push(found);
    checked.push({ kind: readings[0]?.kind ?? "unread", text, isTrue });
    wrong += isTrue ? 0 : 1;
    if (wrong > most) return undefined;
  }
  return checked;
}

const falseIn = (all: readonly Checked[]): number => all.filter(({ isTrue }) => !isTrue).length;

interface CheckOptions {
  /** What an author says of the chart, which its description begins with. */
  readonly own?: string | undefined;
  /** English where absent. */
  readonly language?: keyof typeof grammars | undefined;
}

interface BestOptions {
  readonly drawing: Drawing;
  /** Views that plots before are of: each plot is of one of its own, as far as there are some. */
  readonly used: Set<string>;
}

const tablesOf = ({
  tables,
  withGaps,
}: Drawing): readonly [drawn: readonly DrawnTable[], undrawn: readonly DrawnTable[]] => [
  tables,
  [...withGaps.values()].filter(({ name }) => tables.every((own) => own.name !== name)),
];

/** The sentences of a plot by that way to read the chart which bears out most of them; undefined where its opening is of none. */
function bestOf(plot: PlotText, { drawing, used }: BestOptions): readonly Checked[] | undefined {
  let best: readonly Checked[] | undefined;
  const isUsed = ({ name }: DrawnTable) => Number(used.has(viewOf(name)));
  // Marks of which nothing is drawn come last: all of their rows are gaps.
  const [drawn, undrawn] = tablesOf(drawing);
  for (const table of [...drawn.toSorted((a, b) => isUsed(a) - isUsed(b)), ...undrawn])
    for (const reading of readingsOf(table, drawing, plot)) {
      const most = best === undefined ? Infinity : falseIn(best) - 1;
      best = checkPlot({ plot, reading }, most) ?? best;
      if (best === undefined || falseIn(best) > 0) continue;
      used.add(viewOf(table.name));
      return best;
    }
  return best;
}

/** Whether each sentence of a description is true by one way to read the chart, whose titles are those that it opens with. */
export function checkDescription(
  text: string,
  drawing: Drawing,
  { own = "", language = "en" }: CheckOptions = {},
): readonly Checked[] {
  const { head, plots: all } = plotsIn(withoutStops(withoutOwn(text, own), drawing), grammars[language]);
  const { plots, checked: ofLeft } = withoutLeft(all, drawing);
  const used = new Set<string>();
  const checked = plots.flatMap((plot): readonly Checked[] => {
    const best = bestOf(plot, { drawing, used });
    const isTrue = best !== undefined || isOfTitles(plot, drawing);
    const opening = { kind: "opening" as const, text: plot.opening, isTrue };
    return [opening, ...(best ?? checkUntold(plot, drawing))];
  });
  return [...(head === "" ? [] : [{ kind: "head" as const, text: head, isTrue: false }]), ...checked, ...ofLeft];
}

/** Plots without the last sentences, which say how many others there are: those that say the same as one of them, and those that are not told. */
function withoutLeft(plots: readonly PlotText[], drawing: Drawing) {
  const last = plots.at(-1);
  const tables = tablesOf(drawing).flat();
  const views = new Set(tables.map(({ name }) => viewOf(name))).size;
  const countOf = (sentence: Sentence | undefined, kind: "more" | "alikeCharts"): number =>
    sentence?.readings.flatMap((one) => (one.kind === kind ? [one.count] : []))[0] ?? 0;
  const sentences = last?.sentences ?? [];
  const more = countOf(sentences.at(-1), "more");
  const alike = countOf(sentences.at(more > 0 ? -2 : -1), "alikeCharts");
  const ofPlots = sentences.slice(sentences.length - Number(more > 0) - Number(alike > 0));
  if (!last || ofPlots.length === 0 || plots.length + alike + more !== views) return { plots, checked: [] };
  const told = plots.with(-1, { ...last, sentences: sentences.slice(0, sentences.length - ofPlots.length) });
  const isBorneOut = (table: DrawnTable) =>
    told.some((plot) => [...readingsOf(table, drawing, plot)].some((reading) => checkPlot({ plot, reading }, 0)));
  // Of plots that tell no figure, nothing bears one out rather than another.
  const isUntold = () => told.every((plot) => bestOf(plot, { drawing, used: new Set() }) === undefined);
  const borneOut = () => new Set(tables.filter(isBorneOut).map(({ name }) => viewOf(name))).size;
  const isTrue = alike === 0 || borneOut() >= told.length + alike || isUntold();
  return {
    plots: told,
    checked: ofPlots.map(({ text, readings }) => ({ kind: readings[0]?.kind ?? "unread", text, isTrue })),
  };
}

/** Whether all that an opening names is a title, or a field that has none. */
function isOfTitles({ subject, grammar }: PlotText, { titles, tables }: Drawing): boolean {
  const known = new Set([
    ...titles,
    ...tables.flatMap((table) => table.fields.flatMap((field) => [field, ...table.titlesOf(field)])),
  ]);
  return subject.split(grammar.between).every((part) => part === "" || known.has(part));
}

/** Where no figure is told: how many rows there are, or that there is nothing to see. */
function checkUntold({ sentences }: PlotText, { tables }: Drawing): readonly Checked[] {
  return sentences.map(({ text, readings }) => {
    const isTrue = readings.some(
      (statement) =>
        ((statement.kind === "rows" || statement.kind === "spread") &&
          tables.some(({ rows }) => rows.length === statement.count)) ||
        (statement.kind === "noData" && statement.of === "" && tables.length === 0),
    );
    return { kind: readings[0]?.kind ?? "unread", text, isTrue };
  });
}

function withoutOwn(text: string, own: string): string {
  let same = 0;
  while (same < own.length && text[same] === own[same]) same += 1;
  return text.slice(same).replace(/^[.…]?\s*/, "");
}
