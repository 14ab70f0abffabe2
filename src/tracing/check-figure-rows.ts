import type { CategoryNames, NamedCategory } from "./category-names.ts";
import type { TracedFigure } from "./traced-figure.ts";

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

export interface CheckedRows {
  readonly found: readonly (Misplaced | Mixed)[];
  /** For each row, what each of its figures is. */
  readonly origins: readonly ReadonlyMap<string, TracedFigure>[];
}

interface CheckRowsOptions {
  readonly names: CategoryNames;
  /** Dimensions of time (`dimensionKey`): figures of several periods are not set beside one another without saying so. */
  readonly timeDimensions: ReadonlySet<string>;
}

/**
 * Whether figures stand beside the names of what they are figures of. A row may name several categories (an area and the one
 * that it is compared with): each figure is of one of them, or the same comparator in all rows; and each name has a
 * figure of its own.
 */
export function checkFigureRows(rows: readonly FigureRow[], { names, timeDimensions }: CheckRowsOptions): CheckedRows {
  const chosen = withComparators(
    rows,
    rows.map((row) => readRow(row, names)),
    names,
  );
  let isAnyWrong = false;
  const origins = chosen.map((row) => {
    const figuresOf = new Map<string, TracedFigure>();
    for (const [field, { figure, wrong }] of row) {
      figuresOf.set(field, figure);
      isAnyWrong ||= wrong > 0;
    }
    return figuresOf;
  });
  const fields = keysOf(rows, "figures");
  const misplaced = isAnyWrong ? findMisplaced(rows, { chosen, fields, names }) : [];
  const mixed = fields.flatMap((field) => mixedPeriods({ rows, origins, names }, field, timeDimensions) ?? []);
  return { found: [...misplaced, ...mixed], origins };
}

interface ChosenRows extends Pick<Table, "fields" | "names"> {
  readonly chosen: readonly ReadonlyMap<string, Chosen>[];
}

/** Of rows of which some text names something else than a figure beside it is of. */
function findMisplaced(rows: readonly FigureRow[], { chosen, fields, names }: ChosenRows): readonly Misplaced[] {
  const readings = chosen.map(
    (row) =>
      new Map([...row].map(([field, { figure, texts }]) => [field, { figure, says: saidOf(figure, texts, names) }])),
  );
  const textFields = keysOf(rows, "texts");
  const table: Table = { rows, readings, saying: saidBy(readings), names, fields, textFields };
  const figures = fields.flatMap((field) =>
    [...textFields, field].flatMap((textField) => misplacedFigures(table, field, textField) ?? []),
  );
  const told = new Set(figures.map(({ textField }) => textField));
  const labels = textFields.flatMap((textField) =>
    told.has(textField) ? [] : (labelWithoutFigure(table, textField) ?? []),
  );
  return [...figures, ...labels];
}

function keysOf(rows: readonly FigureRow[], of: "figures" | "texts"): readonly string[] {
  const keys = new Set<string>();
  for (const row of rows) for (const key of row[of].keys()) keys.add(key);
  return [...keys];
}

interface Table {
  readonly rows: readonly FigureRow[];
  readonly readings: readonly ReadonlyMap<string, Reading>[];
  /** The rows whose text says that their figure is of what it names, and those whose text says another. */
  readonly saying: (field: string, textField: string) => Saying;
  readonly names: CategoryNames;
  readonly fields: readonly string[];
  readonly textFields: readonly string[];
}

interface Saying {
  readonly right: ReadonlySet<number>;
  readonly wrong: readonly number[];
}

const sayingNothing: Saying = { right: new Set(), wrong: [] };

