import type { PdfCanvas } from "../canvas/pdf-canvas.ts";
import type { PdfDrawing } from "../canvas/pdf-image.ts";
import { type DomElement, elementsIn, textOf } from "../dom/dom-node.ts";

const typeOf = ({ attributes }: DomElement) => (attributes.type ?? "text").trim().toLowerCase();

/** Inputs whose value is nothing to read. */
const wordless: ReadonlySet<string> = new Set(["checkbox", "radio", "file", "hidden", "color", "range"]);

/** Inputs that say what is wanted of them while they are empty. */
const asking: ReadonlySet<string> = new Set(["text", "search", "tel", "url", "email", "password", "number"]);

const dated: ReadonlySet<string> = new Set(["date", "time", "week", "month", "datetime-local"]);

/** An `input` with its value as its text, as it stands on paper; a password is as many dots. Empty, it says what it asks for. */
export function inputWithText(element: DomElement): DomElement {
  const { value = "", alt = "" } = element.attributes;
  const type = typeOf(element);
  if (wordless.has(type)) return element;
  if (value === "" && asking.has(type)) return withPlaceholder(element);
  if (value === "" && dated.has(type)) return withText(element, emptyLine);
  return withText(element, type === "password" ? "•".repeat(value.length) : type === "image" ? alt : value);
}

/** A `textarea` with what stands in it; empty, with what it asks for. */
export const textareaWithText = (element: DomElement): DomElement =>
  textOf(element) === "" ? withPlaceholder(element) : element;

/** No width, no ink: an empty field stands on the line that its text would have. */
const emptyLine = "\u200b";

/** In grey: a value would be black. */
function withPlaceholder(element: DomElement): DomElement {
  const { placeholder = "" } = element.attributes;
  const attributes = { style: "color: #757575" };
  const span: DomElement = { ...element, name: "span", attributes, classes: [], parent: element, children: [] };
  return { ...element, children: placeholder === "" ? [textIn(element, emptyLine)] : [withText(span, placeholder)] };
}

/** A `select` with what is chosen; one that shows a list has as many of its lines as that is high. */
export function selectWithChoice(element: DomElement): DomElement {
  const { multiple, size = "" } = element.attributes;
  const asked = Math.max(0, Number.parseInt(size, 10) || 0);
  if (multiple !== undefined || asked > 1) return withLines(element, asked || linesOfList);
  const options = elementsIn(element, ({ name }) => name === "option");
  const chosen = options.findLast(({ attributes }) => attributes.selected !== undefined) ?? options[0];
  const shown = withText(element, chosen ? labelOf(chosen) : "");
  const longest = options.map(labelOf).reduce((most, label) => (label.length > most.length ? label : most), "");
  return chosen && longest.length > labelOf(chosen).length
    ? { ...shown, children: [widthOf(element, longest), ...shown.children] }
    : shown;
}

/** Of a list that does not say how many lines it shows (HTML 4.10.7). */
const linesOfList = 4;

/** Scrolled as far as it takes to see what is chosen; the others are read, and not seen. */
function withLines(element: DomElement, count: number): DomElement {
  const lines = elementsIn(element, ({ name }) => name === "option" || name === "optgroup");
  if (lines.length <= count) return element;
  const chosen = lines.findIndex(({ attributes }) => attributes.selected !== undefined);
  const first = Math.max(0, chosen + 1 - count);
  const alone = lines.map((line) => ({
    ...line,
    parent: element,
    children: line.name === "optgroup" ? [] : line.children,
  }));
  const parts = [alone.slice(0, first), alone.slice(first, first + count), alone.slice(first + count)];
  const [before = [], shown = [], after = []] = parts;
  return { ...element, children: [...closed(element, before), ...shown, ...closed(element, after)] };
}

function closed(parent: DomElement, lines: readonly DomElement[]): readonly DomElement[] {
  const attributes = { style: "height: 0; overflow: hidden" };
  const box: DomElement = { ...parent, name: "div", attributes, classes: [], parent, children: [] };
  return lines.length === 0 ? [] : [{ ...box, children: lines.map((line) => ({ ...line, parent: box })) }];
}

