import { fieldReference } from "../spec/encoded-field.ts";
import { afterLetter, keyLetters, namesBeside } from "../spec/key-letters.ts";
import { nominal } from "./channels.ts";
import { datumField, labelField } from "./figure-label.ts";
import { nameKey } from "./name-key.ts";
import { hasGaps, linePx } from "./room-for-names.ts";
import { placeOfMark, placeOfName, wayOf } from "./shape-size.ts";
import { labelHeight, spreadLabels } from "./spread-labels.ts";
import { widthEm } from "./text-width.ts";
import { mostMet } from "./ways-out.ts";

/**
 * How areas are told that have no room for their names: all of them by letters, and where these have no room either by their names at the end of a
 * line (`names-beside`) or by letters there (`beside`); where they are too many, the largest of them by letters and some by their names at the end of a
 * short line (`some-names`), the largest and those of the highest and the lowest figure by letters (`on-areas`, and where the key has no room for all that have one on them, `largest`), or
 * those of the highest and the lowest alone (`ends`), as on telephones; or none.
 */
export type LetterPlacement = "names-beside" | "beside" | "some-names" | "on-areas" | "largest" | "ends" | "none";

/** Whether names stand beside the map, and not letters. */
export const areNamesBeside = (placement: LetterPlacement): boolean =>
  placement === "names-beside" || placement === "some-names";

/** Of a map that has names beside it, at least, and of a name there, at most, px. */
export const leastOfNamesPx = 480;
const mostNamePx = 150;
/** The same of those of the highest and the lowest figure where only some are named. */
const mostEndNamePx = 200;

/** The fields that have the letter of an area, its position among those that have one, the most letters that it may be of, and how many are told by theirs. */
const letter = "areaLetter";
const position = "areaPosition";
const letterLength = "areaLetterLength";
const letterCount = "areaLetterCount";

/** Room that a letter takes on its shape, with some at its sides, px; and a smaller one, in the smallest text that print has, 7 pt. */
const letterPx = { width: 13, height: 12 };
const smallPx = { text: 9.5, width: 8.5, height: 8.5 };

/** What each further letter adds to it, px. */
const furtherLetterPx = 2;

/** A Vega expression: px of the letters behind the first. */
const furtherPx = `${furtherLetterPx} * (datum.${letterLength} - 1)`;

/** A letter itself, px: lines to texts beside the map end at both sides of it. */
const behindLetterPx = { width: 10, height: 11 };

/** A line to a text beside the map, and with the line of the page around it, px. */
const leaderPx = { line: 0.75, around: 2.25 };

/** From the edge of the map to a text beside it, px; to the end of its line; and all that a letter takes of the picture there. */
const besidePx = { text: 14, line: 10, margin: 32 };

/** Of the height of the map, what the texts on one side of it take at most: they may hang below it a little. And how many they are: more lines than that hide it. */
const mostBeside = { height: 1.2, count: 20 };

/** Size of a text of the key. */
const textPx = 12;
/** What the marker of a gap adds to a name in it, px. */
const markerPx = 22;

/** Without those that are read as a 1 or a 0, and those that are wider than others. */
const letters = "abcdefghijknpqrstuvxyz";

/**
 * So many letters are looked up in a key; of more, a reader has the names in the data of the chart as soon. Where all that need a letter are to have one,
 * so many: then nobody has to look elsewhere.
 */
const mostLetters = 20;
const mostForAll = 2 * letters.length;

/** On a telephone, a key of more than so many is longer than the map: then those of the highest and the lowest figure are told, and the data have all. */
const phonePx = 400;
const mostOnPhone = letters.length;

/** Where only some have their names beside the map: so many on each side. */
const mostOfSide = 8;

/** Of the width of a map, how far from its side an area is at most that has its name there: a longer line would run through others. */
const mostAway = 0.25;

/** So many are named for the highest figures, and for the lowest; fewer where more share one of these. */
const mostAtEnd = 3;

/** Where all are to be told, so many are left out at most, as no line leads to them. */
const mostUnled = 3;

const centre = (axis: 0 | 1) => placeOfMark.centre[axis];

const side = "areaSide";
const isLeft = `datum.${side} === 'left'`;

/** The field that says whether a line from an area to its side runs clear of the texts of others, and across few of them. */
const hasLine = "hasLine";

