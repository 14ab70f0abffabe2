import type { TopLevelSpec } from "vega-lite";
import { pictureWidth } from "../spec/picture-width.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, figureText } from "./figure-label.ts";
import type { NamedFiguresOptions } from "./named-figures-options.ts";
import { optionsNow } from "./options-now.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { characterPx, endAboveZero, extentOf, figuresPx, hasGaps, nameRows, namesAbove } from "./room-for-names.ts";
import { subjectParams, subjectWeight } from "./subject-rule.ts";
import { zeroAxis, zeroParams } from "./zero-line.ts";

/** What `bulletSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface BulletSpecOptions extends NamedFiguresOptions {
  /** Field of the names: one bar each, in the order of the rows. */
  readonly category: string;
  /** Field of what they are compared with: an average, a target. */
  readonly comparator: string;
  /** What the comparator is called, written at its mark: `Median`. */
  readonly comparatorTitle: string;
  /** Field that is true in the rows to stand out, in the main colour among grey ones; `highlight` where absent. */
  readonly highlight?: string;
}

/** Of a row whose mark has its figure below it, and of one of many that have the same; of what stands below a name, px. */
const rowPx = { own: 62, common: 46, below: 56 } as const;

/** Of a row whose figure stands on the line of its name, px: its bar, what the mark is longer at either end, and the figure of the mark below that. */
const lowPx = { bar: 10, beyond: 2, comparator: 12 } as const;

/** From the end of a name to the figure on its line, px. */
const toFigurePx = 12;

/** Of a row, as shares of its height: where the figure of the bar ends, the middle of the bar and what it takes, the mark, and where its figure begins. */
const shareOf = { figure: 0.27, bar: 0.46, thickness: 0.34, markFrom: 0.29, markTo: 0.72, comparator: 0.75 } as const;

/** Where a share of a row lies: for texts a channel, and how far they are moved from it; for marks a Vega expression, px from the top of the plot. */
interface Placing {
  readonly y: (share: number) => object;
  readonly dy: (share: number) => object;
  readonly at: (share: number) => string;
  readonly bar: object;
  /** Where a figure stands across: its own mark's end where absent. */
  readonly figure?: { readonly mark: object; readonly x: object };
}

/** Of the mark with the line of the page on both its sides, px. */
const haloPx = 6;