const labelOf = (option: DomElement) => (option.attributes.label ?? textOf(option)).trim();

/** As wide as a text, and nothing else: a list that drops down is as wide as its longest choice. */
function widthOf(parent: DomElement, text: string): DomElement {
  const attributes = { style: "display: block; height: 0; overflow: hidden; visibility: hidden; white-space: nowrap" };
  return withText({ ...parent, name: "span", attributes, classes: [], parent, children: [] }, text);
}

/** An `optgroup` with its label above its options. */
export function groupWithLabel(element: DomElement): DomElement {
  const { label = "" } = element.attributes;
  return { ...element, children: [textIn(element, label), ...element.children] };
}

const withText = (element: DomElement, text: string): DomElement => ({
  ...element,
  children: text === "" ? [] : [textIn(element, text)],
});

const textIn = (parent: DomElement, text: string) =>
  ({ kind: "text", text, parent, location: parent.location }) as const;

/** A control that is a picture on paper, and what is read in its place. */
export interface DrawnControl {
  readonly drawing: PdfDrawing;
  readonly text: string;
}

/** A box to tick, a gauge; undefined of any other element. */
export function drawnControl(element: DomElement): DrawnControl | undefined {
  if (element.space !== "html") return undefined;
  const { name, attributes } = element;
  if (name === "progress" || name === "meter") return gauge(element);
  if (name !== "input") return undefined;
  const isChecked = attributes.checked !== undefined;
  if (typeOf(element) === "checkbox") return { drawing: tickBox(isChecked), text: isChecked ? "☑" : "☐" };
  return typeOf(element) === "radio" ? { drawing: radio(isChecked), text: isChecked ? "◉" : "○" } : undefined;
}

export const isDrawnControl = (element: DomElement): boolean => drawnControl(element) !== undefined;

const ink = "#4d4d4d";
const sizePx = 13;

function pictureOf(widthPx: number, heightPx: number, draw: (canvas: PdfCanvas) => void): PdfDrawing {
  return { kind: "drawing", widthPx, heightPx, draw: (context) => draw(context as PdfCanvas) };
}

function tickBox(isChecked: boolean): PdfDrawing {
  return pictureOf(sizePx, sizePx, (canvas) => {
    canvas.strokeStyle = ink;
    canvas.lineWidth = 1;
    canvas.strokeRect(1, 1, sizePx - 2, sizePx - 2);
    if (!isChecked) return;
    canvas.lineWidth = 1.6;
    canvas.beginPath();
    canvas.moveTo(3.2, 6.8);
    canvas.lineTo(5.6, 9.4);
    canvas.lineTo(10, 3.6);
    canvas.stroke();
  });
}

function radio(isChecked: boolean): PdfDrawing {
  return pictureOf(sizePx, sizePx, (canvas) => {
    canvas.strokeStyle = ink;
    canvas.fillStyle = ink;
    canvas.lineWidth = 1;
    canvas.beginPath();
    canvas.arc(sizePx / 2, sizePx / 2, sizePx / 2 - 1, 0, 2 * Math.PI);
    canvas.stroke();
    if (!isChecked) return;
    canvas.beginPath();
    canvas.arc(sizePx / 2, sizePx / 2, sizePx / 4, 0, 2 * Math.PI);
    canvas.fill();
  });
}

/** What it says in itself for those who do not see it, else its numbers; one without a value is empty. */
function gauge(element: DomElement): DrawnControl {
  const { value, min = "0", max = "1" } = element.attributes;
  const [least, most, now] = [min, max, value ?? ""].map(Number.parseFloat) as [number, number, number];
  const share = Math.min(1, Math.max(0, (now - least) / (most - least)));
  const [width, height] = [160, 12];
  const drawing = pictureOf(width, height, (canvas) => {
    canvas.fillStyle = "#e6e6e6";
    canvas.fillRect(0, 0, width, height);
    canvas.fillStyle = ink;
    if (share > 0) canvas.fillRect(0, 0, width * share, height);
  });
  const own = textOf(element).trim();
  return { drawing, text: own || (value === undefined ? "…" : `${value}/${max}`) };
}
