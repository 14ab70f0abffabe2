import { BriefingError } from "../../diagnostics/index.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { datumField, defaultFormat, figureText } from "./figure-label.ts";
import { firstRow, namedFigure, referenceLayers } from "./reference-layers.ts";
import { characterPx, charactersIn, figureCharacters, linePx, lines, wrapped } from "./room-for-names.ts";
import { anyFigure, linesPx, pixels } from "./spread-labels.ts";
import { toFoot } from "./zero-line.ts";

/** Words at one figure of the chart, with a line to it. */
export interface TextAnnotation {
  readonly kind: "text";
  /** The row whose figure it is about, by as many of its fields as it takes: `{ period: "2019", area: "Kent" }`. */
  readonly at: Readonly<Record<string, string>>;
  /** `Courts closed`. A figure in it is an error: it belongs into `value`. */
  readonly text: string;
  /** Field of a figure of that row, written behind the words. */
  readonly value?: string;
}

/** A line across the chart at a figure to compare with, dotted; dashed for a target. */
export interface LineAnnotation {
  readonly kind: "reference" | "target";
  /** Field of the figure, the same in every row. */
  readonly value: string;
  /** What it is called: `Median of all areas`. */
  readonly label: string;
}

/** A stretch of periods to stand out: a lockdown, a campaign. */
export interface ShadedAnnotation {
  readonly kind: "shaded";
  /** The first and the last of its periods, as the rows have them. */
  readonly from: string;
  readonly to: string;
  /** What happened: `Courts closed`. */
  readonly label: string;
}

/** A break in the series, after which figures are not like those before: another way of counting, other boundaries. */
export interface BreakAnnotation {
  readonly kind: "break";
  /** The first period after the break, as the rows have it. */
  readonly from: string;
  /** Why: `New counting rules`. */
  readonly label: string;
}

/** A band of uncertainty behind the figures. */
export interface BandAnnotation {
  readonly kind: "band";
  /** Fields of the ends of the figures' intervals. */
  readonly low: string;
  readonly high: string;
  /** What it is: `Likely range`. It is said below the chart, and in the description. */
  readonly label: string;
  /**
   * The level of confidence intervals, such as 0.95, which is said behind that; where absent, 0.95 if `interval()` of a briefing gave all ends. Ends of
   * other fields are not known to be of that level: a briefing wants it among the `literals` of its chart, `["95%"]`.
   */
  readonly level?: number;
}

/**
 * What stands on a chart beside its data. Its figures are fields of the rows, and so traced like all others: what `figure()` or
 * `interval()` of a briefing gives. Its words are the author's, and a figure among them is an error.
 */
export type ChartAnnotation = TextAnnotation | LineAnnotation | ShadedAnnotation | BreakAnnotation | BandAnnotation;
export type AnnotationKind = ChartAnnotation["kind"];
export type AnnotationOf<Kind extends AnnotationKind> = Extract<ChartAnnotation, { readonly kind: Kind }>;

/** Which kinds each recipe shows. A recipe that is not named shows none. */
export const annotationsShown = {
  trendSpec: ["text", "reference", "target", "shaded", "break", "band"],
  barSpec: ["text", "reference", "target", "shaded", "break"],
  rankingSpec: ["reference", "target"],
  intervalSpec: ["reference", "target"],
  stripSpec: ["reference", "target"],
  funnelSpec: ["reference", "target"],
  areaSpec: ["shaded", "break"],
  histogramSpec: ["reference", "target"],
} as const satisfies Readonly<Record<string, readonly AnnotationKind[]>>;

type Annotating = keyof typeof annotationsShown;
export type AnnotationsOf<Recipe extends Annotating> = readonly AnnotationOf<
  (typeof annotationsShown)[Recipe][number]
>[];

/** So many lines across a chart keep their names apart: one above its line, the other below. */
const mostLines = 2;
/** Letters that stand in for notes without room. */
const letters = "ABCDEFGHIJ";

/**
 * The annotations of a recipe's options. Throws a `BriefingError` (`chart-annotation`) that names what can be shown, where one is of a
 * kind that the recipe does not show, or where there are too many.
 */
