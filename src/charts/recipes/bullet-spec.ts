import type { TopLevelSpec } from "vega-lite";
import { annotationsOf } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, figureText } from "./figure-label.ts";
import type { NamedFiguresOptions } from "./named-figures-options.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { endAboveZero, extentOf, hasGaps, nameRows } from "./room-for-names.ts";
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

/** Of a row whose mark has its figure below it, and of one of many that have the same, px. */
const rowPx = { own: 62, common: 46 } as const;

/** A bar from zero against a mark, both with their figures: one key figure, or up to 25 of the same unit. */
export function bulletSpec(options: BulletSpecOptions): TopLevelSpec {
  annotationsOf("bulletSpec", options);
  const { category, value, comparator, comparatorTitle, highlight = "highlight", format = defaultFormat } = options;
  const orZero = (field: string) => `(isValid(${datumField(field)}) ? ${datumField(field)} : 0)`;
  // What all are compared with is said once, above the first mark, and rows have no room for it.
  const [lowest, highest] = [`${extentOf(comparator)}[0]`, `${extentOf(comparator)}[1]`];
  const isCommon = `(!isValid(${highest}) || (${lowest} === ${highest} && !${hasGaps(comparator)}))`;
  const names = nameRows(category, { stepPx: `(${isCommon} ? ${rowPx.common} : ${rowPx.own})` });
  const band = (bandPosition: number) => nominal(category, undefined, { sort: null, bandPosition });
  const middle = (share: number) => ({
    value: { expr: `scale('y', ${datumField(category)}) + ${share} * bandwidth('y')` },
  });
  const mark = { x: quantitative(comparator), y: middle(0.29), y2: middle(0.72) };
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
  const notes = {
    recipe: "bulletSpec",
    written: { fields: [value, comparator], format: options.format },
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
      y: nominal(category, options.categoryTitle, {
        sort: null,
        bandPosition: 0.46,
        scale: { paddingInner: 0, paddingOuter: 0 },
        axis: { ...names.axis, ...subjectWeight, bandPosition: 0.46 },
      }),
    },
    layer: [
      {
        mark: { type: "bar", height: { band: 0.34 }, yOffset: -2.5 },
        encoding: {
          x: quantitative(value, options.valueTitle, {
            stack: null,
            axis: zeroAxis(value, comparator),
            scale: { zero: true, nice: false, ...endAboveZero(value, comparator) },
          }),
          color: emphasisColor,
        },
      },
      // A line of the page around it sets it off from its bar.
      { mark: { type: "rule", stroke: "white", strokeWidth: 6, strokeCap: "butt" }, encoding: mark },
      { mark: { type: "rule", strokeWidth: 3, strokeCap: "butt" }, encoding: mark },
      {
        mark: {
          type: "text",
          baseline: "bottom",
          fontWeight: { expr: "datum.rowEmphasis === 1 ? 'bold' : 'normal'" },
          // A short bar has its figure beyond its end: clear of the line at zero, and of the edge.
          align: {
            expr: "scale('x', datum.figureLabelAt) - (datum.figureLabelAt < 0 ? 0 : scale('x', 0)) < 60 ? 'left' : 'right'",
          },
        },
        encoding: {
          y: band(0.27),
          x: { field: "figureLabelAt", type: "quantitative" },
          text: { field: "figureLabel" },
        },
      },
      comparatorLabel(`!${isCommon}`, { baseline: "top" }, band(0.75)),
      comparatorLabel(`${isCommon} && datum.barPosition === 1`, { baseline: "bottom", dy: -4 }, { value: 0 }),
    ],
  });
}
