import type PDFDocument from "pdfkit";
import { black, type Color, white } from "../css/color.ts";
import { apply, identity, inverse, keepsShape, type Matrix, multiply, scaleOf } from "../geometry/matrix.ts";
import { fine, num } from "../objects/number.ts";
import type { ShapedWord, TextFont, WordShaper } from "../text/word-shaper.ts";
import type { CanvasFont, CanvasValues } from "./canvas-font.ts";
import {
  addGradientMask,
  addGradientPattern,
  type CanvasGradient,
  createCanvasGradient,
  gradientAlpha,
} from "./canvas-gradient.ts";
import { createGroup, createMaskState } from "./canvas-group.ts";
import { createCanvasPath, isInside } from "./canvas-path.ts";
import { innerSurface, pageSurface, type Surface } from "./canvas-surface.ts";
import { addTilePattern, type CanvasTile } from "./canvas-tile.ts";
import type { ContentStream } from "./content-stream.ts";
import type { DrawingCanvas, LayerOptions, TileArea, WordPosition } from "./drawing-canvas.ts";
import type { EmbeddedFonts } from "./embedded-fonts.ts";
import type { EllipseArguments, FillRule, PdfGradient, PdfPattern } from "./pdf-canvas.ts";

export interface PdfCanvasOptions {
  readonly doc: PDFDocument;
  readonly stream: ContentStream;
  readonly fonts: EmbeddedFonts;
  readonly shaper: WordShaper;
  readonly values: CanvasValues;
  /** From the drawing's px to the page's pt. */
  readonly matrix: Matrix;
  /** A raster for `drawImage`, under the name to draw it by; undefined if it is none that PDF can hold. */
  image(source: unknown): { readonly name: string; readonly width: number; readonly height: number } | undefined;
  /** A character that no font has. */
  missingGlyph(character: string, text: string): void;
  /** A name for a new pattern. */
  patternName(): string;
}

type Paint = string | CanvasGradient | CanvasTile;

/** What `save()` keeps, the names being the canvas's own. */
interface State {
  matrix: Matrix;
  fillStyle: Paint;
  strokeStyle: Paint;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDash: readonly number[];
  lineDashOffset: number;
  globalAlpha: number;
  globalCompositeOperation: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  /** Clips since the save before: as many `Q` undo them. */
  clips: number;
}

/** Blend modes that both have (Compositing 1, 10; ISO 32000-1, 11.3.5). Others draw over, as `source-over` does. */
const blendModes: Readonly<Record<string, string>> = {
  multiply: "Multiply",
  screen: "Screen",
  overlay: "Overlay",
  darken: "Darken",
  lighten: "Lighten",
  "color-dodge": "ColorDodge",
  "color-burn": "ColorBurn",
  "hard-light": "HardLight",
  "soft-light": "SoftLight",
  difference: "Difference",
  exclusion: "Exclusion",
  hue: "Hue",
  saturation: "Saturation",
  color: "Color",
  luminosity: "Luminosity",
};

const caps: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const joins: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

/** Where a baseline lies below the point that text is placed at, in em of the font's ascent and descent. */
const baselines: Readonly<Record<string, (font: TextFont) => number>> = {
  alphabetic: () => 0,
  ideographic: (font) => -font.descent,
  bottom: (font) => -font.descent,
  middle: (font) => (font.ascent - font.descent) / 2,
  hanging: (font) => font.ascent * 0.8,
  top: (font) => font.ascent,
};

const alignments: Readonly<Record<string, number>> = { left: 0, start: 0, center: 0.5, right: 1, end: 1 };

/**
 * A CanvasRenderingContext2D that writes PDF: the subset that charts draw with. Shapes become vectors, text stays text
 * in the document's fonts. Points are mapped to the page as they come, so `save` and `restore` cost nothing there but
 * to undo a clip.
 */