export function annotationsOf<Recipe extends string>(
  recipe: Recipe,
  options: object,
): Recipe extends Annotating ? AnnotationsOf<Recipe> : readonly never[] {
  const { annotations = [] } = options as { readonly annotations?: readonly ChartAnnotation[] };
  const shown: readonly AnnotationKind[] = recipe in annotationsShown ? annotationsShown[recipe as Annotating] : [];
  const refuse = (message: string, hint: string): never => {
    throw new BriefingError([{ code: "chart-annotation", severity: "error", message, hint, source: { id: recipe } }]);
  };
  const other = annotations.find(({ kind }) => !shown.includes(kind));
  if (other) {
    const able = Object.entries(annotationsShown).flatMap(([name, kinds]) =>
      (kinds as readonly AnnotationKind[]).includes(other.kind) ? [name] : [],
    );
    refuse(
      `${recipe} cannot show an annotation of the kind "${other.kind}".`,
      `${shown.length > 0 ? `It shows ${shown.join(", ")}` : "It shows none"}; ${
        able.length > 0
          ? `"${other.kind}" is shown by ${able.join(", ")}.`
          : `the kinds are ${annotationsShown.trendSpec.join(", ")}.`
      }`,
    );
  }
  if (annotations.filter(isLine).length > mostLines)
    refuse(
      `${recipe} is given ${annotations.filter(isLine).length} lines to compare with.`,
      `Give it ${mostLines} at most: the names of more would lie on one another.`,
    );
  if (annotations.filter(isNote).length > letters.length)
    refuse(
      `${recipe} is given ${annotations.filter(isNote).length} notes.`,
      `Give it ${letters.length} at most, and tell the others in the text.`,
    );
  return annotations as Recipe extends Annotating ? AnnotationsOf<Recipe> : readonly never[];
}

export const isLine = (annotation: ChartAnnotation): annotation is LineAnnotation =>
  annotation.kind === "reference" || annotation.kind === "target";
/** Fields of the figures that lines across a chart stand at. */
export const fieldsOfLines = (annotations: readonly ChartAnnotation[]): readonly string[] =>
  annotations.filter(isLine).map(({ value }) => value);
type Note = TextAnnotation | ShadedAnnotation | BreakAnnotation;
const isNote = ({ kind }: ChartAnnotation): boolean => kind === "text" || kind === "shaded" || kind === "break";

export interface LineLayersOptions {
  readonly annotations: readonly ChartAnnotation[];
  readonly format: string | undefined;
  /** The encoding of a field of figures along the scale. */
  readonly scale: (field: string, title: string) => object;
  /** Whether the scale of figures goes upwards, with lines from left to right; else they go from top to bottom, with their names above. */
  readonly isUpwards: boolean;
  /** A Vega expression: where lines from left to right end, px; at the edge of the plot where absent. */
  readonly end?: string;
  /** Whether figures stand in a column at the right, which no name of a line from top to bottom is to head. */
  readonly hasColumn?: boolean;
  /** How far above the foot of the plot lines from top to bottom end, px: where names stand there. */
  readonly footPx?: number;
}

/** The lines across a chart, and their names with their figures: to be drawn over what they may lie on. */
export interface LineLayers {
  readonly rules: readonly object[];
  readonly names: readonly object[];
}

/** The lines across a chart, each with its name and figure. Of two, the higher has its name above or to its right. */
export function lineLayers({
  annotations,
  format,
  scale,
  isUpwards,
  end,
  hasColumn,
  footPx = 0,
}: LineLayersOptions): LineLayers {
  const all = annotations.filter(isLine);
  const layers = all.map(({ kind, value, label }, index) => {
    const other = all[1 - index];
    const place = scale(value, label);
    return referenceLayers({
      reference: value,
      title: label,
      format: format ?? defaultFormat,
      wrapAt: isUpwards ? charactersIn(0.16, 10) : undefined,
      rule: {
        mark: kind === "target" ? { strokeDash: [6, 4], strokeWidth: 1.5 } : { strokeDash: [2, 2] },
        encoding: isUpwards
          ? { x: { value: 0 }, x2: { value: end === undefined ? "width" : { expr: end } }, y: place }
          : { x: place, y: acrossStart(value, hasColumn ? other?.value : undefined), y2: toFoot(footPx) },
      },
      text: {
        mark: isUpwards ? upwardsName(value, other?.value) : acrossName(value, other?.value, hasColumn),
        encoding: isUpwards ? { x: { value: "width" }, y: place } : { x: place, y: { value: 0 } },
      },
    });
  });
  return { rules: layers.map(({ rule }) => rule), names: layers.map(({ name }) => name) };
}

