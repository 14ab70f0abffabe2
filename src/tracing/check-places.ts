import type { CategoryNames, NamedCategory } from "./category-names.ts";
import { dimensionKey, type TracedFigure } from "./traced-figure.ts";

/** A row of a chart or a table: what it says of itself, and its figures with all that each may be. */
export interface FigureRow {
  readonly texts: ReadonlyMap<string, string>;
  /** By field: figures of that value. One of them has to be of what the row says. */
  readonly figures: ReadonlyMap<string, readonly TracedFigure[]>;
  /** It has gaps: what its names are of may be hidden. */
  readonly hasGaps: boolean;
}

/** A figure that stands where another belongs. */
export interface Misplaced {
  readonly kind: "figure" | "label";
  /** Index of the first row that has it. */
  readonly row: number;
  /** Of so many rows. */
  readonly count: number;
  /** Of the figure, and of the text beside it. */
  readonly field: string;
  readonly textField: string;
  readonly said: string;
  readonly figure: TracedFigure;
}

/** Figures of one field that are of several periods, where no text says of which. */
export interface Mixed {
  readonly kind: "mixed";
  readonly field: string;
  readonly row: number;
  readonly figures: readonly TracedFigure[];
}

export interface CheckedPlaces {
  readonly found: readonly (Misplaced | Mixed)[];
  /** For each row, what each of its figures is. */
  readonly origins: readonly ReadonlyMap<string, TracedFigure>[];
}

interface CheckPlacesOptions {
  readonly names: CategoryNames;
  /** Dimensions of time (`dimensionKey`): figures of several periods are not set beside one another without saying so. */
  readonly timeDimensions: ReadonlySet<string>;
}

/**
 * Whether figures stand beside the names of what they are figures of. A row may name several places (an area and the one
 * that it is compared with): each figure is of one of them, or the same comparator in all rows; and each name has a
 * figure of its own.
 */
export function checkPlaces(rows: readonly FigureRow[], { names, timeDimensions }: CheckPlacesOptions): CheckedPlaces {
  const meanings = new Map<string, readonly NamedCategory[]>();
  const named = (text: string): readonly NamedCategory[] => {
    const known = meanings.get(text) ?? names.named(text);
    meanings.set(text, known);
    return known;
  };
  const readings = rows.map((row) => readRow(row, { names, named }));
  const table: Table = {
    rows,
    readings,
    named,
    fields: [...new Set(rows.flatMap(({ figures }) => [...figures.keys()]))],
    textFields: [...new Set(rows.flatMap(({ texts }) => [...texts.keys()]))],
  };
  const figures = table.fields.flatMap((field) =>
    [...table.textFields, field].flatMap((textField) => misplacedFigures(table, field, textField) ?? []),
  );
  const told = new Set(figures.map(({ textField }) => textField));
  const labels = table.textFields.flatMap((textField) =>
    told.has(textField) ? [] : (labelWithoutFigure(table, textField) ?? []),
  );
  const mixed = table.fields.flatMap((field) => mixedPeriods(table, field, timeDimensions) ?? []);
  return {
    found: [...figures, ...labels, ...mixed],
    origins: readings.map((reading) => new Map([...reading].map(([field, { figure }]) => [field, figure]))),
  };
}

interface Table {
  readonly rows: readonly FigureRow[];
  readonly readings: readonly ReadonlyMap<string, Reading>[];
  readonly named: (text: string) => readonly NamedCategory[];
  readonly fields: readonly string[];
  readonly textFields: readonly string[];
}

const saying = ({ readings }: Table, field: string, textField: string, value: boolean): readonly number[] =>
  readings.flatMap((reading, index) => (reading.get(field)?.says.get(textField) === value ? [index] : []));

/** Figures that are not of what a text of their rows names, nor of another that is named there, nor all of one comparator. */
function misplacedFigures(table: Table, field: string, textField: string): Misplaced | undefined {
  const { rows, readings, named, textFields } = table;
  const wrong = saying(table, field, textField, false);
  if (wrong.length === 0) return undefined;
  const namedIn = (index: number, textIn: string) =>
    dimensionsOf(named((rows[index] as FigureRow).texts.get(textIn) ?? ""));
  const isOf = (index: number, textIn: string) => saying(table, field, textIn, true).includes(index);
  const isBesideAnother = wrong.every((index) => {
    const about = namedIn(index, textField);
    return textFields.some((other) => {
      if (other === textField || !isOf(index, other)) return false;
      return [...namedIn(index, other)].some((key) => about.has(key));
    });
  });
  if (isBesideAnother) return undefined;
  const all = [...wrong, ...saying(table, field, textField, true)];
  const figures = all.flatMap((index) => readings[index]?.get(field)?.figure ?? []);
  if (textField !== field && isConstant(figures, named(rows[wrong[0] ?? 0]?.texts.get(textField) ?? textField)))
    return undefined;
  return misplaced("figure", { table, wrong, field, textField });
}

/** A text whose rows have no figure of what it names. */
function labelWithoutFigure(table: Table, textField: string): Misplaced | undefined {
  const { rows, fields } = table;
  const said = fields.map((field) => ({
    field,
    wrong: saying(table, field, textField, false),
    right: saying(table, field, textField, true),
  }));
  const first = said.find(({ wrong }) => wrong.length > 0);
  if (!first || said.some(({ wrong, right }) => wrong.length === 0 && right.length > 0)) return undefined;
  const texts = new Set(rows.flatMap(({ texts }) => texts.get(textField) ?? []));
  const isSubject = texts.size === 1 && said.some(({ right }) => right.length > 0);
  // A row whose own figure is hidden may have others to compare with.
  if (isSubject || first.wrong.every((index) => rows[index]?.hasGaps)) return undefined;
  return misplaced("label", { table, wrong: first.wrong, field: first.field, textField });
}

