import type { DomElement } from "../dom/dom-node.ts";

/** Declarations that an attribute stands for: names of properties, and values as text. */
type Hints = Record<string, string>;

/**
 * What the attributes of an HTML element say of its looks, as CSS declarations (HTML 15.3: presentational hints): `align`,
 * `bgcolor`, `border`, `cellpadding`, `width` and their kin. Undefined: nothing.
 */
export function htmlAttributeHints(element: DomElement): Readonly<Hints> | undefined {
  const read = readers[element.name];
  if (!read && element.attributes.align === undefined) return undefined;
  const hints: Hints = {};
  (read ?? alignsAny)(element, hints);
  return hints;
}

type Reader = (element: DomElement, hints: Hints) => void;

const all =
  (...readers: readonly Reader[]): Reader =>
  (element, hints) => {
    for (const read of readers) read(element, hints);
  };

/** An attribute as a declaration, where it has a value that means something. */
const attribute =
  (name: string, property: string, read: (text: string) => string | undefined): Reader =>
  ({ attributes }, hints) => {
    const text = attributes[name];
    const value = text === undefined ? undefined : read(text.trim());
    if (value !== undefined) hints[property] = value;
  };

/** A number of px, or a percentage; whatever follows it is passed over (HTML 2.3.4.4). */
function dimension(text: string): string | undefined {
  const [, number, percent] = /^\+?(\d+\.?\d*|\.\d+)(%?)/.exec(text) ?? [];
  return number === undefined ? undefined : `${Number(number)}${percent ? "%" : "px"}`;
}

const pixels = (text: string | undefined) => {
  const [number] = /^\s*\d+/.exec(text ?? "") ?? [];
  return number === undefined ? undefined : Number(number);
};

/** Digits may stand without their sign. */
const color = (text: string) => (/^(?:[0-9a-f]{3}){1,2}$/i.test(text) ? `#${text}` : text === "" ? undefined : text);

const keywords =
  (known: Readonly<Record<string, string>>) =>
  (text: string): string | undefined =>
    known[text.toLowerCase()];

const alignments = { left: "left", center: "center", right: "right", justify: "justify" };
const lineAlignments = keywords(alignments);
/** Of elements that place the blocks in them, too. */
const blockAlignments = keywords({
  left: "-internal-left",
  center: "-internal-center",
  middle: "-internal-center",
  right: "-internal-right",
  justify: "justify",
});
const verticalAlignments = keywords({ top: "top", middle: "middle", bottom: "bottom", baseline: "baseline" });

const background = attribute("bgcolor", "background-color", color);
const width = attribute("width", "width", dimension);
const height = attribute("height", "height", dimension);
const alignsLines = attribute("align", "text-align", lineAlignments);
const alignsBlocks = attribute("align", "text-align", blockAlignments);
const valign = attribute("valign", "vertical-align", verticalAlignments);

const sides = ["top", "right", "bottom", "left"] as const;
type Side = (typeof sides)[number];

function border(hints: Hints, on: readonly Side[], [lineWidth, style, ink]: readonly [string, string, string?]): void {
  for (const side of on) {
    hints[`border-${side}-width`] = lineWidth;
    hints[`border-${side}-style`] = style;
    if (ink !== undefined) hints[`border-${side}-color`] = ink;
  }
}

/** The table that a cell, a row or a group of rows is in. */
function tableAround(element: DomElement): DomElement | undefined {
  let around = element.parent;
  while (around && around.name !== "table") {
    if (!tableParts.has(around.name)) return undefined;
    around = around.parent;
  }
  return around;
}

const tableParts: ReadonlySet<string> = new Set(["tr", "thead", "tbody", "tfoot"]);

const frames: Readonly<Record<string, readonly Side[]>> = {
  void: [],
  above: ["top"],
  below: ["bottom"],
  hsides: ["top", "bottom"],
  lhs: ["left"],
  rhs: ["right"],
  vsides: ["left", "right"],
  box: sides,
  border: sides,
};

/** `border` without a number is 1. */
const borderOf = ({ attributes }: DomElement) =>
  attributes.border === undefined ? 0 : (pixels(attributes.border) ?? 1);