/** A Vega expression: whether a line is the only one, or not below the other. */
const isHigherOf = (value: string, other: string | undefined): string =>
  other === undefined ? "true" : `!(${datumField(value)} < ${datumField(other)})`;

/** The name of a line from left to right, at its right end. */
function upwardsName(value: string, other: string | undefined): object {
  const isHigher = isHigherOf(value, other);
  const baseline = { expr: `${isHigher} ? 'bottom' : 'top'` };
  const above = other === undefined ? "0.5" : `(${isHigher} ? 1 : 0)`;
  return {
    align: "left",
    dx: 6,
    baseline: other === undefined ? "middle" : baseline,
    lineBreak: "\n",
    lineHeight: linePx,
    // Lines grow downwards from the first.
    dy: { expr: `${above} * -${linePx} * (length(split(datum.referenceLabel, '\\n')) - 1)` },
  };
}

/** The name of a line from top to bottom, above it: within the plot, whichever end it is near; of two, away from the other. */
function acrossName(value: string, other: string | undefined, hasColumn = false): object {
  const at = `scale('x', ${datumField(value)}) / width`;
  const isHigher = isHigherOf(value, other);
  const above = { baseline: "bottom", dy: -nameGap };
  if (other === undefined)
    return { ...above, align: { expr: `${at} < 0.2 ? 'left' : ${at} > 0.8 ? 'right' : 'center'` } };
  if (!hasColumn) return { ...above, align: { expr: `${isHigher} ? 'left' : 'right'` } };
  const dy = { expr: `${isHigher} ? -${nameGap + linePx} : -${nameGap}` };
  return { ...above, dy, align: { expr: `${at} < 0.2 ? 'left' : 'right'` } };
}

/** From a line to its name above it, px. */
const nameGap = 5;

/** Where a line from top to bottom starts: above the plot, and of two whose names both end at their lines the higher above the other's. */
const acrossStart = (value: string, other: string | undefined) =>
  other === undefined ? { value: -2 } : { value: { expr: `${isHigherOf(value, other)} ? -${2 + linePx} : -2` } };

export interface NamePlaceOptions {
  /** Vega expressions: the figure that a name stands at, and the name. */
  readonly figure: string;
  readonly name: string;
  /** Of a line of it, at most: a Vega expression. */
  readonly characters: string;
  readonly annotations: readonly ChartAnnotation[];
}

/** The names of lines from left to right, for charts that move them apart together with the names at the ends of their own lines. */
export function lineNames(annotations: readonly ChartAnnotation[], format = defaultFormat, characters: string) {
  return annotations.filter(isLine).map(({ value, label }) => ({
    value,
    /** Of one without a figure there is no name. */
    text: `isValid(${datumField(value)}) ? ${lines(wrapped(namedFigure(label, value, format), characters))} : ''`,
    /** A Vega expression: px that it takes. */
    size: linesPx(
      lines(wrapped(`${JSON.stringify(`${label} `)} + ${anyFigure(figureCharacters(value, format))}`, characters)),
    ),
  }));
}

/** From a line that is drawn across to a name that makes way for it, px. */
const besideLinePx = 4;

/**
 * Where the name of a figure stands along its scale: over the line that leads to it, between the lines that are drawn across where there is room, and
 * within the plot.
 */
export function namePlace({ figure, name, characters, annotations }: NamePlaceOptions): {
  readonly align: "center";
  readonly dx: { readonly expr: string };
} {
  const at = `scale('x', ${figure})`;
  const px = `(min(length(${name}), ${characters}) * ${characterPx + 0.6})`;
  const within = (from: string, to: string) => `clamp(${at}, ${from} + ${px} / 2, ${to} - ${px} / 2)`;
  const nearest = (edge: string, nearer: "min" | "max", isOnSide: "<=" | ">", px: number) =>
    fieldsOfLines(annotations).reduce(
      (sofar, line) =>
        `(isValid(${datumField(line)}) && ${datumField(line)} ${isOnSide} ${figure} ? ${nearer}(${sofar}, scale('x', ${datumField(line)}) + ${px}) : ${sofar})`,
      edge,
    );
  const [from, to] = [nearest("0", "max", "<=", besideLinePx), nearest("width", "min", ">", -besideLinePx)];
  return {
    align: "center",
    dx: { expr: `(${to} - ${from} >= ${px} ? ${within(from, to)} : ${within("0", "width")}) - ${at}` },
  };
}