/** What a figure is taken for, and whether it is of what each text of its row names; undefined where a text says nothing of it. */
interface Reading {
  readonly figure: TracedFigure;
  readonly says: ReadonlyMap<string, boolean | undefined>;
}

interface Context {
  readonly names: CategoryNames;
  readonly named: (text: string) => readonly NamedCategory[];
}

/** Of all figures of its value the one that is most of what the row says. */
function readRow({ texts, figures }: FigureRow, context: Context): ReadonlyMap<string, Reading> {
  const readings = new Map<string, Reading>();
  for (const [field, candidates] of figures) {
    let best: { reading: Reading; wrong: number; right: number } | undefined;
    for (const figure of candidates) {
      // A column may be named after what its figures are of: "2018/19".
      const isNamed = context.named(field).length > 0 && measureOf(figure) !== field;
      const said = isNamed ? [...texts, [field, field] as const] : [...texts];
      const says = new Map(said.map(([textField, text]) => [textField, agrees(figure, textField, text, context)]));
      const wrong = [...says.values()].filter((each) => each === false).length;
      const right = [...says.values()].filter((each) => each === true).length;
      const isBetter = !best || wrong < best.wrong || (wrong === best.wrong && right > best.right);
      if (isBetter) best = { reading: { figure, says }, wrong, right };
      // Where many figures are equal, those of the row come first.
      if (wrong === 0 && right > 0) break;
    }
    if (best) readings.set(field, best.reading);
  }
  return readings;
}

const measureOf = ({ origin }: TracedFigure): string | undefined =>
  origin.kind === "cell" ? origin.measure : undefined;

function agrees(figure: TracedFigure, textField: string, text: string, { names, named }: Context): boolean | undefined {
  const isCell = figure.origin.kind === "cell";
  const categories = named(text);
  const said = categories.map((category) => names.isOf(figure, category));
  const isOwnField = isCell && Object.hasOwn((figure.origin as { at: object }).at, textField);
  if (isOwnField) {
    // A dimension's own field names that dimension, whatever else its word may mean.
    const own = categories.flatMap((category, index) =>
      category.dimension === textField && !category.byCode ? [said[index]] : [],
    );
    return own.some((each) => each === true);
  }
  if (said.some((each) => each === true)) return true;
  return said.some((each) => each === false) && !said.includes("part") ? false : undefined;
}

const dimensionsOf = (categories: readonly NamedCategory[]): ReadonlySet<string> =>
  new Set(categories.map(({ dataset, dimension }) => dimensionKey(dataset, dimension)));

/** Whether figures share a category of the dimension that a name is of, or go across it. */
function isConstant(figures: readonly TracedFigure[], categories: readonly NamedCategory[]): boolean {
  return [...dimensionsOf(categories)].some((key) => {
    if (figures.every(({ across }) => across.has(key))) return true;
    const [first, ...others] = figures.map(({ places }) => places.get(key) ?? new Set<string>());
    return first !== undefined && [...first].some((id) => others.every((ids) => ids.has(id)));
  });
}

interface MisplacedParts {
  readonly table: Table;
  readonly wrong: readonly number[];
  readonly field: string;
  readonly textField: string;
}

function misplaced(
  kind: Misplaced["kind"],
  { table: { rows, readings }, wrong, field, textField }: MisplacedParts,
): Misplaced {
  const row = wrong[0] as number;
  return {
    kind,
    row,
    count: wrong.length,
    field,
    textField,
    said: rows[row]?.texts.get(textField) ?? textField,
    figure: readings[row]?.get(field)?.figure as TracedFigure,
  };
}

/** Figures of a field that no text places in time, and that have no period in common. */
function mixedPeriods(table: Table, field: string, timeDimensions: ReadonlySet<string>): Mixed | undefined {
  for (const key of timeDimensions) {
    const untold = table.rows.flatMap((row, index) => {
      const figure = table.readings[index]?.get(field)?.figure;
      if (!figure) return [];
      const ids = periodsUntold({ row, figure, field, key, named: table.named });
      return ids.size > 0 ? [{ index, figure, ids }] : [];
    });
    const [first, ...others] = untold;
    if (!first || [...first.ids].some((id) => others.every(({ ids }) => ids.has(id)))) continue;
    const odd = others.find(({ ids }) => ![...ids].some((id) => first.ids.has(id))) ?? (others[0] as typeof first);
    return { kind: "mixed", field, row: odd.index, figures: [first.figure, odd.figure] };
  }
  return undefined;
}

interface PeriodsUntoldOptions {
  readonly row: FigureRow;
  readonly figure: TracedFigure;
  readonly field: string;
  readonly key: string;
  readonly named: Table["named"];
}

/** The periods of all figures of that value and of those places; none where the row says the period. */
function periodsUntold({ row, figure, field, key, named }: PeriodsUntoldOptions): ReadonlySet<string> {
  if ([...row.texts.values()].some((text) => dimensionsOf(named(text)).has(key))) return new Set();
  const alike = (row.figures.get(field) ?? []).filter((other) => isAlike(other, figure, key));
  return new Set(alike.flatMap(({ places }) => [...(places.get(key) ?? [])]));
}

const isAlike = (a: TracedFigure, b: TracedFigure, except: string): boolean =>
  [...b.places].every(([key, ids]) => key === except || [...ids].every((id) => a.places.get(key)?.has(id)));
