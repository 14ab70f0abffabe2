import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { type AnnotationsOf, annotationsOf, fieldsOfLines, lineLayers, nameAlign } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { countedGapWords, offMap } from "./class-scale.ts";
import { dotScale } from "./dot-scale.ts";
import { emphasisColor, emphasise, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, nameWithFigure } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import { extentOf, widthParam } from "./room-for-names.ts";
import { pixels } from "./spread-labels.ts";
import { zeroRule } from "./zero-line.ts";

/** What `stripSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface StripSpecOptions extends HighlightedFiguresOptions {
  /** Lines to compare with, across the strip. */
  readonly annotations?: AnnotationsOf<"stripSpec">;
}

const heightPx = 104;
/** Between the middles of two dots that would touch. */
const dotPx = 8;
/** As many are named that are printed alike at an end: of one of them alone it would be said that it is the lowest. More are in the table. */
const mostNamed = 3;
/** Where the labels end and the dots may begin, from above and from below. */
const labelledPx = 18;

/**
 * A dot for each of up to 200 areas along one scale, moved up or down where they would touch, so that one is seen among all: it
 * has its name and figure, and so have the lowest and the highest, up to three where they are printed alike. Areas without a figure are named below.
 *
 * The others are named in the table of the chart alone.
 */
export function stripSpec(options: StripSpecOptions): TopLevelSpec {
  const { category, value, highlight = "highlight", format = defaultFormat } = options;
  const annotations = annotationsOf("stripSpec", options);
  const figure = datumField(value);
  const gapsSaid = countedGapWords();
  const isKnown = { filter: `isValid(${figure})` };
  const x = dotScale(value, options.valueTitle, format, fieldsOfLines(annotations));
  const share = `scale('x', ${figure}) / width`;
  const named = (transform: readonly object[], names: string, mark: object) => ({
    transform: [
      isKnown,
      ...transform,
      { calculate: nameWithFigure(names, `datum.${labelField}`, datumField(value)), as: "dotName" },
    ],
    mark: {
      type: "text",
      style: overMarks,
      align: { expr: `${share} < 0.3 ? 'left' : ${share} > 0.7 ? 'right' : 'center'` },
      ...mark,
    },
    encoding: { x: { ...x, title: null }, text: { field: "dotName" } },
  });
  const subject = [
    named([{ filter: "datum.isSubject === 1" }], datumField(category), {
      baseline: "top",
      fontWeight: "bold",
      y: 0,
      align: nameAlign({ figure, name: "datum.dotName", annotations }),
    }),
    {
      transform: [isKnown, { filter: "datum.isSubject === 1" }],
      mark: { type: "rule" },
      encoding: { x: { ...x, title: null }, y: { value: 14 }, y2: { value: heightPx / 2 } },
    },
  ];
  const dots = {
    transform: [
      isKnown,
      { calculate: `round(scale('x', ${figure}) / ${dotPx})`, as: "dotColumn" },
      // The one that stands out keeps the middle.
      {
        window: [{ op: "row_number", as: "dotPosition" }],
        sort: [{ field: "isSubject", order: "descending" }, { field: fieldReference(value) }],
        groupby: ["dotColumn"],
      },
      {
        calculate: `${heightPx / 2} + floor(datum.dotPosition / 2) * (datum.dotPosition % 2 ? 1 : -1) * min(${dotPx}, ${heightPx - 2 * labelledPx} / max(1, datum.dotPosition))`,
        as: "dotAt",
      },
    ],
    mark: { type: "point", size: { expr: "datum.isSubject === 1 ? 110 : 45" }, opacity: 0.85 },
    encoding: {
      x,
      y: pixels("dotAt"),
      color: emphasisColor,
      detail: nominal(category, options.categoryTitle),
    },
  };
  const printedEnd = (end: 0 | 1) => `format(${extentOf(value)}[${end}], ${JSON.stringify(format)})`;
  /** Names of the lowest and the highest, where there are so many at most. */
  const ends = (mostPeers: number) =>
    ([0, 1] as const).map((end) =>
      named(
        [
          { filter: `datum.${labelField} === ${printedEnd(end)} && datum.isSubject !== 1` },
          // Figures that are all printed alike are the lowest.
          ...(end === 1 ? [{ filter: `${printedEnd(0)} !== ${printedEnd(1)}` }] : []),
          { joinaggregate: [{ op: "values", field: fieldReference(category), as: "peers" }] },
          { filter: `length(datum.peers) <= ${mostPeers}` },
          ...firstRow("endPosition"),
        ],
        `join(pluck(datum.peers, ${JSON.stringify(fieldReference(category))}), ', ')`,
        { baseline: "bottom", y: heightPx - 2 },
      ),
    );
  // Where the scale's axis is drawn already.
  const compared = lineLayers({
    annotations,
    format,
    scale: (field) => ({ ...x, ...quantitative(field), title: null }),
    isUpwards: false,
  });
  const zero = zeroRule(x, { hasZero: false, fields: [value] });
  const off = offMap({
    area: category,
    value,
    format,
    isOff: `!isValid(${figure})`,
    dy: 42,
    counted: gapsSaid.counted,
  });
  const layer = (names: readonly object[]) => [
    zero,
    ...compared.rules,
    dots,
    ...compared.names,
    ...subject,
    ...names,
    off,
  ];
  const notes = {
    recipe: "stripSpec",
    written: { fields: [value, ...fieldsOfLines(annotations)], format: options.format },
    annotations: { x: category, annotations },
    otherwise: [{ layer: layer(ends(1)) }, { layer: layer([]) }],
    instead: "Use rankingSpec, which names every area, or shorten the names.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [widthParam, ...gapsSaid.params],
    height: heightPx,
    transform: [...emphasise(highlight), { calculate: figureText(value, format), as: labelField }],
    layer: layer(ends(mostNamed)),
  });
}