/** Of the outline of a name that lines may run through, px: as wide as leaves nothing of them between its words. */
export const wideOutlinePx = 9;

/** Height of a line of notes, and how far above the plot the first stands: where columns have their figures above the plot, and where they have not. */
const noteHeight = 15;
const firstNotePx = { columns: 26, lines: 12 } as const;
/** Where the title of a scale stands above its top, px, and how far above notes. */
const titlePx = { usual: 9, aboveNotes: 17 } as const;
/** From the middle of a letter to the next, px. */
const letterPx = 13;

export interface NoteLayersOptions {
  readonly annotations: readonly ChartAnnotation[];
  /** Field of the periods or names along the bottom. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Columns have their figures above them, and no scale. */
  readonly isOfColumns?: boolean;
  readonly format: string | undefined;
  /** What a line to a figure keeps clear above it, px: more where the figure is written there. */
  readonly clearPx: number;
}

/** What is drawn behind the data, and what is drawn over it. */
export interface NoteLayers {
  readonly behind: readonly object[];
  readonly over: readonly object[];
  /** Properties of the axis whose title has to make way for notes: no line from a note to its figure may cross it. */
  readonly axis: object;
}

/**
 * Notes above the plot, each on a line of its own, with a line down to where they belong: to a figure, to the top of a shaded stretch,
 * through the plot for a break.
 *
 * They run to one side of their lines: to the right where all have room there, else to the left, and the further one may reach over the others'
 * lines, the higher it stands. Where neither side has room, as on a narrow page, a note by itself stands over both sides of its line; of several,
 * letters stand at the lines, and the notes above them from the left edge, in as many lines as they take.
 */
