/** What recipes take that draw a figure for each of many names. */
export interface NamedFiguresOptions {
  /** Field of the names, e.g. areas. */
  readonly category: string;
  /** Field of the figures. */
  readonly value: string;
  /** What the names are called in descriptions and in tables of the data; not drawn. */
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
  /** d3 number format of the labels; `,` where absent. */
  readonly format?: string;
}

/** The same, where some of them may stand out. */
export interface HighlightedFiguresOptions extends NamedFiguresOptions {
  /** Field that is true in the rows to stand out; `highlight` where absent, the only one that alt texts know. */
  readonly highlight?: string;
}