const rulesOf = ({ attributes }: DomElement) => attributes.rules?.trim().toLowerCase() ?? "";

const table: Reader = (element, hints) => {
  const { attributes } = element;
  const ink = color(attributes.bordercolor?.trim() ?? "") ?? "#efefef";
  const size = borderOf(element);
  if (size > 0) border(hints, sides, [`${size}px`, "outset", ink]);
  const frame = frames[attributes.frame?.trim().toLowerCase() ?? ""];
  if (frame) {
    border(hints, sides, ["0px", "hidden"]);
    border(hints, frame, [`${Math.max(1, size)}px`, "solid", ink]);
  }
  if (["rows", "cols", "groups", "all"].includes(rulesOf(element))) hints["border-collapse"] = "collapse";
  const spacing = pixels(attributes.cellspacing);
  if (spacing !== undefined) hints["border-spacing"] = `${spacing}px`;
  const align = attributes.align?.trim().toLowerCase();
  if (align === "left" || align === "right") hints.float = align;
  if (align === "center") Object.assign(hints, { "margin-left": "auto", "margin-right": "auto" });
};

const cell: Reader = (element, hints) => {
  const around = tableAround(element);
  const padding = pixels(around?.attributes.cellpadding);
  if (padding !== undefined) for (const side of sides) hints[`padding-${side}`] = `${padding}px`;
  if (around && borderOf(around) > 0) border(hints, sides, ["1px", "inset", "#efefef"]);
  const rules = around ? rulesOf(around) : "";
  if (rules === "all") border(hints, sides, ["1px", "solid", "gray"]);
  if (rules === "cols") border(hints, ["left", "right"], ["1px", "solid", "gray"]);
  if (element.attributes.nowrap !== undefined) hints["white-space"] = "nowrap";
};

const ruled =
  (rules: string): Reader =>
  (element, hints) => {
    const around = tableAround(element);
    if (around && rulesOf(around) === rules) border(hints, ["top", "bottom"], ["1px", "solid", "gray"]);
  };

const image: Reader = ({ attributes }, hints) => {
  const align = attributes.align?.trim().toLowerCase() ?? "";
  if (align === "left" || align === "right") hints.float = align;
  const vertical = imageAlignments[align];
  if (vertical !== undefined) hints["vertical-align"] = vertical;
  const size = pixels(attributes.border);
  if (size !== undefined && size > 0) border(hints, sides, [`${size}px`, "solid"]);
  const [across, down] = [dimension(attributes.hspace ?? ""), dimension(attributes.vspace ?? "")];
  if (across) Object.assign(hints, { "margin-left": across, "margin-right": across });
  if (down) Object.assign(hints, { "margin-top": down, "margin-bottom": down });
};

/** Shares of what it stands in; a number of px is its natural size. */
const shares: Reader = ({ attributes }, hints) => {
  for (const side of ["width", "height"]) {
    const value = dimension(attributes[side] ?? "");
    if (value?.endsWith("%")) hints[side] = value;
  }
};

const frame: Reader = ({ attributes }, hints) => {
  if (/^(?:0|no)$/i.test(attributes.frameborder?.trim() ?? "")) border(hints, sides, ["0px", "none"]);
};

const imageAlignments: Readonly<Record<string, string>> = {
  top: "top",
  texttop: "text-top",
  middle: "middle",
  center: "middle",
  absmiddle: "middle",
  bottom: "baseline",
  baseline: "baseline",
  absbottom: "bottom",
};

const rule: Reader = ({ attributes }, hints) => {
  const ink = color(attributes.color?.trim() ?? "");
  const isSolid = ink !== undefined || attributes.noshade !== undefined;
  const size = pixels(attributes.size);
  if (ink !== undefined) for (const side of sides) hints[`border-${side}-color`] = ink;
  if (isSolid) for (const side of sides) hints[`border-${side}-style`] = "solid";
  if (size !== undefined && isSolid) for (const side of sides) hints[`border-${side}-width`] = `${size / 2}px`;
  else if (size === 1) hints["border-bottom-width"] = "0px";
  else if (size !== undefined && size > 1) hints.height = `${size - 2}px`;
  const align = attributes.align?.trim().toLowerCase();
  if (align === "left" || align === "right") {
    hints["margin-left"] = align === "left" ? "0px" : "auto";
    hints["margin-right"] = align === "left" ? "auto" : "0px";
  }
};

