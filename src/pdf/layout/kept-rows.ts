import type { TextItem } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { ShapedWord } from "../text/word-shaper.ts";
import type { BoxFragment, Fragment, LineFragment, TextRun } from "./fragment.ts";

/** What rows are made of: some hundreds of them share two lists. */
interface RowValues {
  numbers: readonly number[];
  parts: readonly unknown[];
}

/** Of cells with more lines, what is in them is looked for by height, which is remembered by cell. */
const mostLines = 16;
/** Numbers of some hundred rows. A list that grows for ever has room for half as much again. */
const mostNumbers = 1 << 14;

/**
 * Rows of a table whose cells hold nothing but words, as most do: as numbers, and the words, tags and styles that are theirs alone. As
 * fragments, all of a long table's would be most of the memory that it takes.
 */
export class KeptRows {
  #numbers: number[] = [];
  #parts: unknown[] = [];
  #values: RowValues = { numbers: this.#numbers, parts: this.#parts };

  /** The row, to be looked into like any; one that holds more than words is kept as it is. */
  keep(row: BoxFragment): BoxFragment {
    if (row.children.length === 0 || !row.children.every((cell) => holdsWords(cell, row.height))) return row;
    if (this.#numbers.length >= mostNumbers) this.close();
    const at = { values: this.#values, number: this.#numbers.length, part: this.#parts.length };
    for (const cell of row.children) this.#addCell(cell as BoxFragment);
    return new KeptRow(row, at);
  }

  /** What grew has room for more: call it after the last row. */
  close(): void {
    this.#values.numbers = this.#numbers.slice();
    this.#values.parts = this.#parts.slice();
    [this.#numbers, this.#parts] = [[], []];
    this.#values = { numbers: this.#numbers, parts: this.#parts };
  }

  #addCell({ x, width, height, style, borders, tag, children }: BoxFragment): void {
    this.#numbers.push(x, width, height, children.length);
    this.#parts.push(style, borders, tag);
    for (const line of children) this.#addLine(line as LineFragment);
  }

  #addLine({ x, y, width, height, baseline, runs }: LineFragment): void {
    this.#numbers.push(x, y, width, height, baseline, runs.length);
    for (const run of runs) {
      this.#numbers.push(run.x, run.width, run.spaceExtra, run.words.length);
      this.#parts.push(run.item, run.hyphen);
      for (const word of run.words) this.#parts.push(word);
    }
  }
}

/** What a cell is laid out to is of a block's fields, no others. */
const holdsWords = (cell: Fragment, height: number): boolean =>
  cell.kind === "box" &&
  cell.y === 0 &&
  cell.height <= height &&
  !cell.marks &&
  !cell.reach &&
  cell.hasFloats !== true &&
  cell.children.length <= mostLines &&
  cell.children.every((line) => isOfWords(line, cell.height));

const isOfWords = (line: Fragment, height: number): boolean =>
  line.kind === "line" &&
  line.y >= 0 &&
  line.y + line.height <= height &&
  line.backgrounds.length + line.links.length + line.atoms.length + line.marks.length === 0 &&
  !line.isDivided &&
  !line.anchors &&
  line.runs.every(({ item }) => !item.note);

interface RowStart {
  readonly values: RowValues;
  readonly number: number;
  readonly part: number;
}

/** Its cells are made for each who asks: none is the same twice. Whoever copies it has them as they are. */
class KeptRow implements BoxFragment {
  readonly kind = "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly style: ComputedStyle | undefined;
  readonly borders: BoxFragment["borders"];
  readonly tag: TagNode | undefined;
  readonly marks: BoxFragment["marks"];
  declare readonly children: readonly Fragment[];
  readonly #values: RowValues;
  readonly #number: number;
  readonly #part: number;
  readonly #count: number;

  constructor(
    { x, y, width, height, style, borders, tag, marks, children }: BoxFragment,
    { values, number, part }: RowStart,
  ) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.style = style;
    this.borders = borders;
    this.tag = tag;
    this.marks = marks;
    this.#values = values;
    this.#number = number;
    this.#part = part;
    this.#count = children.length;
    // Of its own, as what is of its class would be left out of copies.
    Object.defineProperty(this, "children", KeptRow.#ownChildren);
  }

  get holdsWordsAlone(): true {
    return true;
  }

  static readonly #ownChildren: PropertyDescriptor & ThisType<KeptRow> = {
    enumerable: true,
    get() {
      const reader = new Reader(this.#values, this.#number, this.#part);
      const cells: Fragment[] = new Array(this.#count);
      for (let index = 0; index < cells.length; index += 1) cells[index] = reader.cell();
      return cells;
    },
  };
}

/** Shared by all that have none. */
const none: readonly never[] = [];

/** Reads in the order in which `KeptRows` adds. */
class Reader {
  readonly #numbers: readonly number[];
  readonly #parts: readonly unknown[];
  #number: number;
  #part: number;

  constructor({ numbers, parts }: RowValues, number: number, part: number) {
    this.#numbers = numbers;
    this.#parts = parts;
    this.#number = number;
    this.#part = part;
  }

  cell(): BoxFragment {
    const x = this.#next();
    const width = this.#next();
    const height = this.#next();
    const count = this.#next();
    const style = this.#take<ComputedStyle | undefined>();
    const borders = this.#take<BoxFragment["borders"]>();
    const tag = this.#take<TagNode | undefined>();
    const children: Fragment[] = new Array(count);
    for (let index = 0; index < count; index += 1) children[index] = this.#line();
    return {
      kind: "box",
      x,
      y: 0,
      width,
      height,
      style,
      borders,
      tag,
      marks: undefined,
      children,
      reach: undefined,
      hasFloats: false,
    };
  }

  #line(): LineFragment {
    const x = this.#next();
    const y = this.#next();
    const width = this.#next();
    const height = this.#next();
    const baseline = this.#next();
    const count = this.#next();
    const runs: TextRun[] = new Array(count);
    for (let index = 0; index < count; index += 1) runs[index] = this.#run();
    return {
      kind: "line",
      x,
      y,
      width,
      height,
      baseline,
      runs,
      backgrounds: none,
      links: none,
      runsBefore: none,
      atoms: none,
      marks: none,
      isDivided: false,
      anchors: undefined,
    };
  }

  #run(): TextRun {
    const x = this.#next();
    const width = this.#next();
    const spaceExtra = this.#next();
    const count = this.#next();
    const item = this.#take<TextItem>();
    const hyphen = this.#take<ShapedWord | undefined>();
    const words: ShapedWord[] = new Array(count);
    for (let index = 0; index < count; index += 1) words[index] = this.#take<ShapedWord>();
    return { item, x, width, words, hyphen, spaceExtra };
  }

  #next(): number {
    const value = this.#numbers[this.#number] as number;
    this.#number += 1;
    return value;
  }

  #take<T>(): T {
    const part = this.#parts[this.#part];
    this.#part += 1;
    return part as T;
  }
}
