import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { drawnWholes } from "./drawn-wholes.ts";
import { emphasisWeight, subjectFor } from "./emphasis.ts";
import { datumField, figureText, labelField } from "./figure-label.ts";
import { offMap } from "./off-map.ts";
import { optionsNow } from "./options-now.ts";
import { leftOfPicture, partsNote, partsNoteLines, partsNoteParams } from "./parts-note.ts";
import { readableOn } from "./readable-color.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  besideFigurePx,
  digitPx,
  figuresPx,
  legendOf,
  linePx,
  nameRows,
  namesAbove,
  usualPx,
} from "./room-for-names.ts";
import { sidesConfig, sidesRange } from "./side-colors.ts";
import { markedRows, subjectLabel, subjectParams, subjectRule } from "./subject-rule.ts";

/** What `likertSpec` draws: the fields of the rows, by their names in `data`, and the answers. */
export interface LikertSpecOptions {
  /** Field of the names at the left, e.g. questions or areas: a bar each, in the order of the rows. */
  readonly category: string;
  /** Field of the answers, named as in `left`, `middle` and `right`. */
  readonly answer: string;
  /** Field of the shares, from 0 to 1. Where a bar is as wide as the page, those of 99 and of 101% by their rounding are as long as others. */
  readonly share: string;
  /** Answers on one side, one to three, the strongest first: `["Strongly disagree", "Disagree"]`. */
  readonly left: readonly string[];
  /** The answer that takes neither side. It stands apart, at the right, so that it moves neither of them. */
  readonly middle?: string;
  /** Answers on the other side, one to three, the strongest last: `["Agree", "Strongly agree"]`. */
  readonly right: readonly string[];
  /** What the names are called in descriptions and in tables of the data; not drawn. */
  readonly categoryTitle?: string;
  /** What the answers are called in descriptions and in tables of the data; not drawn. */
  readonly answerTitle?: string;
  readonly shareTitle?: string;
  /** Field that is true in the rows of the name to stand out, by its weight and a rule; `highlight` where absent. */
  readonly highlight?: string;
  /** d3 number format of the labels; `.0%` where absent. */
  readonly format?: string;
}

/**
 * Answers to the left and to the right of a line between two sides, so that each side begins where all others do: for each of up to 40
 * questions or areas, how many agree and how many do not, and how strongly. An answer that takes neither side stands apart. All
 * lengths are on one scale. A share that is hidden or missing is an error: its room would tell it. On a narrow page a bar is as wide as the page and has
 * all answers in their order: one side begins at its left edge, the other ends at its right one.
 *
 * A figure has room in its segment, or beyond the end of its side where that is the outermost. Others stand in the table of the chart alone, as a note
 * says; answers that no side names below the chart, each with whom it is of.
 */
export function likertSpec(options: LikertSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("likertSpec", options);
  const { category, share, format = defaultShareFormat } = options;
  const notes = {
    recipe: "likertSpec",
    written: { fields: [share], format },
    amounts: { field: share, wholeOf: category },
    layersFor: [subjectFor(options.highlight ?? "highlight")],
    writesOnShapes: true,
    answers: { field: options.answer, names: answersOf(options) },
    otherwise: [() => likert(now, "above"), () => likert(now, "whole")],
    widthsPx: [leastBesidePx, leastBesidePx, 0],
    instead:
      "Use rankingSpec with the rows of one of the answers, which has room for any number of names, or shareSpec for one or two bars; or give the chart more width.",
  };
  return recipeSpec(notes, likert(options, "beside"));
}

/**
 * Where names stand: beside or above bars that begin at the line between the sides, or above bars of all answers, as wide as the picture, in which
 * one side begins at the left edge and the other ends at the right one.
 */
type Layout = "beside" | "above" | "whole";

const defaultShareFormat = ".0%";

/** What the answers of each side come to at most, and those of neither: fields of all rows, and layers that draw nothing. */
const extents = ["longestLeft", "longestRight", "longestMiddle"] as const;
type Extent = (typeof extents)[number];