export function createPdfCanvas(options: PdfCanvasOptions): { readonly context: DrawingCanvas; end(): void } {
  const { doc, stream, fonts, shaper, values } = options;
  const path = createCanvasPath();
  const stack: State[] = [];
  const initialFont = values.font("10px sans-serif") as CanvasFont;
  const initial: State = {
    matrix: options.matrix,
    fillStyle: "#000000",
    strokeStyle: "#000000",
    lineWidth: 1,
    lineCap: "butt",
    lineJoin: "miter",
    miterLimit: 10,
    lineDash: [],
    lineDashOffset: 0,
    globalAlpha: 1,
    globalCompositeOperation: "source-over",
    font: "10px sans-serif",
    textAlign: "start",
    textBaseline: "alphabetic",
    clips: 0,
  };
  let state = { ...initial };
  let surface = pageSurface(stream.page);
  /** What the drawing's own transformations come after. */
  let base = options.matrix;
  let lineState = "";
  /** Renderers clear a canvas before they draw: nothing is there to cover then. */
  let isPainted = false;

  function compose(matrix: Matrix): void {
    state.matrix = multiply(state.matrix, matrix);
  }
  const fontOf = () => values.font(state.font) ?? initialFont;

  function applyPaint(paint: Paint, use: "fill" | "stroke"): void {
    isPainted = true;
    const color: Color = typeof paint === "string" ? (values.color(paint) ?? black) : black;
    if (isPattern(paint)) applyPattern(paint, use);
    else if (use === "fill") stream.fillColor({ ...color, alpha: 1 });
    else stream.strokeColor({ ...color, alpha: 1 });
    const own = typeof paint === "string" ? color.alpha : "stops" in paint ? gradientAlpha(paint) : 1;
    const alpha = own * state.globalAlpha;
    const blend = blendModes[state.globalCompositeOperation] ?? "Normal";
    stream.graphicsState({ fillAlpha: use === "fill" ? alpha : 1, strokeAlpha: use === "stroke" ? alpha : 1, blend });
  }

  function applyPattern(paint: CanvasGradient | CanvasTile, use: "fill" | "stroke"): void {
    const name = options.patternName();
    const pattern = { doc, page: stream.page, matrix: state.matrix, surface };
    const isGradient = "stops" in paint;
    if (isGradient) addGradientPattern(paint, { ...pattern, name });
    else addTilePattern(paint, { ...pattern, matrix: multiply(surface.toPatterns, state.matrix), name });
    const isMasked = isGradient && addGradientMask(paint, { ...pattern, name: `${name}M` });
    // The stream forgets the colour it knew: a pattern took its place.
    stream.save();
    stream.write(use === "fill" ? `/Pattern cs /${name} scn` : `/Pattern CS /${name} SCN`);
    if (isMasked) stream.write(`/${name}M gs`);
  }

  const endPaint = (paint: Paint) => {
    if (isPattern(paint)) stream.restore();
  };

  function applyLine(scale = scaleOf(state.matrix)): void {
    const dash = state.lineDash.map((length) => num(length * scale)).join(" ");
    const line = [
      `${num(state.lineWidth * scale)} w`,
      `${caps[state.lineCap] ?? 0} J`,
      `${joins[state.lineJoin] ?? 0} j`,
      `${num(state.miterLimit)} M`,
      `[${dash}] ${num(state.lineDashOffset * scale)} d`,
    ].join(" ");
    if (line !== lineState) stream.write(line);
    lineState = line;
  }

  function fill(rule: FillRule = "nonzero"): void {
    if (path.isEmpty) return;
    applyPaint(state.fillStyle, "fill");
    stream.write(`${path.operators()} ${rule === "evenodd" ? "f*" : "f"}`);
    endPaint(state.fillStyle);
  }

  function stroke(): void {
    if (path.isEmpty || state.lineWidth <= 0) return;
    const scale = scaleOf(state.matrix);
    if (keepsShape(state.matrix)) {
      applyPaint(state.strokeStyle, "stroke");
      applyLine(scale);
      stream.write(`${path.operators()} S`);
    } else {
      // A pen that is not round on paper: the path goes back to where it is.
      const pen = state.matrix.map((value) => value / scale) as unknown as Matrix;
      const back = scale > 0 ? inverse(pen) : undefined;
      if (!back) return;
      applyPaint(state.strokeStyle, "stroke");
      stream.save();
      lineState = "";
      applyLine(scale);
      stream.write(`${pen.map(fine).join(" ")} cm ${path.operators(back)} S`);
      stream.restore();
      lineState = "";
    }
    if (typeof state.strokeStyle !== "string") lineState = "";
    endPaint(state.strokeStyle);
  }

  function clip(rule: FillRule = "nonzero"): void {
    stream.save();
    state.clips += 1;
    const shape = path.isEmpty ? "0 0 0 0 re" : path.operators();
    stream.write(`${shape} ${rule === "evenodd" ? "W*" : "W"} n`);
  }

  function restore(): void {
    const saved = stack.pop();
    if (!saved) return;
    for (let count = state.clips; count > 0; count -= 1) stream.restore();
    if (state.clips > 0) lineState = "";
    state = saved;
  }

  /** Rectangles draw at once and leave the current path alone. */
  function rectangle(x: number, y: number, width: number, height: number): string {
    const corners = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ] as const;
    const points = corners.map(([px, py]) => apply(state.matrix, px, py).map(num).join(" "));
    return `${points[0]} m ${points[1]} l ${points[2]} l ${points[3]} l h`;
  }

  function addRectangle(x: number, y: number, width: number, height: number): void {
    path.moveTo(state.matrix, x, y);
    path.lineTo(state.matrix, x + width, y);
    path.lineTo(state.matrix, x + width, y + height);
    path.lineTo(state.matrix, x, y + height);
    path.close();
  }

  function drawText(text: string, { x, y, maxWidth, mode }: TextPosition): void {
    if (text === "") return;
    const canvasFont = fontOf();
    const font = shaper.fontOf(canvasFont.style);
    const line = font.line(text.replaceAll(/[\t\n\f\r]/g, " "));
    const width = line.advance * canvasFont.sizePx;
    const squeeze = maxWidth !== undefined && width > maxWidth && width > 0 ? maxWidth / width : 1;
    const left = x - (alignments[state.textAlign] ?? 0) * width * squeeze;
    const base = y + (baselines[state.textBaseline] ?? (() => 0))(font) * canvasFont.sizePx;
    for (const piece of line.pieces) {
      for (const character of piece.word.missing) options.missingGlyph(character, text);
      const start = left + piece.x * canvasFont.sizePx * squeeze;
      showWord(piece.word, { x: start, y: base, sizePx: canvasFont.sizePx, mode, squeeze });
    }
  }

  function showWord(
    word: ShapedWord,
    { x, y, sizePx, mode, squeeze = 1, rotation = 0, letterSpacing = 0 }: WordPosition,
  ): void {
    const paint = mode === "fill" ? state.fillStyle : state.strokeStyle;
    applyPaint(paint, mode);
    if (mode === "stroke") applyLine();
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const turned = multiply([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]);
    const upright = multiply(multiply(state.matrix, turned), [squeeze, 0, 0, -1, 0, 0]);
    const textMatrix = ([a, b, c, d, e, f]: Matrix) => `${[a, b, c, d].map(fine).join(" ")} ${num(e)} ${num(f)} Tm`;
    stream.letterSpacing(letterSpacing);
    stream.write(`BT ${mode === "stroke" ? "1 Tr " : ""}${textMatrix(upright)}`);
    // Shown in the order of the eye, the last letter first (ISO 32000-1, 14.8.2.3.3).
    if (word.isRightToLeft) stream.write("/ReversedChars BMC");
    const marks: (() => void)[] = [];
    let pen = 0;
    for (const run of fonts.encode(word, sizePx)) {
      stream.font(run.font.id, run.font.ref(), sizePx);
      stream.write(`[${run.operands}] TJ`);
      for (const mark of run.marks) {
        const x = pen + mark.x * sizePx + mark.index * letterSpacing;
        const position = textMatrix(multiply(upright, [1, 0, 0, 1, x, mark.y * sizePx]));
        marks.push(() => {
          stream.font(run.font.id, run.font.ref(), sizePx);
          stream.write(`${position} <${mark.code}> Tj`);
        });
      }
      pen += run.advance * sizePx + run.glyphCount * letterSpacing;
    }
    if (word.isRightToLeft) stream.write("EMC");
    if (marks.length > 0) {
      // The letters under them have said them.
      stream.write("/Span <</ActualText ()>> BDC");
      for (const paintMark of marks) paintMark();
      stream.write("EMC");
    }
    stream.write(mode === "stroke" ? "0 Tr ET" : "ET");
    if (mode === "stroke" && typeof paint !== "string") lineState = "";
    endPaint(paint);
  }

  /** Runs `draw` into a stream of its own, with a fresh state at this matrix. */
  function drawApart(
    draw: () => void,
    inside: { readonly base: Matrix; readonly matrix: Matrix; readonly surface: Surface },
  ): Uint8Array {
    const outside = { base, state, surface, lineState };
    state = { ...initial, matrix: inside.matrix };
    ({ base, surface } = inside);
    lineState = "";
    const content = stream.apart(draw);
    ({ base, state, surface, lineState } = outside);
    return content;
  }

  function layer(draw: () => void, { alpha, mask }: LayerOptions): void {
    isPainted = true;
    const inside = { base, matrix: state.matrix, surface: innerSurface(surface) };
    const group = (content: () => void) => createGroup(drawApart(content, inside), { doc, page: stream.page, surface });
    const name = options.patternName();
    stream.page.xobjects[name] = group(draw);
    stream.save();
    if (mask) {
      stream.page.ext_gstates[`${name}M`] = createMaskState(group(mask.draw), mask.kind, doc);
      stream.write(`/${name}M gs`);
    }
    const blend = blendModes[state.globalCompositeOperation] ?? "Normal";
    stream.graphicsState({ fillAlpha: alpha, strokeAlpha: alpha, blend });
    stream.write(`/${name} Do`);
    stream.restore();
  }

  function createTile(area: TileArea, matrix: Matrix, draw: () => void): CanvasTile {
    const scale = scaleOf(multiply(state.matrix, matrix)) || 1;
    const [left, top] = [area.x * scale, area.y * scale];
    const own: Matrix = [scale, 0, 0, scale, 0, 0];
    const content = drawApart(draw, {
      base: own,
      matrix: own,
      surface: { toPatterns: identity, area: [left, top, left + area.width * scale, top + area.height * scale] },
    });
    return { kind: "tile", ...area, content, scale, matrix };
  }

  function drawImage(source: unknown, ...numbers: readonly number[]): void {
    const image = options.image(source);
    if (!image) return;
    isPainted = true;
    // Nine arguments name a part of the source first (HTML 4.12.5.1.14): the whole is drawn behind a clip.
    const [sx, sy, sw, sh, x = 0, y = 0, width = image.width, height = image.height] =
      numbers.length >= 8 ? numbers : [0, 0, image.width, image.height, ...numbers];
    if (!sw || !sh) return;
    const [scaleX, scaleY] = [width / sw, height / sh];
    stream.save();
    stream.graphicsState({
      fillAlpha: state.globalAlpha,
      strokeAlpha: 1,
      blend: blendModes[state.globalCompositeOperation] ?? "Normal",
    });
    if (numbers.length >= 8) stream.write(`${rectangle(x, y, width, height)} W n`);
    const whole: Matrix = [
      image.width * scaleX,
      0,
      0,
      -image.height * scaleY,
      x - (sx ?? 0) * scaleX,
      y - (sy ?? 0) * scaleY + image.height * scaleY,
    ];
    stream.write(`${multiply(state.matrix, whole).map(fine).join(" ")} cm /${image.name} Do`);
    stream.restore();
  }

  const arc = (values5: readonly [number, number, number, number, number], anticlockwise = false) => {
    const [x, y, radius, start, end] = values5;
    path.ellipse(state.matrix, { x, y, radiusX: radius, radiusY: radius, rotation: 0, start, end, anticlockwise });
  };

  function save(): void {
    stack.push({ ...state });
    state.clips = 0;
  }

  /** Undoes what the drawing left open. */
  function end(): void {
    while (stack.length > 0) restore();
    for (; state.clips > 0; state.clips -= 1) stream.restore();
  }

  const context: DrawingCanvas = {
    save,
    restore,
    translate: (x: number, y: number) => compose([1, 0, 0, 1, x, y]),
    scale: (x: number, y: number) => compose([x, 0, 0, y, 0, 0]),
    rotate: (angle: number) => compose([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]),
    transform: (...matrix: [number, number, number, number, number, number]) => compose(matrix),
    /** Replaces the drawing's own transformation, not its place on the page. */
    setTransform(...matrix: [] | [number, number, number, number, number, number]) {
      state.matrix = matrix.length === 6 ? multiply(base, matrix) : base;
    },
    resetTransform() {
      state.matrix = base;
    },

    beginPath: () => path.begin(),
    closePath: () => path.close(),
    moveTo: (x: number, y: number) => path.moveTo(state.matrix, x, y),
    lineTo: (x: number, y: number) => path.lineTo(state.matrix, x, y),
    bezierCurveTo: (...points: [number, number, number, number, number, number]) => path.curveTo(state.matrix, points),
    quadraticCurveTo: (...points: [number, number, number, number]) => path.quadraticTo(state.matrix, points),
    arc: (x: number, y: number, radius: number, start: number, end: number, anticlockwise?: boolean) =>
      arc([x, y, radius, start, end], anticlockwise),
    arcTo: (x1: number, y1: number, x2: number, y2: number, radius: number) =>
      path.arcTo(state.matrix, [x1, y1, x2, y2], radius),
    ellipse: (...[x, y, radiusX, radiusY, rotation, start, end, anticlockwise = false]: EllipseArguments) =>
      path.ellipse(state.matrix, { x, y, radiusX, radiusY, rotation, start, end, anticlockwise }),
    rect: addRectangle,

    fill,
    stroke,
    clip,
    isPointInPath: (x: number, y: number, rule: FillRule = "nonzero") =>
      isInside(path.segments, apply(base, x, y), rule),
    fillRect(x: number, y: number, width: number, height: number) {
      applyPaint(state.fillStyle, "fill");
      stream.write(`${rectangle(x, y, width, height)} f`);
      endPaint(state.fillStyle);
    },
    strokeRect(x: number, y: number, width: number, height: number) {
      applyPaint(state.strokeStyle, "stroke");
      applyLine();
      stream.write(`${rectangle(x, y, width, height)} S`);
      endPaint(state.strokeStyle);
    },
    /** Paper has no transparent ink to go back to: what was drawn there is covered with white. */
    clearRect(x: number, y: number, width: number, height: number) {
      if (!isPainted) return;
      stream.fillColor(white);
      stream.graphicsState({ fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
      stream.write(`${rectangle(x, y, width, height)} f`);
    },

    fillText: (text: string, x: number, y: number, maxWidth?: number) =>
      drawText(text, { x, y, maxWidth, mode: "fill" }),
    strokeText: (text: string, x: number, y: number, maxWidth?: number) =>
      drawText(text, { x, y, maxWidth, mode: "stroke" }),
    measureText(text: string) {
      const canvasFont = fontOf();
      const font = shaper.fontOf(canvasFont.style);
      const [ascent, descent] = [font.ascent * canvasFont.sizePx, font.descent * canvasFont.sizePx];
      return {
        width: font.line(text).advance * canvasFont.sizePx,
        actualBoundingBoxAscent: ascent,
        actualBoundingBoxDescent: descent,
        fontBoundingBoxAscent: ascent,
        fontBoundingBoxDescent: descent,
      };
    },
    drawImage,
    showWord,
    layer,
    createTile,
    createGradient: (gradient) => ({ ...gradient, addColorStop: () => {} }),
    createLinearGradient: (...coordinates: [number, number, number, number]) =>
      createCanvasGradient(coordinates, values.color),
    createRadialGradient: (...coordinates: [number, number, number, number, number, number]) =>
      createCanvasGradient(coordinates, values.color),
    setLineDash(dash: readonly number[]) {
      // An odd list counts twice (HTML 4.12.5.1.3); a negative one, or all zeros, is none.
      const isUsable =
        dash.every((length) => Number.isFinite(length) && length >= 0) && dash.some((length) => length > 0);
      state.lineDash = !isUsable ? [] : dash.length % 2 === 1 ? [...dash, ...dash] : [...dash];
    },
    getLineDash: () => [...state.lineDash],

    get fillStyle() {
      return state.fillStyle;
    },
    set fillStyle(value: string | PdfGradient | PdfPattern) {
      if (isPaint(value, values)) state.fillStyle = value;
    },
    get strokeStyle() {
      return state.strokeStyle;
    },
    set strokeStyle(value: string | PdfGradient | PdfPattern) {
      if (isPaint(value, values)) state.strokeStyle = value;
    },
    get lineWidth() {
      return state.lineWidth;
    },
    set lineWidth(value: number) {
      if (value > 0) state.lineWidth = value;
    },
    get lineCap() {
      return state.lineCap;
    },
    set lineCap(value: string) {
      if (value in caps) state.lineCap = value;
    },
    get lineJoin() {
      return state.lineJoin;
    },
    set lineJoin(value: string) {
      if (value in joins) state.lineJoin = value;
    },
    get miterLimit() {
      return state.miterLimit;
    },
    set miterLimit(value: number) {
      if (value > 0) state.miterLimit = value;
    },
    get lineDashOffset() {
      return state.lineDashOffset;
    },
    set lineDashOffset(value: number) {
      if (Number.isFinite(value)) state.lineDashOffset = value;
    },
    get globalAlpha() {
      return state.globalAlpha;
    },
    set globalAlpha(value: number) {
      if (value >= 0 && value <= 1) state.globalAlpha = value;
    },
    get globalCompositeOperation() {
      return state.globalCompositeOperation;
    },
    set globalCompositeOperation(value: string) {
      state.globalCompositeOperation = value;
    },
    get font() {
      return state.font;
    },
    set font(value: string) {
      if (values.font(value)) state.font = value;
    },
    get textAlign() {
      return state.textAlign;
    },
    set textAlign(value: string) {
      if (value in alignments) state.textAlign = value;
    },
    get textBaseline() {
      return state.textBaseline;
    },
    set textBaseline(value: string) {
      if (value in baselines) state.textBaseline = value;
    },
  };

  return { context, end };
}

interface TextPosition {
  readonly x: number;
  readonly y: number;
  readonly maxWidth: number | undefined;
  readonly mode: "fill" | "stroke";
}

/** A canvas ignores a colour that it cannot parse. */
const isPaint = (value: unknown, values: CanvasValues): value is Paint =>
  typeof value === "string"
    ? values.color(value) !== undefined
    : typeof value === "object" && value !== null && ("stops" in value || "content" in value);

/** What takes a pattern of its own: a gradient without stops paints black, and a colour itself. */
const isPattern = (paint: Paint): paint is CanvasGradient | CanvasTile =>
  typeof paint !== "string" && !("stops" in paint && paint.stops.length === 0);