function saidBy(readings: readonly ReadonlyMap<string, Reading>[]): Table["saying"] {
  const byField = new Map<string, Map<string, { right: Set<number>; wrong: number[] }>>();
  for (const [index, reading] of readings.entries()) {
    for (const [field, { says }] of reading) {
      const byText = byField.get(field) ?? new Map<string, { right: Set<number>; wrong: number[] }>();
      byField.set(field, byText);
      for (const [textField, value] of says) {
        if (value === undefined) continue;
        const said = byText.get(textField) ?? { right: new Set(), wrong: [] };
        byText.set(textField, said);
        if (value) said.right.add(index);
        else said.wrong.push(index);
      }
    }
  }
  return (field, textField) => byField.get(field)?.get(textField) ?? sayingNothing;
}

/** Figures that are not of what a text of their rows names, nor of another that is named there, nor all of one comparator. */
function misplacedFigures(table: Table, field: string, textField: string): Misplaced | undefined {
  const { rows, readings, saying, names, textFields } = table;
  const { wrong, right } = saying(field, textField);
  if (wrong.length === 0) return undefined;
  const namedIn = (index: number, textIn: string) =>
    dimensionsOf(names.named((rows[index] as FigureRow).texts.get(textIn) ?? ""));
  const isOf = (index: number, textIn: string) => saying(field, textIn).right.has(index);
  const isComparator = wrong.every((index) => {
    const about = namedIn(index, textField);
    return textFields.some((other) => {
      if (other === textField || !isOf(index, other)) return false;
      return [...namedIn(index, other)].some((key) => about.has(key));
    });
  });
  if (isComparator) return undefined;
  const all = [...wrong, ...right];
  const figures = all.flatMap((index) => readings[index]?.get(field)?.figure ?? []);
  const said = names.named(rows[wrong[0] ?? 0]?.texts.get(textField) ?? textField);
  if (textField !== field && isConstant(figures, dimensionsOf(said))) return undefined;
  return misplaced("figure", { table, wrong, field, textField });
}

/** A text whose rows have no figure of what it names. */
function labelWithoutFigure(table: Table, textField: string): Misplaced | undefined {
  const { rows, fields, saying } = table;
  const said = fields.map((field) => ({ field, ...saying(field, textField) }));
  const first = said.find(({ wrong }) => wrong.length > 0);
  if (!first || said.some(({ wrong, right }) => wrong.length === 0 && right.size > 0)) return undefined;
  const texts = new Set(rows.flatMap(({ texts }) => texts.get(textField) ?? []));
  const isSubject = texts.size === 1 && said.some(({ right }) => right.size > 0);
  // A row whose own figure is hidden may have others to compare with.
  if (isSubject || first.wrong.every((index) => rows[index]?.hasGaps)) return undefined;
  return misplaced("label", { table, wrong: first.wrong, field: first.field, textField });
}

/** What a figure is taken for, and whether it is of what each text of its row names; undefined where a text says nothing of it. */
interface Reading {
  readonly figure: TracedFigure;
  readonly says: ReadonlyMap<string, boolean | undefined>;
}

/** The figure that one of a row is taken for. */
interface Chosen {
  readonly figure: TracedFigure;
  /** What is said beside it, by field. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many texts name something else than the figure is of, and how many name what it is of. */
  readonly wrong: number;
  readonly right: number;
}

/** Of all figures of its value the one that is most of what the row says. */
function readRow({ texts, figures }: FigureRow, names: CategoryNames): ReadonlyMap<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  for (const [field, candidates] of figures) {
    const isName = names.named(field).length > 0;
    let best: Chosen | undefined;
    for (const figure of candidates) {
      // A column may be named after what its figures are of: "2018/19".
      const said = isName && measureOf(figure) !== field ? new Map(texts).set(field, field) : texts;
      const found = weigh(figure, said, names);
      const isBetter = !best || found.wrong < best.wrong || (found.wrong === best.wrong && found.right > best.right);
      if (isBetter) best = found;
      // Where many figures are equal, those of the row come first.
      if (found.wrong === 0 && found.right > 0) break;
    }
    if (best) chosen.set(field, best);
  }
  return chosen;
}

/**
 * Rows with what each is compared with: a line at the median has its figure from the median in all of them, also beside an area
 * that has the same figure. A field that is called after the measure of its figures holds the rows' own.
 */
