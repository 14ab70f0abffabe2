import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import {
  type AnnotationsOf,
  annotationsOf,
  fieldsOfLines,
  lineLayers,
  namePlace,
  wideOutlinePx,
} from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { dotScale } from "./dot-scale.ts";
import { emphasisColor, emphasise, overMarks, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, listedRows, nameWithFigure } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { countedGapWords, offMap } from "./off-map.ts";
import { optionsNow } from "./options-now.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import { charactersIn, extentOf, linePx, lines, widthParam, wrapped } from "./room-for-names.ts";
import { pixels } from "./spread-labels.ts";
import { subjectCharacters, subjectMark, subjectName, subjectNameParam, subjectRest } from "./subject-name.ts";
import { zeroRule, zeroRuleFor } from "./zero-line.ts";

/** What `stripSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface StripSpecOptions extends HighlightedFiguresOptions {
  /** Lines to compare with, across the strip. */
  readonly annotations?: AnnotationsOf<"stripSpec">;
}

/** Of a strip, px, and of one of more areas than that; on a telephone these stand further above one another, else their dots would hardly be seen. */
const heightPx = { usual: 104, ofMany: 152, ofManyNarrow: 232 };
const mostUsual = 100;
/** A picture that is narrower is one for a telephone, px. */
const narrowPx = 480;
/** Between the middles of two dots that would touch, px: the widest that has room for all, but for those that no step tells apart. */
const dotSteps = [8, 6, 5, 4, 3, 2.5] as const;
/**
 * Where the names of the lowest and the highest stand below all dots: what they take, px, where lines end above them; that of the lowest from the foot, px; and the
 * lines of each at most.
 */
interface Foot {
  readonly px: number;
  readonly lowestPx: number;
  readonly mostLines: number;
}
const highestPx = 2;
const footOf = (lines: number, mostLines: number): Foot => ({
  px: 5 + linePx * lines,
  lowestPx: highestPx + linePx * (lines === 1 ? 0 : mostLines),
  mostLines,
});
const feet = { oneLine: footOf(1, 1), lineEach: footOf(2, 1), twoEach: footOf(4, 2) };
/** Vega expressions: the middle of the strip, which is below all lines of the name at its top, and how far from it the middle of a dot may be, px. */
const middle = `((height + ${subjectRest}) / 2)`;
const reachAbove = (footPx: number) => `((height - ${subjectRest}) / 2 - ${footPx})`;
/** Of the dot that stands out, px: that of many others keeps clear of them. Its size where they are not small, px². */
const subjectPx = 9;
const subjectSize = 110;
/** As many are named that are printed alike at an end: of one of them alone it would be said that it is the lowest. Of more the figure is written, and their names are in the table. */
const mostNamed = 3;

/** A Vega expression: whether there are many areas, as far as the height of the strip goes. */
const areMany = `length(data('data')) > ${mostUsual}`;

/** A Vega expression: whether dots stand as those of many do: small ones, and those of a higher strip. */
const isDense = (step: string) => `(${step} < ${dotSteps[0]} || ${areMany})`;

/** A Vega expression: how far dense dots keep clear of the one that stands out, px: some of their steps. */
const clearPx = (step: string) => `(ceil(${subjectPx / 2} / ${step} + 0.5) * ${step})`;

/** A Vega expression: how far from the middle the last of so many dots stands, px, each a step further out on either side. */
const farthest = (count: string, step: string) =>
  `(floor(${count} / 2) * ${step} + (${isDense(step)} ? ${step} / 2 + ${clearPx(step)} : 0))`;

/**
 * Transforms that set dots off from the middle where they would touch (`dotAt`, px), by the widest step that has room (`dotStep`). Dots of about one
 * figure that have no room at any are set off by less, and lie on one another (`isPiled`).
 */
