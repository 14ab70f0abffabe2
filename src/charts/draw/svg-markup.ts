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

/** An element whose start tag is not written yet: whether it holds anything is known when it is closed, or the next is opened. */
interface OpenedElement {
  readonly name: string;
  readonly sets: readonly Attributes[];
  content: string;
}

/** Attributes that only serve scripts or repeat a default. */
const dropped: ReadonlySet<string> = new Set(["class", "pointer-events", "xmlns:xlink", "version", "role"]);
const isDropped = (name: string): boolean => dropped.has(name) || name.startsWith("aria-");

/**
 * What Vega's string renderer writes to, in place of its own: an SVG that is fit for an HTML page as it comes. One labelled image, ids of its own, no
 * empty groups, no texts that are not shown, numbers of three decimals at most (a thousandth of a pixel; further digits differ between processors).
 */
export class SvgMarkup {
  readonly #root: SvgRoot;
  readonly #rename: (id: string) => string;
  readonly #fontFamily: string;
  readonly #closers: string[] = [];
  #svg: string;
  #opened: OpenedElement | undefined;
  /** How many elements are open of a text that is not shown, itself included. */
  #hidden = 0;

  constructor(root: SvgRoot) {
    this.#root = root;
    this.#rename = createRename(root.idPrefix);
    this.#fontFamily = escapeAttribute(root.fontFamily);
    // Browsers do not keep the texts within an image from screen readers, whatever ARIA says of its children.
    this.#svg = `${rootTag(root)}<g aria-hidden="true">`;
  }

  open(name: string, ...sets: readonly Attributes[]): this {
    // Axis labels that would overlap are in the scene, but not shown.
    if (this.#hidden > 0 || (name === "text" && String(valueIn(sets, "opacity")) === "0")) {
      this.#hidden += 1;
      return this;
    }
    this.#begin();
    this.#opened = { name, sets, content: "" };
    return this;
  }

  text(content: unknown): this {
    if (this.#opened && this.#hidden === 0) this.#opened.content += escapeText(String(content));
    return this;
  }

  close(): this {
    if (this.#hidden > 0) {
      this.#hidden -= 1;
      return this;
    }
    if (this.#opened?.content === "") {
      this.#svg += this.#emptyElement(this.#opened);
      this.#opened = undefined;
      return this;
    }
    this.#begin();
    this.#svg += this.#closers.pop() ?? "";
    return this;
  }

  /** The whole, when all that was opened is closed. */
  end(): string {
    return `${this.#svg}</g></svg>`;
  }

  /** The start tag of what was opened last, which is not empty; none of a group that groups nothing. */
  #begin(): void {
    if (!this.#opened) return;
    const { name, sets, content } = this.#opened;
    this.#opened = undefined;
    const isOutlined = name === "text" && valueIn(sets, "stroke") === this.#root.behind;
    const kept = `${this.#keptAttributes(sets)}${isOutlined ? ' paint-order="stroke"' : ""}`;
    const isBare = name === "g" && kept === "";
    const title = name === "text" ? this.#titleIn(sets) : undefined;
    if (!isBare) this.#svg += `<${name}${kept}>`;
    if (title !== undefined) this.#svg += `<title>${title}</title>`;
    this.#svg += content;
    this.#closers.push(isBare ? "" : `</${name}>`);
  }

  /** Vega draws a background and a foreground path for each group, most of them with neither fill nor stroke. */
  #emptyElement({ name, sets }: OpenedElement): string {
    if (name === "g" || name === "text" || valueIn(sets, "display") === "none") return "";
    const fill = valueIn(sets, "fill");
    const isBare = fill === undefined && valueIn(sets, "stroke") === undefined;
    if (isBare && name === "path" && valueIn(sets, "class") === "background") return "";
    const kept = `<${name}${this.#keptAttributes(sets)}`;
    const title = this.#titleIn(sets);
    if (title === undefined) return `${kept}/>`;
    const isFilled = fill !== undefined && fill !== "none" && fill !== "transparent";
    // What is an outline only says what it is all over.
    return `${kept}${isFilled ? "" : ' pointer-events="all"'}><title>${title}</title></${name}>`;
  }

  /** What the chart gave a shape as its description. */
  #titleIn(sets: readonly Attributes[]): string | undefined {
    const label = this.#root.tooltips ? valueIn(sets, "aria-label") : undefined;
    return label === undefined ? undefined : escaped(label);
  }

  #keptAttributes(sets: readonly Attributes[]): string {
    let kept = "";
    for (const set of sets) {
      for (const name in set) {
        const value = set[name];
        if (value !== null && value !== undefined && !isDropped(name)) kept += this.#attribute(name, escaped(value));
      }
    }
    return kept;
  }

  #attribute(name: string, value: string): string {
    if (name === "opacity" && value === "1") return "";
    if (name === "transform" && value === "translate(0,0)") return "";
    if (name === "font-family" && value === this.#fontFamily) return "";
    if (name === "id") return ` id="${this.#rename(value)}"`;
    // The prefix would need a namespace, and SVG 2 has no need of it.
    if (name === "xlink:href") return ` href="${value}"`;
    return ` ${name}="${renamed(rounded(value), this.#rename)}"`;
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

const long = /-?\d+\.\d{4,}(e-?\d+)?/g;
const rounded = (value: string) =>
  value.includes(".") ? value.replaceAll(long, (n) => String(Math.round(Number(n) * 1000) / 1000 || 0)) : value;

/** As in a value of an attribute, where white space other than spaces would become spaces. */
function escaped(value: unknown): string {
  const text = String(value);
  if (typeof value === "number" || !/[&<>"\t\n\r]/.test(text)) return text;
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#x9;")
    .replaceAll("\n", "&#xA;")
    .replaceAll("\r", "&#xD;");
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', "&quot;").replaceAll(/\s/g, " ");
