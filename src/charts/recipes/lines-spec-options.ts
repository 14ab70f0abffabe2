/** What recipes take that draw a line for each of many names. */
export interface LinesSpecOptions {
  /** Field of the periods: shown in the order of the rows, by their distance in time. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field of the names: one line each, in the order of the rows. */
  readonly series: string;
  /** Field that is true in the rows to stand out; `highlight` where absent. */
  readonly highlight?: string;
  /** Written at the axis, as what its periods are: `Year to March`. */
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** What the lines, parts or groups are called in descriptions and in tables of the data; not drawn. */
  readonly seriesTitle?: string;
  /** d3 number format of scales and figures; `,` where absent. */
  readonly format?: string;
}
