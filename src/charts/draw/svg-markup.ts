import { SvgBytes } from "./svg-bytes.ts";

/** What a chart's SVG says of itself in the page. */
export interface SvgRoot {
  readonly widthPx: number;
  readonly heightPx: number;
  /** It is shown so many times larger than it was drawn. */
  readonly zoom: number;
  readonly label: string;
  readonly lang?: string | undefined;
  /** Opens every id. */
  readonly idPrefix: string;
  /** Written once, on the root; texts that use it do not repeat it. */
  readonly fontFamily: string;
  /** The colour behind the chart: texts that are outlined in it have their outline under their letters. */
  readonly behind: string;
  /** Shapes have descriptions, to be shown on hover. */
  readonly tooltips: boolean;
}

/** Attributes by name; those that are undefined or null are none. */
type Attributes = Readonly<Record<string, unknown>> | null;

interface WrittenAttribute {
  /** What its value follows. */
  readonly start: string;
  given: unknown;
  /** Where it stands in the whole. */
  from: number;
  to: number;
}

interface WrittenTags {
  /** What its attributes follow. */
  readonly start: string;
  readonly end: string;
}

/** Attributes that only serve scripts or repeat a default. */
const dropped: ReadonlySet<string> = new Set(["class", "pointer-events", "xmlns:xlink", "version", "role"]);
const isDropped = (name: string): boolean => dropped.has(name) || name.startsWith("aria-");

/**
 * What Vega's string renderer writes to, in place of its own: an SVG that is fit for an HTML page as it comes. One labelled image, ids of its own, no
 * empty groups, no texts that are not shown, numbers of three decimals at most (a thousandth of a pixel; further digits differ between processors).
 * All goes straight onto one text: each text between would be made for every attribute, of which a page of charts has thousands.
 */
export class SvgMarkup {
  readonly #root: SvgRoot;
  readonly #rename: (id: string) => string;
  readonly #closers: string[] = [];
  /** How each attribute was written last, by its name: most items of a mark have the same fonts, colours and lines. */
  readonly #attributes = new Map<string, WrittenAttribute>();
  readonly #tags = new Map<string, WrittenTags>();
  readonly #svg = new SvgBytes();
  /** An element whose start tag is not written yet: whether it holds anything is known when it is closed, or the next is opened. Empty: none. */
  #opened = "";
  #sets: readonly Attributes[] = [];
  #content = "";
  /** How many elements are open of a text that is not shown, itself included. */
  #hidden = 0;

  constructor(root: SvgRoot) {
    this.#root = root;
    this.#rename = createRename(root.idPrefix);
    // Browsers do not keep the texts within an image from screen readers, whatever ARIA says of its children.
    this.#svg.add(rootTag(root));
    this.#svg.add('<g aria-hidden="true">');
  }

  open(name: string, ...sets: readonly Attributes[]): this {
    // Axis labels that would overlap are in the scene, but not shown.
    if (this.#hidden > 0 || (name === "text" && String(valueIn(sets, "opacity")) === "0")) {
      this.#hidden += 1;
      return this;
    }
    this.#begin();
    this.#opened = name;
    this.#sets = sets;
    this.#content = "";
    return this;
  }

  text(content: unknown): this {
    if (this.#opened !== "" && this.#hidden === 0) this.#content += escapeText(String(content));
    return this;
  }

  close(): this {
    if (this.#hidden > 0) {
      this.#hidden -= 1;
      return this;
    }
    if (this.#opened !== "" && this.#content === "") {
      this.#writeEmpty(this.#opened, this.#sets);
      this.#opened = "";
      return this;
    }
    this.#begin();
    this.#svg.add(this.#closers.pop() ?? "");
    return this;
  }

  /** The whole, when all that was opened is closed. */
  end(): string {
    this.#svg.add("</g></svg>");
    return this.#svg.toString();
  }

  /** The start tag of what was opened last, which is not empty; none of a group that groups nothing. */
  #begin(): void {
    const name = this.#opened;
    if (name === "") return;
    const sets = this.#sets;
    this.#opened = "";
    const before = this.#svg.length;
    const { start, end } = this.#tagsOf(name);
    this.#svg.add(start);
    const hasKept = this.#writeAttributes(sets);
    const isBare = name === "g" && !hasKept;
    const isOutlined = name === "text" && valueIn(sets, "stroke") === this.#root.behind;
    if (isBare) this.#svg.backTo(before);
    else this.#svg.add(isOutlined ? ' paint-order="stroke">' : ">");
    const title = name === "text" ? this.#titleIn(sets) : undefined;
    if (title !== undefined) this.#svg.add(`<title>${title}</title>`);
    this.#svg.add(this.#content);
    this.#closers.push(isBare ? "" : end);
  }