function withComparators(
  rows: readonly FigureRow[],
  chosen: readonly ReadonlyMap<string, Chosen>[],
  names: CategoryNames,
): readonly ReadonlyMap<string, Chosen>[] {
  const fields = new Set<string>();
  for (const row of chosen) for (const [field, { wrong }] of row) if (wrong > 0) fields.add(field);
  if (fields.size === 0) return chosen;
  const compared = chosen.map((row) => new Map(row));
  for (const field of fields) {
    const column = chosen.flatMap((row, index): readonly Entry[] => {
      const found = row.get(field);
      return found ? [{ ...found, index, candidates: rows[index]?.figures.get(field) ?? [] }] : [];
    });
    if (column.some(({ figure }) => measureOf(figure) === field)) continue;
    for (const [position, figure] of comparatorOf(column, names)?.entries() ?? []) {
      const { index, texts } = column[position] as Entry;
      compared[index]?.set(field, weigh(figure, texts, names));
    }
  }
  return compared;
}

/** What a field holds in one row: the figure that it is taken for, and all that it may be. */
interface Entry extends Chosen {
  readonly index: number;
  readonly candidates: readonly TracedFigure[];
}

/** For each row the figure of the one that all are compared with; undefined where there is none. */
function comparatorOf(column: readonly Entry[], names: CategoryNames): readonly TracedFigure[] | undefined {
  for (const { texts, figure, candidates } of column) {
    for (const [textField, text] of texts) {
      if (agrees(figure, textField, text, names) !== false) continue;
      for (const key of dimensionsOf(names.named(text))) {
        const own = new Set(
          column.flatMap((entry) =>
            names.named(entry.texts.get(textField) ?? "").flatMap((name) => (name.key === key ? name.id : [])),
          ),
        );
        for (const is of comparatorsIn(candidates, key, own)) {
          const found = oneInAll(column, { is, textField, names });
          if (found) return found;
        }
      }
    }
  }
  return undefined;
}

/** What figures may be compared with along a dimension: all that is there, then what no row names (`own`), then one that a row names. */
function comparatorsIn(
  candidates: readonly TracedFigure[],
  key: string,
  own: ReadonlySet<string>,
): readonly Compared["is"][] {
  const ids = new Set(candidates.flatMap(({ coordinates }) => [...(coordinates.get(key) ?? [])]));
  return [
    ({ across }) => across.has(key),
    ...[...ids]
      .toSorted((a, b) => Number(own.has(a)) - Number(own.has(b)))
      .map(
        (id): Compared["is"] =>
          ({ across, coordinates }) =>
            !across.has(key) && coordinates.get(key)?.has(id) === true,
      ),
  ];
}

interface Compared {
  readonly is: (figure: TracedFigure) => boolean;
  /** The field whose texts name what is compared. */
  readonly textField: string;
  readonly names: CategoryNames;
}

/** For each row a figure of the comparator that goes with all else that the row says: one for the same coordinates. */
function oneInAll(column: readonly Entry[], { is, textField, names }: Compared): readonly TracedFigure[] | undefined {
  const values = new Map<string, number | null>();
  const found: TracedFigure[] = [];
  for (const { texts, candidates } of column) {
    const others = [...texts].filter(([other]) => other !== textField);
    const figure = candidates.find(
      (each) => is(each) && others.every(([other, text]) => agrees(each, other, text, names) !== false),
    );
    if (!figure) return undefined;
    const at = [...figure.coordinates].map(([key, ids]) => [key, ...ids].join("\n")).join("\n");
    if (values.has(at) && values.get(at) !== figure.value) return undefined;
    values.set(at, figure.value);
    found.push(figure);
  }
  return found;
}

function weigh(figure: TracedFigure, texts: ReadonlyMap<string, string>, names: CategoryNames): Chosen {
  let wrong = 0;
  let right = 0;
  for (const [textField, text] of texts) {
    const isSaid = agrees(figure, textField, text, names);
    if (isSaid === false) wrong += 1;
    if (isSaid === true) right += 1;
  }
  return { figure, texts, wrong, right };
}

