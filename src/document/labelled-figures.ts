import type { Element, Root } from "hast";
import { toString as textIn } from "hast-util-to-string";
import { groupBy } from "../dataset/index.ts";
import { walkElements } from "./walk-elements.ts";

/** What a label stands for: claims by the position that they have under it. */
export interface LabelledRow {
  readonly label: string;
  /** Ids of claims, by the other heading of their cell (`column 2018/19`). */
  readonly figures: ReadonlyMap<string, string>;
}

/** Figures of a table or a list that the author wrote, under one kind of their labels: the headings of its rows, or of its columns. */
export interface LabelledFigures {
  /** `a table`, `a list of terms`. */
  readonly where: string;
  readonly rows: readonly LabelledRow[];
}

/**
 * The figures of claims that stand by themselves in cells and descriptions, with the headings and terms that they stand under: as they are
 * seen (spans of cells obeyed), and as `headers` has them read aloud.
 * @param isAsked of which claims that is asked: those of a briefing's own tables, which are nearly all, are checked with these.
 */
export function labelledFigures(
  tree: Root,
  isAsked: (claim: string) => boolean = () => true,
): readonly LabelledFigures[] {
  const found: LabelledFigures[] = [];
  const byId = new Map<string, Element>();
  const holders: Element[] = [];
  walkElements(tree, (element) => {
    if (typeof element.properties.id === "string") byId.set(element.properties.id, element);
    if (element.tagName === "table" || element.tagName === "dl") holders.push(element);
  });
  for (const element of holders) {
    if (element.tagName === "table") found.push(...ofTable(element, byId, isAsked));
    else found.push({ where: "a list of terms", rows: ofTerms(element, isAsked) });
  }
  return found.filter(({ rows }) => rows.length > 0);
}

const labelOf = (element: Element): string => textIn(element).replaceAll(/\s+/g, " ").trim();

