import type { EmbeddedFont } from "pdfkit";
import type { FontFace } from "../../fonts/index.ts";
import type { Color } from "../../stylesheet/index.ts";
import type { TextLine } from "../box/box.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import type { EmbeddedFonts } from "../canvas/embedded-fonts.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { initialStyle } from "../css/properties/index.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { hair } from "../geometry/tolerance.ts";
import type { LineFragment, TextRun } from "../layout/fragment.ts";
import { fine, num } from "../objects/number.ts";
import { utf16 } from "../objects/text-string.ts";
import type { TagTree } from "../tags/tag-tree.ts";
import { decorationMetrics } from "../text/decoration-metrics.ts";
import type { ShapedWord } from "../text/word-shaper.ts";
import type { OffPage } from "./off-page.ts";

export interface TextPainter {
  readonly stream: ContentStream;
  readonly fonts: EmbeddedFonts;
  readonly tags: TagTree;
  readonly placeholders: { glyphs: number };
  readonly pen: Pen;
  /** Told of each run that is content. */
  readonly offPage?: OffPage | undefined;
}

/** What words are shown with. */
export type WordPainter = Pick<TextPainter, "stream" | "fonts" | "pen">;

/** Where a line stands on the page: its left edge and its top. */
export interface LinePosition {
  readonly x: number;
  readonly y: number;
  /** Paint as decoration: a repeated table head. */
  readonly isArtifact: boolean;
  /** Read, and not seen (ISO 32000-1, 9.3.6: mode 3). */
  readonly isForTheEar: boolean;
}

/** Text straight into the stream: one text object a run of one element, real spaces between words. */
export function paintRuns(
  { runs, baseline }: Pick<LineFragment, "runs" | "baseline">,
  { x, y, isArtifact, isForTheEar }: LinePosition,
  painter: TextPainter,
): void {
  for (const run of runs) {
    const { item } = run;
    if (item.style.visibility === "hidden") continue;
    painter.stream.opacity(item.style.opacity);
    const { shift } = item;
    const position = {
      x: x + run.x + (shift?.x ?? 0),
      y: y + baseline - item.rise + (shift?.y ?? 0),
      ink: item.style.color,
    };
    if (item.style.textShadow.length > 0 && !isForTheEar) paintShadows(run, position, painter);
    painter.stream.mark(isArtifact ? "artifact" : item.tag);
    const isContent = !isArtifact && !isForTheEar && item.tag !== "artifact";
    if (isContent) painter.offPage?.note(run, position, painter.stream);
    if (isForTheEar) {
      paintUnseen(run, position, painter);
      continue;
    }
    if (item.lines.length > 0) paintLines(run, position, { painter, isUnder: true });
    painter.stream.fillColor(item.style.color);
    painter.stream.letterSpacing(item.style.letterSpacing);
    painter.stream.write("BT");
    const missing = paintWords(run, position, painter);
    painter.stream.write("ET");
    if (item.lines.length > 0) paintLines(run, position, { painter, isUnder: false });
    if (!isArtifact) painter.placeholders.glyphs += missing;
    // The note is painted at the foot of the page, and read here: what follows is content that comes after it.
    if (item.note?.tag && !isArtifact) {
      painter.stream.unmark();
      painter.tags.touch(item.note.tag);
    }
  }
}

/** Shadows are letters too, and read as nothing; the first lies on top. */
function paintShadows(run: TextRun, { x, y }: Position, painter: TextPainter): void {
  const { stream } = painter;
  const { style } = run.item;
  stream.mark("artifact");
  stream.letterSpacing(style.letterSpacing);
  for (const shadow of style.textShadow.toReversed()) {
    for (const { dx, dy, share } of blurred(shadow.blur)) {
      const ink = { ...shadow.color, alpha: shadow.color.alpha * share };
      stream.fillColor(ink);
      stream.write("/Span <</ActualText ()>> BDC BT");
      paintWords(run, { x: x + shadow.x + dx, y: y + shadow.y + dy, ink }, painter);
      stream.write("ET EMC");
    }
  }
}

