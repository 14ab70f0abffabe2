import { type Diagnostics, didYouMean, type SourceLocation } from "../diagnostics/index.ts";
import { isObject, type JsonObject, visitObjects } from "./json.ts";

const marks = [
  "arc",
  "area",
  "bar",
  "boxplot",
  "circle",
  "errorband",
  "errorbar",
  "geoshape",
  "line",
  "point",
  "rect",
  "rule",
  "square",
  "text",
  "tick",
  "trail",
];

/** Keys of a Vega-Lite or Vega spec whose strings are expressions. */
const expressionKeys = ["calculate", "expr", "filter", "init", "signal", "test", "update"];

export interface CheckSpecOptions {
  readonly spec: JsonObject;
  readonly kind: "vega" | "vega-lite";
  readonly source: SourceLocation;
  readonly diagnostics: Diagnostics;
}

/** Reports what Vega would report badly, or not at all: unknown marks, data and images from outside, chance and clocks. */
export function checkSpec({ spec, kind, source, diagnostics }: CheckSpecOptions): void {
  visitObjects(spec, (object) => {
    if (kind === "vega-lite") checkMark(object, source, diagnostics);
    checkOutside(object, source, diagnostics);
    checkLinks(object, source, diagnostics);
    checkReproducible(object, source, diagnostics);
  });
}

function checkMark({ mark }: JsonObject, source: SourceLocation, diagnostics: Diagnostics): void {
  const type = isObject(mark) ? mark.type : mark;
  if (typeof type !== "string" || marks.includes(type) || type === "image") return;
  diagnostics.error({
    code: "chart-unknown-mark",
    message: `Vega-Lite has no mark "${type}".`,
    hint: didYouMean(type, marks),
    source,
  });
}

function checkOutside(object: JsonObject, source: SourceLocation, diagnostics: Diagnostics): void {
  const { data } = object;
  for (const entry of Array.isArray(data) ? data : [data]) {
    if (!isObject(entry) || entry.url === undefined) continue;
    diagnostics.error({
      code: "chart-outside-data",
      message: `The chart would load its data from ${JSON.stringify(entry.url)}.`,
      hint: 'Charts load nothing: write "data": {"name": "data"} and pass the rows, or give them as inline "values".',
      source,
    });
  }
  const type = isObject(object.mark)
    ? object.mark.type
    : (object.mark ?? ("encode" in object ? object.type : undefined));
  if (type !== "image") return;
  diagnostics.error({
    code: "chart-image",
    message: "The chart draws an image, which charts may not load.",
    hint: "Put the image in the template instead.",
    source,
  });
}

function checkLinks(object: JsonObject, source: SourceLocation, diagnostics: Diagnostics): void {
  const holders = [object.encoding, object.mark, isObject(object.encode) ? object.encode.update : undefined];
  if (!holders.some((holder) => isObject(holder) && "href" in holder)) return;
  diagnostics.warn({
    code: "chart-link",
    message: "The links inside the chart are left out: a chart is one image to a screen reader.",
    hint: "Put the links in the text or the table next to it.",
    source,
  });
}

function checkReproducible(object: JsonObject, source: SourceLocation, diagnostics: Diagnostics): void {
  const hint = "The same data must give the same chart: compute the value in the dataset instead.";
  if (object.type === "sample" || typeof object.sample === "number") {
    diagnostics.error({
      code: "chart-not-reproducible",
      message: "The chart samples its rows by chance.",
      hint,
      source,
    });
  }
  for (const key of expressionKeys) {
    const expression = object[key];
    const call = typeof expression === "string" && /(?<![\w.])(now|random|sample\w+)\s*\(/.exec(expression);
    if (!call) continue;
    const message = `The expression "${expression}" calls ${call[1]}(), which differs from run to run.`;
    diagnostics.error({ code: "chart-not-reproducible", message, hint, source });
  }
}