/** The first element within another, or that itself, that has the figure of a claim. */
function firstClaim(element: Element): Element | undefined {
  if (typeof element.properties.dataClaim === "string") return element;
  for (const child of element.children) {
    const found = child.type === "element" ? firstClaim(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The claim whose figure is all that an element says, if it is asked about. */
function claimOf(element: Element, isAsked: (claim: string) => boolean): string | undefined {
  const only = firstClaim(element);
  if (!only || !isAsked(String(only.properties.dataClaim))) return undefined;
  // Nearly all cells hold the figure and nothing else, not even a space.
  if (textIn(only) !== textIn(element) && labelOf(only) !== labelOf(element)) return undefined;
  return String(only.properties.dataClaim);
}

interface PlacedCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

interface PlacedFigure extends PlacedCell {
  readonly claim: string;
}

const spanOf = (value: unknown): number => Math.min(1000, Math.max(1, Number(value ?? 1) || 1));

/** The cells of a table where its spans put them (HTML, 4.9.12.1). */
function placeCells(table: Element): readonly PlacedCell[] {
  const rows: Element[] = [];
  const collect = (parent: Element) => {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      if (child.tagName === "tr") rows.push(child);
      else if (/^t(?:head|body|foot)$/.test(child.tagName)) collect(child);
    }
  };
  collect(table);
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  for (const [row, { children }] of rows.entries()) {
    let column = 0;
    for (const element of children) {
      if (element.type !== "element" || !/^t[dh]$/.test(element.tagName)) continue;
      while (taken.has(`${row} ${column}`)) column += 1;
      const columns = spanOf(element.properties.colSpan);
      const span = spanOf(element.properties.rowSpan);
      for (let down = 0; down < span && row + down < rows.length; down += 1)
        for (let right = 0; right < columns; right += 1) taken.add(`${row + down} ${column + right}`);
      cells.push({ element, row, column, columns, rows: span });
      column += columns;
    }
  }
  return cells;
}

function ofTable(
  table: Element,
  byId: ReadonlyMap<string, Element>,
  isAsked: (claim: string) => boolean,
): readonly LabelledFigures[] {
  if (!holdsAsked(table, isAsked)) return [];
  const cells = placeCells(table);
  const heads: PlacedCell[] = [];
  const figures: PlacedFigure[] = [];
  for (const cell of cells) {
    const isHead = cell.element.tagName === "th";
    if (isHead && labelOf(cell.element) !== "") heads.push(cell);
    const claim = isHead ? undefined : claimOf(cell.element, isAsked);
    if (claim !== undefined) figures.push({ ...cell, claim });
  }
  if (figures.length === 0) return [];
  const byColumn = groupBy(figures, ({ column }) => column);
  const byRow = groupBy(figures, ({ row }) => row);
  const underHead = (head: PlacedCell): readonly PlacedFigure[] => {
    if (scopeOf(head) === "row") return [];
    const { columns, column: first } = head;
    const within =
      columns === 1
        ? (byColumn.get(first) ?? [])
        : figures.filter(({ column }) => column >= first && column < first + columns);
    return within.filter(({ row }) => head.row < row);
  };
  const besideHead = (head: PlacedCell): readonly PlacedFigure[] => {
    if (scopeOf(head) === "col") return [];
    const { rows, row: first } = head;
    const within =
      rows === 1 ? (byRow.get(first) ?? []) : figures.filter(({ row }) => row >= first && row < first + rows);
    return within.filter(({ column }) => head.column < column);
  };
  // A heading across several columns, or rows, with none between stands over each of them, as if it stood there.
  const isLastOver = (column: number, row: number) =>
    heads.every(
      (head) =>
        head.row <= row || scopeOf(head) === "row" || head.column > column || head.column + head.columns <= column,
    );
  const isLastBeside = (row: number, column: number) =>
    heads.every(
      (head) => head.column <= column || scopeOf(head) === "col" || head.row > row || head.row + head.rows <= row,
    );
  const rowsBy = (
    figuresOf: (head: PlacedCell) => readonly PlacedFigure[],
    key: (cell: PlacedCell) => string,
    partOf: (cell: PlacedFigure, head: PlacedCell) => string = () => "",
  ): readonly LabelledRow[] =>
    heads.flatMap((head) => {
      // The short form is read aloud in place of the heading.
      const labels = [labelOf(head.element), String(head.element.properties.abbr ?? "")].filter(Boolean);
      return [...groupBy(figuresOf(head), (cell) => partOf(cell, head)).values()].flatMap((own) => {
        const under = new Map(own.map((cell) => [key(cell), cell.claim]));
        return labels.map((label) => ({ label, figures: under }));
      });
    });
  const read = figures.flatMap(({ element, claim }) =>
    [element.properties.headers].flat().flatMap((id): readonly LabelledRow[] => {
      const head = typeof id === "string" ? byId.get(id) : undefined;
      const label = head && labelOf(head);
      return label ? [{ label, figures: new Map([["headers", claim]]) }] : [];
    }),
  );
  return [
    {
      where: "a table",
      rows: rowsBy(
        underHead,
        ({ row }) => `row ${row + 1}`,
        ({ column }, { row, columns }) => (columns > 1 && isLastOver(column, row) ? String(column) : ""),
      ),
    },
    {
      where: "a table",
      rows: rowsBy(
        besideHead,
        ({ column }) => `column ${column + 1}`,
        ({ row }, { column, rows }) => (rows > 1 && isLastBeside(row, column) ? String(row) : ""),
      ),
    },
    { where: "a table, by its headers attributes", rows: read },
  ];
}

/** Whether a claim that is asked about has a figure in it. */
function holdsAsked({ properties: { dataClaim }, children }: Element, isAsked: (claim: string) => boolean): boolean {
  if (typeof dataClaim === "string" && isAsked(dataClaim)) return true;
  for (const child of children) if (child.type === "element" && holdsAsked(child, isAsked)) return true;
  return false;
}

const scopeOf = ({ element }: PlacedCell): string => String(element.properties.scope ?? "").replace("group", "");

/** Of each term the figures of its descriptions; `<div>` may hold both (HTML, 4.4.9). */
function ofTerms(list: Element, isAsked: (claim: string) => boolean): readonly LabelledRow[] {
  const rows: LabelledRow[] = [];
  let label = "";
  let count = 0;
  const read = (parent: Element) => {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      if (child.tagName === "div") read(child);
      else if (child.tagName === "dt") [label, count] = [labelOf(child), 0];
      else if (child.tagName === "dd") {
        const claim = claimOf(child, isAsked);
        count += 1;
        if (claim !== undefined && label !== "")
          rows.push({ label, figures: new Map([[`description ${count}`, claim]]) });
      }
    }
  };
  read(list);
  return rows;
}