/** What is blurred is laid several times beside itself: vectors know no blur. */
function blurred(blur: number): readonly { readonly dx: number; readonly dy: number; readonly share: number }[] {
  if (blur === 0) return [{ dx: 0, dy: 0, share: 1 }];
  const ring = Array.from({ length: 8 }, (_, index) => (index * Math.PI) / 4);
  const around = ring.map((angle) => ({
    dx: (Math.cos(angle) * blur) / 3,
    dy: (Math.sin(angle) * blur) / 3,
    share: 0.12,
  }));
  return [...around, { dx: 0, dy: 0, share: 0.2 }];
}

/** A run of text and where it stands. */
export interface PlacedRun extends Position {
  readonly run: TextRun;
}

/** Makes letters the clipping path, all of them together (ISO 32000-1, 9.3.6: mode 7). They read as nothing. */
export function clipToRuns(runs: readonly PlacedRun[], painter: WordPainter): void {
  const { stream } = painter;
  stream.write("/Span <</ActualText ()>> BDC BT 7 Tr");
  for (const { run, x, y } of runs) {
    stream.letterSpacing(run.item.style.letterSpacing);
    paintWords(run, { x, y }, painter);
  }
  stream.write("ET EMC");
}

function paintUnseen(run: TextRun, { x, y }: Position, painter: TextPainter): void {
  painter.stream.letterSpacing(run.item.style.letterSpacing);
  painter.stream.write("BT 3 Tr");
  paintWords(run, { x, y }, painter);
  painter.stream.write("0 Tr ET");
}

interface Position {
  readonly x: number;
  readonly y: number;
}

interface InkedPosition extends Position {
  /** What the letters are filled with. Absent: they are not. */
  readonly ink?: Color;
}

/** Gives the number of characters in it that no font has. */
function paintWords(run: TextRun, position: InkedPosition, painter: WordPainter): number {
  const { stream, pen } = painter;
  const { fontSize } = run.item.style;
  moveTo(position.x, position.y, stream);
  pen.begin(run, position);
  const read = readAs(run);
  if (read !== undefined) stream.write(`/Span <</ActualText ${utf16(read)}>> BDC`);
  if (run.words[0]?.isRightToLeft) {
    // Shown in the order of the eye, the last letter first (ISO 32000-1, 14.8.2.3.3).
    stream.write("/ReversedChars BMC");
    for (const word of run.words.toReversed()) addWord(word, painter);
    show(pen, stream);
    stream.write("EMC");
  } else for (const word of run.words) addWord(word, painter);
  const { missing } = pen;
  if (read !== undefined) {
    show(pen, stream);
    stream.write("EMC");
  }
  if (run.hyphen) {
    // The hyphen is layout's, not the text's: it reads as the soft hyphen that it stands for.
    show(pen, stream);
    stream.write("/Span <</ActualText <FEFF00AD>>> BDC");
    addWord(run.hyphen, painter);
    show(pen, stream);
    stream.write("EMC");
  }
  show(pen, stream);
  if (pen.marks) paintMarks(pen.marks, fontSize, stream);
  if (pen.isHeavier) stream.write("0 Tr");
  return missing;
}

/** What the letters of a run stand for, of an item that a line may have divided; undefined: themselves. */
function readAs({ item, words }: TextRun): string | undefined {
  if (item.reads === undefined) return undefined;
  const text = words.map((word) => word.text).join("");
  if (text === item.text) return item.reads;
  const at = item.text.indexOf(text);
  // Some capitals stand for one letter by two: of a part of these, the letters are those of the capitals.
  return item.reads.length === item.text.length && at >= 0
    ? item.reads.slice(at, at + text.length)
    : text.toLocaleLowerCase(item.lang || undefined);
}

/** Letters stand from here on, as they stand on paper. */
const moveTo = (x: number, y: number, { operands }: ContentStream): void =>
  void operands
    .text("1 0 0 -1 ")
    .fine(x + hair)
    .fine(y + hair)
    .operator("Tm");

