import { fieldReference } from "../spec/encoded-field.ts";
import { keyNumbers } from "../spec/key-numbers.ts";
import { nominal } from "./channels.ts";
import { datumField, labelField } from "./figure-label.ts";
import { nameKey } from "./name-key.ts";
import { hasGaps, linePx } from "./room-for-names.ts";
import { placeOfMark } from "./shape-size.ts";
import { labelHeight, spreadLabels } from "./spread-labels.ts";
import { widthEm } from "./text-width.ts";

/** Where the numbers stand of areas that have no room for their names: `beside` the map too, with a line to the area, on the areas alone, or nowhere. */
export type NumberPlacement = "beside" | "on-areas" | "none";

/** Room that a number of two digits takes on its shape, px. */
const numberPx = { width: 17, height: 13 };

/** From the edge of the map to a number beside it, px; to the end of its line; and all that it takes of the picture there. */
const besidePx = { number: 14, line: 10, margin: 32 };

/** Of the height of the map, what the numbers on one side of it take at most: they may hang below it a little. */
const mostBeside = 1.2;

/** Size of a text of the key. */
const textPx = 12;
/** What the marker of a gap adds to a name in it, px. */
const markerPx = 22;

/** The field that has the number of an area. */
const number = "areaNumber";
const centre = (axis: 0 | 1) => placeOfMark.centre[axis];

/** A Vega expression: whether the number of an area has room on its shape, with so many lines of text below it. */
export function hasNumberRoom(placement: NumberPlacement, linesBelowIt = 0): string {
  if (placement === "none") return "false";
  const { across, down } = placeOfMark;
  const { width, height } = numberPx;
  return `(${across} >= ${width} && ${down} >= ${height + linePx * linesBelowIt})`;
}

interface NumberedAreasOptions {
  readonly area: string;
  readonly areaTitle: string | undefined;
  readonly value: string;
  readonly placement: NumberPlacement;
  /** Vega expressions: whether a row has a number, and whether it has a figure. */
  readonly isNumbered: string;
  readonly isKnown: string;
  /** Of a text on an area that has a figure. */
  readonly color: object;
  /** All that may have a number. */
  readonly names: readonly string[];
  /** From the map to the key, px. */
  readonly offset: number;
}

/**
 * A layer of numbers for the areas of a map that have no room for their names, and the key to them below it. An area that has no room for its
 * number either has it beside the map, at the end of a line.
 */
export function numberedAreas(options: NumberedAreasOptions): readonly object[] {
  const { area, areaTitle, value, placement, isNumbered, isKnown, color, names, offset } = options;
  if (placement === "none") return [];
  const detail = nominal(area, areaTitle);
  const longestPx = Math.ceil(textPx * Math.max(...names.map((each) => widthEm(`00 ${each}`))));
  const hasRoom = hasNumberRoom(placement);
  const text = { expr: `'' + datum.${number}` };
  const name = datumField(area);
  const onArea = (isOwn: string, mark: object) => ({
    name: `${keyNumbers}-${isOwn === isKnown ? "areas" : "gaps"}`,
    transform: [{ filter: `${hasRoom} && ${isOwn}` }],
    mark: { type: "text", x: { expr: centre(0) }, y: { expr: centre(1) }, text, ...mark },
    encoding: { detail },
  });
  const isLeft = "datum.areaSide === 'left'";
  const edge = (px: number) => `${isLeft} ? -${px} : width + ${px}`;
  const beside = {
    transform: [
      { filter: `!${hasRoom}` },
      { calculate: `${centre(0)} < width / 2 ? 'left' : 'right'`, as: "areaSide" },
      ...spreadLabels({
        at: centre(1),
        size: labelHeight,
        groupby: ["areaSide"],
        from: `${labelHeight / 2}`,
        to: `height - ${labelHeight / 2}`,
      }),
    ],
    layer: [
      {
        name: `${keyNumbers}-lines`,
        mark: { type: "rule", strokeWidth: 0.75 },
        encoding: {
          x: { value: { expr: centre(0) } },
          y: { value: { expr: centre(1) } },
          x2: { value: { expr: edge(besidePx.line) } },
          y2: { value: { expr: "datum.labelAt" } },
          detail,
        },
      },
      // Seen on any colour, and on an area that is smaller than it is.
      {
        mark: {
          type: "point",
          x: { expr: centre(0) },
          y: { expr: centre(1) },
          size: 12,
          filled: true,
          fill: "white",
          stroke: "black",
          strokeWidth: 0.75,
          opacity: 1,
        },
        encoding: { detail },
      },
      {
        name: `${keyNumbers}-beside`,
        mark: {
          type: "text",
          x: { expr: edge(besidePx.number) },
          y: { expr: "datum.labelAt" },
          align: { expr: `${isLeft} ? 'right' : 'left'` },
          baseline: "middle",
          text,
          // Far more than the map is high for: cut, they make way for numbers on the areas alone.
          limit: { expr: `datum.labelSizes > ${mostBeside} * height ? 1 : 0` },
        },
        encoding: { detail },
      },
    ],
  };
  return [
    {
      // By name, as it is looked up; an order of places would be another one while the map is made to fit.
      transform: [
        { filter: isNumbered },
        { window: [{ op: "row_number", as: number }], sort: [{ field: fieldReference(area) }] },
      ],
      layer: [
        ...(placement === "beside" ? [beside] : []),
        onArea(isKnown, { color }),
        onArea(`!(${isKnown})`, { dy: { expr: `${hasNumberRoom(placement, 1)} ? ${-linePx / 2} : 0` } }),
        nameKey({
          transform: [
            {
              calculate: `datum.${number} + ' ' + ${name} + (${isKnown} ? '' : ' ' + datum.${labelField})`,
              as: "numberedName",
            },
          ],
          longest: `(${longestPx} + (${hasGaps(value)} ? ${markerPx} : 0))`,
          marginPx: placement === "beside" ? 2 * besidePx.margin : 0,
          offset,
          channel: "strokeDash",
          field: "numberedName",
          sort: { field: number, op: "min" },
        }),
      ],
    },
  ];
}