/**
 * What a line is above or below the middle of a text that it does not run through, px; and how much of other areas it runs across at most: that of one of
 * the highest or the lowest figure, which readers look for, across more.
 */
const clearPx = 8;
const mostAcrossPx = { usual: 75, ofEnd: 150 };

/** A Vega expression: whether an area is named as one of the highest or the lowest. */
const isEnd = `(datum.isOfEnds === 1 && min(datum.fromHighest, datum.fromLowest) <= ${mostAtEnd})`;

/** Transforms, after those that tell the ends, that tell the side that the line of an area goes to: the nearer one, or the other where it is open to it and the nearer is not. */
function sides(): readonly object[] {
  const isNearLeft = `${centre(0)} < width / 2`;
  const near = wayOf(`(${isNearLeft} ? 'left' : 'right')`);
  const other = wayOf(`(${isNearLeft} ? 'right' : 'left')`);
  const isClear = near.met.map(
    ({ apart, across, down }) =>
      `(${apart} >= ${clearPx} || ${across} < ${smallPx.width} || ${down} < ${smallPx.height})`,
  );
  return [
    {
      calculate: `!${near.isKnown} || (${[`${near.count} <= ${mostMet}`, `${near.landPx} <= (${isEnd} ? ${mostAcrossPx.ofEnd} : ${mostAcrossPx.usual})`, ...isClear].join(" && ")})`,
      as: "isNearOpen",
    },
    { calculate: `!datum.isNearOpen && ${other.count} === 0`, as: "isOtherOpen" },
    { calculate: `(${isNearLeft}) !== datum.isOtherOpen ? 'left' : 'right'`, as: side },
    { calculate: "datum.isNearOpen || datum.isOtherOpen ? 1 : 0", as: hasLine },
  ];
}

/** Transforms that tell the side of the map that an area is nearer to, and how many have its figure or a higher one, or a lower one, as they are printed. */
function sidesAndEnds({ figure }: LetteredOptions): readonly object[] {
  const isKnown = `isValid(${figure})`;
  return [
    { calculate: `${isKnown} ? ${figure} : null`, as: "endFigure" },
    { calculate: `${isKnown} ? 1 : 0`, as: "isOfEnds" },
    ...(["descending", "ascending"] as const).map((order) => ({
      // With all that have the same figure as it is printed.
      window: [{ op: "count", as: order === "descending" ? "fromHighest" : "fromLowest" }],
      sort: [{ field: "endFigure", order }],
      groupby: ["isOfEnds"],
    })),
    ...sides(),
  ];
}

/** How many letters are told by one, two and three characters, and by fewer. */
const letterSizes = [
  { before: 0, size: 1 },
  { before: letters.length, size: 2 },
  { before: letters.length + letters.length ** 2, size: 3 },
];

/** Transforms that tell how long the letter of an area is at most, by its position among all: whether it has room is asked before it is known which areas need one. */
const letterLengths = ({ area, placement }: LetteredOptions): readonly object[] => [
  { window: [{ op: "dense_rank", as: "placeOfAll" }], sort: [{ field: fieldReference(area) }] },
  {
    // Those of the highest and the lowest figure are few.
    calculate: letterSizes
      .slice(placement === "ends" ? letterSizes.length : 1)
      .reduce((less, { before, size }) => `datum.placeOfAll > ${before} ? ${size} : ${less}`, "1"),
    as: letterLength,
  },
];

/** Transforms that give each area that needs one its letter, by name, as it is looked up, without a gap: `a`, and from `aa` on once the alphabet is used up. */
function lettersOf(area: string, hasLetter: string): readonly object[] {
  const count = letters.length;
  /** Of one that is so many behind the first with as many letters. */
  const written = (behind: string, size: number) =>
    Array.from(
      { length: size },
      (_, at) => `'${letters}'[floor(${behind} / ${count ** (size - 1 - at)}) % ${count}]`,
    ).join(" + ");
  const index = `(datum.${position} - 1)`;
  return [
    { calculate: `${hasLetter} ? 0 : 1`, as: "isWithoutLetter" },
    // Not grouped by it: Vega keeps groups as they were at another width, as long as no field is new that they are sorted by.
    {
      window: [{ op: "dense_rank", as: position }],
      sort: [{ field: "isWithoutLetter" }, { field: fieldReference(area) }],
    },
    {
      calculate: letterSizes
        .map(({ before, size }) => ({ end: before + count ** size, text: written(`(${index} - ${before})`, size) }))
        .reduceRight((longer, { end, text }) => `${index} < ${end} ? ${text} : ${longer}`, "''"),
      as: letter,
    },
  ];
}

