import type PDFDocument from "pdfkit";
import type { PdfPage, PdfReference } from "pdfkit";
import type { Color } from "../../stylesheet/index.ts";
import { identity, type Matrix } from "../geometry/matrix.ts";
import { fine, num } from "../objects/number.ts";
import { OperandWriter } from "../objects/operand-writer.ts";
import type { ContentTag } from "../tags/tag-node.ts";
import type { TagTree } from "../tags/tag-tree.ts";
import { addGradientMask, addGradientPattern, type Gradient, gradientAlpha } from "./canvas-gradient.ts";
import { pageSurface, type Surface } from "./canvas-surface.ts";

/** The content stream of one page, in pt from the top left corner, y downwards. */
export interface ContentStream {
  readonly page: PdfPage;
  /** From what is written to the page: both from the top left corner, y downwards. */
  readonly matrix: Matrix;
  /**
   * What follows is mapped to the page like this. Outside of `save` and `restore`, and never more than one saved state deep, however deep
   * boxes stand in boxes (ISO 19005-3, 6.1.13).
   */
  transform(matrix: Matrix): void;
  /** Appends operators as they are. Not for marked content, q, Q, colours and fonts, which it keeps track of. */
  write(operators: string): void;
  /** The same operand by operand, for those of which a page has many. Its lines are to be ended. */
  readonly operands: OperandWriter;
  /** What follows belongs to this element, or to none. Never call it inside a text object. */
  mark(tag: ContentTag): void;
  /** What follows, of whatever element, is a piece of content by itself: something else is read before it. */
  unmark(): void;
  save(): void;
  restore(): void;
  fillColor(color: Color): void;
  strokeColor(color: Color): void;
  /** Fills a path with a gradient. */
  fillGradient(gradient: Gradient, position: GradientPosition): void;
  font(name: string, reference: PdfReference, size: number): void;
  letterSpacing(value: number): void;
  /** What follows is this much more transparent than its colours say, 0 to 1. */
  opacity(value: number): void;
  /** Opacity and blend mode of what follows. */
  graphicsState(state: GraphicsState): void;
  /** What `draw` writes, as a stream of its own that is nowhere yet. Nothing in it may be marked. */
  apart(draw: () => void): Uint8Array;
  /** Closes what is open and hands the stream to the page. */
  end(): void;
}

interface GradientPosition {
  /** What the coordinates of the gradient are from. */
  readonly x: number;
  readonly y: number;
  readonly path: string;
  /** What it is drawn into; absent: the page. */
  readonly surface?: Surface | undefined;
}

interface GraphicsState {
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  /** A blend mode of ISO 32000-1, 11.3.5. */
  readonly blend: string;
}

/** Colours of a document as operands: borders and texts ask for theirs in turn. */
export type ColorOperands = Map<Color, string>;

/** Graphics states of a document, by what they say. */
export type GraphicsStates = Map<string, { readonly name: string; readonly reference: PdfReference }>;

export interface ContentStreamOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  readonly tags: TagTree;
  readonly states: GraphicsStates;
  readonly colors: ColorOperands;
}

interface Tracked {
  /** As operands, and the colour that was last asked for: mostly it is asked for again. */
  fill: string;
  stroke: string;
  fillOf: Color | undefined;
  strokeOf: Color | undefined;
  font: string;
  /** What was last asked for: mostly it is asked for again. */
  fontOf: PdfReference | undefined;
  sizeOf: number;
  spacing: string;
  spacingOf: number | undefined;
  /** The graphics state, and what it was made of: both alphas with the opacity around, and the blend mode. */
  state: string;
  shownAlpha: number;
  shownStrokeAlpha: number;
  shownBlend: string;
  alpha: number;
  strokeAlpha: number;
  blend: string;
}

const fresh: Tracked = {
  fill: "",
  stroke: "",
  fillOf: undefined,
  strokeOf: undefined,
  font: "",
  fontOf: undefined,
  sizeOf: 0,
  spacing: "0",
  spacingOf: 0,
  state: "1 1 Normal",
  shownAlpha: 1,
  shownStrokeAlpha: 1,
  shownBlend: "Normal",
  alpha: 1,
  strokeAlpha: 1,
  blend: "Normal",
};

const written = ({ red, green, blue }: Color) => `${fine(red)} ${fine(green)} ${fine(blue)}`;