function placedDots(figure: string, value: string, reach: string) {
  const least = String(dotSteps.at(-1));
  const columnAt = (x: string, step: string) => `round(${x} / ${step})`;
  const stepOf = dotSteps.reduceRight(
    (smaller, step, index) => `(${farthest(`datum.dotMost${index}`, String(step))} <= ${reach} ? ${step} : ${smaller})`,
    least,
  );
  const step = "datum.dotStep";
  const isMoved = `${isDense(step)} && datum.isSubject !== 1`;
  const isNearSubject = `isValid(datum.subjectX) && abs(datum.dotColumn * ${step} - datum.subjectX) < ${subjectPx / 2} + ${step}`;
  return [
    { calculate: `scale('x', ${figure})`, as: "dotX" },
    ...dotSteps.map((each, index) => ({
      calculate: columnAt("datum.dotX", String(each)),
      as: `dotColumn${index}`,
    })),
    { joinaggregate: [{ op: "count", as: "dotTies" }], groupby: [`dotColumn${dotSteps.length - 1}`] },
    { calculate: `${farthest("datum.dotTies", least)} <= ${reach} ? 1 : 0`, as: "isFree" },
    ...dotSteps.map((_, index) => ({
      joinaggregate: [{ op: "sum", field: "isFree", as: `dotCount${index}` }],
      groupby: [`dotColumn${index}`],
    })),
    { calculate: "datum.isSubject === 1 ? datum.dotX : null", as: "ownX" },
    {
      joinaggregate: [
        ...dotSteps.map((_, index) => ({ op: "max", field: `dotCount${index}`, as: `dotMost${index}` })),
        { op: "max", field: "ownX", as: "subjectX" },
      ],
    },
    { calculate: stepOf, as: "dotStep" },
    { calculate: columnAt("datum.dotX", step), as: "dotColumn" },
    // The one that stands out keeps the middle. By column too: else Vega does not count anew where a column changes with the width.
    {
      window: [{ op: "row_number", as: "dotPosition" }],
      sort: [{ field: "dotColumn" }, { field: "isSubject", order: "descending" }, { field: fieldReference(value) }],
      groupby: ["dotColumn"],
    },
    { joinaggregate: [{ op: "count", as: "inColumn" }], groupby: ["dotColumn"] },
    { calculate: `${farthest("datum.inColumn", step)} > ${reach}`, as: "isPiled" },
    {
      calculate: `datum.isPiled ? (${reach} - ${farthest("0", step)}) / floor(datum.inColumn / 2) : ${step}`,
      as: "ownStep",
    },
    // Of many, those of every other column stand between those of the next: where their figures are near they are both seen.
    {
      calculate: `floor(datum.dotPosition / 2) * (datum.dotPosition % 2 ? 1 : -1) * datum.ownStep + (${isMoved} && abs(datum.dotColumn) % 2 === 1 ? ${step} / 2 : 0)`,
      as: "dotOff",
    },
    {
      calculate: `${middle} + datum.dotOff + (${isMoved} && ${isNearSubject} ? (datum.dotOff < 0 ? -1 : 1) * ${clearPx(step)} : 0)`,
      as: "dotAt",
    },
  ];
}

/** Above the strip: how many dots have no room beside one another. */
const pileNote = (said: string, bottom: number) => ({
  transform: [
    { filter: "datum.isPiled" },
    { aggregate: [{ op: "count", as: "piledCount" }] },
    { filter: "datum.piledCount > 0" },
    { calculate: lines(wrapped(`${said} + ': ' + datum.piledCount + '.'`, charactersIn(0.9))), as: "pileNote" },
    // Lines grow downwards from the first.
    { calculate: `-${bottom} - ${linePx} * (length(split(datum.pileNote, '\\n')) - 1)`, as: "pileNoteAt" },
  ],
  mark: {
    type: "text",
    align: "left",
    baseline: "line-bottom",
    fontStyle: "italic",
    lineBreak: "\n",
    lineHeight: linePx,
  },
  encoding: { x: { value: 0 }, y: { value: { expr: "datum.pileNoteAt" } }, text: { field: "pileNote" } },
});

/**
 * A dot for each of up to 400 areas along one scale, moved up or down where they would touch, so that one is seen among all: it
 * has its name and figure, and so have the lowest and the highest, up to three where they are printed alike and have room; of more, their figure
 * stands alone. Areas without a figure are named below.
 *
 * The others are named in the table of the chart alone. Where there are many, dots are smaller; how many lie on one another all the same, as they
 * have about one figure, is said above.
 */