/** Sizes 1 to 7; with a sign, from 3 on. */
function fontSize(text: string): string | undefined {
  const [, sign = "", digits] = /^([+-]?)(\d+)/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const size = sign === "" ? Number(digits) : 3 + Number(`${sign}${digits}`);
  return ["x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"][
    Math.min(7, Math.max(1, size)) - 1
  ];
}

/** Names in quotation marks, so that no name can be anything else. */
const families = (text: string) =>
  text
    .split(",")
    .map((name) => name.trim().replaceAll(/["'\\]/g, ""))
    .map((name) => (/^(?:serif|sans-serif|monospace|cursive|fantasy)$/i.test(name) ? name : `"${name}"`))
    .join();

/** A line of so many characters, with room for the widest (HTML 15.5.17). */
const characters = (text: string) =>
  countOf(text, (count) => `calc(${count - 1}-internal-average + 1-internal-widest)`);
/** As wide as so many, and the bar that browsers scroll it with. */
const columns = (text: string) => countOf(text, (count) => `calc(${count}-internal-average + 15px)`);
const lines = (text: string) => countOf(text, (count) => `${count * 1.2}em`);

function countOf(text: string, asLength: (count: number) => string): string | undefined {
  const [digits] = /^\d+/.exec(text) ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : asLength(Number(digits));
}

/** Inputs that hold a line of text. */
const isTextInput = ({ attributes }: DomElement) =>
  ["", "text", "search", "tel", "url", "email", "password"].includes(attributes.type?.trim().toLowerCase() ?? "");

const inputSize: Reader = (element, hints) => {
  if (isTextInput(element)) attribute("size", "width", characters)(element, hints);
};

/** As high as the lines that a list shows (HTML 4.10.7); a `select` of one line drops down. */
const listLines: Reader = ({ attributes: { size = "", multiple } }, hints) => {
  const count = pixels(size) || (multiple === undefined ? 1 : 4);
  if (count > 1 || multiple !== undefined) hints["min-height"] = `calc(${count * 1.2}em + ${count + 2}px)`;
};

const pageMargin = (names: readonly string[], property: string): Reader =>
  all(...names.map((name) => attribute(name, property, (text) => dimension(text))));

const row = all(background, alignsBlocks, valign, height);
const group = all(background, alignsBlocks, valign, ruled("groups"));
const tableCell = all(cell, background, alignsBlocks, valign, width, height);

/** Of elements that have none by the standard: Chromium and Safari read it of all. */
const alignsAny = attribute("align", "text-align", keywords({ ...alignments, middle: "center" }));

const readers: Readonly<Record<string, Reader>> = {
  body: all(
    background,
    attribute("text", "color", color),
    pageMargin(["topmargin", "marginheight"], "margin-top"),
    pageMargin(["bottommargin", "marginheight"], "margin-bottom"),
    pageMargin(["leftmargin", "marginwidth"], "margin-left"),
    pageMargin(["rightmargin", "marginwidth"], "margin-right"),
  ),
  font: all(
    attribute("color", "color", color),
    attribute("size", "font-size", fontSize),
    attribute("face", "font-family", families),
  ),
  table: all(background, width, height, table),
  caption: all(
    alignsLines,
    attribute("align", "caption-side", (text) => (text.toLowerCase() === "bottom" ? "bottom" : undefined)),
  ),
  colgroup: width,
  col: width,
  thead: group,
  tbody: group,
  tfoot: group,
  tr: all(row, ruled("rows")),
  td: tableCell,
  th: tableCell,
  div: alignsBlocks,
  p: alignsLines,
  h1: alignsLines,
  h2: alignsLines,
  h3: alignsLines,
  h4: alignsLines,
  h5: alignsLines,
  h6: alignsLines,
  img: all(image, shares),
  iframe: all(image, shares, frame),
  embed: all(image, shares),
  object: all(image, shares),
  video: shares,
  input: inputSize,
  textarea: all(attribute("cols", "width", columns), attribute("rows", "min-height", lines)),
  select: listLines,
  hr: all(rule, width),
};
