import { placeFields } from "./label-places.ts";
import { mostMet, waysField } from "./ways-out.ts";

/** A Vega expression: where texts stand on a shape, lines through the place included; undefined where it covers no ground. */
const place = (field: string) => `datum.geometryOfArea.properties[${JSON.stringify(field)}]`;

const measured = (field: string, as: string, otherwise = "geoCentroid('projection', datum.geometryOfArea)") => [
  {
    calculate: `isValid(${place(field)}) ? geoCentroid('projection', ${place(field)}.at) : ${otherwise}`,
    as: `${as}Centre`,
  },
  { calculate: `isValid(${place(field)}) ? ${place(field)}.textPx : 0`, as: `${as}TextPx` },
  ...(["across", "down"] as const).map((line, axis) => ({
    calculate: `isValid(${place(field)}) ? span(pluck(geoBounds('projection', ${place(field)}.${line}), '${axis}')) : 0`,
    as: `${as}${line === "across" ? "Across" : "Down"}`,
  })),
];

/** Transforms that measure the places of texts on an area as it is drawn, for the expressions below. */
export const measuredShapes = [
  ...measured(placeFields.name, "name"),
  ...measured(placeFields.twoLines, "twoLines", "[0, 0]"),
  ...measured(placeFields.mark, "mark"),
];

const readPlace = (as: string) => ({
  centre: [`datum.${as}Centre[0]`, `datum.${as}Centre[1]`] as const,
  textPx: `datum.${as}TextPx`,
  across: `datum.${as}Across`,
  down: `datum.${as}Down`,
});

/** Vega expressions, px: the middle of the place for its name and of that for a number or a marker, and how much room there is; and the widths of the name and of the short one. */
export const placeOfName = readPlace("name");
export const placeOfMark = readPlace("mark");
/** The same of the place for a name in two lines, and these. */
export const placeOfTwoLines = readPlace("twoLines");
export const nameInTwoLines = `${place(placeFields.twoLines)}.text`;

/**
 * Vega expressions for what a line from a shape to a side of the map, a Vega expression for `left` or `right`, meets: whether that is known, how many
 * shapes, px across them, and of each of the first the px to its text from above or below, and the room that this has.
 */
export function wayOf(side: string) {
  const ways = place(waysField);
  const way = `${ways}[${side}]`;
  const px = (list: string, index: number, none: number) =>
    `(${way}.count > ${index} ? ${way}.${list}[${index}] * ${placeOfMark.down} : ${none})`;
  return {
    isKnown: `isValid(${ways})`,
    count: `${way}.count`,
    landPx: `${way}.land * ${placeOfMark.down}`,
    met: Array.from({ length: mostMet }, (_, index) => ({
      apart: px("apart", index, 1e6),
      across: px("across", index, 0),
      down: px("down", index, 0),
    })),
  };
}
