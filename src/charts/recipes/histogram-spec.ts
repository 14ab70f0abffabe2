import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { type AnnotationsOf, annotationsOf, lineLayers, nameAlign } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { offMap } from "./class-scale.ts";
import { dotScale } from "./dot-scale.ts";
import { emphasisColor, emphasise, namesSubject, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { widthParam } from "./room-for-names.ts";
import { pixels } from "./spread-labels.ts";

/** What `histogramSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface HistogramSpecOptions extends HighlightedFiguresOptions {
  /** Lines to compare with, across the pile. */
  readonly annotations?: AnnotationsOf<"histogramSpec">;
}

const heightPx = 150;
/** Room above for the name of the one that stands out, px. */
const namePx = 22;
/** Classes along the scale. */
const classes = 24;

/**
 * A histogram of which each area is a dot of its own, in piles by where its figure lies on the scale: where most areas are, and where this
 * one is among them. Dots stand at their figures; the one that stands out lies at the bottom of its pile, with a line to its name.
 *
 * Areas without a figure are named below; all others in the table of the chart.
 */
export function histogramSpec(options: HistogramSpecOptions): TopLevelSpec {
  const { category, value, highlight = "highlight", format = defaultFormat } = options;
  const annotations = annotationsOf("histogramSpec", options);
  const figure = datumField(value);
  const isKnown = { filter: `isValid(${figure})` };
  const x = dotScale(value, options.valueTitle, format);
  const piled = [
    isKnown,
    { calculate: `floor(scale('x', ${figure}) / (width / ${classes}))`, as: "pile" },
    {
      window: [{ op: "row_number", as: "pilePosition" }],
      sort: [{ field: "isSubject", order: "descending" }, { field: fieldReference(value) }],
      groupby: ["pile"],
    },
    { joinaggregate: [{ op: "count", as: "pileCount" }], groupby: ["pile"] },
    { joinaggregate: [{ op: "max", field: "pileCount", as: "mostInPile" }] },
    {
      calculate: `height - (datum.pilePosition - 0.5) * min(11, (height - ${namePx}) / datum.mostInPile)`,
      as: "dotAt",
    },
  ];
  const dots = {
    transform: piled,
    mark: { type: "point", size: { expr: "datum.isSubject === 1 ? 110 : 60" }, opacity: 0.85 },
    encoding: { x, y: pixels("dotAt"), color: emphasisColor, detail: nominal(category, options.categoryTitle) },
  };
  const subject = [
    {
      transform: [...piled, { filter: "datum.isSubject === 1" }],
      mark: { type: "rule" },
      encoding: { x: { ...x, title: null }, y: pixels("dotAt"), y2: { value: 15 } },
    },
    {
      transform: [
        isKnown,
        { filter: "datum.isSubject === 1" },
        { calculate: `${datumField(category)} + ' ' + datum.${labelField}`, as: "dotName" },
      ],
      mark: {
        type: "text",
        style: [overMarks, namesSubject],
        baseline: "top",
        fontWeight: "bold",
        align: nameAlign({ figure, name: "datum.dotName", annotations }),
      },
      encoding: { x: { ...x, title: null }, y: { value: 0 }, text: { field: "dotName" } },
    },
  ];
  const compared = lineLayers({
    annotations,
    format,
    scale: (field) => ({ ...x, ...quantitative(field), title: null }),
    isUpwards: false,
  });
  const notes = {
    recipe: "histogramSpec",
    annotations: { x: category, annotations },
    instead: "Use rankingSpec, which names every area, or stripSpec; or shorten the name of the one that stands out.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [widthParam],
    height: heightPx,
    transform: [...emphasise(highlight), { calculate: figureText(value, format), as: labelField }],
    layer: [
      ...compared.rules,
      dots,
      ...compared.names,
      ...subject,
      offMap({ area: category, value, format, isOff: `!isValid(${figure})`, dy: 42 }),
    ],
  });
}