export function noteLayers(options: NoteLayersOptions): NoteLayers {
  const { x, y, clearPx, isOfColumns = false } = options;
  const firstNote = isOfColumns ? firstNotePx.columns : firstNotePx.lines;
  const format = options.format ?? defaultFormat;
  const notes = options.annotations.filter((each): each is Note => isNote(each));
  const places = notes.map((note) => placeOf(note, x));
  const texts = notes.map((note) => (note.kind === "text" ? note.text : note.label));
  const roomPx = notes.map(
    (note, index) =>
      Math.ceil((texts[index] as string).length * characterPx) +
      (note.kind === "text" && note.value !== undefined ? 50 : 0) +
      4,
  );
  const fits = (test: (at: string, px: number) => string) =>
    `(${places.map(({ at, isPlaced }, index) => `(!(${isPlaced}) || ${test(at, roomPx[index] as number)})`).join(" && ")})`;
  const isRight = fits((at, px) => `${at} + ${px} <= width`);
  const isLeft = fits((at, px) => `${at} - ${px} >= 0`);
  const countPlaced = `(${places.map(({ isPlaced }) => `(${isPlaced} ? 1 : 0)`).join(" + ")})`;
  const isOverBoth = `(!(${isRight} || ${isLeft}) && ${countPlaced} === 1 && ${fits((_, px) => `${px} <= width`)})`;
  const isKeyed = `!(${isRight} || ${isLeft} || ${isOverBoth})`;
  const characters = charactersIn(0.82);
  const linesTaken = texts.map(
    (text) => `length(split(${lines(wrapped(JSON.stringify(text), `(${characters} - 3)`))}, '\\n'))`,
  );
  /** The sum of what each of the others that stand somewhere counts for a note, where it stands before or after it from left to right. */
  const sumOfOthers = (index: number, side: "<" | ">", counts: (other: number) => string, isNear = "") =>
    `(${places
      .map(({ at, isPlaced }, other) => {
        const own = places[index]?.at;
        const isBeside = side === "<" ? other < index : other > index;
        return other === index
          ? "0"
          : `(${isPlaced}${isNear === "" ? "" : ` && abs(${at} - ${own}) < ${isNear}`} && (${at} ${side} ${own} || (${at} === ${own} && ${isBeside})) ? ${counts(other)} : 0)`;
      })
      .join(" + ")})`;
  const one = () => "1";
  const rankOf = (index: number) => sumOfOthers(index, "<", one);
  /** Lines of the notes after it, which stand below it where they are keyed. */
  const linesAfter = (index: number) => sumOfOthers(index, ">", (other) => `${linesTaken[other]}`);
  /** How many of the others stand so near before it that their letters would touch. */
  const crowdOf = (index: number) => sumOfOthers(index, "<", one, `${letterPx}`);
  const behind = notes.flatMap((note, index) => (note.kind === "shaded" ? [shade(note, places[index] as Place)] : []));
  const over = notes.map((note, index) => {
    const { at, isPlaced, row } = places[index] as Place;
    const text =
      note.kind === "text" && note.value !== undefined
        ? `${JSON.stringify(`${note.text} `)} + (${figureText(note.value, format)})`
        : JSON.stringify(texts[index]);
    const rank = rankOf(index);
    const transform = [
      ...row,
      { filter: isPlaced },
      ...firstRow("notePosition"),
      // Positions are fields: an expression that names a scale is read as the position of a figure on it.
      { calculate: at, as: "noteX" },
      { calculate: isRight, as: "isNoteRight" },
      { calculate: isOverBoth, as: "isOverBoth" },
      { calculate: `!(datum.isNoteRight || ${isLeft} || datum.isOverBoth)`, as: "isKeyed" },
      {
        calculate: `datum.isOverBoth ? clamp(${at}, ${roomPx[index]} / 2, width - ${roomPx[index]} / 2) : ${at} + (datum.isKeyed ? ${letterPx} * ${crowdOf(index)} : 0)`,
        as: "labelX",
      },
      {
        calculate: `-${firstNote} - (datum.isKeyed ? 0 : ${noteHeight} * (datum.isNoteRight ? ${countPlaced} - 1 - ${rank} : ${rank}))`,
        as: "noteY",
      },
      { calculate: "datum.noteY + 2", as: "noteTop" },
      { calculate: `-${firstNote + noteHeight} - ${linePx} * ${linesAfter(index)}`, as: "keyY" },
      { calculate: `substring('${letters}', ${rank}, ${rank} + 1)`, as: "noteLetter" },
      { calculate: text, as: "noteText" },
      { calculate: "datum.isKeyed ? datum.noteLetter : datum.noteText", as: "noteLabel" },
      {
        calculate: `datum.noteLetter + '  ' + ${lines(wrapped("datum.noteText", `(${characters} - 3)`))}`,
        as: "keyLabel",
      },
    ];
    // A point of another line that is higher in the same period stands where the line from the note goes down: it goes down beside them.
    const isBeside = isOfColumns ? "false" : `isValid(${datumField(y)}) && datum.highestAt < datum.pointAt - 1`;
    const besideX = `${at} - (${isBeside} ? min(${besidePointsPx}, ${half}) : 0)`;
    const foot = {
      transform: [{ filter: isBeside }],
      mark: { type: "rule", strokeWidth: 1, opacity: 0.8 },
      encoding: { x: { value: { expr: besideX } }, x2: { value: { expr: `${at} - 3` } }, y: pixels("noteEnd") },
    };
    const toFigure = {
      transform: [
        {
          calculate: `isValid(${datumField(y)}) ? scale('y', ${datumField(y)}) - (${isBeside} ? 0 : ${clearPx}) : height - 18`,
          as: "noteEnd",
        },
      ],
      layer: [
        ...(isOfColumns ? [] : [foot]),
        {
          mark: { type: "rule", strokeWidth: 1, opacity: 0.8 },
          encoding: {
            x: { value: { expr: isOfColumns ? at : besideX } },
            y: pixels("noteEnd"),
            y2: { value: { expr: "datum.noteTop" } },
          },
        },
      ],
    };
    const layer = [
      note.kind === "text"
        ? toFigure
        : {
            mark:
              note.kind === "break"
                ? { type: "rule", strokeCap: "butt", strokeDash: [4, 3] }
                : { type: "rule", strokeWidth: 1, opacity: 0.8 },
            encoding: {
              x: { value: { expr: "datum.noteX" } },
              y: { value: { expr: "datum.noteTop" } },
              y2: { value: note.kind === "break" ? "height" : 0 },
            },
          },
      {
        mark: {
          type: "text",
          baseline: "bottom",
          align: { expr: "datum.isKeyed || datum.isOverBoth ? 'center' : datum.isNoteRight ? 'left' : 'right'" },
          fontWeight: { expr: "datum.isKeyed ? 'bold' : 'normal'" },
        },
        encoding: {
          x: { value: { expr: "datum.labelX" } },
          y: { value: { expr: "datum.noteY" } },
          text: { field: "noteLabel" },
        },
      },
      {
        transform: [{ filter: "datum.isKeyed" }],
        mark: {
          type: "text",
          baseline: "line-bottom",
          align: "left",
          lineBreak: "\n",
          lineHeight: linePx,
          // Lines grow downwards from the first.
          dy: { expr: `-${linePx} * (length(split(datum.keyLabel, '\\n')) - 1)` },
        },
        encoding: {
          x: { value: 0 },
          y: { value: { expr: "datum.keyY" } },
          text: { field: "keyLabel" },
        },
      },
    ];
    const isOfFigure = note.kind === "text" && !isOfColumns;
    return { transform: [...(isOfFigure ? highestOfPeriod(x, y) : []), ...transform], layer };
  });
  const allLines = `(${places.map(({ isPlaced }, index) => `(${isPlaced} ? ${linesTaken[index]} : 0)`).join(" + ")})`;
  const notesTop = `(${isKeyed} ? ${firstNote + noteHeight} + ${linePx} * (${allLines} - 1) : ${firstNote} + ${noteHeight} * (${countPlaced} - 1))`;
  const titleY = `${countPlaced} > 0 ? -${notesTop} - ${titlePx.aboveNotes} : -${titlePx.usual}`;
  return { behind, over, axis: notes.length > 0 && !isOfColumns ? { titleY: { expr: titleY } } : {} };
}