function saidOf(figure: TracedFigure, texts: ReadonlyMap<string, string>, names: CategoryNames): Reading["says"] {
  return new Map([...texts].map(([textField, text]) => [textField, agrees(figure, textField, text, names)]));
}

const measureOf = ({ origin }: TracedFigure): string | undefined =>
  origin.kind === "cell" ? origin.measure : undefined;

function agrees(figure: TracedFigure, textField: string, text: string, names: CategoryNames): boolean | undefined {
  const isOwn = isOwnField(figure, textField);
  let [isOfOther, isOfPart] = [false, false];
  for (const category of names.named(text)) {
    // A dimension's own field names that dimension, whatever else its word may mean.
    if (isOwn && (category.dimension !== textField || category.byCode)) continue;
    const isOf = names.isOf(figure, category);
    if (isOf === true) return true;
    isOfOther ||= isOf === false;
    isOfPart ||= isOf === "part";
  }
  return isOwn || (isOfOther && !isOfPart) ? false : undefined;
}

/** Whether a field is called as a dimension of a figure's cell. */
const isOwnField = ({ origin }: TracedFigure, field: string): boolean =>
  origin.kind === "cell" && Object.hasOwn(origin.at, field);

const dimensionsOf = (categories: readonly NamedCategory[]): ReadonlySet<string> =>
  new Set(categories.map(({ key }) => key));

/** Whether figures share a category of the dimension that a name is of, or go across it. */
function isConstant(figures: readonly TracedFigure[], dimensions: ReadonlySet<string>): boolean {
  return [...dimensions].some((key) => {
    if (figures.every(({ across }) => across.has(key))) return true;
    const [first, ...others] = figures.map(({ coordinates }) => coordinates.get(key) ?? new Set<string>());
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

interface OriginsOfRows extends Pick<Table, "rows" | "names"> {
  readonly origins: readonly ReadonlyMap<string, TracedFigure>[];
}

/** Figures of a field that no text places in time, and that have no period in common. */
function mixedPeriods(
  { rows, origins, names }: OriginsOfRows,
  field: string,
  timeDimensions: ReadonlySet<string>,
): Mixed | undefined {
  for (const key of timeDimensions) {
    const untold: { index: number; figure: TracedFigure; ids: ReadonlySet<string> }[] = [];
    for (const [index, row] of rows.entries()) {
      const figure = origins[index]?.get(field);
      if (!figure || saysPeriod(row, key, names)) continue;
      const ids = periodsOf(row.figures.get(field) ?? [], figure, key);
      if (ids.size > 0) untold.push({ index, figure, ids });
    }
    const [first, ...others] = untold;
    if (!first || [...first.ids].some((id) => others.every(({ ids }) => ids.has(id)))) continue;
    const odd = others.find(({ ids }) => ![...ids].some((id) => first.ids.has(id))) ?? (others[0] as typeof first);
    return { kind: "mixed", field, row: odd.index, figures: [first.figure, odd.figure] };
  }
  return undefined;
}

/** Whether a text of a row names a period. */
function saysPeriod({ texts }: FigureRow, key: string, names: CategoryNames): boolean {
  for (const text of texts.values()) for (const category of names.named(text)) if (category.key === key) return true;
  return false;
}

/** The periods of all figures of that value and of those categories. */
function periodsOf(figures: readonly TracedFigure[], figure: TracedFigure, key: string): ReadonlySet<string> {
  const periods = new Set<string>();
  for (const other of figures)
    if (isAlike(other, figure, key)) for (const id of other.coordinates.get(key) ?? []) periods.add(id);
  return periods;
}

function isAlike(a: TracedFigure, b: TracedFigure, except: string): boolean {
  for (const [key, ids] of b.coordinates) {
    if (key === except) continue;
    for (const id of ids) if (!a.coordinates.get(key)?.has(id)) return false;
  }
  return true;
}