/** Where the next word of a run goes, and in what. Runs take turns with one: a page has hundreds. */
export class Pen {
  x = 0;
  y = 0;
  style: ComputedStyle = initialStyle;
  /** What each space has more than its own width, pt. */
  spaceExtra = 0;
  /** What follows a space, as an operand. */
  space = "";
  ink: Color | undefined;
  font: EmbeddedFont | undefined;
  /** A string of letters is begun in the stream. */
  isShowing = false;
  marks: PlacedMark[] | undefined;
  missing = 0;
  /** The weight or the slant that the style asks for, and the face does not have. */
  isHeavier = false;
  isSlanted = false;

  begin({ item: { style }, spaceExtra }: TextRun, { x, y, ink }: InkedPosition): void {
    this.x = x;
    this.y = y;
    this.style = style;
    this.spaceExtra = spaceExtra;
    // TJ counts in thousandths of the font size, and to the left.
    this.space = spaceExtra === 0 ? "" : num((-spaceExtra * 1000) / style.fontSize);
    this.ink = ink;
    this.font = undefined;
    this.isShowing = false;
    this.marks = undefined;
    this.missing = 0;
    this.isHeavier = false;
    this.isSlanted = false;
  }
}

function add(letters: string, pen: Pen, { operands }: ContentStream): void {
  if (!pen.isShowing) operands.text("[");
  pen.isShowing = true;
  operands.text(letters);
}

/** Shows what is begun, so that other operators may follow. */
function show(pen: Pen, stream: ContentStream): void {
  if (pen.isShowing) stream.write("] TJ");
  pen.isShowing = false;
}

function addWord(word: ShapedWord, { stream, fonts, pen }: WordPainter): void {
  const { fontSize, letterSpacing } = pen.style;
  for (const part of fonts.encode(word, fontSize)) {
    synthesize(part.face, pen, stream);
    if (part.font !== pen.font) {
      show(pen, stream);
      pen.font = part.font;
      stream.font(part.font.id, part.font.ref(), fontSize);
    }
    add(part.operands, pen, stream);
    for (const mark of part.marks) {
      const x = pen.x + mark.x * fontSize + mark.index * letterSpacing;
      pen.marks ??= [];
      pen.marks.push({ font: part.font, code: mark.code, x, y: pen.y - mark.y * fontSize });
    }
    pen.x += part.advance * fontSize + part.glyphCount * letterSpacing;
  }
  pen.missing += word.missing.length;
  if (!word.isSpace) return;
  if (pen.space !== "") add(pen.space, pen, stream);
  pen.x += pen.spaceExtra;
}

/** From here on a weight is bold: where a face has less, it is made so (CSS Fonts 4, 7.1). */
const boldWeight = 600;

/** The tangent of 14 degrees, which italics lean by. */
const slant = 0.25;

/** Letters of a face that is not as heavy or as slanted as the style asks: drawn with an outline, and leaning. */
function synthesize(
  { weight, lastWeight = weight, style: faceStyle }: FontFace,
  pen: Pen,
  stream: ContentStream,
): void {
  const { fontWeight, fontStyle, fontSize } = pen.style;
  const isHeavier = pen.ink !== undefined && fontWeight >= boldWeight && lastWeight < boldWeight;
  const isSlanted = fontStyle !== "normal" && faceStyle === "normal";
  if (isHeavier === pen.isHeavier && isSlanted === pen.isSlanted) return;
  show(pen, stream);
  if (isSlanted !== pen.isSlanted)
    stream.write(`1 0 ${isSlanted ? slant : 0} -1 ${fine(pen.x + hair)} ${fine(pen.y + hair)} Tm`);
  if (isHeavier !== pen.isHeavier) {
    if (isHeavier && pen.ink) stream.strokeColor(pen.ink);
    stream.write(isHeavier ? `${num(outlineOf(fontSize))} w 2 Tr` : "0 Tr");
  }
  pen.isHeavier = isHeavier;
  pen.isSlanted = isSlanted;
}