/** A note of horizontal bars: transforms that leave the rows that it is of, and what it says. */
function noteOfRows(note: Note, x: string): { readonly rows: readonly object[]; readonly said: string } {
  const isRow = (field: string, value: string) => `${datumField(field)} === ${JSON.stringify(value)}`;
  if (note.kind === "text") {
    const at = Object.entries(note.at);
    return {
      rows: [...at.map(([field, value]) => ({ filter: isRow(field, value) })), ...firstRow("notePosition")],
      said: `${at.map(([, value]) => value).join(", ")}: ${note.text}`,
    };
  }
  const { from, label } = note;
  const isShown = (period: string, least = 0) => `indexof(domain('y'), ${JSON.stringify(period)}) >= ${least}`;
  if (note.kind === "break")
    // Before the first period there is nothing to be unlike.
    return {
      rows: [{ filter: `${isRow(x, from)} && ${isShown(from, 1)}` }, ...firstRow("notePosition")],
      said: `${from}: ${label}`,
    };
  const ends = [...new Set([from, note.to])];
  return {
    rows: [
      {
        filter: `(${ends.map((end) => isRow(x, end)).join(" || ")}) && ${ends.map((end) => isShown(end)).join(" && ")}`,
      },
      // Of both, whose names are in it.
      { aggregate: [{ op: "count", as: "noteRows" }] },
      { filter: "datum.noteRows > 0" },
    ],
    said: `${ends.join(" – ")}: ${label}`,
  };
}

/** From the plot to the last line of the notes of horizontal bars, px. */
const aboveRowsPx = { usual: 6, ofLines: 22 } as const;
/** A Vega expression: a note of them in lines. */
const inLinesOfRows = (text: string) => lines(wrapped(text, charactersIn(0.92)));
/** A Vega expression: what such notes take above the plot, px. */
export function rowNotesPx({ annotations, x }: Omit<RowNotesOptions, "format">): string {
  const notes = annotations.filter((each): each is Note => isNote(each));
  if (notes.length === 0) return "0";
  const taken = notes.map((note) => linesOfNote(noteOfRows(note, x).said));
  return `(${firstAboveRows(annotations)} + ${linePx} * (${taken.join(" + ")}))`;
}
const firstAboveRows = (annotations: readonly ChartAnnotation[]) =>
  annotations.some(isLine) ? aboveRowsPx.ofLines : aboveRowsPx.usual;
