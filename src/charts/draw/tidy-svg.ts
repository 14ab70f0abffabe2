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

/** Attributes that only serve scripts or repeat a default. */
const dropped = /^(class|pointer-events|xmlns:xlink|version|role|aria-[a-z]+)$/;
const token = /<\/([A-Za-z]+)>|<([A-Za-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
/** Axis labels that would overlap are written, but not shown. */
const hiddenText = /<text\b[^>]* opacity="0"[^>]*>.*?<\/text>/gs;

/**
 * Vega's SVG made fit for an HTML page: one labelled image, ids of its own, no empty groups, numbers of three decimals
 * at most (a thousandth of a pixel; further digits differ between processors).
 *
 * In: what Vega's string renderer writes (elements, attributes in double quotes, escaped text; no comments or CDATA).
 */
export function tidySvg(source: string, root: SvgRoot): string {
  const rename = createRename(root.idPrefix);
  const closers: string[] = [];
  let svg = "";
  const tokens = source.replaceAll(hiddenText, "").matchAll(token);
  for (const [, closing, name = "", attributes = "", selfClosing, content] of tokens) {
    if (content !== undefined) svg += content;
    else if (closing !== undefined) svg += closers.pop() ?? "";
    else if (selfClosing) {
      const title = root.tooltips ? tooltipOf(attributes) : undefined;
      const isFilled = !/ fill="(?:none|transparent)"/.test(attributes) && / fill="/.test(attributes);
      // What is an outline only says what it is all over.
      const whole = title === undefined || isFilled ? "" : ' pointer-events="all"';
      const kept = isDrawn(name, attributes) ? `<${name}${keptAttributes(attributes, root, rename)}${whole}` : "";
      svg += kept && (title === undefined ? `${kept}/>` : `${kept}><title>${title}</title></${name}>`);
    } else {
      const [opener, closer] = openElement(name, attributes, { root, rename });
      svg += opener;
      closers.push(closer);
    }
  }
  return svg;
}

interface Context {
  readonly root: SvgRoot;
  readonly rename: (id: string) => string;
}

/** The tags of an element with content; neither for a group that groups nothing. */
function openElement(name: string, attributes: string, { root, rename }: Context): readonly [string, string] {
  // Browsers do not keep the texts within an image from screen readers, whatever ARIA says of its children.
  if (name === "svg") return [`${rootTag(root)}<g aria-hidden="true">`, "</g></svg>"];
  const isOutlined = name === "text" && attributes.includes(` stroke="${escapeAttribute(root.behind)}"`);
  const kept = `${keptAttributes(attributes, root, rename)}${isOutlined ? ' paint-order="stroke"' : ""}`;
  const title = root.tooltips && name === "text" ? tooltipOf(attributes) : undefined;
  const titled = title === undefined ? "" : `<title>${title}</title>`;
  return name === "g" && kept === "" ? ["", ""] : [`<${name}${kept}>${titled}`, `</${name}>`];
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

function keptAttributes(attributes: string, { fontFamily }: SvgRoot, rename: (id: string) => string): string {
  let kept = "";
  let end = 0;
  // Cut out by hand: charts write thousands of attributes, and a match of an expression is an object with a list of texts.
  for (let equals = attributes.indexOf('="'); equals !== -1; equals = attributes.indexOf('="', end)) {
    const name = attributes.slice(end, equals).trimStart();
    const start = equals + 2;
    const close = attributes.indexOf('"', start);
    const value = attributes.slice(start, close);
    end = close + 1;
    if (dropped.test(name)) continue;
    if (name === "opacity" && value === "1") continue;
    if (name === "transform" && value === "translate(0,0)") continue;
    if (name === "font-family" && value === escapeAttribute(fontFamily)) continue;
    if (name === "id") kept += ` id="${rename(value)}"`;
    // The prefix would need a namespace, and SVG 2 has no need of it.
    else if (name === "xlink:href") kept += ` href="${value}"`;
    else kept += ` ${name}="${renamed(rounded(value), rename)}"`;
  }
  return kept;
}

const renamed = (value: string, rename: (id: string) => string): string =>
  value.includes("url(#") ? value.replaceAll(/url\(#([\w-]+)\)/g, (_, id: string) => `url(#${rename(id)})`) : value;

/** What the chart gave a shape as its description, as text of an element. */
function tooltipOf(attributes: string): string | undefined {
  const label = /\saria-label="([^"]*)"/.exec(attributes)?.[1];
  return label?.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Whether an element without content shows anything.
 *
 * Vega draws a background and a foreground path for each group, most of them with neither fill nor stroke.
 */
function isDrawn(name: string, attributes: string): boolean {
  if (name === "g" || name === "text") return false;
  if (attributes.includes('display="none"')) return false;
  return name !== "path" || !attributes.includes('class="background"') || /\b(fill|stroke)="/.test(attributes);
}

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

const escapeAttribute = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/\s/g, " ");