/** Browsers make small letters heavier than large ones: by a 24th of 9 px, a 32nd of 36 px and more. */
function outlineOf(fontSize: number): number {
  const share = Math.min(1, Math.max(0, (fontSize - 6.75) / (27 - 6.75)));
  return fontSize * (1 / 24 + share * (1 / 32 - 1 / 24));
}

interface PlacedMark extends Position {
  readonly font: EmbeddedFont;
  readonly code: string;
}

/**
 * Marks over letters that have said them: they read as nothing. Among the letters, their moves to and fro would look like
 * spaces to programs that read the text.
 */
function paintMarks(marks: readonly PlacedMark[], fontSize: number, stream: ContentStream): void {
  stream.write("/Span <</ActualText ()>> BDC");
  for (const { font, code, x, y } of marks) {
    stream.font(font.id, font.ref(), fontSize);
    stream.write(`1 0 0 -1 ${fine(x + hair)} ${fine(y + hair)} Tm <${code}> Tj`);
  }
  stream.write("EMC");
}

interface LinesOptions {
  readonly painter: TextPainter;
  /** Underlines lie under the text, lines through it above. */
  readonly isUnder: boolean;
}

function paintLines(run: TextRun, { x, y }: Position, { painter, isUnder }: LinesOptions): void {
  for (const line of run.item.lines) {
    if ((line.kind === "line-through") === isUnder) continue;
    const usual = decorationMetrics(line.kind, run.item.style.fontSize);
    const { offset = usual.offset, thickness = usual.thickness } = line;
    const width = run.width - trailingSpace(run);
    if (width > 0) paintDecoration(painter.stream, { x, y: y + offset, width, height: thickness }, line);
  }
}

/** A line under, over or through text, in the style that it asks for. */
function paintDecoration(stream: ContentStream, area: Rectangle, { style, color }: TextLine): void {
  const { x, y, width, height } = area;
  if (style === "solid") fillRectangle(stream, area, color);
  else if (style === "double") {
    fillRectangle(stream, area, color);
    fillRectangle(stream, { ...area, y: y + 2 * height }, color);
  } else {
    stream.save();
    stream.strokeColor(color);
    const middle = y + height / 2;
    const dash =
      style === "dotted"
        ? `[0 ${num(2 * height)}] 0 d 1 J `
        : style === "dashed"
          ? `[${num(3 * height)} ${num(2 * height)}] 0 d `
          : "";
    const path =
      style === "wavy"
        ? wave(x, middle, { width, height })
        : `${num(x)} ${num(middle)} m ${num(x + width)} ${num(middle)} l`;
    stream.write(`${num(height)} w ${dash}${path} S`);
    stream.restore();
  }
}

/** As far up as down, in steps of a few times its thickness. */
function wave(x: number, y: number, { width, height }: { readonly width: number; readonly height: number }): string {
  const count = Math.max(1, Math.round(width / (3 * height)));
  const step = width / count;
  const parts = [`${num(x)} ${num(y)} m`];
  for (let index = 0; index < count; index += 1) {
    const [from, to] = [x + index * step, x + (index + 1) * step];
    const top = num(y + (index % 2 === 0 ? -1 : 1) * 2 * height);
    parts.push(`${num(from + step / 3)} ${top} ${num(to - step / 3)} ${top} ${num(to)} ${num(y)} c`);
  }
  return parts.join(" ");
}

/** A space that hangs at the end of a line is not underlined. */
function trailingSpace(run: TextRun): number {
  const last = run.words[0]?.isRightToLeft ? undefined : run.words.at(-1);
  return last?.isSpace && run.words.length > 1 && run.spaceExtra === 0 ? last.advance * run.item.style.fontSize : 0;
}

export function fillRectangle(stream: ContentStream, { x, y, width, height }: Rectangle, color: Color): void {
  stream.fillColor(color);
  stream.operands.num(x).num(y).num(width).num(height).operator("re f");
}