const linesOfNote = (said: string) => `length(split(${inLinesOfRows(JSON.stringify(said))}, '\\n'))`;

/**
 * Notes of horizontal bars: above them, a line or more each, behind the names of their bars; with a line between two bars for a break, and a shade
 * behind those of a stretch.
 */
export function rowNotes({ annotations, x, format = defaultFormat }: RowNotesOptions): Omit<NoteLayers, "axis"> {
  const notes = annotations.filter((each): each is Note => isNote(each));
  const each = notes.map((note) => ({ note, ...noteOfRows(note, x) }));
  const layers = each.map(({ note, rows, said }, index) => {
    const value = note.kind === "text" ? note.value : undefined;
    const figure = value === undefined ? "" : ` + ' ' + (${figureText(value, format)})`;
    const below = ["0", ...each.slice(index + 1).map((other) => linesOfNote(other.said))].join(" + ");
    const words = {
      transform: [
        ...rows,
        { calculate: inLinesOfRows(`${JSON.stringify(said)}${figure}`), as: "noteText" },
        {
          calculate: `-${firstAboveRows(annotations)} - ${linePx} * (${below} + length(split(datum.noteText, '\\n')) - 1)`,
          as: "noteY",
        },
      ],
      mark: { type: "text", align: "left", baseline: "line-bottom", lineBreak: "\n", lineHeight: linePx },
      encoding: {
        x: { value: { expr: `width + 2 - ${pictureWidth}` } },
        y: { value: { expr: "datum.noteY" } },
        text: { field: "noteText" },
        ...ofNoSeries,
      },
    };
    return { words, place: placeOnRows(note, x, rows) };
  });
  const placed = (kind: Note["kind"]) => layers.flatMap(({ place }) => (place?.kind === kind ? [place.layer] : []));
  return { behind: placed("shaded"), over: [...placed("break"), ...layers.map(({ words }) => words)] };
}

type RowNotesOptions = Pick<NoteLayersOptions, "annotations" | "x" | "format">;

/** What shows where it belongs: a line above the first bar after a break, and a shade from the first bar of a stretch to its last. */
function placeOnRows(note: Note, x: string, rows: readonly object[]) {
  if (note.kind === "text") return undefined;
  const middle = (period: string) => middleAlong("y", period);
  const layer = (transform: readonly object[], at: string, look: object) => ({
    kind: note.kind,
    layer: {
      transform: [...transform, { calculate: at, as: "noteRowY" }],
      mark: { type: "rule", strokeCap: "butt", ...look },
      encoding: { x: { value: 0 }, x2: { value: "width" }, y: { value: { expr: "datum.noteRowY" } }, ...ofNoSeries },
    },
  });
  const from = JSON.stringify(note.from);
  if (note.kind === "break") {
    const before = `domain('y')[${placeAlong("y", from)} - 1]`;
    return layer(rows, `(${middle(from)} + ${middle(before)}) / 2`, { strokeDash: [4, 3] });
  }
  const to = JSON.stringify(note.to);
  const at = `(${middle(from)} + ${middle(to)}) / 2`;
  return layer([...middleRow(note, { axis: "y", x, at }), ...firstRow("notePosition")], at, {
    strokeWidth: { expr: `abs(${middle(to)} - ${middle(from)}) + bandwidth('y') + 2` },
    opacity: 0.1,
    // Else a wide line is taken for as much longer as it is wide.
    clip: true,
  });
}

/** Notes are of no one of the bars that stand side by side. */
const ofNoSeries = { yOffset: { value: 0 } };

/** From a point to a line that goes down beside it, px. */
const besidePointsPx = 7;

/** Transforms that tell where the highest point of each period stands, px. */
const highestOfPeriod = (x: string, y: string) => [
  { calculate: `isValid(${datumField(y)}) ? scale('y', ${datumField(y)}) : height`, as: "pointAt" },
  { joinaggregate: [{ op: "min", field: "pointAt", as: "highestAt" }], groupby: [fieldReference(x)] },
];

interface Place {
  /** A Vega expression: px from the left of the plot. */
  readonly at: string;
  /** A Vega expression: whether the chart shows where it belongs. */
  readonly isPlaced: string;
  /** Transforms that leave the row that it is drawn for. */
  readonly row: readonly object[];
}

