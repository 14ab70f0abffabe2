import { categoryId, createCellParser, groupBy } from "../../dataset/index.ts";
import { cellAt, cellText } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import type { HeldByCodes } from "./nested-codes.ts";

/** The part of wholes that has to be the sum of what stands below them, further to the right. */
const mostlySums = 0.8;

/** So many labels that stand further to the right than others are no slips of whoever typed them; a whole has so many parts. */
const [fewestIndented, fewestParts] = [3, 2];

const parse = createCellParser();
const anyAmount = { label: "", unit: { one: "", other: "" }, statType: "quantity" } as const;

/** What categories hold by how far their labels stand to the right. */
export interface HeldByIndents extends HeldByCodes {
  /** Whether the figures of wholes are the sums of those of their parts; of rates and means nobody can tell. */
  readonly areSums: boolean;
  /** The labels of wholes whose figures are not the sums of what stands below them, where those of most are. */
  readonly unlike: readonly string[];
}

/**
 * What categories hold by how far their labels stand to the right, `Theft`, and `  From a person` below it, or in a column further to the right.
 * Undefined where all stand alike, where a
 * label stands below several, or where counts are no sums of those below them: then these may be a few of them, or something else.
 */
export function heldByIndents(survey: TableSurvey, names: ColumnSurvey): HeldByIndents | undefined {
  const written = treeOf(survey, names);
  if (!written) return undefined;
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const counts = figures.filter((column) => column.figures?.isWhole);
  const tree = counts.length > 0 ? mendedBySums(written, createSums(survey, counts)) : written;
  const { parentOf, parts } = tree;
  const added = counts.length > 0 ? counts : figures;
  const areSums = addUp(survey, tree, added);
  if (!areSums && (counts.length > 0 || names.firstOf)) return undefined;
  const [top = "", other] = [...parentOf].flatMap(([id, parent]) => (parent === undefined ? [id] : []));
  const total = other === undefined && parts.has(top) ? top : undefined;
  const unlike = areSums ? [...parts.keys()].filter((id) => differs(survey, { id, tree, figures: added })) : [];
  const labelOf = (id: string) => names.texts.find((text) => categoryId(text) === id) ?? id;
  return {
    total,
    holds: Object.fromEntries([...parts].filter(([id]) => id !== total)),
    areSums,
    unlike: unlike.map(labelOf),
  };
}

/** Labels within others. */
interface Tree {
  readonly parentOf: ReadonlyMap<string, string | undefined>;
  /** What each holds, of those that hold several. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** The rows of each whole, with those of its parts. */
  readonly rowsOf: ReadonlyMap<string, readonly Family[]>;
}

interface Family {
  readonly whole: number;
  readonly parts: number[];
}

/** Undefined where all labels stand alike, or one stands below several. */
function treeOf(survey: TableSurvey, { index, firstOf }: ColumnSurvey): Tree | undefined {
  const { sheet, rows } = survey;
  // Of all but a few columns, no label says that it is within another.
  const areAlike = !firstOf && sheet.columns[index]?.values.every((cell) => indentOf(cellText(cell)) === 0);
  if (areAlike) return undefined;
  const indentIn = indentsOf(Array.from(rows, (row) => cellText(cellAt(sheet, row, index))));
  const columnIn = firstOf && columnOfName(survey, firstOf);
  const parentOf = new Map<string, string | undefined>();
  const rowsOf = new Map<string, Family[]>();
  const open: { readonly id: string; readonly indent: number; readonly family: Family }[] = [];
  let indented = 0;
  for (const row of rows) {
    const text = cellText(cellAt(sheet, row, index));
    const id = categoryId(text.trim());
    if (id === "") continue;
    const indent = columnIn?.(row) ?? indentIn(text);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parent = open.at(-1);
    if (parentOf.has(id) && parentOf.get(id) !== parent?.id) return undefined;
    parentOf.set(id, parent?.id);
    parent?.family.parts.push(row);
    if (parent) indented += 1;
    const family = { whole: row, parts: [] };
    const known = rowsOf.get(id);
    if (known) known.push(family);
    else rowsOf.set(id, [family]);
    open.push({ id, indent, family });
  }
  const children = groupBy(
    [...parentOf].filter(([, parent]) => parent !== undefined),
    ([, parent]) => parent as string,
  );
  const parts = new Map(
    [...children].flatMap(([id, own]) => (own.length < fewestParts ? [] : [[id, own.map(([part]) => part)] as const])),
  );
  return indented < fewestIndented || parts.size === 0 ? undefined : { parentOf, parts, rowsOf };
}