  /** Vega draws a background and a foreground path for each group, most of them with neither fill nor stroke. */
  #writeEmpty(name: string, sets: readonly Attributes[]): void {
    if (name === "g" || name === "text" || valueIn(sets, "display") === "none") return;
    const fill = valueIn(sets, "fill");
    const isBare = fill === undefined && valueIn(sets, "stroke") === undefined;
    if (isBare && name === "path" && valueIn(sets, "class") === "background") return;
    const { start, end } = this.#tagsOf(name);
    this.#svg.add(start);
    this.#writeAttributes(sets);
    const title = this.#titleIn(sets);
    if (title === undefined) {
      this.#svg.add("/>");
      return;
    }
    const isFilled = fill !== undefined && fill !== "none" && fill !== "transparent";
    // What is an outline only says what it is all over.
    this.#svg.add(`${isFilled ? "" : ' pointer-events="all"'}><title>${title}</title>${end}`);
  }

  /** What the chart gave a shape as its description. */
  #titleIn(sets: readonly Attributes[]): string | undefined {
    const label = this.#root.tooltips ? valueIn(sets, "aria-label") : undefined;
    return label === undefined ? undefined : escaped(String(label));
  }

  /** @returns whether there is any to write. */
  #writeAttributes(sets: readonly Attributes[]): boolean {
    const before = this.#svg.length;
    for (const set of sets) {
      for (const name in set) {
        const value = set[name];
        if (value !== null && value !== undefined && !isDropped(name)) this.#writeAttribute(name, value);
      }
    }
    return this.#svg.length !== before;
  }

  #writeAttribute(name: string, given: unknown): void {
    const attribute = this.#attributeOf(name);
    if (attribute.given === given) {
      this.#svg.addAgain(attribute.from, attribute.to);
      return;
    }
    attribute.given = given;
    attribute.from = this.#svg.length;
    this.#writeAnew(name, given, attribute.start);
    attribute.to = this.#svg.length;
  }

  #attributeOf(name: string): WrittenAttribute {
    const known = this.#attributes.get(name);
    if (known) return known;
    // The prefix would need a namespace, and SVG 2 has no need of it.
    const start = ` ${name === "xlink:href" ? "href" : name}="`;
    const attribute = { start, given: undefined, from: 0, to: 0 };
    this.#attributes.set(name, attribute);
    return attribute;
  }

  /** Nothing where it says what holds without it. */
  #writeAnew(name: string, given: unknown, start: string): void {
    if (name === "font-family" && given === this.#root.fontFamily) return;
    const value = typeof given === "number" ? writtenNumber(given) : escaped(String(given));
    if (name === "opacity" && value === "1") return;
    if (name === "transform" && value === "translate(0,0)") return;
    this.#svg.add(start);
    if (name === "id") this.#svg.add(this.#rename(value));
    else if (name === "xlink:href") this.#svg.add(value);
    else addRounded(renamed(value, this.#rename), this.#svg);
    this.#svg.add('"');
  }

  #tagsOf(name: string): WrittenTags {
    const known = this.#tags.get(name) ?? { start: `<${name}`, end: `</${name}>` };
    this.#tags.set(name, known);
    return known;
  }
}

function valueIn(sets: readonly Attributes[], name: string): unknown {
  for (const set of sets) {
    const value = set?.[name];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

function rootTag({ widthPx, heightPx, zoom, label, lang, fontFamily }: SvgRoot): string {
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width: String(Math.round(widthPx * zoom)),
    height: String(Math.round(heightPx * zoom)),
    viewBox: `0 0 ${widthPx} ${heightPx}`,
    style: "max-width:100%;height:auto",
    role: "img",
    "aria-label": label,
    ...(lang === undefined ? {} : { lang }),
    "font-family": fontFamily,
    // On a page from right to left, where texts start would be their right end.
    direction: "ltr",
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<svg${written.join("")}>`;
}

const renamed = (value: string, rename: (id: string) => string): string =>
  value.includes("url(#") ? value.replaceAll(/url\(#([\w-]+)\)/g, (_, id: string) => `url(#${rename(id)})`) : value;

/** Ids by order of appearance: Vega's own count on from chart to chart. */
function createRename(prefix: string): (id: string) => string {
  const names = new Map<string, string>();
  return (id) => {
    const name = names.get(id) ?? `${prefix}-${names.size + 1}`;
    names.set(id, name);
    return name;
  };
}

/** With three decimals at most for each number of a text. By hand: a match of an expression makes a list and several texts for each. */
function addRounded(value: string, svg: SvgBytes): void {
  let done = 0;
  for (let dot = value.indexOf("."); dot !== -1; dot = value.indexOf(".", dot + 1)) {
    const start = startOfNumber(value, dot, done);
    const end = endOfDigits(value, dot + 1);
    if (start === dot || end - dot <= 4) continue;
    const next = endOfExponent(value, end);
    svg.add(value, done, start);
    svg.add(String(toThousandths(Number(value.slice(start, next)))));
    done = next;
  }
  svg.add(value, done);
}

const toThousandths = (value: number): number => Math.round(value * 1000) / 1000 || 0;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Of the number with a point there, its sign included; the point itself where no digit stands before it. */
function startOfNumber(text: string, point: number, from: number): number {
  let at = point;
  while (at > from && isDigit(text.charCodeAt(at - 1))) at -= 1;
  return at < point && at > from && text.charAt(at - 1) === "-" ? at - 1 : at;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where an exponent ends that begins there; there, where none does. */
function endOfExponent(text: string, at: number): number {
  if (text.charAt(at) !== "e") return at;
  const from = text.charAt(at + 1) === "-" ? at + 2 : at + 1;
  const end = endOfDigits(text, from);
  return end > from ? end : at;
}

/** The same of a number, without a text of all its digits. Very small and very large ones have exponents, and are read as texts; so is what is no number. */
function writtenNumber(value: number): string {
  const size = Math.abs(value);
  const isPlain = !Number.isInteger(value) && size >= 1e-6 && size <= 1e9;
  return String(isPlain ? toThousandths(value) : value);
}

/** As in a value of an attribute, where white space other than spaces would become spaces. */
function escaped(text: string): string {
  if (!/[&<>"\t\n\r]/.test(text)) return text;
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#x9;")
    .replaceAll("\n", "&#xA;")
    .replaceAll("\r", "&#xD;");
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', "&quot;").replaceAll(/\s/g, " ");