/** Vega expressions of a period, which is one too: its place along an axis, and the middle of that, px. */
const placeAlong = (axis: "x" | "y", period: string) => `indexof(domain('${axis}'), ${period})`;
const middleAlong = (axis: "x" | "y", period: string) => `(scale('${axis}', ${period}) + bandwidth('${axis}') / 2)`;
const positionOf = (period: string) => placeAlong("x", JSON.stringify(period));
const middleOf = (period: string) => middleAlong("x", JSON.stringify(period));

/**
 * Transforms that leave the first row of a stretch's period that is nearest to its middle, px: whatever is drawn there stands beside that.
 * @param axis that of the periods, whose field is `x`.
 */
function middleRow({ from, to }: ShadedAnnotation, { axis, x, at }: { axis: "x" | "y"; x: string; at: string }) {
  const place = (period: string) => placeAlong(axis, period);
  const [first, last] = [JSON.stringify(from), JSON.stringify(to)].map(place);
  const own = datumField(x);
  return [
    { filter: `${first} >= 0 && ${place(own)} >= ${first} && ${place(own)} <= ${last}` },
    { calculate: `abs(${middleAlong(axis, own)} - ${at})`, as: "noteAway" },
    { joinaggregate: [{ op: "min", field: "noteAway", as: "leastAway" }] },
    { filter: "datum.noteAway === datum.leastAway" },
  ];
}
/** Half of the way from one period to the next. */
const half = "(length(domain('x')) > 1 ? abs(scale('x', domain('x')[1]) - scale('x', domain('x')[0])) / 2 : width / 2)";
const startOf = ({ from }: ShadedAnnotation) => `max(0, ${middleOf(from)} - ${half})`;
const endOf = ({ to }: ShadedAnnotation) => `min(width, ${middleOf(to)} + ${half})`;

function placeOf(note: Note, x: string): Place {
  const rowOf = (period: string) => [{ filter: `${datumField(x)} === ${period}` }];
  if (note.kind === "text") {
    const period = note.at[x];
    if (period === undefined)
      throw new BriefingError([
        {
          code: "chart-annotation",
          severity: "error",
          message: `The annotation "${note.text}" does not say where along the bottom of the chart it stands.`,
          hint: `Say it by the field "${x}": at: { ${JSON.stringify(x)}: "…" }.`,
        },
      ]);
    return {
      at: middleOf(period),
      isPlaced: `${positionOf(period)} >= 0`,
      row: Object.entries(note.at).map(([field, value]) => ({
        filter: `${datumField(field)} === ${JSON.stringify(value)}`,
      })),
    };
  }
  if (note.kind === "break") {
    const before = `domain('x')[${positionOf(note.from)} - 1]`;
    return {
      at: `((${middleOf(note.from)} + scale('x', ${before}) + bandwidth('x') / 2) / 2)`,
      // Before the first period there is nothing to be unlike.
      isPlaced: `${positionOf(note.from)} > 0`,
      row: rowOf(JSON.stringify(note.from)),
    };
  }
  const at = `((${startOf(note)} + ${endOf(note)}) / 2)`;
  return {
    at,
    isPlaced: `${positionOf(note.from)} >= 0 && ${positionOf(note.to)} >= 0`,
    row: middleRow(note, { axis: "x", x, at }),
  };
}

/**
 * A stretch from half a step before its first period to half a step after its last: a wide line in its middle, for a bar would be
 * read as that of its row.
 */
const shade = (note: ShadedAnnotation, { at, isPlaced, row }: Place): object => ({
  transform: [...row, { filter: isPlaced }, ...firstRow("shadedPosition")],
  mark: {
    type: "rule",
    strokeCap: "butt",
    strokeWidth: { expr: `${endOf(note)} - ${startOf(note)}` },
    opacity: 0.1,
    // Else a wide line is taken for as much higher as it is wide, and the picture has empty room for that.
    clip: true,
  },
  encoding: { x: { value: { expr: at } }, y: { value: 0 }, y2: { value: "height" } },
});

/** The band, where there is one. */
export const bandOf = (annotations: readonly ChartAnnotation[]): BandAnnotation | undefined =>
  annotations.find((each): each is BandAnnotation => each.kind === "band");