/** The column that a row has its name in, of several: the further to the right, the further set in. */
function columnOfName({ sheet, columns }: TableSurvey, firstOf: readonly string[]): (row: number) => number {
  const indexes = firstOf.flatMap((ref) => columns.find((own) => own.ref === ref)?.index ?? []);
  return (row) => indexes.find((index) => (sheet.columns[index]?.codes[row] ?? 0) !== 0) ?? 0;
}

/**
 * How far each of some texts stands to the right. Numbers that end below each other, `  5-9` above ` 10-14`, stand alike: spaces fill up their
 * digits.
 */
function indentsOf(texts: readonly string[]): (text: string) => number {
  const digitsOf = (text: string) => /^\s*(?<digits>\d+)/u.exec(text)?.groups?.digits?.length ?? 0;
  const endOf = (text: string) => indentOf(text) + digitsOf(text);
  const numbers = texts.filter((text) => digitsOf(text) > 0);
  const ends = [...groupBy(numbers, endOf)].sort(([, a], [, b]) => b.length - a.length);
  const [[end, aligned] = [0, []]] = ends;
  const areAligned = aligned.length >= numbers.length * mostlyAligned && new Set(aligned.map(indentOf)).size > 1;
  const least = Math.min(...aligned.map(indentOf));
  return (text) => (areAligned && digitsOf(text) > 0 && endOf(text) === end ? least : indentOf(text));
}
/** So many numbers end below each other, where `100+` has no room for it. */
const mostlyAligned = 0.9;

/** Whether the rows of some labels are, in all columns, the sum or the part of another one's that they are asked for. */
interface Sums {
  readonly isSum: (whole: string, parts: readonly string[]) => boolean;
  readonly isLarger: (label: string, than: string) => boolean;
}

/** What the first row of each label says: labels that come again have others below them each time. */
function createSums({ sheet }: TableSurvey, columns: readonly ColumnSurvey[]): (tree: Tree) => Sums {
  return ({ rowsOf }) => {
    const figuresOf = (id: string): readonly number[] => {
      const [family] = rowsOf.get(id) ?? [];
      return columns.map((column) => (family ? figureAt(sheet, family.whole, column) : Number.NaN));
    };
    return {
      isSum(whole, parts) {
        const own = parts.map(figuresOf);
        const checks = figuresOf(whole).map((value, at) => {
          const sum = own.reduce((total, figures) => total + (figures[at] as number), 0);
          return value > 0 && Math.abs(sum - value) <= Math.max(1, parts.length / 2);
        });
        return checks.length > 0 && checks.every(Boolean);
      },
      isLarger: (label, than) => {
        const other = figuresOf(than);
        return figuresOf(label).every((value, at) => value > (other[at] as number));
      },
    };
  };
}

/**
 * Labels that a slip of whoever typed them put within another or beside it, where the figures say which: the first of its parts alone come to a whole,
 * so that the others stand beside it; one is larger than its whole, which then has none; or a whole lacks what the labels right below its parts come
 * to.
 */