interface LetteredOptions {
  readonly placement: LetterPlacement;
  /** Field of the areas. */
  readonly area: string;
  readonly value: string;
  readonly format: string;
  /** Vega expressions: whether an area has no name on its shape, and its figure as it is printed. */
  readonly isUnnamed: string;
  readonly figure: string;
  /** From each side of the plot to the map in it, px: a Vega expression. */
  readonly insetPx: string;
}

/** The field that says which areas have a letter, or their name beside the map. */
const lettered = "isLettered";

/** A Vega expression, in rows that have gone through `letteredFirst`: whether an area has a letter, or its name beside the map. */
export const isLettered = `(datum.${lettered} === 1)`;

/** Transforms that tell which areas have a letter, or their name beside the map. */
export function letteredFirst(options: LetteredOptions): readonly object[] {
  const { placement, isUnnamed } = options;
  const hasLetter = areNamesBeside(placement) ? `${isLettered} && datum.isLetterable === 1` : isLettered;
  const told = (which: string) => [
    {
      calculate: `${isUnnamed} && (${which}) && (datum.isLetterable === 1 || datum.${hasLine} === 1) ? 1 : 0`,
      as: lettered,
    },
    ...lettersOf(options.area, hasLetter),
  ];
  if (placement === "none") return [{ calculate: "0", as: lettered }];
  const own = [...letterLengths(options), ...sidesAndEnds(options), ...namedAtSides(options), ...largestFirst(options)];
  if (placement === "names-beside" || placement === "beside") return [...own, ...told("true")];
  if (placement === "on-areas" || placement === "largest")
    return [...own, ...told(`${isLarge} || (${isEnd} && datum.isLetterable === 0)`)];
  if (placement === "ends") return [...own, ...told(isEnd)];
  return [...own, ...told(`${isLarge} || datum.isLetterable === 0`)];
}

/**
 * Transforms that leave a line to those alone that have their name at its end where only some have: those without room for a letter of the usual size that are of the
 * highest and the lowest figure, and the nearest to the sides of the map, whose lines cross the fewest others. All others have what letter they have room for.
 */
function namedAtSides({ placement, isUnnamed, insetPx }: LetteredOptions): readonly object[] {
  if (placement !== "some-names") return [];
  const none = "MAX_VALUE";
  const isShort = `${placeOfName.textPx} <= (${isEnd} ? ${mostEndNamePx} : ${mostNamePx})`;
  const awayPx = `((${isLeft} ? ${centre(0)} : width - ${centre(0)}) - ${insetPx})`;
  const isNear = `(${isEnd} || ${awayPx} <= ${mostAway} * (width - 2 * ${insetPx}))`;
  const isNamed = `${isUnnamed} && datum.${hasLine} === 1 && !${hasUsualRoom()} && ${isShort} && ${isNear}`;
  return [
    { calculate: `${isNamed} ? (${isEnd} ? -1 : ${awayPx}) : ${none}`, as: "fromSide" },
    { window: [{ op: "row_number", as: "sidePosition" }], sort: [{ field: "fromSide" }], groupby: [side] },
    { calculate: `datum.fromSide < ${none} && datum.sidePosition <= ${mostOfSide} ? 1 : 0`, as: hasLine },
  ];
}

/** A Vega expression, in rows that have gone through `largestFirst`: whether an area is among those that a key has room for. */
const isLarge = "(datum.isLetterable === 1 && datum.letterPlace <= datum.letterRoom)";

/** A Vega expression: whether the figure of an area lies in the highest class. */
const isOfHighest = (figure: string): string => `(isValid(${figure}) && ${figure} >= peek(domain('color')))`;

/** The same of the lowest class. */
const isOfLowest = (figure: string): string => `(isValid(${figure}) && ${figure} < domain('color')[0])`;

/** What comes first of areas that have room for a letter: far more than a shape has px, so that size tells only those of one kind apart. */
const firstLettered = { ends: 1e9, highestClass: 1e6, lowestClass: 1e3 };