/** A bar from zero against a mark, both with their figures: one key figure, or up to 25 of the same unit, fewer where each has a mark of its own. */
export function bulletSpec(options: BulletSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("bulletSpec", options);
  const { category, value, comparator, comparatorTitle, highlight = "highlight", format = defaultFormat } = now;
  const orZero = (field: string) => `(isValid(${datumField(field)}) ? ${datumField(field)} : 0)`;
  // What all are compared with is said once, above the first mark, and rows have no room for it.
  const [lowest, highest] = [`${extentOf(comparator)}[0]`, `${extentOf(comparator)}[1]`];
  const isCommon = `(!isValid(${highest}) || (${lowest} === ${highest} && !${hasGaps(comparator)}))`;
  const names = nameRows(category, { stepPx: `(${isCommon} ? ${rowPx.common} : ${rowPx.own})` });
  const above = namesAbove(category, { barPx: rowPx.below });
  const band = (bandPosition: number) => nominal(category, undefined, { sort: null, bandPosition });
  const rowTop = `scale('y', ${datumField(category)})`;
  const beside: Placing = {
    y: band,
    dy: () => ({}),
    at: (share) => `${rowTop} + ${share} * bandwidth('y')`,
    bar: { height: { band: shareOf.thickness }, yOffset: -2.5 },
  };
  const fromRow = (share: number) => `rowStep - ${above.gap + rowPx.below - Math.round(rowPx.own * share)}`;
  const below: Placing = {
    y: () => band(0),
    dy: (share) => ({ dy: { expr: fromRow(share) } }),
    at: (share) => `${rowTop} + ${fromRow(share)}`,
    bar: { height: rowPx.own * shareOf.thickness, yOffset: { expr: `${fromRow(shareOf.bar)} - rowStep / 2` } },
  };
  // Of many rows: figures at the right, on the line of their names.
  const blockPx = `(${2 * lowPx.beyond + lowPx.bar} + (${isCommon} ? 0 : ${lowPx.comparator}))`;
  const column = namesAbove(category, {
    barPx: blockPx,
    characters: `max(8, floor((${pictureWidth} * 0.98 - ${figuresPx(value, format)} - ${toFigurePx}) / ${characterPx}))`,
  });
  const fromBlock: Readonly<Record<number, string>> = {
    [shareOf.figure]: "0",
    [shareOf.markFrom]: "0",
    [shareOf.markTo]: `${2 * lowPx.beyond + lowPx.bar}`,
    [shareOf.comparator]: `${2 * lowPx.beyond + lowPx.bar}`,
  };
  const inBlock = (share: number) => `${column.span.from} + ${fromBlock[share]}`;
  const low: Placing = {
    y: () => band(0),
    dy: (share) => ({ dy: { expr: inBlock(share) } }),
    at: (share) => `${rowTop} + ${inBlock(share)}`,
    bar: {
      height: lowPx.bar,
      yOffset: { expr: `${column.span.from} + ${lowPx.beyond + lowPx.bar / 2} - rowStep / 2` },
    },
    figure: { mark: { align: "right" }, x: { value: "width" } },
  };
  // The label keeps within the plot, whichever end its mark is near.
  const share = "scale('x', datum.comparatorAt) / width";
  const comparatorLabel = (filter: string, mark: object, y: object) => ({
    transform: [{ filter }],
    mark: {
      type: "text",
      style: overMarks,
      align: { expr: `${share} < 0.2 ? 'left' : ${share} > 0.8 ? 'right' : 'center'` },
      ...mark,
    },
    encoding: { y, x: { field: "comparatorAt", type: "quantitative" }, text: { field: "comparatorText" } },
  });
  const layers = ({ y, dy, at, bar, figure }: Placing) => {
    const mark = {
      x: quantitative(comparator),
      y: { value: { expr: at(shareOf.markFrom) } },
      y2: { value: { expr: at(shareOf.markTo) } },
    };
    return [
      {
        mark: { type: "bar", ...bar },
        encoding: {
          x: quantitative(value, now.valueTitle, {
            stack: null,
            axis: zeroAxis(value, comparator),
            scale: { zero: true, nice: false, ...endAboveZero(value, comparator) },
          }),
          color: emphasisColor,
        },
      },
      // A line of the page around it sets it off from its bar, unless it would hide on which side of it the bar ends.
      {
        mark: {
          type: "rule",
          stroke: "white",
          strokeWidth: haloPx,
          strokeCap: "butt",
          strokeOpacity: {
            expr: `abs(scale('x', ${datumField(value)}) - scale('x', ${datumField(comparator)})) > ${haloPx} ? 1 : 0`,
          },
        },
        encoding: mark,
      },
      { mark: { type: "rule", strokeWidth: 3, strokeCap: "butt" }, encoding: mark },
      {
        mark: {
          type: "text",
          baseline: "bottom",
          ...dy(shareOf.figure),
          fontWeight: { expr: "datum.rowEmphasis === 1 ? 'bold' : 'normal'" },
          // A short bar has its figure beyond its end: clear of the line at zero, and of the edge.
          align: {
            expr: "scale('x', datum.figureLabelAt) - (datum.figureLabelAt < 0 ? 0 : scale('x', 0)) < 60 ? 'left' : 'right'",
          },
          ...figure?.mark,
        },
        encoding: {
          y: y(shareOf.figure),
          x: figure?.x ?? { field: "figureLabelAt", type: "quantitative" },
          text: { field: "figureLabel" },
        },
      },
      comparatorLabel(`!${isCommon}`, { baseline: "top", ...dy(shareOf.comparator) }, y(shareOf.comparator)),
      comparatorLabel(`${isCommon} && datum.barPosition === 1`, { baseline: "bottom", dy: -4 }, { value: 0 }),
    ];
  };
  const namedAbove = (names: ReturnType<typeof namesAbove>, placing: Placing) => ({
    params: [...names.params, ...zeroParams],
    height: names.height,
    encoding: { y: nominal(category, now.categoryTitle, { sort: null, scale: names.scale, axis: null }) },
    layer: [...layers(placing), names.layer],
  });
  const notes = {
    recipe: "bulletSpec",
    written: { fields: [value, comparator], format: now.format },
    otherwise: [() => namedAbove(above, below), () => namedAbove(column, low)],
    instead: `Use rankingSpec for many bars: a comparator that all have in common is a line across them, annotations: [{ kind: "reference", value: ${JSON.stringify(comparator)}, label: ${JSON.stringify(comparatorTitle)} }]. Where each has its own, use dumbbellSpec for up to 35, with a row for each of the two figures.`,
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [...names.params, ...subjectParams(category, highlight), ...zeroParams],
    height: names.height,
    transform: [
      ...emphasise(highlight),
      { window: [{ op: "row_number", as: "barPosition" }] },
      { calculate: figureText(value, format), as: "figureLabel" },
      { calculate: orZero(value), as: "figureLabelAt" },
      {
        calculate: `${JSON.stringify(`${comparatorTitle} `)} + (${figureText(comparator, format)})`,
        as: "comparatorLabel",
      },
      // Its name is said at the first of the marks.
      {
        calculate: `datum.barPosition === 1 ? datum.comparatorLabel : (${figureText(comparator, format)})`,
        as: "comparatorText",
      },
      { calculate: orZero(comparator), as: "comparatorAt" },
    ],
    encoding: {
      y: nominal(category, now.categoryTitle, {
        sort: null,
        bandPosition: shareOf.bar,
        scale: { paddingInner: 0, paddingOuter: 0 },
        axis: { ...names.axis, ...subjectWeight, bandPosition: shareOf.bar },
      }),
    },
    layer: layers(beside),
  });
}
