import { fieldReference } from "../spec/encoded-field.ts";
import { besideName } from "./figure-label.ts";
import { linePx, lines, wrapped } from "./room-for-names.ts";

/** Height of a line of labels, px: the theme's text with a little air. */
export const labelHeight = 15;

export interface SpreadLabelsOptions {
  /** A Vega expression: where the middle of the label belongs, px along the axis. */
  readonly at: string;
  /** Room that each label needs along the axis, px, or a Vega expression for it. */
  readonly size: number | string;
  /** Labels of different groups do not meet. */
  readonly groupby: readonly string[];
  /** Vega expressions: middle of the first and the last label of one line at most, px. Where they do not fit, the last ones give way. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * Transforms that move labels apart, each by the room that it needs itself: `labelAt` is where a label goes, in the order of where they belong
 * (`labelHome`), and that place if there is room.
 *
 * Each label stands at slack + its offset, which is half its size and the sizes before it. Slack that never falls from one label to the
 * next keeps them apart; the middle between the highest so far and the lowest to come is such, and moves a crowd as far up as down.
 */
export function spreadLabels({ at, size, groupby, from, to }: SpreadLabelsOptions) {
  const by = { sort: [{ field: "labelIndex" }], groupby: [...groupby] };
  const middle = "(datum.labelSlackBefore + datum.labelSlackAfter) / 2";
  const half = labelHeight / 2;
  const offset = "(datum.labelReach - datum.labelSize / 2)";
  const below = to === undefined ? middle : `min(${middle}, ${to} + ${half} - datum.labelSizes)`;
  const within = from === undefined ? below : `max(${below}, ${from} - ${half})`;
  return [
    { calculate: at, as: "labelHome" },
    { calculate: String(size), as: "labelSize" },
    {
      window: [
        { op: "row_number", as: "labelIndex" },
        { op: "sum", field: "labelSize", as: "labelReach" },
      ],
      sort: [{ field: "labelHome" }],
      groupby: [...groupby],
      // Of labels that belong at one place each has its own reach.
      ignorePeers: true,
    },
    { joinaggregate: [{ op: "sum", field: "labelSize", as: "labelSizes" }], groupby: [...groupby] },
    { calculate: `datum.labelHome - ${offset}`, as: "labelSlack" },
    { window: [{ op: "max", field: "labelSlack", as: "labelSlackBefore" }], ...by, frame: [null, 0] },
    { window: [{ op: "min", field: "labelSlack", as: "labelSlackAfter" }], ...by, frame: [0, null] },
    { calculate: `${within} + ${offset}`, as: "labelAt" },
  ] as const;
}

/** A Vega expression: px that so many lines of a text take, with air that tells them from those of the next: the more, the more lines there are. */
export const blockPx = (lines: string) => `(${linePx + airPx} * ${lines} + ${labelHeight - linePx - airPx})`;
const airPx = 3;

/** A Vega expression: px that the lines of a text take. */
export const linesPx = (text: string) => blockPx(`length(split(${text}, '\\n'))`);

/** A Vega expression that stands for a figure of so many characters where room is reckoned: what is reckoned is of no figure of the rows. */
export const anyFigure = (characters: string) => `pad('', ${characters}, '0')`;

/** A text of one line or several at its middle: Vega lets lines grow downwards from the first. */
export const centeredLines = (field = "endLabel") => ({
  baseline: "middle" as const,
  lineBreak: "\n",
  lineHeight: linePx,
  dy: { expr: `${-linePx / 2} * (length(split(datum.${field}, '\\n')) - 1)` },
});

export interface LabelsHeightOptions {
  /** Field of the names. */
  readonly names: string;
  /** Vega expressions: characters of a line, and of the figure behind each name. */
  readonly characters: string;
  readonly figureCharacters: string;
}

/** A Vega expression: px that names, each with its figure, take below one another; every name has as many rows as the first. */
export function labelsHeight({ names, characters, figureCharacters }: LabelsHeightOptions): string {
  const all = `pluck(data('data'), ${JSON.stringify(fieldReference(names))})`;
  const figure = `${besideName(`join(${all}, '')`)} + ${anyFigure(figureCharacters)}`;
  const labels = `(join(${all}, ${figure} + '\\n') + ${figure})`;
  // Between doubled line feeds each name stands between two of its own.
  const rowsOfFirst = `(length(split('\\n' + join(${all}, '\\n\\n') + '\\n', '\\n' + ${all}[0] + '\\n')) - 1)`;
  return `((${linesPx(lines(wrapped(labels, characters)))} + 2 * length(data('data'))) / max(1, ${rowsOfFirst}))`;
}

/** A position that is px already. */
export const pixels = (field: string) => ({ field, type: "quantitative", scale: null, axis: null }) as const;