/**
 * Transforms that tell which areas have room for a letter on them, and count them from those of the highest and the lowest figure, then all of the highest class and all of the lowest, where these are not too many, and the largest on; and to how
 * many the key has room for, beside those of the ends that have their letter beside the map.
 */
function largestFirst({ placement, isUnnamed, figure }: LetteredOptions): readonly object[] {
  const { across, down } = placeOfMark;
  const letterRoom = letterRoomOf(placement);
  const isOfClass = (which: "First" | "Both") => `datum.isOf${which} === 1 && datum.of${which} <= ${letterRoom}`;
  const isBeside = placement === "beside" ? "true" : isEnd;
  const besideMap = areNamesBeside(placement)
    ? "false"
    : `${isUnnamed} && !${hasSmallRoom()} && datum.${hasLine} === 1 && ${isBeside}`;
  return [
    { calculate: `${isUnnamed} && (${hasSmallRoom()} || ${besideMap}) ? 1 : 0`, as: "isOfKey" },
    { joinaggregate: [{ op: "sum", field: "isOfKey", as: "ofKey" }] },
    { calculate: `${isUnnamed} && ${hasLetterRoom(placement)} ? 1 : 0`, as: "isLetterable" },
    { calculate: `${isUnnamed} && datum.isLetterable === 0 && datum.${hasLine} === 0 ? 1 : 0`, as: "isUnled" },
    { joinaggregate: [{ op: "sum", field: "isUnled", as: "ofUnled" }] },
    { calculate: `datum.isLetterable === 1 && (${isEnd} || ${isOfHighest(figure)}) ? 1 : 0`, as: "isOfFirst" },
    { joinaggregate: [{ op: "count", as: "ofFirst" }], groupby: ["isOfFirst"] },
    {
      calculate: `datum.isOfFirst === 1 || (datum.isLetterable === 1 && ${isOfLowest(figure)}) ? 1 : 0`,
      as: "isOfBoth",
    },
    { joinaggregate: [{ op: "count", as: "ofBoth" }], groupby: ["isOfBoth"] },
    {
      calculate: `${isOfClass("First")} ? ${firstLettered.highestClass} : ${isOfClass("Both")} ? ${firstLettered.lowestClass} : 1`,
      as: "classFirst",
    },
    {
      calculate: `datum.isLetterable === 1 ? (${isEnd} ? ${firstLettered.ends} : datum.classFirst) * min(${across}, ${down}) : 0`,
      as: "letterSize",
    },
    { window: [{ op: "row_number", as: "letterPlace" }], sort: [{ field: "letterSize", order: "descending" }] },
    { calculate: `${besideMap} ? 1 : 0`, as: "isLetteredBeside" },
    { joinaggregate: [{ op: "sum", field: "isLetteredBeside", as: "letteredBeside" }] },
    { calculate: `${letterRoom} - datum.letteredBeside`, as: "letterRoom" },
  ];
}

/** A Vega expression: letters that a key has. On a wide map it stands in columns: it tells no fewer areas than a narrow one does, where fewer have room. */
const letterRoomOf = (placement: LetterPlacement): string =>
  placement === "largest"
    ? String(mostLetters)
    : `(datum.ofKey <= ${mostForAll} || width >= ${leastOfNamesPx} ? ${mostForAll} : ${mostLetters})`;

/** A Vega expression: whether a small letter has room on a shape, with so many lines of text below it. */
const hasSmallRoom = (linesBelowIt = 0) =>
  `(${placeOfMark.across} >= ${smallPx.width} + ${furtherPx} && ${placeOfMark.down} >= ${smallPx.height + linePx * linesBelowIt})`;

/** The same of a letter of the usual size. */
const hasUsualRoom = (linesBelowIt = 0) =>
  `(${placeOfMark.across} >= ${letterPx.width} + ${furtherPx} && ${placeOfMark.down} >= ${letterPx.height + linePx * linesBelowIt})`;

/** A Vega expression: whether the letter of an area has room on its shape, with so many lines of text below it. */
export function hasLetterRoom(placement: LetterPlacement, linesBelowIt = 0): string {
  if (placement === "none") return "false";
  const small = hasSmallRoom(linesBelowIt);
  // Rather its name beside the map than a small letter.
  return areNamesBeside(placement) ? `(datum.${hasLine} === 1 ? ${hasUsualRoom(linesBelowIt)} : ${small})` : small;
}