export function createContentStream({ doc, page, tags, states, colors }: ContentStreamOptions): ContentStream {
  const operands = new OperandWriter();
  let stack: Tracked[] = [];
  let tracked: Tracked = { ...fresh };
  let open: ContentTag | undefined;
  let opacity = 1;
  let gradients = 0;
  let matrix = identity;
  /** Where the transformation begins that holds, and what is mapped by it. */
  let transformation = { start: 0, end: 0 };

  const write = (text: string) => void operands.operator(text);

  function operandsOf(color: Color): string {
    const known = colors.get(color) ?? written(color);
    colors.set(color, known);
    return known;
  }

  function mark(tag: ContentTag): void {
    if (open === tag) return;
    if (open !== undefined) write("EMC");
    open = tag;
    if (tag === "artifact") write("/Artifact <</Type /Layout>> BDC");
    else {
      const mcid = String(tags.content(tag, page));
      operands.text("/").text(tag.role).text(" <</MCID ").text(mcid).operator(">> BDC");
    }
  }

  function fillColor(value: Color): void {
    if (tracked.fillOf !== value) {
      tracked.fillOf = value;
      const color = operandsOf(value);
      if (tracked.fill !== color) operands.text(color).operator(" rg");
      tracked.fill = color;
    }
    setState(value.alpha, tracked.strokeAlpha, tracked.blend);
  }

  function strokeColor(value: Color): void {
    if (tracked.strokeOf !== value) {
      tracked.strokeOf = value;
      const color = operandsOf(value);
      if (tracked.stroke !== color) operands.text(color).operator(" RG");
      tracked.stroke = color;
    }
    setState(tracked.alpha, value.alpha, tracked.blend);
  }

  function setState(fillAlpha: number, strokeAlpha: number, blend: string): void {
    const ca = fillAlpha * opacity;
    const CA = strokeAlpha * opacity;
    tracked.alpha = fillAlpha;
    tracked.strokeAlpha = strokeAlpha;
    tracked.blend = blend;
    if (tracked.shownAlpha === ca && tracked.shownStrokeAlpha === CA && tracked.shownBlend === blend) return;
    tracked.shownAlpha = ca;
    tracked.shownStrokeAlpha = CA;
    tracked.shownBlend = blend;
    const key = `${fine(ca)} ${fine(CA)} ${blend}`;
    if (tracked.state === key) return;
    tracked.state = key;
    let state = states.get(key);
    if (!state) {
      const reference = doc.ref({ Type: "ExtGState", ca, CA, BM: blend });
      reference.end();
      state = { name: `G${states.size + 1}`, reference };
      states.set(key, state);
    }
    page.ext_gstates[state.name] = state.reference;
    write(`/${state.name} gs`);
  }

  function unmark(): void {
    if (open !== undefined) write("EMC");
    open = undefined;
  }

  function save(): void {
    stack.push({ ...tracked });
    write("q");
  }

  function restore(): void {
    tracked = stack.pop() ?? { ...fresh };
    write("Q");
  }

  /** Of a transformation that nothing was painted with, nothing stays. */
  function undo(): void {
    const isUnused = operands.length === transformation.end;
    restore();
    if (isUnused) operands.backTo(transformation.start);
  }

  return {
    page,
    get matrix() {
      return matrix;
    },
    transform(wanted) {
      if (wanted === matrix) return;
      unmark();
      if (matrix !== identity) undo();
      matrix = wanted;
      if (matrix === identity) return;
      const start = operands.length;
      save();
      for (const each of matrix) operands.fine(each);
      write("cm");
      transformation = { start, end: operands.length };
    },
    write,
    operands,
    mark,
    unmark,
    save,
    restore,
    fillColor,
    strokeColor,
    fillGradient(gradient, { x, y, path, surface = pageSurface(page, matrix) }) {
      gradients += 1;
      const pattern = { doc, page, matrix: [1, 0, 0, 1, x, y] as const, surface };
      addGradientPattern(gradient, { ...pattern, name: `L${gradients}` });
      const isMasked = addGradientMask(gradient, { ...pattern, name: `M${gradients}` });
      setState(gradientAlpha(gradient), tracked.strokeAlpha, tracked.blend);
      write(`q /Pattern cs /L${gradients} scn ${isMasked ? `/M${gradients} gs ` : ""}${path} f Q`);
    },
    opacity(value) {
      opacity = value;
    },
    font(name, reference, size) {
      if (tracked.fontOf === reference && tracked.sizeOf === size) return;
      tracked.fontOf = reference;
      tracked.sizeOf = size;
      const key = `/${name} ${num(size)} Tf`;
      if (tracked.font === key) return;
      tracked.font = key;
      page.fonts[name] = reference;
      write(key);
    },
    letterSpacing(value) {
      if (tracked.spacingOf === value) return;
      tracked.spacingOf = value;
      const key = num(value);
      if (tracked.spacing === key) return;
      tracked.spacing = key;
      write(`${key} Tc`);
    },
    graphicsState: ({ fillAlpha, strokeAlpha, blend }) => setState(fillAlpha, strokeAlpha, blend),
    apart(draw) {
      const outside = { stack, tracked, opacity };
      const start = operands.length;
      stack = [];
      // Of the state that it will start in, it knows nothing but that it is opaque.
      tracked = { ...fresh, spacing: "", spacingOf: undefined };
      opacity = 1;
      draw();
      // Without the end of its last line.
      const content = operands.bytes(start).slice(0, -1);
      operands.backTo(start);
      ({ stack, tracked, opacity } = outside);
      return content;
    },
    end() {
      unmark();
      page.content.write(operands.bytes());
    },
  };
}