/** A layer that draws nothing: the scale of its own says how long that is, so that each part of the chart has the room that it needs. */
const extentLayer = (extent: Extent) => ({
  name: extent,
  mark: { type: "point", opacity: 0 },
  encoding: { x: quantitative(extent, undefined, { axis: null, scale: { zero: true, nice: false } }) },
});

/** From the end of a side to a figure beyond it, px. */
const beyondPx = 4;

/** Of a bar below its name, px: a figure has room in it. */
const abovePx = 18;

/** From a bar to the name of the next: a name of two lines stands nearer to its own. */
const aboveGapPx = 16;

/** Narrower, px, bars beside their names would be too short for most of their figures. */
const leastBesidePx = 480;

/** The answers that have a place in its bars, from the left. */
const answersOf = ({ left, middle, right }: LikertSpecOptions): readonly string[] => [
  ...left,
  ...(middle === undefined ? [] : [middle]),
  ...right,
];

function likert(options: LikertSpecOptions, layout: Layout): object {
  const { category, answer, share, left, middle, right } = options;
  const { highlight = "highlight", format = defaultShareFormat } = options;
  const beside = nameRows(category, { stepPx: 26 });
  const above = namesAbove(category, { barPx: abovePx, gapPx: aboveGapPx });
  const areNamesAbove = layout !== "beside";
  const names = areNamesAbove ? above : beside;
  const figure = datumField(share);
  const all = answersOf(options);
  const strongest = Math.max(left.length, right.length);
  // Colours of a side go from the strongest answer inwards, and both sides have as many.
  const unused = (side: string, count: number) => Array.from({ length: count }, (_, index) => `${side} ${index}`);
  const colored = [
    ...left,
    ...unused("left", strongest - left.length),
    ...(middle === undefined ? [] : [middle]),
    ...unused("right", strongest - right.length),
    ...right,
  ];
  // In one row where that has room: they are a scale.
  const legend = legendOf(answer, 10);
  const px = Math.ceil(all.join("").length * usualPx + all.length * besideNamePx);
  const colors = nominal(answer, options.answerTitle, {
    scale: { domain: colored, range: sidesRange(colored.length) },
    legend: {
      ...legend,
      columns: { expr: `${px} <= ${pictureWidth} ? ${all.length} : ${legend.columns.expr}` },
      values: all,
    },
  });
  const color = `scale('color', ${datumField(answer)})`;
  const placeIn = (answers: readonly string[]) => `indexof(${JSON.stringify(answers)}, ${datumField(answer)})`;
  const isOf = (answers: readonly string[]) => `${placeIn(answers)} >= 0`;
  const sum = (answers: readonly string[], as: string) => [
    { calculate: `${isOf(answers)} ? ${figure} : 0`, as: `${as}Share` },
    { joinaggregate: [{ op: "sum", field: `${as}Share`, as }], groupby: [fieldReference(category)] },
  ];
  const isWhole = layout === "whole";
  const middles = middle === undefined ? [] : [middle];
  const figurePx = figuresPx(share, format);
  // At the left, behind the right side, and behind what takes neither.
  const endPx = `(${figurePx} + ${besideFigurePx})`;
  const endsPx = `(${middle === undefined ? 2 : 3} * ${endPx})`;
  const barsPx = isWhole ? "width" : `max(1, width - ${endsPx})`;
  const longestAll = isWhole ? "datum.scaleEnd" : `(${extents.map((extent) => `datum.${extent}`).join(" + ")})`;
  const hasRoom = `${barsPx} * ${figure} / ${isWhole ? `datum.drawnWhole / ${longestAll}` : longestAll} >= ${digitPx} * length(datum.${labelField}) + ${besideFigurePx}`;
  const isBeyond = isWhole ? "false" : "datum.ownReach === datum.sideReach";
  const isUnwritten = `${figure} > 0 && ${isOf(all)} && !(${hasRoom}) && !(${isBeyond})`;
  // All lengths are on one scale.
  const pxOf = (extent: Extent) =>
    `${barsPx} * domain('${extent}_x')[1] / max(1e-9, ${extents.map((each) => `domain('${each}_x')[1]`).join(" + ")})`;
  const sidesAt = `(${endPx} + ${pxOf("longestLeft")})`;
  const rightEnd = `(${sidesAt} + ${pxOf("longestRight")})`;
  const middleAt = `(${rightEnd} + ${endPx})`;
  const part = (answers: readonly string[], { from, to, longest, order }: Part) => {
    const scale = { zero: true, nice: false, rangeMin: { expr: from }, rangeMax: { expr: to } };
    const length = (field: string, others: object = {}) =>
      quantitative(field, undefined, { axis: null, scale, ...others });
    const segments = [
      {
        stack: fieldReference(share),
        groupby: [fieldReference(category)],
        sort: [{ field: "fromMiddle" }],
        as: ["segmentFrom", "segmentTo"],
      },
      ...(isWhole
        ? ["segmentFrom", "segmentTo"].map((end) => ({ calculate: `datum.${end} / datum.drawnWhole`, as: end }))
        : []),
      { calculate: "(datum.segmentFrom + datum.segmentTo) / 2", as: "segmentMiddle" },
    ];
    const bars = (stack: "zero" | "normalize", isOwn?: string) => ({
      // As a gap that is left out: the description is of all bars.
      ...(isOwn === undefined
        ? {}
        : {
            transform: [
              { calculate: `${isOwn} ? 1 : null`, as: "ownBar" },
              { filter: { field: "ownBar", valid: true } },
            ],
          }),
      mark: { type: "bar", stroke: "white", strokeWidth: 1, ...names.bar },
      encoding: {
        x: quantitative(share, options.shareTitle, { stack, axis: null, scale }),
        order: { field: "fromMiddle" },
        color: colors,
      },
    });
    const word = (mark: object) => ({
      type: "text",
      baseline: "middle",
      fontWeight: emphasisWeight,
      ...(areNamesAbove && above.beside),
      ...mark,
    });
    return {
      // As a gap that is left out: the description is of all sides.
      transform: [
        { calculate: `${isOf(answers)} ? 1 : null`, as: "ownSide" },
        { filter: { field: "ownSide", valid: true } },
      ],
      layer: [
        // Draws nothing: all parts of the chart are on one scale.
        { mark: { type: "point", opacity: 0 }, encoding: { x: length(longest) } },
        ...(isWhole ? [bars("zero", "!datum.isRounded"), bars("normalize", "datum.isRounded")] : [bars("zero")]),
        {
          transform: [...segments, { filter: hasRoom }],
          mark: word({ color: readableOn(color) }),
          encoding: { x: length("segmentMiddle"), text: { field: labelField } },
        },
        ...(isWhole
          ? []
          : [
              {
                transform: [...segments, { filter: `${figure} > 0 && !(${hasRoom}) && ${isBeyond}` }],
                mark: word(order < 0 ? { align: "right", dx: -beyondPx } : { align: "left", dx: beyondPx }),
                encoding: { x: length("segmentTo"), text: { field: labelField } },
              },
            ]),
      ],
    };
  };
  const off = offMap({
    area: answer,
    whom: category,
    value: share,
    format,
    isOff: `!(${isOf(all)})`,
    dy: `${notePx} + (datum.hasUnwritten === 1 ? 4 + ${linePx} * ${partsNoteLines} : 0)`,
    roomPx: `(${pictureWidth} * 0.5)`,
  });
  return {
    ...onePlot,
    config: { ...onePlot.config, ...sidesConfig(colored.length) },
    params: [...names.params, ...subjectParams(category, highlight), ...partsNoteParams, ...off.params],
    height: names.height,
    transform: [
      markedRows(highlight),
      { calculate: figureText(share, format), as: labelField },
      ...sum(left, "leftSum"),
      ...sum(right, "rightSum"),
      ...sum(middles, "middleSum"),
      ...(isWhole ? drawnWholes({ share, bar: category, isPart: `(${isOf(all)})` }) : []),
      {
        joinaggregate: [
          { op: "max", field: "leftSum", as: "longestLeft" },
          { op: "max", field: "rightSum", as: "longestRight" },
          { op: "max", field: "middleSum", as: "longestMiddle" },
        ],
      },
      { calculate: `${isOf(left)} ? -1 : ${isOf(middles)} ? 0 : 1`, as: "ownSide" },
      {
        calculate: isWhole
          ? placeIn(all)
          : `datum.ownSide < 0 ? -${placeIn(left)} : datum.ownSide > 0 ? ${placeIn(right)} : 0`,
        as: "fromMiddle",
      },
      { calculate: `${figure} > 0 ? datum.fromMiddle : -${all.length}`, as: "ownReach" },
      {
        joinaggregate: [{ op: "max", field: "ownReach", as: "sideReach" }],
        groupby: [fieldReference(category), "ownSide"],
      },
      { calculate: `${isUnwritten} ? 1 : 0`, as: "isUnwritten" },
      { joinaggregate: [{ op: "max", field: "isUnwritten", as: "hasUnwritten" }] },
    ],
    encoding: {
      y: nominal(category, options.categoryTitle, {
        sort: null,
        axis: areNamesAbove ? null : { ...beside.axis, ...subjectLabel() },
        ...(areNamesAbove && { scale: above.scale }),
      }),
    },
    layer: [
      ...(isWhole
        ? [part(all, { from: "0", to: "width", longest: "scaleEnd", order: 1 })]
        : [
            ...extents.map(extentLayer),
            part(left, { from: sidesAt, to: endPx, longest: "longestLeft", order: -1 }),
            part(right, { from: sidesAt, to: rightEnd, longest: "longestRight", order: 1 }),
            ...(middle === undefined
              ? []
              : [part(middles, { from: middleAt, to: `width - ${endPx}`, longest: "longestMiddle", order: 1 })]),
            betweenSides(sidesAt, areNamesAbove ? { category, ...above.span } : undefined),
          ]),
      subjectRule(category, areNamesAbove ? { gap: above.gap } : {}),
      ...(areNamesAbove ? [{ transform: firstRow("namePosition", [fieldReference(category)]), ...above.layer }] : []),
      partsNote({ isUnwritten: "datum.isUnwritten === 1", left: leftOfPicture, dy: String(notePx) }),
      off.layer,
    ],
    resolve: { scale: { x: "independent" } },
  };
}

/** The line that both sides begin at: through all rows, or along each bar where a name stands above it. */
function betweenSides(
  x: string,
  bar: { readonly category: string; readonly from: string; readonly to: string } | undefined,
): object {
  const row = bar === undefined ? "" : `scale('y', ${datumField(bar.category)})`;
  const along =
    bar === undefined
      ? { y: { value: 0 }, y2: { value: "height" } }
      : { y: { value: { expr: `${row} + ${bar.from} - 3` } }, y2: { value: { expr: `${row} + ${bar.to} + 3` } } };
  return {
    ...(bar && { transform: firstRow("linePosition", [fieldReference(bar.category)]) }),
    mark: { type: "rule", strokeWidth: 1.5 },
    encoding: { x: { value: { expr: x } }, ...along },
  };
}

/** From the bars to what is written below them, px. */
const notePx = 8;

/** What an answer has in the legend beside its name, px. */
const besideNamePx = 34;

/** Vega expressions for where a part begins and ends, px; what of it is so long, and which way its answers are ordered from its beginning. */
interface Part {
  readonly from: string;
  readonly to: string;
  readonly longest: Extent | "scaleEnd";
  readonly order: 1 | -1;
}