export function stripSpec(options: StripSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  const { category, value, highlight = "highlight", format = defaultFormat } = now;
  const annotations = annotationsOf("stripSpec", options);
  const figure = datumField(value);
  const gapsSaid = countedGapWords();
  const pileSaid = recipeWords({ dotsPiled: undefined });
  const isKnown = { filter: `isValid(${figure})` };
  const x = dotScale(value, now.valueTitle, format, fieldsOfLines(annotations));
  const share = `scale('x', ${figure}) / width`;
  const named = (transform: readonly object[], mark: object) => ({
    transform: [isKnown, ...transform],
    mark: {
      type: "text",
      style: overMarks,
      align: { expr: `${share} < 0.3 ? 'left' : ${share} > 0.7 ? 'right' : 'center'` },
      ...mark,
    },
    encoding: { x: { ...x, title: null }, text: { field: "dotName" } },
  });
  const subject = [
    {
      name: subjectLayer,
      ...named([{ filter: "datum.isSubject === 1" }, subjectName(options, "dotName")], {
        ...subjectMark,
        strokeWidth: wideOutlinePx,
        y: 0,
        ...namePlace({ figure, name: "datum.dotName", characters: subjectCharacters, annotations }),
      }),
    },
    {
      name: `${subjectLayer}Line`,
      transform: [isKnown, { filter: "datum.isSubject === 1" }],
      mark: { type: "rule" },
      encoding: {
        x: { ...x, title: null },
        y: { value: { expr: `14 + ${subjectRest}` } },
        y2: { value: { expr: middle } },
      },
    },
  ];
  const dots = (foot: number) => ({
    transform: [isKnown, ...placedDots(figure, value, reachAbove(foot))],
    layer: [
      {
        mark: {
          type: "point",
          size: {
            expr: `datum.dotStep < ${dotSteps[0]} ? pow(datum.isSubject === 1 ? ${subjectPx} : 0.9 * datum.dotStep, 2) : datum.isSubject === 1 ? ${subjectSize} : 45`,
          },
          opacity: 1,
        },
        encoding: {
          x,
          y: pixels("dotAt"),
          color: emphasisColor,
          // The one that stands out lies on all others.
          order: { field: "isSubject", type: "quantitative" },
          detail: nominal(category, now.categoryTitle),
        },
      },
      pileNote(pileSaid.says.dotsPiled, annotations.length === 0 ? 6 : 10 + linePx * annotations.length),
    ],
  });
  const endCharacters = charactersIn(0.98);
  const printedEnd = (end: 0 | 1) => `format(${extentOf(value)}[${end}], ${JSON.stringify(format)})`;
  /** Names of the lowest and the highest, where there are so many at most, each with a line to its dot. */
  const ends = (mostPeers: number, { lowestPx, mostLines }: Foot) =>
    ([0, 1] as const).map((end) => {
      const foot = `height - ${end === 0 ? lowestPx : highestPx}`;
      const { transform, ...name } = named(
        [
          { filter: `datum.${labelField} === ${printedEnd(end)} && datum.isSubject !== 1` },
          // Figures that are all printed alike are the lowest.
          ...(end === 1 ? [{ filter: `${printedEnd(0)} !== ${printedEnd(1)}` }] : []),
          { joinaggregate: [{ op: "values", field: fieldReference(category), as: listedRows }] },
          ...firstRow("endPosition"),
          {
            calculate: `join(pluck(datum.${listedRows}, ${JSON.stringify(fieldReference(category))}), ', ')`,
            as: "peerNames",
          },
          {
            calculate: `length(datum.${listedRows}) > ${mostPeers} ? datum.${labelField} : ${lines(wrapped(nameWithFigure("datum.peerNames", `datum.${labelField}`, datumField(value)), endCharacters))}`,
            as: "dotName",
          },
          { calculate: "length(split(datum.dotName, '\\n'))", as: "nameLines" },
        ],
        {
          baseline: "bottom",
          y: { expr: foot },
          // Lines grow downwards from the first.
          lineBreak: "\n",
          lineHeight: linePx,
          dy: { expr: `-${linePx} * (datum.nameLines - 1)` },
          // What is cut makes way for more lines.
          limit: { expr: `datum.nameLines > ${mostLines} ? 1 : 0` },
        },
      );
      const line = {
        mark: { type: "rule", opacity: 0.6 },
        encoding: {
          x: { ...x, title: null },
          y: { value: { expr: middle } },
          y2: { value: { expr: `${foot} - ${linePx} * datum.nameLines` } },
        },
      };
      return { transform, layer: [line, name] };
    });
  // Where the scale's axis is drawn already.
  const compared = (foot: number) =>
    lineLayers({
      annotations,
      format,
      scale: (field) => ({ ...x, ...quantitative(field), title: null }),
      isUpwards: false,
      footPx: foot,
    });
  const off = offMap({
    area: category,
    value,
    format,
    isOff: `!isValid(${figure})`,
    dy: 42,
    counted: gapsSaid.counted,
  });
  const layer = (mostPeers: number, foot: Foot) => {
    const { rules, names } = compared(foot.px);
    return [
      zeroRule(x, { hasZero: false, fields: [value], fromPx: `26 + ${subjectRest}`, footPx: foot.px }),
      ...rules,
      ...(mostPeers === 0 ? [] : ends(mostPeers, foot)),
      dots(foot.px),
      ...names,
      ...subject,
      off.layer,
    ];
  };
  // The later height holds: one by itself is a number.
  const params = ({ px }: Foot) => [
    widthParam,
    ...gapsSaid.params,
    ...off.params,
    ...pileSaid.params,
    subjectNameParam(options),
    {
      name: "height",
      expr: `${px - feet.oneLine.px} + ${subjectRest} + (${areMany} ? ${pictureWidth} < ${narrowPx} ? ${heightPx.ofManyNarrow} : ${heightPx.ofMany} : ${heightPx.usual})`,
    },
  ];
  const drawn = (mostPeers: number, foot: Foot) => ({ params: params(foot), layer: layer(mostPeers, foot) });
  const notes = {
    recipe: "stripSpec",
    written: { fields: [value, ...fieldsOfLines(annotations)], format: now.format },
    annotations: { x: category, annotations },
    oneScale: { field: value, line: category },
    layersFor: [zeroRuleFor(value), subjectFor(highlight), ...off.layersFor],
    otherwise: [
      () => drawn(mostNamed, feet.lineEach),
      () => drawn(mostNamed, feet.twoEach),
      () => drawn(1, feet.oneLine),
      () => drawn(1, feet.lineEach),
      () => drawn(1, feet.twoEach),
      () => drawn(0, feet.oneLine),
    ],
    instead: "Use rankingSpec, which names every area, or shorten the names.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    height: heightPx.usual,
    transform: [...emphasise(highlight), { calculate: figureText(value, format), as: labelField }],
    ...drawn(mostNamed, feet.oneLine),
  });
}