function mendedBySums(written: Tree, sumsOf: (tree: Tree) => Sums): Tree {
  const isOnce = [...written.rowsOf.values()].every((families) => families.length === 1);
  if (!isOnce) return written;
  const { isSum, isLarger } = sumsOf(written);
  const parentOf = new Map(written.parentOf);
  const parts = new Map<string, string[]>([...written.parts].map(([id, own]) => [id, [...own]] as const));
  for (const [id, own] of [...parts]) {
    const holder = parentOf.get(id);
    const siblings = holder === undefined ? undefined : parts.get(holder);
    if (holder === undefined || !siblings || isSum(id, own)) continue;
    const prefix = own.findLastIndex((_, last) => last + 1 < own.length && isSum(id, own.slice(0, last + 1)));
    const kept = prefix + 1 >= fewestParts ? prefix + 1 : own.some((part) => isLarger(part, id)) ? 0 : own.length;
    const moved = own.splice(kept);
    for (const part of moved) parentOf.set(part, holder);
    siblings.splice(siblings.indexOf(id) + 1, 0, ...moved);
    if (own.length === 0) parts.delete(id);
  }
  for (const [id, own] of [...parts]) {
    const siblings = parts.get(parentOf.get(id) ?? "");
    if (!siblings || isSum(id, own)) continue;
    const from = siblings.indexOf(id) + 1;
    const length = siblings
      .slice(from)
      .findIndex((_, at) => isSum(id, [...own, ...siblings.slice(from, from + at + 1)]));
    const moved = siblings.splice(from, length + 1);
    for (const part of moved) parentOf.set(part, id);
    own.push(...moved);
  }
  const rowOf = (id: string) => written.rowsOf.get(id)?.[0]?.whole as number;
  const families = [...written.rowsOf.keys()].map(
    (id) => [id, [{ whole: rowOf(id), parts: (parts.get(id) ?? []).map(rowOf) }]] as const,
  );
  return { parentOf, parts, rowsOf: new Map(families) };
}

/** The number in a cell; not a number where there is none. */
function figureAt(sheet: TableSurvey["sheet"], row: number, { index }: ColumnSurvey): number {
  const read = parse(cellAt(sheet, row, index), anyAmount);
  return typeof read !== "string" && read.cell.state === "value" ? read.cell.value : Number.NaN;
}

/** Whether the figures of wholes are mostly the sums of those of their parts. */
function addUp({ sheet }: TableSurvey, { parts, rowsOf }: Tree, figures: readonly ColumnSurvey[]): boolean {
  const families = [...parts.keys()].flatMap((id) => rowsOf.get(id) ?? []);
  const checks = sumsIn(sheet, families, figures);
  return checks.length > 0 && checks.filter(Boolean).length >= checks.length * mostlySums;
}

/** Whether hardly any figure of a whole is the sum of those of its parts. */
const differs = (
  { sheet }: TableSurvey,
  { id, tree, figures }: { readonly id: string; readonly tree: Tree; readonly figures: readonly ColumnSurvey[] },
): boolean => {
  const checks = sumsIn(sheet, tree.rowsOf.get(id) ?? [], figures);
  return checks.length > 0 && checks.filter(Boolean).length < checks.length / 2;
};

/** Of each figure of wholes that can be compared, whether it is the sum of those of the parts. */
const sumsIn = (
  sheet: TableSurvey["sheet"],
  families: readonly Family[],
  figures: readonly ColumnSurvey[],
): readonly boolean[] =>
  families.flatMap(({ whole, parts: own }) =>
    figures.flatMap((column) => {
      const value = figureAt(sheet, whole, column);
      const sum = own.reduce((total, row) => total + figureAt(sheet, row, column), 0);
      if (Number.isNaN(value + sum) || value === 0) return [];
      const slack = column.figures?.isWhole ? Math.max(1, own.length / 2) : own.length * ofDecimals;
      return [Math.abs(sum - value) <= Math.max(slack, Math.abs(value) * 1e-6)];
    }),
  );

/** How far a figure with a decimal may be off. */
const ofDecimals = 0.06;

/** How far a text stands to the right: by spaces, of which a tab is four. */
export const indentOf = (text: string): number => (/^\s*/u.exec(text)?.[0] ?? "").replaceAll("\t", "    ").length;