interface LetteredAreasOptions {
  readonly area: string;
  readonly areaTitle: string | undefined;
  readonly value: string;
  readonly placement: LetterPlacement;
  /** A Vega expression: whether a row has a figure. */
  readonly isKnown: string;
  /** Of a text on an area that has a figure; and of the area, a Vega expression. */
  readonly color: object;
  readonly areaColor: string;
  /** What the names of layers begin with that draw areas without a figure alone. */
  readonly gapLayer: string;
  /** All that may have a letter. */
  readonly names: readonly string[];
  /** From the map to the key, px. */
  readonly offset: number;
  /** From each side of the plot to the map in it, px: a Vega expression. */
  readonly insetPx: string;
}

/**
 * A layer of letters for the areas of a map that have no room for their names, of those that `letteredFirst` tells, and the key to them below it. An
 * area that has no room for its letter either has it, or its name, beside the map, at the end of a line.
 */
export function letteredAreas(options: LetteredAreasOptions): readonly object[] {
  const { area, areaTitle, value, placement, isKnown, color, areaColor, gapLayer, names, offset, insetPx } = options;
  if (placement === "none") return [];
  const detail = nominal(area, areaTitle);
  const longestPx = Math.ceil(
    textPx *
      Math.max(...names.map((each) => widthEm(`${names.length > letters.length ? "nn" : "n"}${afterLetter}${each}`))),
  );
  const hasRoom = hasLetterRoom(placement);
  const text = { expr: `datum.${letter}` };
  const areNamed = areNamesBeside(placement);
  const name = `${datumField(area)} + (${isKnown} ? '' : ' ' + datum.${labelField})`;
  const counted = { joinaggregate: [{ op: "count", as: letterCount }] };
  const isSmall = `(${placeOfMark.across} < ${letterPx.width} || ${placeOfMark.down} < ${letterPx.height} || datum.${letterLength} > 1)`;
  /** A text that is cut makes way for another placement. */
  const isForAll = placement === "names-beside" || placement === "beside";
  const areUnled = isForAll ? `datum.ofUnled > ${mostUnled}` : "false";
  const areTooLong = placement === "ends" ? "false" : `(width < ${phonePx} && datum.ofKey > ${mostOnPhone})`;
  const areTooMany = `(${areUnled} || ${areTooLong} || datum.${letterCount} > ${letterRoomOf(placement)})`;
  const onArea = (isOwn: string, mark: object) => ({
    name: `${keyLetters}-${isOwn === isKnown ? "areas" : "gaps"}`,
    transform: [{ filter: `${hasRoom} && ${isOwn}` }],
    mark: {
      type: "text",
      x: { expr: centre(0) },
      y: { expr: centre(1) },
      text,
      fontSize: { expr: `${isSmall} ? ${smallPx.text} : ${textPx}` },
      limit: { expr: `${areTooMany} ? 1 : 0` },
      ...mark,
    },
    encoding: { detail },
  });
  const behindLetter = (isOwn: string, stroke: string | { readonly expr: string }) => ({
    transform: [{ filter: `${hasRoom} && ${isOwn}` }],
    mark: { type: "rule", stroke, strokeWidth: behindLetterPx.height, strokeCap: "butt" },
    encoding: {
      x: { value: { expr: `${centre(0)} - (${behindLetterPx.width} + ${furtherPx}) / 2` } },
      x2: { value: { expr: `${centre(0)} + (${behindLetterPx.width} + ${furtherPx}) / 2` } },
      y: { value: { expr: centre(1) } },
    },
  });
  const edge = (px: number) => `${isLeft} ? ${insetPx} - ${px} : width - ${insetPx} + ${px}`;
  // Far more than the map is high for, or longer than it leaves room for.
  const isTooMuch = `${areUnled} || datum.labelSizes > min(${mostBeside.height} * height, ${mostBeside.count * labelHeight}) || ${areNamed ? `${placeOfName.textPx} > ${placement === "some-names" ? mostEndNamePx : mostNamePx}` : areTooMany}`;
  const leader = {
    x: { value: { expr: centre(0) } },
    y: { value: { expr: centre(1) } },
    x2: { value: { expr: edge(besidePx.line) } },
    y2: { value: { expr: "datum.besideAt" } },
    detail,
  };
  const beside = {
    transform: [
      { filter: `!${hasRoom}` },
      ...spreadLabels({
        at: centre(1),
        size: labelHeight,
        groupby: [side],
        from: `${labelHeight / 2}`,
        to: `height - ${labelHeight / 2}`,
      }),
      ...withoutCrossings(placement === "some-names" ? mostOfSide : mostBeside.count, insetPx),
    ],
    layer: [
      // Seen on any colour.
      { mark: { type: "rule", stroke: "white", strokeWidth: leaderPx.around, opacity: 0.75 }, encoding: leader },
      { name: `${keyLetters}-lines`, mark: { type: "rule", strokeWidth: leaderPx.line }, encoding: leader },
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
        name: areNamed ? namesBeside : `${keyLetters}-beside`,
        mark: {
          type: "text",
          x: { expr: edge(besidePx.text) },
          y: { expr: "datum.besideAt" },
          align: { expr: `${isLeft} ? 'right' : 'left'` },
          baseline: "middle",
          text: areNamed ? { expr: name } : text,
          limit: { expr: `${isTooMuch} ? 1 : 0` },
        },
        encoding: { detail },
      },
    ],
  };
  const onMap = [
    behindLetter(isKnown, { expr: areaColor }),
    { name: `${gapLayer}BehindLetters`, ...behindLetter(`!(${isKnown})`, "white") },
    onArea(isKnown, { color }),
    onArea(`!(${isKnown})`, { dy: { expr: `${hasLetterRoom(placement, 1)} ? ${-linePx / 2} : 0` } }),
    nameKey({
      transform: [{ calculate: `datum.${letter} + '${afterLetter}' + ${name}`, as: "letteredName" }],
      longest: `(${longestPx} + (${hasGaps(value)} ? ${markerPx} : 0))`,
      marginPx: 2 * besidePx.margin,
      offset,
      channel: "strokeDash",
      field: "letteredName",
      isPaired: true,
      sort: { field: position, op: "min" },
    }),
  ];
  const isOfKey = { filter: isLettered };
  return areNamed
    ? [
        { transform: [isOfKey], layer: [beside] },
        { transform: [isOfKey, { filter: hasRoom }, counted], layer: onMap },
      ]
    : [{ transform: [isOfKey, counted], layer: [beside, ...onMap] }];
}

/**
 * Transforms that give the places beside the map, on each side up to so many, to areas whose lines to them do not cross: each place, from the
 * highest down, to the one of those left whose line rises most. All others, and all places that are left, lie below that line.
 */
function withoutCrossings(most: number, insetPx: string): readonly object[] {
  const none = "MAX_VALUE";
  const fromEdge = `((${isLeft} ? ${centre(0)} : width - ${centre(0)}) - ${insetPx} + ${besidePx.line})`;
  // Fields of its own for each place: those that were written over would begin with what they were at another size of the map.
  const order = (place: number) => `placeOrder${place}`;
  const next = (place: number) => [
    {
      calculate: `datum.${order(place)} < 0 && ${place} < length(datum.sidePlaces) ? (${centre(1)} - datum.sidePlaces[${place}]) / ${fromEdge} : ${none}`,
      as: `lineFall${place}`,
    },
    {
      window: [{ op: "row_number", as: `lineOrder${place}` }],
      sort: [{ field: `lineFall${place}` }],
      groupby: [side],
    },
    {
      calculate: `datum.lineOrder${place} === 1 && datum.lineFall${place} < ${none} ? ${place} : datum.${order(place)}`,
      as: order(place + 1),
    },
  ];
  const own = `datum.${order(most)}`;
  return [
    { joinaggregate: [{ op: "values", field: "labelAt", as: "ofSide" }], groupby: [side] },
    { calculate: "sort(pluck(datum.ofSide, 'labelAt'))", as: "sidePlaces" },
    { calculate: "-1", as: order(0) },
    ...Array.from({ length: most }, (_, place) => next(place)).flat(),
    { calculate: `${own} < 0 ? datum.labelAt : datum.sidePlaces[${own}]`, as: "besideAt" },
  ];
}
